import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.geo import EARTH_RADIUS_KM, distance_km

longitudes = st.floats(-180, 180)
latitudes = st.floats(-90, 90)


@given(longitudes, latitudes, longitudes, latitudes)
def test_it_is_as_far_there_as_back(lon1, lat1, lon2, lat2):
    there = distance_km(lon1, lat1, lon2, lat2)
    assert there == pytest.approx(distance_km(lon2, lat2, lon1, lat1), abs=1e-6)


@given(longitudes, latitudes, longitudes, latitudes)
def test_nothing_is_farther_than_half_round_the_earth(lon1, lat1, lon2, lat2):
    assert 0 <= distance_km(lon1, lat1, lon2, lat2) <= 3.1416 * EARTH_RADIUS_KM


@given(longitudes, longitudes)
def test_a_pole_is_one_point_whatever_its_longitude(lon1, lon2):
    assert distance_km(lon1, 90, lon2, 90) == pytest.approx(0, abs=1e-6)


@given(latitudes)
def test_both_names_of_the_antimeridian_are_one_line(lat):
    assert distance_km(180, lat, -180, lat) == pytest.approx(0, abs=1e-6)
