from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.errors import FilterError
from webapp.errors import BadRequest
from webapp.selection import DATETIME_PATTERN, LIMIT, MOST, read_selection


def read(**asked):
    return read_selection({name: [value] for name, value in asked.items()})


@pytest.mark.parametrize(
    ("limit", "read_as"),
    [("1", 1), ("007", 7), ("10000", MOST), ("10001", MOST), ("9" * 5000, MOST)],
)
def test_a_limit_beyond_the_most_is_the_most(limit, read_as):
    assert read(limit=limit).limit == read_as


def test_without_a_word_a_page_is_the_first_hundred():
    selection = read_selection({})
    assert (selection.limit, selection.offset) == (LIMIT, 0) == (100, 0)


@pytest.mark.parametrize("name", ["limit", "offset"])
@pytest.mark.parametrize(
    "given", ["", "-1", "1.5", "1e2", " 1", "+1", "ten", "٣", "²", "1,2", "0x1"]
)
def test_a_number_that_is_none_is_refused(name, given):
    with pytest.raises(BadRequest, match=name):
        read(**{name: given})


def test_a_page_of_nothing_is_refused_and_the_first_page_is_not():
    with pytest.raises(BadRequest, match="from 1 on"):
        read(limit="0")
    assert read(offset="0").offset == 0


@pytest.mark.parametrize("given", ["18,54,19,55", "18,54,-3.5,19,55,1e3"])
def test_a_box_may_have_heights_that_nothing_here_has(given):
    assert read(bbox=given).filters.bbox == (18, 54, 19, 55)


def test_a_box_may_cross_180_degrees_and_lets_through_what_has_no_location():
    filters = read(bbox="170,-20,-170,0").filters
    assert filters.bbox == (170, -20, -170, 0)
    assert filters.unlocated


@pytest.mark.parametrize(
    "given",
    [
        "",
        " ",
        "1,2,3",
        "1,2,3,4,5",
        "1,2,3,4,5,6,7",
        "a,b,c,d",
        "1,2,3,x",
        "1,2,nan,4",
        "181,0,182,1",
        "0,-91,1,1",
        "0,5,1,4",
        "0,0,9,1,1,8",
        "0,0,x,1,1,8",
        "0,0,nan,1,1,8",
        "0,0,1,1,1,inf",
        "0,5,1,1,4,8",
    ],
)
def test_a_box_that_is_none_is_refused(given):
    with pytest.raises((BadRequest, FilterError), match="bbox"):
        read(bbox=given)


TIMES = (
    "2018-02-12T23:20:50Z",
    "2018-02-12t23:20:50.123456789z",
    "2018-02-12T23:20:50+09:00",
    "2016-12-31T23:59:60Z",
    "2018-02-12",
    "2018-02-12T00:00:00Z/2018-03-18T12:31:12Z",
    "2018-02-12T00:00:00Z/..",
    "2018-02-12T00:00:00Z/",
    "../2018-03-18T12:31:12Z",
    "/2018-03-18T12:31:12Z",
    "2018-02-12/2018-02-12T00:00:00+00:00",
)
NO_TIMES = (
    "",
    "..",
    "/",
    "../..",
    "yesterday",
    "2018",
    "2018-02-12T23:20:50",
    "2018-13-12T23:20:50Z",
    "2018-02-30",
    "2018-02-12T25:20:50Z",
    "0001-01-01T00:00:00+01:00",
    "2018-02-12 23:20:50Z",
    "2018-02-12T23:20:50Z/2018-01-01T00:00:00Z",
    "2018-02-12/2018-02-13/2018-02-14",
    "2018-02-12T00:00:00Z/P1D",
    "２018-02-12",
    "2018-02-12\n",
)


@pytest.mark.parametrize("given", TIMES)
def test_a_time_or_an_interval_is_read(given):
    assert read(datetime=given).filters.datetime


@pytest.mark.parametrize(
    ("given", "days"),
    [
        ("2018-02-12", "2018-02-12 2018-02-12"),
        ("2018-02-12T23:20:50Z", "2018-02-12 2018-02-12"),
        ("2018-02-12T23:20:50-09:00", "2018-02-13 2018-02-13"),
        ("2018-02-12T23:00:00Z/2018-03-18T12:31:12Z", "2018-02-12 2018-03-18"),
        ("2018-02-12/..", "2018-02-12 9999-12-31"),
        ("/2018-02-12", "0001-01-01 2018-02-12"),
    ],
)
def test_times_count_as_their_whole_days_in_utc(given, days):
    asked = read(datetime=given).filters
    assert " ".join(str(end) for end in asked.datetime) == days
    assert asked.undated


@pytest.mark.parametrize("given", NO_TIMES)
def test_what_is_no_time_is_refused(given):
    with pytest.raises(BadRequest, match="datetime"):
        read(datetime=given)


def test_the_pattern_of_the_definition_takes_every_time():
    assert all(re.search(DATETIME_PATTERN, time) for time in TIMES)


@pytest.mark.parametrize("name", ["limit", "offset", "datetime", "bbox", "q"])
def test_what_is_meant_once_is_refused_twice(name):
    value = {"datetime": "2018-02-12", "bbox": "1,2,3,4"}.get(name, "1")
    with pytest.raises(BadRequest, match="once"):
        read_selection({name: [value, value]})


def test_filters_are_those_of_a_download():
    asked = {"kind": ["city", "port"], "country": ["pl,SE"], "sense": ["place"]}
    filters = read_selection({**asked, "confidence": ["sure"], "q": ["Ę"]}).filters
    assert filters.kind == {"city", "port"}
    assert filters.country == {"PL", "SE"}
    assert (filters.sense, filters.confidence) == ({"place"}, {"sure"})
    with pytest.raises(FilterError, match="kind"):
        read(kind="castle")


@given(
    st.sampled_from(["limit", "offset", "datetime", "bbox", "kind", "country", "q"]),
    st.text(max_size=30),
)
def test_whatever_is_asked_is_read_or_refused_in_a_sentence(name, value):
    with suppress(BadRequest, FilterError):
        selection = read(**{name: value})
        assert 1 <= selection.limit <= MOST
        assert selection.offset >= 0
