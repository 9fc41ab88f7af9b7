"""Tests of geodata.mentions.persons."""

import pytest

from geodata.mentions.persons import find_persons, given_names, people_of
from geodata.mentions.tokens import tokenise


def persons(text):
    tokens = tokenise(text)
    return [
        " ".join(token.text for token in tokens[first:last])
        for first, last in find_persons(tokens)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad Norris sells boats.", ["Chad Norris"]),
        ("Texas Sen. Dallas Boyd spoke.", ["Dallas Boyd"]),
        ("Police held Milan Kovac, 43, at home.", ["Milan Kovac"]),
        ("The 12-year-old Odessa Flynn won.", ["Odessa Flynn"]),
        ("President Nasser bin Farid spoke.", ["Nasser bin Farid"]),
        ("Yours truly, J. W. LEEDS, Colonel.", ["J. W. LEEDS"]),
        ("Sprinter Chad Norris fell.", ["Chad Norris"]),
    ],
)
def test_people_are_known_by_title_given_name_or_age(text, expected):
    assert persons(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They met in Austin Texas.",
        "In April Houston flooded.",
        "From Vienna I went home.",
        "Sydney Harbour was closed.",
        "Madison County voted.",
        "the Asia-Pacific region",
        "The London Police came.",
        "TROOPS ENTER N. IRELAND",
        "",
    ],
)
def test_what_is_called_like_a_person_may_be_none(text):
    assert not persons(text)


def test_a_name_first_used_for_a_person_means_that_person():
    tokens = tokenise("Georgia Stevens skates. Judges liked Georgia.")
    assert "Georgia" in people_of(tokens, find_persons(tokens))


def test_a_name_that_is_located_means_a_place_too():
    tokens = tokenise("Georgia Stevens skates. She was born in Georgia.")
    assert "Georgia" not in people_of(tokens, find_persons(tokens))


def test_the_list_holds_given_names_of_many_lands():
    assert {"Santiago", "Fatima", "Kwame", "Hiroshi", "Olga"} <= given_names()
