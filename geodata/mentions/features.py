"""What the recogniser sees of a text: clues about each token, as short strings.

A clue is `what=value`. Clues of single words (`atoms`) depend on the word and its
distance alone, so that the tagger can remember their sum for every word; all others
are made anew for each token by `clues`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from geodata.mentions.lexicon import Entry, Lexicon, Match
from geodata.mentions.persons import Person, given_names, people_of
from geodata.mentions.tokens import Token, word_set
from geodata.mentions.wordtable import Word, word_table
from geodata.model import PlaceKind

OFFSETS = (-2, -1, 0, 1, 2)
"""How far the tagger looks, in tokens."""

OUTSIDE = "\u2402"
"""What stands before and after a sentence."""

_LOCATIVE = word_set("in near at from to outside across around throughout")
_TITLES = word_set(
    """mr mrs ms dr mr. mrs. ms. dr. sir lord lady president minister gov. sen. rep.
    prof. professor lt. sgt. capt. col. gen. judge justice officer det. king queen
    prince princess pope chief spokesman spokeswoman coach detective constable
    sergeant captain general senator governor mayor pastor rev. father sister"""
)
_VERBS = word_set("said says told added was is has had who he she")
_LINKS = word_set("of the and & - for de la")
_NATURE = frozenset(
    {
        PlaceKind.SEA,
        PlaceKind.RIVER,
        PlaceKind.LAKE,
        PlaceKind.ISLAND,
        PlaceKind.MOUNTAIN,
    }
)
_BUILT = frozenset(
    {
        PlaceKind.PORT,
        PlaceKind.AIRPORT,
        PlaceKind.STATION,
        PlaceKind.LANDMARK,
        PlaceKind.RAILWAY,
        PlaceKind.BORDER,
    }
)
_WIDE = frozenset({PlaceKind.CONTINENT, PlaceKind.AREA})
_POSSESSIVES = frozenset({"'s", "\u2019s"})


@lru_cache(maxsize=100_000)
def shape(word: str) -> str:
    """The look of a word: Xx, XX, XXX, X.X., x, 9, or the sign itself.

    Examples
    --------
    >>> shape("Paris"), shape("DPRK"), shape("D.C."), shape("town"), shape("2023")
    ('Xx', 'XX', 'X.X.', 'x', '9')
    """
    first = word[0]
    if word.isupper() and len(word) > 1:
        return "X.X." if "." in word else "XX" if len(word) <= 4 else "XXX"
    if first.isupper():
        if len(word) == 1:
            return "X"
        if word[-1] == ".":
            return "Xx."
        return "Xx" if word[1:].islower() else "XxX"
    if word.islower():
        return "x"
    return "9" if first.isdigit() else "xX" if first.isalpha() else first


@lru_cache(maxsize=100_000)
def _known(word: str) -> Word | None:
    return word_table().find(word)


def _cluster(word: str, grain: int) -> str:
    """Cluster of a word, or its shape where it is in none."""
    known = _known(word)
    return shape(word) if known is None else str(known.clusters[grain])


def atoms(word: str, offset: int) -> list[str]:
    """Clues that a single word gives, at a distance from the token in question."""
    if word == OUTSIDE:
        return [f"{offset}^"]
    lower = word.lower()
    found = [f"w={lower}"]
    known = _known(word)
    if known is not None:
        grains = (1, 2) if abs(offset) == 2 else (0, 1, 2)
        found += [f"c{grain}={known.clusters[grain]}" for grain in grains]
    if abs(offset) < 2 or known is None:
        found.append(f"s={shape(word)}")
    if abs(offset) < 2:
        found.append(f"3={lower[-3:]}")
    if offset == 0:
        found += _inner_clues(word, lower)
    return [f"{offset}{clue}" for clue in found]


def _inner_clues(word: str, lower: str) -> list[str]:
    """Endings, beginning, and how common a word is with and without its capital."""
    found = [f"2={lower[-2:]}", f"4={lower[-4:]}", f"p={lower[:3]}"]
    if not word[0].isupper():
        return found
    table = word_table()
    capital, small = table.exactly(word), table.exactly(lower)
    found.append(f"r={table.band(word)}")
    if small is None:
        return [*found, "l=none"]
    commoner = capital is None or small.rank < capital.rank
    return [*found, f"l={table.band(lower)}{'<' if commoner else '>'}"]


@lru_cache(maxsize=20_000)
def _entry_clues(entry: Entry) -> tuple[str, ...]:
    """What the gazetteer says of a match: kinds first, then how well known."""
    found = []
    if entry.people:
        found.append("people")
    if entry.country:
        found.append("country")
    if PlaceKind.REGION in entry.kinds:
        found.append("region")
    if PlaceKind.CITY in entry.kinds:
        found.append("city")
    for name, kinds in (("nature", _NATURE), ("wide", _WIDE), ("built", _BUILT)):
        if not entry.kinds.isdisjoint(kinds):
            found.append(name)
    return tuple(found)


@lru_cache(maxsize=20_000)
def _fame_clues(entry: Entry) -> tuple[str, ...]:
    size = int(math.log10(entry.population) * 2 - 4) if entry.population else -1
    found = [f"p{min(7, max(0, size)) if size >= 0 else '?'}"]
    found.append(f"n{min(4, int(math.log2(entry.bearers + 1)))}")
    if "abbreviation" in entry.roles:
        found.append("short")
    if entry.roles == {"alias"}:
        found.append("alias")
    if not entry.spelled:
        found.append("respelled")
    return tuple(found)


def find_entries(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> list[Match]:
    """Longest matches that begin with a capital, none overlapping another."""
    found: list[Match] = []
    position = 0
    while position < len(tokens):
        match = None
        if tokens[position].text[0].isupper():
            match = lexicon.longest(text, tokens, position)
        if match is not None:
            found.append(match)
        position = match.last if match is not None else position + 1
    return found


class Clues:
    """Clues about the tokens of one text that take more than a single word.

    Parameters
    ----------
    tokens : sequence of Token
        The whole text's.
    matches : sequence of Match
        What the gazetteer knows, from `find_entries`.
    persons : sequence of Person
        People named in full, from `find_persons`.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        matches: Sequence[Match],
        persons: Sequence[Person],
    ) -> None:
        self._tokens = tokens
        self._listed = [""] * len(tokens)
        self._fame: dict[int, list[str]] = {}
        for match in matches:
            self._list(match)
        self._seen = _habits(tokens)
        self._small = {token.text for token in tokens if token.text.islower()}
        self._inside = {at for person in persons for at in range(*person)}
        self._people = people_of(tokens, persons)
        self._firsts, self._lasts = self._stretches()

    def _list(self, match: Match) -> None:
        kinds = "+".join(_entry_clues(match.entry))
        parts = (*_entry_clues(match.entry), *_fame_clues(match.entry))
        for position in range(match.first, match.last):
            part = _part(match, position)
            self._listed[position] = part + kinds
            self._fame[position] = [f"g{part}", *(f"g{part}.{clue}" for clue in parts)]

    def _word(self, position: int, sentence: int) -> str:
        if 0 <= position < len(self._tokens):
            token = self._tokens[position]
            if token.sentence == sentence:
                return token.text
        return OUTSIDE

    def of(self, position: int) -> list[str]:
        """The clues of the token at a position."""
        token = self._tokens[position]
        before = self._word(position - 1, token.sentence)
        after = self._word(position + 1, token.sentence)
        here = self._listed[position]
        found = [f"g={here}", *self._fame.get(position, ())] if here else []
        if before != OUTSIDE and self._listed[position - 1]:
            found.append(f"-g={self._listed[position - 1]}")
        if after != OUTSIDE and self._listed[position + 1]:
            found.append(f"+g={self._listed[position + 1]}")
        if token.text[0].isupper():
            found += self._beside(token.text, before, after, here)
            found += self._habit(token.text, here)
            found += self._run(position)
            found.append(self._gaps(position))
            found += self._person(position, before, after)
        return found

    def _person(self, position: int, before: str, after: str) -> list[str]:
        """Whether the text names a person here, or one of this name elsewhere."""
        word = self._tokens[position].text
        found = []
        if position in self._inside:
            found.append("person")
        if word in self._people:
            found.append("people")
        if word in given_names():
            found.append(f"given|{shape(after)}")
        if before in given_names():
            found.append("given-")
        return found

    def _beside(self, word: str, before: str, after: str, here: str) -> list[str]:
        """Words on both sides together with what the gazetteer says."""
        near = _cluster(before, 1) if before != OUTSIDE else "^"
        far = _cluster(after, 1) if after != OUTSIDE else "$"
        own = _cluster(word, 1)
        look = f"{shape(before)}|{shape(word)}|{shape(after)}"
        return [
            f"wg={before.lower()}|{here[:7]}",
            f"gw={after.lower()}|{here[:7]}",
            f"cg={near}|{here}",
            f"gc={far}|{here}",
            f"c0={near}|{own}",
            f"0c={own}|{far}",
            f"cgc={near}|{here[:3]}|{far}",
            f"look={look}",
        ]

    def _habit(self, word: str, here: str) -> list[str]:
        """How the same word is used elsewhere in the text."""
        seen = self._seen[word]
        found = ["small"] if word.lower() in self._small else []
        count = seen["n"]
        if count < 2:
            return found
        found.append("again")
        for habit, times in seen.items():
            if habit != "n":
                share = "h" if times * 2 > count else "m" if times * 5 > count else "l"
                found.append(f"d.{habit}={share}|{here[:1]}")
        return found

    def _stretches(self) -> tuple[list[int], list[int]]:
        """The first and the last token of the capitalised stretch around each.

        Each is that of its neighbour, so that a text in capitals takes no longer.
        """
        firsts, lasts = (list(range(len(self._tokens))) for _ in range(2))
        capitals = [at for at in firsts if self._tokens[at].text[0].isupper()]
        for at in capitals:
            if self._word(at - 1, self._tokens[at].sentence)[0].isupper():
                firsts[at] = firsts[at - 1]
        for at in reversed(capitals):
            sentence = self._tokens[at].sentence
            after = self._word(at + 1, sentence)
            following = at + 1 if after[0].isupper() or after not in _LINKS else at + 2
            if self._word(following, sentence)[0].isupper():
                lasts[at] = lasts[following]
        return firsts, lasts

    def _run(self, position: int) -> list[str]:
        """The first and the last word of the capitalised stretch around a token."""
        first, last = self._firsts[position], self._lasts[position]
        found = []
        if last > position:
            word = self._tokens[last].text
            found += [f"end={word.lower()}", f"endc={_cluster(word, 1)}"]
            found.append(f"left={min(last - position, 4)}")
        if first < position:
            word = self._tokens[first].text
            found += [f"head={word.lower()}", f"headc={_cluster(word, 1)}"]
        return found

    def _gaps(self, position: int) -> str:
        """Whether the token touches its neighbours."""
        token = self._tokens[position]
        before = position > 0 and self._tokens[position - 1].end == token.start
        after = (
            position + 1 < len(self._tokens)
            and self._tokens[position + 1].start == token.end
        )
        return f"gap={before:d}{after:d}"


def _part(match: Match, position: int) -> str:
    if match.last - match.first == 1:
        return "S"
    if position == match.first:
        return "B"
    return "E" if position == match.last - 1 else "I"


def _habits(tokens: Sequence[Token]) -> dict[str, Counter[str]]:
    """For each capitalised word: how often it stands where places or people do."""
    habits: dict[str, Counter[str]] = {}
    for position, token in enumerate(tokens):
        if not token.text[0].isupper():
            continue
        seen = habits.setdefault(token.text, Counter())
        seen["n"] += 1
        before = tokens[position - 1].text if position else OUTSIDE
        after = tokens[position + 1].text if position + 1 < len(tokens) else OUTSIDE
        seen.update(_habits_beside(before, after))
    return habits


def _habits_beside(before: str, after: str) -> list[str]:
    lower = before.lower()
    found = []
    if lower in _LOCATIVE:
        found.append("in")
    if lower in _TITLES:
        found.append("title")
    if before[0].isupper():
        found.append("aftercap")
    if after[0].isupper():
        found.append("beforecap")
    if after in _POSSESSIVES:
        found.append("owner")
    if after == ",":
        found.append("comma")
    if after in _VERBS:
        found.append("said")
    return found
