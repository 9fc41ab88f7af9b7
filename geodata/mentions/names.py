"""Names of places and of their peoples in a text."""

from __future__ import annotations

from functools import lru_cache

from geodata.gazetteer import Gazetteer
from geodata.mentions.lexicon import Lexicon
from geodata.mentions.matching import find_matches
from geodata.mentions.tokens import tokenise
from geodata.model import Mention, MentionKind

_MATCHED = 0.5
"""Confidence of what was only looked up."""


def find_names(text: str, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Names and demonyms of a text, sorted, none overlapping another.

    Parameters
    ----------
    text : str
        Any text.
    gazetteer : Gazetteer
        Names and demonyms to know.

    Returns
    -------
    tuple of Mention
        With `confidence` set; the sense is left to `geodata.mentions.senses`.
    """
    tokens = tokenise(text)
    found = []
    for match in find_matches(text, tokens, _lexicon(gazetteer), cased=True):
        start, end = tokens[match.first].start, tokens[match.last - 1].end
        demonym = match.entry.demonym and not match.entry.place
        found.append(
            Mention(
                start=start,
                end=end,
                phrase=text[start:end],
                kind=MentionKind.DEMONYM if demonym else MentionKind.NAME,
                confidence=_MATCHED,
            )
        )
    return tuple(found)


@lru_cache(maxsize=4)
def _lexicon(gazetteer: Gazetteer) -> Lexicon:
    return Lexicon(gazetteer)
