"""Names in small letters, in messages that care little for capitals."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from geodata.mentions.board import ADDED, Board, Reading
from geodata.mentions.lexicon import Entry, Match
from geodata.mentions.persons import given_names
from geodata.mentions.tokens import Token, word_set
from geodata.mentions.wordtable import word_table
from geodata.model import PlaceKind

_AT = word_set(
    """in near at from to outside around across into btwn between leaving towards over
    # through throughout reach reached"""
)
_SIGNS = re.compile(
    r"[#@]\w|https?://|\bRT\b|\b(?:lol|omg|smh|pls|plz|tmrw|rn)\b|[\U0001f300-\U0001faff]"
)
_WRAPPED = 55
"""Letters of a line that may have been broken to fit a width."""

_ENDS = frozenset(".!?:;)\"'\u201d\u2019\u2026")
_TOWN = 5_000
_BIG = 500_000
_COMMON = 20_000
_LEAST_LETTERS = 4
_LANDS = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.TERRITORY})


def add_in_small_letters(reading: Reading, board: Board) -> None:
    """Well-known places in small letters, where a message has few capitals."""
    for stretch in _informal(reading):
        at = stretch.start
        while at < stretch.stop:
            match = _match_at(reading, at)
            if match is not None:
                board.add(match.first, match.last, ADDED)
            at = match.last if match is not None else at + 1


def _informal(reading: Reading) -> Iterator[range]:
    """Tokens of the lines that look like messages, not like prose."""
    if reading.longest is None:
        return
    starts = [token.start for token in reading.tokens]
    position, before = 0, ""
    for line in reading.text.splitlines(keepends=True):
        if _is_message(line, before):
            yield range(
                bisect_left(starts, position), bisect_left(starts, position + len(line))
            )
        position += len(line)
        before = line.strip()


def _is_message(line: str, before: str) -> bool:
    """Whether a line starts small, or bears the signs of a message."""
    if _SIGNS.search(line):
        return True
    wrapped = len(before) >= _WRAPPED and before[-1] not in _ENDS
    return line.lstrip()[:1].islower() and not wrapped


def _match_at(reading: Reading, at: int) -> Match | None:
    token = reading.tokens[at]
    if not token.text.isalpha() or not token.text.islower() or reading.longest is None:
        return None
    match = reading.longest(at)
    if match is None or not match.entry.place or match.entry.people:
        return None
    words = [word.text for word in reading.tokens[match.first : match.last]]
    if sum(map(len, words)) < _LEAST_LETTERS or not _is_capital(words):
        return None
    return match if _is_meant(match.entry, words, _before(reading, token, at)) else None


def _before(reading: Reading, token: Token, at: int) -> str:
    before = reading.tokens[at - 1] if at else None
    return before.text.lower() if before and before.sentence == token.sentence else ""


def _is_meant(entry: Entry, words: list[str], before: str) -> bool:
    """Whether it is named as a place, or too well known to be anything else."""
    land = not entry.kinds.isdisjoint(_LANDS)
    if before in _AT:
        return land or entry.population >= _TOWN
    doubtful = word_table().exactly(words[0].title()) is None or _is_common(words[0])
    if len(words) == 1 and (doubtful or words[0].title() in given_names()):
        return False
    return land or entry.population >= _BIG


def _is_capital(words: list[str]) -> bool:
    """Whether one of the words is rather written with a capital, or not known."""
    table = word_table()
    for word in words:
        capital, small = table.exactly(word.title()), table.exactly(word)
        if small is None or (capital is not None and capital.rank < small.rank):
            return True
    return False


def _is_common(word: str) -> bool:
    known = word_table().exactly(word)
    return known is not None and known.rank < _COMMON
