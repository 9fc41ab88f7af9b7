"""Tests of geodata.mentions.board."""

import pytest

from geodata.mentions.board import Board, Found, is_wide
from geodata.mentions.lexicon import Entry, Match
from geodata.model import PlaceKind

NAME = Found(2, 4, people=False, confidence=0.9)


def entry(kind, *, bearers=1, spelled=True):
    return Entry(
        kinds=frozenset({kind}),
        roles=frozenset({"name"}),
        population=0,
        bearers=bearers,
        spelled=spelled,
    )


@pytest.mark.parametrize(("first", "last"), [(1, 3), (2, 4), (3, 9)])
def test_nothing_is_added_where_a_name_stands(first, last):
    board = Board([NAME])
    board.add(first, last)
    assert board.spans() == [NAME]


def test_a_name_is_added_beside_another():
    board = Board([NAME])
    board.add(0, 2)
    assert [span[:2] for span in board.spans()] == [(0, 2), (2, 4)]


def test_one_name_takes_the_place_of_two():
    whole = Found(2, 6, people=False, confidence=0.5)
    board = Board([NAME, Found(5, 6, people=True, confidence=0.9)])
    board.replace(board.over(2, 6), whole)
    assert board.spans() == [whole]


def test_a_sea_of_two_words_is_wide_however_many_bear_its_name():
    assert is_wide(Match(0, 2, entry(PlaceKind.SEA, bearers=9)))
    assert not is_wide(Match(0, 2, entry(PlaceKind.REGION, bearers=9)))


def test_a_sea_of_one_word_is_not_wide():
    assert not is_wide(Match(0, 1, entry(PlaceKind.SEA)))
