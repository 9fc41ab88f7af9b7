"""Tests of geodata.mentions.rules, on names a model is made to find."""

import pytest

from geodata.mentions.board import Found, Reading
from geodata.mentions.features import find_entries
from geodata.mentions.lexicon import Lexicon
from geodata.mentions.persons import find_persons
from geodata.mentions.rules import apply_rules
from geodata.mentions.tokens import tokenise


def ruled(text, names, gazetteer, *, people=False):
    """What is left of names of one word, all found with certainty."""
    tokens, lexicon = tokenise(text), Lexicon(gazetteer)
    matches = find_entries(text, tokens, lexicon)
    reading = Reading(
        text, tokens, matches, find_persons(tokens), lexicon.is_named, lambda _: 0.0
    )
    found = [
        Found(at, at + 1, people=people, confidence=0.99)
        for at, token in enumerate(tokens)
        if token.text in names
    ]
    return [
        reading.phrase(span.first, span.last) for span in apply_rules(reading, found)
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He walked North.", {"North"}),
        ("It cost US$5.", {"US"}),
        ("They lived at No. 16.", {"No"}),
        ("The Lima Tribune wrote", {"Lima"}),
        ("a case of Marburg virus", {"Marburg"}),
        ("said Chad Norris, a clerk", {"Chad"}),
        ("On March 3, 2021, it rained.", {"March"}),
        ("It rained on 3 March.", {"March"}),
        ("It rained on the 3rd of March.", {"March"}),
        ("It rained on March the 3rd.", {"March"}),
        ("It was AUGUST 1999.", {"AUGUST"}),
    ],
)
def test_names_that_are_none_are_taken_away(built_gazetteer, text, names):
    assert ruled(text, names, built_gazetteer) == []


@pytest.mark.parametrize(
    "text",
    ["Elected 2019\n\nMarch is a town.", "March's 22,000 men.", "of March, 3 men"],
)
def test_a_town_called_as_a_month_stays(built_gazetteer, text):
    assert ruled(text, {"March"}, built_gazetteer) == ["March"]


def test_the_longest_alias_wins(built_gazetteer):
    text = "troops of the Democratic Republic of the Congo"
    assert ruled(text, {"Congo"}, built_gazetteer) == [
        "Democratic Republic of the Congo"
    ]


def test_a_name_goes_on_over_particles(built_gazetteer):
    text = "a hut in the Sierra de las Cabras, they say"
    assert ruled(text, {"Sierra"}, built_gazetteer) == ["Sierra de las Cabras"]


@pytest.mark.parametrize("text", ["She speaks French well.", "A note in French."])
def test_a_language_is_no_people(built_gazetteer, text):
    assert ruled(text, {"French"}, built_gazetteer, people=True) == []


def test_a_people_in_a_place_is_kept(built_gazetteer):
    text = "An idea in French politics."
    assert ruled(text, {"French"}, built_gazetteer, people=True) == ["French"]


def test_a_county_is_named_with_its_kind(built_gazetteer):
    text = "deputies of the Travis County Sheriff's Office"
    assert ruled(text, {"Travis"}, built_gazetteer) == ["Travis County"]
