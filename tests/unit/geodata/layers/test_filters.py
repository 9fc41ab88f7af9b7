import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.errors import FilterError
from geodata.layers import Filters, apply, compose, confidence_word, read_filters
from geodata.properties import properties
from geodata.shapes import written_shape
from tests.unit.geodata.made import (
    FIJI,
    NORTH_KOREA,
    PYONGYANG,
    WONSAN,
    make_feature,
    make_layer,
    make_place,
    make_resolution,
    make_when,
)

VECTORS = json.loads(
    (Path(__file__).parents[3] / "data" / "datetime.json").read_text("utf-8")
)
NEVER = make_place("the West", "region", None, None, id="seed:the-west")


@pytest.fixture
def layers(article, small_gazetteer):
    text = article.text
    again = text.rindex("Wonsan")
    found = (
        make_resolution(
            text, "Pyongyang", PYONGYANG, sense="actor", stands_for=NORTH_KOREA
        ),
        make_resolution(text, "Wonsan", WONSAN, confidence=0.6),
        make_resolution(text, "Wonsan", WONSAN, start=again, confidence=0.95),
        make_resolution(text, "Atlantis", confidence=0.3),
    )
    return compose([article], {"a": found}, small_gazetteer)


def test_a_search_finds_what_lies_in_a_region_by_its_name_and_with_it(
    article, small_gazetteer
):
    kangwon = replace(WONSAN, region="Kangwŏn")
    found = (
        make_resolution(article.text, "Wonsan", kangwon),
        make_resolution(article.text, "Pyongyang", PYONGYANG),
    )
    layers = compose([article], {"a": found}, small_gazetteer)
    for words in ("kangwon", "Wonsan, Kangwon"):
        assert shown(layers, {"q": words}) == {"cities": 1}
    assert shown(layers, {"q": "none"}) == {"cities": 0}


def shown(layers, values):
    left = apply(layers, read_filters(values))
    return {
        layer.id: sum(len(feature.occurrences) for feature in layer.features)
        for layer in left
    }


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, {"cities": 2, "governments": 1, "not-located": 1}),
        ({"layers": "cities"}, {"cities": 2}),
        ({"layers": ""}, {}),
        ({"layers": "ports"}, {}),
        ({"sense": "actor"}, {"cities": 0, "governments": 1, "not-located": 0}),
        (
            {"sense": ["place", "actor"]},
            {"cities": 2, "governments": 1, "not-located": 1},
        ),
        ({"kind": "country"}, {"cities": 0, "governments": 1, "not-located": 0}),
        ({"country": "kp"}, {"cities": 2, "governments": 1, "not-located": 0}),
        ({"confidence": "sure"}, {"cities": 1, "governments": 1, "not-located": 0}),
        ({"confidence": "doubtful"}, {"cities": 0, "governments": 0, "not-located": 1}),
        ({"q": "WÖNSAN"}, {"cities": 2, "governments": 0, "not-located": 0}),
        ({"q": "matter"}, {"cities": 0, "governments": 0, "not-located": 0}),
        ({"q": ""}, {"cities": 2, "governments": 1, "not-located": 1}),
        ({"bbox": "127,39,128,40"}, {"cities": 2, "governments": 1, "not-located": 0}),
        ({"bbox": "170,39,127,40"}, {"cities": 0, "governments": 1, "not-located": 0}),
    ],
)
def test_filters_act_on_mentions_and_counts_are_taken_anew(layers, values, expected):
    assert shown(layers, values) == expected


def test_a_confidence_is_taken_as_it_is_written(article, small_gazetteer):
    found = make_resolution(article.text, "Wonsan", WONSAN, confidence=0.79951)
    [layer] = compose([article], {"a": (found,)}, small_gazetteer)
    assert properties(layer.features[0], layer.id)["confidence"] == 0.8
    assert shown([layer], {"confidence": "sure"}) == {"cities": 1}
    assert shown([layer], {"confidence": "likely"}) == {"cities": 0}


def test_a_box_with_west_beyond_east_crosses_180():
    layer = make_layer(FIJI, PYONGYANG)
    [left] = apply([layer], read_filters({"bbox": "179,-20,-179,-10"}))
    assert [feature.place.name for feature in left.features] == ["Fiji"]


def test_a_box_can_let_through_what_has_no_location_where_it_stands():
    layer = make_layer(WONSAN, NEVER, PYONGYANG)
    box = read_filters({"bbox": "127,39,128,40"})
    [left] = apply([layer], replace(box, unlocated=True))
    assert [feature.place for feature in left.features] == [WONSAN, NEVER]
    assert len(apply([layer], box)[0].features) == 1


