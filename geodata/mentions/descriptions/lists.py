"""Names in a row: "A and B", "A, B and the C"."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.mentions.descriptions.nouns import DIRECTIONS
from geodata.mentions.descriptions.pieces import Piece

AND = frozenset({"and", "&"})
"""What joins the last two of a list."""

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
"""What makes an owner of a name."""


def is_half_a_pair(pieces: Sequence[Piece], index: int) -> bool:
    """Whether "North" stands here, before "and South Korea"."""
    if low_at(pieces, index) not in DIRECTIONS or index + 2 >= len(pieces):
        return False
    other = pieces[index + 2]
    words = other.text.lower().split()
    joined = low_at(pieces, index + 1) in AND and other.kind == "name"
    return joined and len(words) > 1 and words[0] in DIRECTIONS


def next_name(pieces: Sequence[Piece], index: int) -> int | None:
    """Where the next name of a list stands, after "and", ", and" or a comma.

    A comma after "A and B" ends the list: in "the coasts of A and B, and C said", C
    begins a clause of its own.
    """
    start = index
    if low_at(pieces, index) == ",":
        if _follows_and(pieces, index - 1):
            return None
        index += 1
    if low_at(pieces, index) in AND:
        index += 1
    elif index == start or not _ends_list(pieces, index):
        return None
    index = after_article(pieces, index)
    named = index < len(pieces) and pieces[index].kind == "name"
    owns = low_at(pieces, index + 1) in POSSESSIVES
    return index if named and not owns else None


def _follows_and(pieces: Sequence[Piece], index: int) -> bool:
    """Whether "and" stands before the name here, or before its article."""
    article = low_at(pieces, index - 1) == "the"
    return low_at(pieces, index - 1 - article) in AND


def _ends_list(pieces: Sequence[Piece], index: int) -> bool:
    """Whether names parted by commas go on to an "and" with a last name."""
    while index + 1 < len(pieces):
        if pieces[index].kind != "name":
            return False
        follows = low_at(pieces, index + 1)
        if follows in AND:
            last = after_article(pieces, index + 2)
            return last < len(pieces) and pieces[last].kind == "name"
        if follows != ",":
            return False
        index += 2
        if low_at(pieces, index) in AND:
            index += 1
            return index < len(pieces) and pieces[index].kind == "name"
    return False


def after_article(pieces: Sequence[Piece], index: int) -> int:
    """The index itself, or the next one if "the" stands here."""
    return index + 1 if low_at(pieces, index) == "the" else index


def low_at(pieces: Sequence[Piece], index: int) -> str:
    """The word at an index in lower case; '' beyond the text or for a name."""
    return pieces[index].low if 0 <= index < len(pieces) else ""
