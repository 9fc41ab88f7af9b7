"""Tests of geodata.mentions.features."""

import pytest

from geodata.mentions.features import OUTSIDE, Clues, atoms, find_entries, shape
from geodata.mentions.lexicon import Lexicon
from geodata.mentions.persons import find_persons
from geodata.mentions.tokens import tokenise


def clues(text, word, gazetteer):
    tokens = tokenise(text)
    matches = find_entries(text, tokens, Lexicon(gazetteer))
    position = [token.text for token in tokens].index(word)
    return Clues(tokens, matches, find_persons(tokens)).of(position)


@pytest.mark.parametrize(
    ("word", "look"),
    [("Lima", "Xx"), ("USSR", "XX"), ("McKee", "XxX"), ("é", "x"), ("京", "xX"),
     ("🚢", "🚢")],
)  # fmt: skip
def test_the_shape_of_a_word(word, look):
    assert shape(word) == look


def test_a_word_says_less_from_afar():
    assert len(atoms("Lima", 2)) < len(atoms("Lima", 0))
    assert atoms(OUTSIDE, -1) == ["-1^"]


def test_longest_entries_do_not_overlap(built_gazetteer):
    text = "via New York to York by way of South Korea."
    tokens = tokenise(text)
    found = find_entries(text, tokens, Lexicon(built_gazetteer))
    phrases = [text[tokens[m.first].start : tokens[m.last - 1].end] for m in found]
    assert phrases == ["New York", "York", "South Korea"]


def test_the_gazetteer_says_what_kind_it_knows(built_gazetteer):
    assert any("country" in clue for clue in clues("In Peru.", "Peru", built_gazetteer))


def test_a_person_is_a_clue_there_and_elsewhere(built_gazetteer):
    text = "Georgia Stevens skates. Judges liked Georgia, of Leeds."
    assert "person" in clues(text, "Georgia", built_gazetteer)
    assert "people" in clues(text, "Georgia", built_gazetteer)
    assert "people" not in clues(text, "Leeds", built_gazetteer)


def test_a_word_in_small_letters_has_clues_of_its_place_alone(built_gazetteer):
    assert clues("the rain", "rain", built_gazetteer) == []
