"""Tests of geodata.mentions.recall: what rules add where a model finds nothing."""

import pytest

from geodata.mentions.board import Board, Found, Reading
from geodata.mentions.features import find_entries
from geodata.mentions.lexicon import Lexicon
from geodata.mentions.persons import find_persons
from geodata.mentions.recall import (
    add_big_cities,
    add_datelines,
    add_dotted,
    add_located,
    add_repeated,
    add_residents,
    add_states,
    add_towns_of_several_words,
    add_well_known,
    add_with_articles,
)
from geodata.mentions.tokens import tokenise


def added(rule, text, gazetteer, *, chance=0.5, found=()):
    """The phrases on the board after one rule."""
    tokens, lexicon = tokenise(text), Lexicon(gazetteer)
    matches = find_entries(text, tokens, lexicon)
    reading = Reading(
        text, tokens, matches, find_persons(tokens), lexicon.is_named, lambda _: chance
    )
    board = Board(found)
    rule(reading, board)
    return [reading.phrase(span.first, span.last) for span in board.spans()]


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        (add_well_known, "Peru signed.", ["Peru"]),
        (add_well_known, "ships on the South China Sea", ["South China Sea"]),
        (add_big_cities, "Then Lagos answered.", ["Lagos"]),
        (add_big_cities, "He said on Friday Lagos answered.", ["Lagos"]),
        (add_residents, "Ann Bell, 43, of Rumney, fell.", ["Rumney"]),
        (add_dotted, "The B.C. budget", ["B.C."]),
        (add_datelines, "NAIROBI - It rained.", ["NAIROBI"]),
        (add_datelines, "NAIROBI Officials met.", ["NAIROBI"]),
        (add_with_articles, "ports on the Baltic.", ["Baltic"]),
        (add_located, "The van was found near Hawksmere.", ["Hawksmere"]),
        (
            add_towns_of_several_words,
            "prayers for Port Arthur tonight",
            ["Port Arthur"],
        ),
    ],
)
def test_a_rule_adds_what_it_is_for(built_gazetteer, rule, text, expected):
    assert added(rule, text, built_gazetteer) == expected


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (add_big_cities, "Then Lagos Motors answered."),
        (add_residents, "Ann Bell, 43, of course, fell."),
        (add_dotted, "It was built in 300 B.C. by hand."),
        (add_datelines, "They flew to NAIROBI - at last."),
        (add_with_articles, "a Baltic port"),
        (add_located, "She works at Hawksmere Motors."),
        (add_located, "He spoke of Hawksmere."),
        (add_towns_of_several_words, "the Port Arthur Society met"),
    ],
)
def test_a_rule_adds_nothing_else(built_gazetteer, rule, text):
    assert added(rule, text, built_gazetteer) == []


def test_a_country_that_the_model_rules_out_is_not_added(built_gazetteer):
    assert added(add_well_known, "Peru signed.", built_gazetteer, chance=0.0) == []


def test_a_state_after_a_known_town_is_a_name_too(built_gazetteer):
    town = Found(1, 2, people=False, confidence=0.9)
    text = "In Austin, Texas, it rained."
    assert added(add_states, text, built_gazetteer, found=[town]) == ["Austin", "Texas"]


def test_a_sure_name_is_found_again(built_gazetteer):
    sure = Found(1, 2, people=False, confidence=0.95)
    text = "In Qorvo it rained. Then Qorvo froze."
    assert added(add_repeated, text, built_gazetteer, found=[sure]) == ["Qorvo"] * 2
