"""Seas that the recogniser left out, found where only a shore can stand."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.gazetteer import Gazetteer
from geodata.mentions.descriptions.lookup import sea_named
from geodata.mentions.descriptions.nouns import SHORES
from geodata.mentions.descriptions.pieces import Piece

_BEFORE = frozenset({"on", "along", "off"})
_OWNED = SHORES | {"port", "ports", "harbours", "harbors"}
_MOST_WORDS = 4


def with_seas(text: str, pieces: Sequence[Piece], gazetteer: Gazetteer) -> list[Piece]:
    """The pieces, with a sea's words after "on the" or before "coast" as one.

    "Ports on the Pacific" has Pacific as a name after this, even if a recogniser
    that also knows towns of that name was in doubt.
    """
    joined: list[Piece] = []
    index = 0
    while index < len(pieces):
        length = _sea_at(text, pieces, index, gazetteer) if _may(pieces, index) else 0
        if length:
            first, last = pieces[index], pieces[index + length - 1]
            words = text[first.start : last.end]
            joined.append(Piece(first.start, last.end, words, "name", first.sentence))
        else:
            joined.append(pieces[index])
        index += max(1, length)
    return joined


def _may(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a name can begin here."""
    piece = pieces[index]
    return piece.named or (piece.kind == "word" and piece.text[0].isupper())


def _sea_at(
    text: str, pieces: Sequence[Piece], index: int, gazetteer: Gazetteer
) -> int:
    """How many pieces the longest name of a sea takes up here; 0 if there is none."""
    for length in range(_MOST_WORDS, 0, -1):
        window = pieces[index : index + length]
        if len(window) < length or any(piece.kind == "mark" for piece in window):
            continue
        if length == 1 and window[0].named:
            return 0
        if not (_follows_shore(pieces, index) or _leads_shore(pieces, index + length)):
            continue
        if sea_named(text[window[0].start : window[-1].end], gazetteer) is not None:
            return length
    return 0


def _follows_shore(pieces: Sequence[Piece], index: int) -> bool:
    before = index - 1
    if before > 0 and pieces[before].low == "the":
        before -= 1
    if before >= 0 and pieces[before].low == "of":
        return before > 0 and pieces[before - 1].low in SHORES
    return before >= 0 and pieces[before].low in _BEFORE


def _leads_shore(pieces: Sequence[Piece], after: int) -> bool:
    return after < len(pieces) and pieces[after].low in _OWNED
