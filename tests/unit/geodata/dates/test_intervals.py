import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.dates import days, meet, read_interval, years

DAYS = st.dates()
INTERVALS = st.tuples(DAYS, DAYS).map(lambda ends: (min(ends), max(ends)))


def written(interval):
    return " ".join(day.isoformat() for day in interval)


def test_a_year_a_month_and_a_day_are_all_their_days():
    assert written(days(1953)) == "1953-01-01 1953-12-31"
    assert written(days(1900, 2)) == "1900-02-01 1900-02-28"
    assert written(days(1953, 9, 12)) == "1953-09-12 1953-09-12"
    assert written(years(1950, 1953)) == "1950-01-01 1953-12-31"


@pytest.mark.parametrize("parts", [(1953, 13), (1953, 2, 29), (1953, 9, 0)])
def test_a_day_that_never_was_is_none(parts):
    with pytest.raises(ValueError, match=r"month|day"):
        days(*parts)


@given(INTERVALS)
def test_an_interval_is_read_as_it_is_written(interval):
    assert read_interval("/".join(day.isoformat() for day in interval)) == interval


@given(INTERVALS, INTERVALS)
def test_meeting_is_mutual_and_means_a_common_day(one, other):
    assert meet(one, other) == meet(other, one)
    common = max(one[0], other[0]) <= min(one[1], other[1])
    assert meet(one, other) == common
