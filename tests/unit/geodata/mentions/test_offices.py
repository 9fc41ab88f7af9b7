"""Tests of geodata.mentions.offices, through the rules."""

import pytest

from geodata.mentions.names import find_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She backed Florida Senator Ann Bell in the vote.", "Florida"),
        ("The case came before Quebec Health Minister Luc Roy.", "Quebec"),
        ("Leeds Police said on Monday that no one was hurt.", "Leeds"),
        ("It was signed by former Ohio Governor Joe Hart.", "Ohio"),
    ],
)
def test_a_place_before_an_office_is_a_name(built_gazetteer, text, name):
    assert name in [item.phrase for item in find_names(text, built_gazetteer)]


def test_a_small_place_before_an_office_is_left_to_the_model(built_gazetteer):
    text = "Hope Mayor quietly closed the door."
    assert not find_names(text, built_gazetteer)


def test_what_an_office_is_for_is_no_place(built_gazetteer):
    text = "It was Interior Minister Ann Bell who spoke."
    assert not find_names(text, built_gazetteer)
