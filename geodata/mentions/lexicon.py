"""Stretches of a text that the gazetteer knows, by longest match.

A match says only that these words could name a place, with what is known of the
places that bear the name. Whether they do is decided by model and rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from geodata.gazetteer import Gazetteer
from geodata.mentions.tokens import Token, is_spaceless
from geodata.model import PlaceKind
from geodata.text import key

LONGEST = 9
"""Most tokens a name may have, signs counted."""

_STOPS = frozenset(',;:!?\n"\u201c\u201d\u2026\u2013\u2014')
_APOSTROPHES = "'\u2019\u02bc\u02bb\u2018`"
_BIG = 500_000
_ABBREVIATED = 5
"""Letters an abbreviation has at most, as a rule."""

_COUNTRIES = frozenset({PlaceKind.COUNTRY, PlaceKind.TERRITORY})


class Entry(NamedTuple):
    """What is known of the places that bear one spelling."""

    kinds: frozenset[PlaceKind]
    """Kinds of the places that bear it as a name."""
    roles: frozenset[str]
    """Roles of the name, `demonym` among them."""
    population: int
    """Inhabitants of the largest place that bears it as a name."""
    bearers: int
    """How many places bear it."""
    spelled: bool
    """Whether the gazetteer writes it as the text does, but for a text in capitals."""

    @property
    def demonym(self) -> bool:
        """Whether it means the people of a place."""
        return "demonym" in self.roles

    @property
    def place(self) -> bool:
        """Whether it is the name of a place."""
        return bool(self.kinds)

    @property
    def people(self) -> bool:
        """Whether it means a people first of all: no country or big city bears it."""
        return self.demonym and not self.country and self.population < _BIG

    @property
    def country(self) -> bool:
        """Whether a country or territory bears it."""
        return not self.kinds.isdisjoint(_COUNTRIES)


class Match(NamedTuple):
    """Tokens `first` to `last` (excluded) that spell a name."""

    first: int
    last: int
    entry: Entry


class Lexicon:
    """Look-ups of one gazetteer, remembered from text to text."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.entry = lru_cache(maxsize=60_000)(self._entry)
        self.starts = lru_cache(maxsize=60_000)(gazetteer.starts_name)
        self._bearings = gazetteer.bearings

    def _entry(self, phrase: str) -> Entry | None:
        """What bears a phrase, in this spelling; None if nothing does."""
        bearings = [
            bearing
            for bearing in self._bearings(phrase)
            if _spelling_fits(phrase, bearing.name, bearing.role)
        ]
        if not bearings:
            return None
        names = [bearing for bearing in bearings if bearing.role != "demonym"]
        return Entry(
            kinds=frozenset(bearing.kind for bearing in names),
            roles=frozenset(bearing.role for bearing in bearings),
            population=max((bearing.population for bearing in names), default=0),
            bearers=sum(bearing.count for bearing in names),
            spelled=any(_is_spelled(phrase, bearing.name) for bearing in bearings),
        )

    def is_named(self, phrase: str) -> bool:
        """Whether a place has a name of exactly this spelling."""
        entry = self.entry(phrase)
        return entry is not None and entry.place and entry.spelled

    def longest(self, text: str, tokens: Sequence[Token], first: int) -> Match | None:
        """The longest name that begins with a token, if any does.

        One that ends with a capital is better than a longer one that does not:
        "Leningrad" than "Leningrad region".
        """
        best = None
        small = tokens[first].text.islower()
        for last in self._reach(text, tokens, first):
            word = tokens[last - 1].text
            if not any(map(str.isalnum, word)):
                continue
            if best is not None and word.islower() and not small:
                continue
            entry = self.entry(text[tokens[first].start : tokens[last - 1].end])
            if entry is not None and (entry.spelled or not _is_possessive(word)):
                best = Match(first, last, entry)
        return best

    def _reach(self, text: str, tokens: Sequence[Token], first: int) -> Iterator[int]:
        """Ends (excluded) up to which the words still begin some name."""
        start, sentence = tokens[first].start, tokens[first].sentence
        for last in range(first + 1, min(first + LONGEST, len(tokens)) + 1):
            token = tokens[last - 1]
            if token.sentence != sentence or token.text in _STOPS:
                return
            if is_spaceless(token.text):
                yield last
                continue
            possessive = last < len(tokens) and _is_possessive(tokens[last].text)
            if not possessive and not self.starts(text[start : token.end]):
                return
            yield last


def _is_possessive(word: str) -> bool:
    return (
        len(word) == 2 and word[0] in "'\u2019\u02bc\u02bb\u2018`" and word[1] in "sS"
    )


def _spelling_fits(phrase: str, name: str, role: str) -> bool:
    """Whether a spelling that has the same key may be meant.

    Short names in capitals are abbreviations and need them in the text too; words
    in brackets belong to a name only if the gazetteer writes brackets as well.
    """
    if "(" in phrase and "(" not in name:
        return False
    short = len(key(name).replace(" ", "")) <= 4
    if role == "abbreviation" or (short and name.isupper()):
        letters = _letters(name)
        shouted = letters.upper() if phrase[-1:] == "." else letters
        return _letters(phrase) in {letters, shouted}
    return True


def _is_spelled(phrase: str, name: str) -> bool:
    """Whether a name is written so; in capitals too, if no abbreviation is so long."""
    if phrase == name:
        return True
    return len(phrase) > _ABBREVIATED and phrase.isupper() and name.upper() == phrase


def _letters(phrase: str) -> str:
    return "".join(filter(str.isalnum, phrase))
