"""Tests of geodata.mentions.built, through the rules."""

import pytest

from geodata.mentions.names import find_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The van was left on Felton Road, near the shop.", "Felton Road"),
        ("He died in Galliard Lane, who knows why.", "Galliard Lane"),
        ("A flat on the Boulevard Voltaire, the third floor.", "Boulevard Voltaire"),
        ("Snow closed Highway 61 for hours.", "Highway 61"),
        ("They landed at Brown-Miller International Airport at noon.",
         "Brown-Miller International Airport"),
    ],
)  # fmt: skip
def test_streets_and_airports_are_names_as_a_whole(built_gazetteer, text, name):
    assert name in [item.phrase for item in find_names(text, built_gazetteer)]


@pytest.mark.parametrize(
    "text",
    [
        "She writes for the Fleet Street Journal these days.",
        "In a Certain Way he was right.",
        "The Road was long.",
    ],
)
def test_what_only_ends_like_a_street_is_none(built_gazetteer, text):
    assert not find_names(text, built_gazetteer)
