"""Tests of geodata.mentions.lexical."""

import pytest

from geodata.mentions.lexical import in_lexical_name, is_direction, is_make
from geodata.mentions.tokens import tokenise


def inside(text, name):
    tokens = tokenise(text)
    words = [token.text for token in tokenise(name)]
    for first in range(len(tokens)):
        last = first + len(words)
        if [token.text for token in tokens[first:last]] == words:
            return in_lexical_name(tokens, first, last)
    raise AssertionError(f"no {name!r} in {text!r}")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("reports The Lima Post today", "Lima"),
        ("the French Daily Mail wrote", "French"),
        ("after the Peruvian War ended", "Peruvian"),
        ("the Geneva Convention forbids", "Geneva"),
        ("the Treaty of Versailles", "Versailles"),
        ("at the University of Lima", "Lima"),
        ("a Lima University study", "Lima"),
        ("the Vietnam People's Army marched", "Vietnam"),
        ("aboard the USS Missouri", "Missouri"),
        ("flew with Peruvian Airlines", "Peruvian"),
        ("the voice of Peru reported", "Peru"),
        ("the Pittsburgh Steelers won", "Pittsburgh"),
        ("said Ms. Lima yesterday", "Lima"),
    ],
)
def test_a_name_inside_a_lexical_name_is_told(text, name):
    assert inside(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Ministry of Defence of Peru said", "Peru"),
        ("the Peruvian Foreign Ministry said", "Peruvian"),
        ("the Armed Forces of Chile", "Chile"),
        ("the Chilean Navy sailed", "Chilean"),
        ("the Peruvian Army marched", "Peruvian"),
        ("in Lima, the Post wrote", "Lima"),
        ("Peru's Daily News", "Peru"),
        ("the voice of Peru matters", "Peru"),
        ("the people of Peru", "Peru"),
    ],
)
def test_a_name_that_can_be_dropped_is_left(text, name):
    assert not inside(text, name)


@pytest.mark.parametrize("word", ["West", "north", "South-East", "Central"])
def test_bare_directions_are_told(word):
    assert is_direction(word)


@pytest.mark.parametrize("name", ["West Bengal", "Northampton"])
def test_names_with_directions_in_them_are_names(name):
    assert not is_direction(name)


@pytest.mark.parametrize(
    ("text", "last", "make"),
    [
        ("Exeter cruise missiles", 1, True),
        ("Hereford cattle", 1, True),
        ("Exeter. Missiles", 1, False),
        ("Exeter fired missiles", 1, False),
    ],
)
def test_makes_and_breeds_are_told_by_what_follows(text, last, make):
    assert is_make(tokenise(text), last) is make
