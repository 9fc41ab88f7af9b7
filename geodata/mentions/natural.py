"""Rivers, mountains, forts and the like: told by their first or last word.

Gazetteers hold few creeks, fords and gaps; their names say what they are.
"""

from __future__ import annotations

from geodata.mentions.board import Board, Reading
from geodata.mentions.built import continues, put_whole, start_of
from geodata.mentions.lexical import is_direction
from geodata.mentions.tokens import word_set

_LAST = word_set(
    """River Creek Mountain Mountains Ridge Valley Falls Canyon Bayou Glacier Gulch
    Peninsula Island Islands Isles Reservoir Hills Forest Springs"""
)
"""Last words of names that are hardly anything else."""

_LAST_AFTER_OWNER = word_set(
    """Ford Gap Station Landing Ferry Mills Mill Point Bay Hill Run Branch Bluff Cove
    Crossing Crossroads Head Bridge Lake Fork Harbour Harbor Bend"""
)
"""Last words that need an owner before them: "Bean's Station"."""

_FIRST = word_set("Fort Ft. Mount Mt. Cape Loch Lough Glen Bayou Lake Camp")
_OF = word_set("Sound Gulf Bay Isle Straits Strait Firth")
_OWN = frozenset({"'s", "\u2019s", "'", "\u2019"})
_NOT_OWNED = word_set("It He She That There What Who Let")
_HEADLINE = 12


def add_natural(reading: Reading, board: Board) -> None:
    """A river, ridge or fort is a name as a whole, known or not."""
    for at, token in enumerate(reading.tokens):
        word = token.text
        if word in _LAST or word in _LAST_AFTER_OWNER:
            _add_ending(reading, board, at)
        if word in _FIRST or word in _OF:
            _add_beginning(reading, board, at)


def _add_ending(reading: Reading, board: Board, at: int) -> None:
    """Crazy Woman Creek; Stewart's Creek; McFadden's Ford."""
    tokens = reading.tokens
    if continues(tokens, at):
        return
    owned = at > 1 and tokens[at - 1].text in _OWN
    if owned and tokens[at - 2].end == tokens[at - 1].start:
        owner = tokens[at - 2].text
        if (
            owner[0].isupper()
            and owner not in _NOT_OWNED
            and not _is_country(reading, at - 2)
        ):
            put_whole(board, at - 2, at + 1)
    elif tokens[at].text in _LAST:
        first = start_of(tokens, at)
        if first < at and not is_direction(reading.phrase(first, at)):
            put_whole(board, first, at + 1)


def _is_country(reading: Reading, at: int) -> bool:
    """Whether a country owns it: "Brazil's River" is no name."""
    return any(
        match.first <= at < match.last and (match.entry.country or match.entry.people)
        for match in reading.matches
    )


def _add_beginning(reading: Reading, board: Board, at: int) -> None:
    """Fort Sanders; Cape Wrath; Sound of Mull."""
    tokens = reading.tokens
    last = at + 1
    if tokens[at].text in _OF:
        if last >= len(tokens) or tokens[last].text != "of":
            return
        last += 1
        last += last < len(tokens) and tokens[last].text == "the"
    if last >= len(tokens) or tokens[last].sentence != tokens[at].sentence:
        return
    name = tokens[last].text
    plain = name[0].isupper() and not name.isupper()
    before = tokens[at - 1] if at else None
    alone = (
        before is None
        or before.sentence != tokens[at].sentence
        or not before.text[0].isupper()
    )
    if plain and alone and not continues(tokens, last) and name[-1] != ".":
        put_whole(board, at, last + 1)
