"""Tests of geodata.mentions.lexicon."""

import pytest

from geodata.mentions.lexicon import Lexicon
from geodata.mentions.tokens import tokenise


def longest(gazetteer, text):
    tokens = tokenise(text)
    match = Lexicon(gazetteer).longest(text, tokens, 0)
    return match and text[: tokens[match.last - 1].end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Democratic Republic of the Congo", "Democratic Republic of the Congo"),
        ("Russia's ports", "Russia"),
        ("Egypt -- Muslims", "Egypt"),
        ("Paris, Texas", "Paris"),
        ("Xqzzy", None),
    ],
)
def test_the_longest_name_is_taken(built_gazetteer, text, expected):
    assert longest(built_gazetteer, text) == expected


def test_abbreviations_need_their_capitals(built_gazetteer):
    lexicon = Lexicon(built_gazetteer)
    assert lexicon.entry("DPRK") is not None
    assert lexicon.entry("Dprk") is None


def test_demonyms_are_people_and_no_places(built_gazetteer):
    entry = Lexicon(built_gazetteer).entry("Peruvian")
    assert entry is not None
    assert entry.people
    assert not entry.place
