"""Names by gazetteer alone: for scripts and texts the trained model does not know.

Every longest match counts if it is written like a name and the place that bears it
is well known. Nothing here has been trained, and nothing is scored.
"""

from __future__ import annotations

from collections.abc import Sequence

from geodata.mentions.lexicon import Entry, Lexicon, Match
from geodata.mentions.tokens import Token
from geodata.model import PlaceKind

_SURE = frozenset(
    {PlaceKind.COUNTRY, PlaceKind.TERRITORY, PlaceKind.CONTINENT, PlaceKind.SEA}
)
_POPULATION = 15_000
_SIGNS_OF_A_NAME = 2


def find_matches(
    text: str, tokens: Sequence[Token], stretch: range, lexicon: Lexicon
) -> list[Match]:
    """Longest matches of well-known names, none inside another.

    Parameters
    ----------
    text : str
        The text.
    tokens : sequence of Token
        Its tokens.
    stretch : range
        Which of them to search.
    lexicon : Lexicon
        What to look names up in.
    """
    found = []
    position = stretch.start
    while position < stretch.stop:
        match = _match_at(text, tokens, position, lexicon)
        if match is not None:
            found.append(match)
        position = match.last if match else position + 1
    return found


def _match_at(
    text: str, tokens: Sequence[Token], first: int, lexicon: Lexicon
) -> Match | None:
    word = tokens[first].text
    if not word[0].isalpha() or word[0].islower():
        return None
    match = lexicon.longest(text, tokens, first)
    if match is None or not _is_known(match.entry):
        return None
    long_enough = tokens[match.last - 1].end - tokens[first].start >= _SIGNS_OF_A_NAME
    return match if long_enough else None


def _is_known(entry: Entry) -> bool:
    if entry.people:
        return True
    return entry.population >= _POPULATION or not entry.kinds.isdisjoint(_SURE)
