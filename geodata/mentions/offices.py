"""Places before offices: "Ohio Senator", "Leeds Police", "Tasmania Health Minister".

The name can be dropped and a common-noun office remains, so it is a name of its own.
"""

from __future__ import annotations

from geodata.mentions.board import Board, Reading
from geodata.mentions.lexical import is_direction
from geodata.mentions.lexicon import Match
from geodata.mentions.tokens import word_set
from geodata.model import PlaceKind

_OFFICES = word_set(
    """Mayor Governor Gov. Senator Sen. Sens. Rep. Congressman Congresswoman Premier MP
    Minister Ambassador Attorney Sheriff Police Council Councillor Parliament Government
    Governors Lawmakers Republican Democrat Republicans Democrats"""
)
_INSIDE = word_set(
    """State Deputy Prime Foreign Defence Defense Health Finance Interior Education
    Justice Environment Transport Agriculture Labour Labor Energy Trade Lt. Lieutenant
    Attorney City Chief Acting Former Provincial District County Vice"""
)
_LONGEST = 4
_LEAST = 0.03
_FAIRLY = 0.85
_ENOUGH_PEOPLE = 5_000
_LANDS = frozenset({PlaceKind.REGION, PlaceKind.CITY, PlaceKind.COUNTRY})


def add_before_offices(reading: Reading, board: Board) -> None:
    """A well-known place right before an office or what holds it."""
    for match in reading.matches:
        if not _is_before_office(reading, match) or not _may_be_place(reading, match):
            continue
        chance = reading.least_chance(match.first, match.last)
        if chance >= _LEAST:
            board.add(match.first, match.last, max(_FAIRLY, chance))


def _is_before_office(reading: Reading, match: Match) -> bool:
    tokens = reading.tokens
    sentence = tokens[match.first].sentence
    for at in range(match.last, min(match.last + _LONGEST, len(tokens))):
        word = tokens[at].text
        if tokens[at].sentence != sentence:
            return False
        if word in _OFFICES:
            return True
        if word not in _INSIDE:
            return False
    return False


def _may_be_place(reading: Reading, match: Match) -> bool:
    entry = match.entry
    before = reading.tokens[match.first - 1 : match.first] if match.first else ()
    if before and before[0].sentence == reading.tokens[match.first].sentence:
        word = before[0].text
        if word[0].isupper() and word.lower() not in _BEFORE:
            return False
    phrase = reading.phrase(match.first, match.last)
    if phrase in _INSIDE:
        return False
    known = entry.population >= _ENOUGH_PEOPLE and not entry.kinds.isdisjoint(_LANDS)
    return known and entry.spelled and not entry.people and not is_direction(phrase)


_BEFORE = word_set("former then current ex new the a an outgoing and as but when while")
