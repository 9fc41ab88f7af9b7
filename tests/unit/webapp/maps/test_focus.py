"""Where the map opens."""

import dataclasses

from geodata.model import Layer
from tests.unit.webapp import sample
from webapp.maps import focus


def feature(lon, lat, times=1, kind="city", described=False):
    place = sample.place(f"x:{lon},{lat}", "X", kind, lon, lat)
    said = sample.resolution(sample.mention("Gdańsk"), place)
    [made] = sample.features(sample.sample_document(), [(place, said)])
    return dataclasses.replace(
        made, occurrences=made.occurrences * times, described=described
    )


def layer(*features, id="cities"):
    return Layer(id=id, title=id, about="", features=features)


def test_no_place_is_no_focus():
    assert focus([]) is None
    assert focus([layer(feature(None, None))]) is None


def test_what_is_far_and_named_once_does_not_count():
    near = [feature(125.7, 39.0, times=5), feature(127.0, 37.5, times=2)]
    west, south, east, north = focus([layer(*near, feature(-77.0, 38.9))])
    assert (west > 120, south > 30, east < 130, north < 45) == (True,) * 4


def test_countries_count_only_where_nothing_smaller_is_named():
    country = feature(100.0, 60.0, times=9, kind="country")
    assert focus([layer(feature(10, 50), country)]) == (9.75, 49.75, 10.25, 50.25)
    assert focus([layer(country)]) == (99.75, 59.75, 100.25, 60.25)


def test_members_of_a_description_count_as_one():
    members = [feature(-60 + n, 0, described=True) for n in range(20)]
    assert focus([layer(*members, id="ports"), layer(feature(10, 50))])[0] == 9.75


def test_governments_do_not_count():
    assert focus([layer(feature(10, 50), id="governments")]) is None


def test_places_beside_the_antimeridian_lie_close_together():
    west, _, east, _ = focus([layer(feature(179, 0), feature(-179, 1))])
    assert (west, east) == (178.75, 181.25)


def test_the_poles_are_the_end():
    assert focus([layer(feature(0, 90))])[3] == 90
