"""Tests of geodata.mentions.informal, through the rules."""

import pytest

from geodata.mentions.names import find_names


def names(text, gazetteer):
    return [item.phrase for item in find_names(text, gazetteer)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("water everywhere in houston rn", ["houston"]),
        ("cant believe florida again", ["florida"]),
        ("Roads closed #storm, power out from galveston to beaumont",
         ["galveston", "beaumont"]),
        ("pray for #houston", ["houston"]),
        ("made it to san antonio lol", ["san antonio"]),
    ],
)  # fmt: skip
def test_well_known_places_are_found_in_small_letters(built_gazetteer, text, expected):
    assert names(text, built_gazetteer) == expected


@pytest.mark.parametrize(
    "text",
    [
        "paris is always late, love that girl",
        "reading in bed again #books",
        "this is a mobile of hers",
        "They had dinner at home, and talked of turkey in cream.",
    ],
)
def test_words_that_are_no_places_there_are_left(built_gazetteer, text):
    assert not names(text, built_gazetteer)


def test_a_line_that_was_broken_to_fit_is_no_message(built_gazetteer):
    wrapped = (
        "The committee heard that the old table had been set with fine\n"
        "china in the afternoon and that nobody had touched it since.\n"
    )
    assert not names(wrapped, built_gazetteer)


def test_a_handle_is_no_place(built_gazetteer):
    assert not names("waiting for @London to answer", built_gazetteer)