def test_shapes_that_are_kept_are_not_made_anew():
    layer = make_layer(WONSAN, PYONGYANG)
    shapes = {WONSAN.id: None, PYONGYANG.id: written_shape(WONSAN)}
    box = read_filters({"bbox": "127,39,128,40"})
    [left] = apply([layer], box, shape_of=lambda place: shapes[place.id])
    assert [feature.place for feature in left.features] == [PYONGYANG]


def test_a_time_lets_through_what_the_shared_examples_say():
    for case in VECTORS["mentions"]:
        when = make_when(*case["when"]) if case["when"] else None
        layer = make_layer(features=(make_feature(WONSAN, when=when),))
        left = shown([layer], {"datetime": case["datetime"]})
        assert left == {"cities": int(case["passes"])}, case


@pytest.mark.parametrize("value", VECTORS["refused"])
def test_what_is_no_time_is_refused_with_an_example(value):
    with pytest.raises(FilterError, match=r"datetime cannot be .* 1953-09-12"):
        read_filters({"datetime": value})


def test_a_time_can_let_through_features_of_which_nothing_is_dated():
    dated = make_feature(PYONGYANG, when=make_when("1953-09-01"))
    layer = make_layer(features=(make_feature(WONSAN), dated))
    asked = read_filters({"datetime": "1990"})
    [left] = apply([layer], replace(asked, undated=True))
    assert [feature.place for feature in left.features] == [WONSAN]
    assert not apply([layer], asked)[0].features


def test_no_filter_changes_nothing(layers):
    assert apply(layers, Filters()) == layers


def test_a_feature_left_with_descriptions_only_is_described(article, small_gazetteer):
    text = article.text
    named = make_resolution(text, "Wonsan", WONSAN, confidence=0.3)
    told = make_resolution(text, "the sea", WONSAN, kind="description", confidence=0.9)
    layers = compose([article], {"a": (named, told)}, small_gazetteer)
    before = next(layer for layer in layers if layer.id == "cities")
    [after] = apply([before], read_filters({"confidence": "sure"}))
    assert not before.features[0].described
    assert after.features[0].described


@pytest.mark.parametrize(
    "values",
    [
        {"bbox": "-180,-90,180,90"},
        {"bbox": "180,-90,-180,90"},
        {"bbox": "127.44361,39.15278,127.44361,39.15278"},
        {"q": "x" * 200},
    ],
)
def test_a_value_at_its_bounds_is_taken(values):
    assert read_filters(values) != Filters()


def test_a_box_may_be_a_mere_point_or_a_meridian():
    layer = make_layer(WONSAN, make_place("Ulunga", lon=180.0, lat=0.0))
    for box, name in (
        ("127.44361,39.15278,127.44361,39.15278", "Wonsan"),
        ("180,-90,-180,90", "Ulunga"),
    ):
        [left] = apply([layer], read_filters({"bbox": box}))
        assert [feature.place.name for feature in left.features] == [name]


def test_half_a_confidence_is_likely_and_four_fifths_are_sure():
    words = [confidence_word(value) for value in (0.499, 0.5, 0.799, 0.8)]
    assert words == ["doubtful", "likely", "likely", "sure"]


@pytest.mark.parametrize(
    "values",
    [
        {"colour": "red"},
        {"layers": "towns"},
        {"layers": "cities,towns"},
        {"sense": "verb"},
        {"kind": "town"},
        {"kind": ","},
        {"country": "Korea"},
        {"confidence": "0.5"},
        {"bbox": "1,2,3"},
        {"bbox": "1,2,3,x"},
        {"bbox": "1,2,nan,3"},
        {"bbox": "0,10,1,5"},
        {"bbox": "-180.001,0,1,5"},
        {"bbox": "1,0,180.001,5"},
        {"bbox": "180.001,0,1,5"},
        {"bbox": "1,0,-180.001,5"},
        {"bbox": "0,-90.001,1,5"},
        {"bbox": "0,0,1,90.001"},
        {"country": ","},
        {"q": "x" * 201},
    ],
)
def test_an_unknown_name_or_value_is_an_error(values):
    with pytest.raises(FilterError, match=r"choose of|give "):
        read_filters(values)


@given(
    st.dictionaries(
        st.sampled_from(["layers", "bbox", "sense", "kind", "country", "q"]),
        st.text(max_size=20),
    )
)
def test_any_value_is_read_or_refused_in_words(values):
    with suppress(FilterError):
        assert isinstance(read_filters(values), Filters)
