from __future__ import annotations

from dataclasses import replace

import pytest
import shapely

from tests.unit.geodata.made import WONSAN, make_feature, make_layer, make_when
from tests.unit.webapp.sample import sample_atlas, sample_document
from webapp.drawn import drawn, packed


@pytest.fixture(scope="module")
def sheet():
    return drawn(sample_atlas(sample_document()).layers)


def corners(steps, scale):
    """Positions of a line, as `geometry.js` makes them."""
    lon, lat, found = 0, 0, []
    for east, north in zip(steps[::2], steps[1::2], strict=True):
        lon, lat = lon + east, lat + north
        found.append((lon / scale, lat / scale))
    return found


def test_every_feature_of_every_layer_is_there(sheet):
    layers = sample_atlas(sample_document()).layers
    assert {name: len(features) for name, features in sheet["layers"].items()} == {
        layer.id: len(layer.features) for layer in layers
    }


def test_a_place_of_two_layers_is_said_once(sheet):
    named = {
        name: {place for place, _ in features}
        for name, features in sheet["layers"].items()
    }
    [shared] = named["countries"] & named["governments"]
    assert sheet["places"][shared]["name"] == "Poland"


def test_features_name_their_mentions_by_number(sheet):
    said = dict(sheet["layers"]["cities"])["geonames:3099434"]
    numbers = sheet["said"][said]["mentions"]
    assert {sheet["mentions"][number]["phrase"] for number in numbers} == {"Gdańsk"}


def test_a_mention_at_the_very_beginning_says_so():
    [layer] = [
        layer for layer in sample_atlas(sample_document()).layers if layer.id == "ports"
    ]
    [feature, *_] = layer.features
    [occurrence, *_] = feature.occurrences
    mention = replace(occurrence.resolution.mention, start=0)
    resolution = replace(occurrence.resolution, mention=mention)
    first = replace(feature, occurrences=(replace(occurrence, resolution=resolution),))
    [written] = drawn((replace(layer, features=(first,)),))["mentions"]
    assert written["start"] == 0


def test_a_mention_says_when_if_its_sentence_does(sheet):
    assert not any("when" in mention for mention in sheet["mentions"])
    feature = make_feature(WONSAN, when=make_when("1953-09-01", "1953-09-30", "then"))
    [written] = drawn((make_layer(features=(feature,)),))["mentions"]
    assert written["when"] == {
        "start": "1953-09-01",
        "end": "1953-09-30",
        "text": "then",
        "how": "written",
    }


def test_members_of_a_set_are_known_by_name(sheet):
    [holding] = [place for place in sheet["places"].values() if place.get("members")]
    assert all(sheet["places"][member]["name"] for member in holding["members"])


def test_a_point_stands_exactly_where_it_is(sheet):
    assert sheet["places"]["geonames:3099434"]["at"] == [18.64912, 54.35227]


def test_a_region_is_said_where_there_is_one(sheet):
    places = sheet["places"]
    assert places["geonames:3099434"]["region"] == "Pomerania"
    assert "region" not in places["ne:POL"]


def test_what_is_not_located_has_no_position(sheet):
    for place, _ in sheet["layers"]["not-located"]:
        assert not {"at", "shape", "bbox"} & sheet["places"][place].keys()


def test_a_fine_line_strays_less_than_a_hundred_metres():
    fine = [(18.1 + n * 0.00437, 54.2 + (n % 3) * 0.0021) for n in range(200)]
    written = packed(shapely.LineString(fine))
    found = corners(written["parts"], written["scale"])
    strayed = shapely.hausdorff_distance(
        shapely.LineString(fine), shapely.LineString(found)
    )
    assert strayed < 0.001


def test_a_coarse_shape_is_written_in_coarse_steps():
    circle = shapely.Point(100, 60).buffer(30, quad_segs=16)
    written = packed(circle)
    [ring] = written["parts"]
    found = shapely.Polygon(corners(ring, written["scale"]))
    assert written["scale"] < 100
    assert len(found.exterior.coords) == len(circle.exterior.coords)
    assert shapely.hausdorff_distance(found, circle) < 0.1


def test_a_long_straight_edge_does_not_make_all_else_coarse():
    square = shapely.box(10, 40, 20, 50)
    written = packed(square)
    found = shapely.Polygon(corners(written["parts"][0], written["scale"]))
    assert shapely.hausdorff_distance(found, square) < 0.01


@pytest.mark.parametrize(
    ("wkt", "scale", "parts"),
    [
        ("LINESTRING (0 0, 1 1)", 1000, [0, 0, 1000, 1000]),
        ("MULTIPOINT ((0.00001 0), (1 1))", 100_000, [1, 0, 99_999, 100_000]),
        (
            "MULTILINESTRING ((0 0, 1 1), (2 2, 1 1))",
            1000,
            [[0, 0, 1000, 1000], [2000, 2000, -1000, -1000]],
        ),
        (
            "POLYGON ((0 0, 1 0, 1 1, 0 0))",
            1000,
            [[0, 0, 1000, 0, 0, 1000, -1000, -1000]],
        ),
        (
            "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))",
            1000,
            [[[0, 0, 1000, 0, 0, 1000, -1000, -1000]]],
        ),
    ],
)
def test_parts_are_nested_as_geojson_nests_them(wkt, scale, parts):
    shape = shapely.from_wkt(wkt)
    assert packed(shape) == {"type": shape.geom_type, "scale": scale, "parts": parts}


def test_a_collection_says_the_type_of_each_part():
    shape = shapely.from_wkt("GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))")
    assert packed(shape) == {
        "type": "GeometryCollection",
        "scale": 1000,
        "parts": [
            {"type": "Point", "parts": [1000, 2000]},
            {"type": "LineString", "parts": [0, 0, 1000, 1000]},
        ],
    }
