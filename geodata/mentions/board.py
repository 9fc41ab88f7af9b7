"""Where names stand in a text while rules add to them and take away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from geodata.mentions.lexicon import Match
from geodata.mentions.persons import Person
from geodata.mentions.senses.words import word_classes
from geodata.mentions.tokens import Token
from geodata.mentions.wordtable import word_table
from geodata.model import PlaceKind

ADDED = 0.4
"""Least confidence of what only a rule found; the surer rules say more."""

_COMMON = 1_000
"""Rank below which a word is one of the commonest."""

_ALWAYS_CAPITAL = frozenset({"calendar", "pronoun"})
"""What words do that are written with a capital though they name no place."""

_FEW = 2
_SEVERAL = 2
_WIDE = frozenset(
    {
        PlaceKind.AREA,
        PlaceKind.CONTINENT,
        PlaceKind.ISLAND,
        PlaceKind.LAKE,
        PlaceKind.MOUNTAIN,
        PlaceKind.REGION,
        PlaceKind.RIVER,
        PlaceKind.SEA,
        PlaceKind.TERRITORY,
    }
)


class Found(NamedTuple):
    """Tokens `first` to `last` (excluded) that name a place or a people."""

    first: int
    last: int
    people: bool
    confidence: float


class Reading(NamedTuple):
    """A text as the rules see it."""

    text: str
    tokens: Sequence[Token]
    matches: Sequence[Match]
    """What the gazetteer knows of it."""
    persons: Sequence[Person]
    """The people it names in full."""
    is_named: Callable[[str], bool]
    """Whether the gazetteer has these very words as a place's name."""
    chance: Callable[[int], float]
    """P(part of a name) by the model, for the token at a position."""
    longest: Callable[[int], Match | None] | None = None
    """The longest name of the gazetteer from a position on, in any letters."""

    def phrase(self, first: int, last: int) -> str:
        """The words of a stretch of tokens."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def least_chance(self, first: int, last: int) -> float:
        """P(part of a name) of the least likely token of a stretch."""
        return min(map(self.chance, range(first, last)))

    def touches_capital(self, first: int, last: int) -> bool:
        """Whether a capitalised word of the same sentence touches a stretch.

        A common word that opens the sentence ("In", "Yesterday") does not count, nor
        does a day, a month, or "I": in "On Monday Tokyo agreed" and "In Vienna I
        slept" they are no name together.
        """
        sentence = self.tokens[first].sentence
        return any(
            0 <= side < len(self.tokens)
            and self.tokens[side].sentence == sentence
            and self.tokens[side].text[0].isupper()
            and _function(self.tokens[side]) not in _ALWAYS_CAPITAL
            and not self._is_opening(side)
            for side in (first - 1, last)
        )

    def _is_opening(self, position: int) -> bool:
        token = self.tokens[position]
        if position and self.tokens[position - 1].sentence == token.sentence:
            return False
        small = word_table().exactly(token.text.lower())
        common = small is not None and small.rank < _COMMON
        return common or bool(_function(token))


def _function(token: Token) -> str:
    """What a word does in a sentence: "preposition", "calendar"; '' for a name."""
    return word_classes().function.get(token.text.lower(), "")


class Board:
    """Names by the tokens they take; never two on one token."""

    def __init__(self, found: Iterable[Found]) -> None:
        self._at: dict[int, Found] = {}
        for span in found:
            self._put(span)

    def _put(self, span: Found) -> None:
        for position in range(span.first, span.last):
            self._at[position] = span

    def spans(self) -> list[Found]:
        """All names, in text order."""
        return sorted(set(self._at.values()))

    def over(self, first: int, last: int) -> list[Found]:
        """Names that share a token with a stretch, in text order."""
        here = {self._at[at] for at in range(first, last) if at in self._at}
        return sorted(here)

    def add(self, first: int, last: int, confidence: float = ADDED) -> None:
        """Put a place where nothing stands; where something does, leave it."""
        if not self.over(first, last):
            self._put(Found(first, last, people=False, confidence=confidence))

    def replace(self, old: Iterable[Found], new: Found) -> None:
        """Put one name in the place of others."""
        for span in old:
            for position in range(span.first, span.last):
                del self._at[position]
        self._put(new)


def is_wide(match: Match) -> bool:
    """Whether a match is a sea, a region or the like, of several words of its own."""
    several = match.last - match.first >= _SEVERAL
    entry = match.entry
    few = entry.bearers <= _FEW or PlaceKind.SEA in entry.kinds
    wide = not entry.kinds.isdisjoint(_WIDE)
    return several and few and wide and entry.spelled
