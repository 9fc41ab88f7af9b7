"""What is known of names by rule, applied to what the model found.

Each rule takes and gives spans of tokens and says in its docstring what it is for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from geodata.mentions.lexical import in_lexical_name, is_direction
from geodata.mentions.lexicon import Match
from geodata.mentions.tokens import Token
from geodata.model import PlaceKind


class Found(NamedTuple):
    """Tokens `first` to `last` (excluded) that name a place or a people."""

    first: int
    last: int
    people: bool
    confidence: float


def _added(first: int, last: int) -> Found:
    return Found(first, last, people=False, confidence=_ADDED)


class Reading(NamedTuple):
    """A text as the rules see it."""

    text: str
    tokens: Sequence[Token]
    matches: Sequence[Match]


_SURE = 0.9
_ADDED = 0.6
_DOUBTFUL = 0.02
_UNLIKELY = 0.1
_LETTERS = 3
_DATELINE_ENDS = frozenset({"-", "--", "\u2013", "\u2014", "_", "(", ","})
_SPELLED_OUT = 2


def apply_rules(
    reading: Reading, found: Sequence[Found], chance: Callable[[int], float]
) -> list[Found]:
    """All rules, in order.

    Parameters
    ----------
    reading : Reading
        The text.
    found : sequence of Found
        What the model found.
    chance : callable
        P(part of a name) by the model, for the token at a position.
    """
    spans = _whole_aliases(reading, found)
    spans = _with_countries(reading, spans, chance)
    spans = _with_datelines(reading, spans)
    spans = _with_states(reading, spans)
    spans = _with_repeated(reading, spans, chance)
    return [span for span in spans if not _is_ruled_out(reading, span)]


def _phrase(reading: Reading, first: int, last: int) -> str:
    return reading.text[reading.tokens[first].start : reading.tokens[last - 1].end]


def _is_ruled_out(reading: Reading, span: Found) -> bool:
    """Lexical names, bare directions, and money: "US$5"."""
    start, end = reading.tokens[span.first].start, reading.tokens[span.last - 1].end
    if "$" in reading.text[max(0, start - 1) : end + 1]:
        return True
    if is_direction(_phrase(reading, span.first, span.last)):
        return True
    return in_lexical_name(reading.tokens, span.first, span.last)


def _whole_aliases(reading: Reading, found: Sequence[Found]) -> list[Found]:
    """The longest alias wins: never "Republic of Korea" inside a longer name.

    Only for countries and for names with brackets inside, such as "Japanese (East)
    Sea": of lesser places, one may well bear the name of an institution.
    """
    spans = list(found)
    for match in reading.matches:
        if match.last - match.first < _SPELLED_OUT or not _is_fixed(reading, match):
            continue
        inside = [
            span
            for span in spans
            if span.first < match.last and span.last > match.first
        ]
        contained = all(
            match.first <= span.first and span.last <= match.last for span in inside
        )
        if not inside or not contained or inside[0][:2] == (match.first, match.last):
            continue
        confidence = max(span.confidence for span in inside)
        spans = [span for span in spans if span not in inside]
        spans.append(Found(match.first, match.last, match.entry.people, confidence))
    return sorted(spans)


def _is_fixed(reading: Reading, match: Match) -> bool:
    words = reading.tokens[match.first : match.last]
    if match.entry.country or any(word.text == "(" for word in words):
        return True
    return match.entry.place and not any(map(_is_gap, words, words[1:]))


def _is_gap(before: Token, after: Token) -> bool:
    return before.end != after.start


def _is_free(spans: Iterable[Found], first: int, last: int) -> bool:
    return all(span.last <= first or span.first >= last for span in spans)


def _with_states(reading: Reading, found: Sequence[Found]) -> list[Found]:
    """In "X, State" and "X, Country" each is a name, if the other one is."""
    spans = list(found)
    for left, right in zip(reading.matches, reading.matches[1:], strict=False):
        if right.first != left.last + 1 or reading.tokens[left.last].text != ",":
            continue
        wide = right.entry.country or PlaceKind.REGION in right.entry.kinds
        if not wide or PlaceKind.CITY not in left.entry.kinds:
            continue
        known = [not _is_free(spans, side.first, side.last) for side in (left, right)]
        if known == [True, False]:
            spans.append(_added(right.first, right.last))
        elif known == [False, True] and not _in_capitals_run(
            reading.tokens, left.first, left.last
        ):
            spans.append(_added(left.first, left.last))
    return sorted(spans)


def _with_countries(
    reading: Reading, found: Sequence[Found], chance: Callable[[int], float]
) -> list[Found]:
    """Countries are named far more often than what shares their names."""
    spans = list(found)
    for match in reading.matches:
        if not match.entry.country or not match.entry.spelled:
            continue
        phrase = _phrase(reading, match.first, match.last)
        least = _DOUBTFUL if _is_abbreviation(phrase) else _UNLIKELY
        likely = min(map(chance, range(match.first, match.last))) >= least
        if likely and _is_free(spans, match.first, match.last):
            spans.append(_added(match.first, match.last))
    return sorted(spans)


def _is_abbreviation(phrase: str) -> bool:
    return phrase.isupper() and phrase.isalpha() and len(phrase) >= _LETTERS


def _with_datelines(reading: Reading, found: Sequence[Found]) -> list[Found]:
    """A place in capitals that opens a line: "BEIJING - At least ..."."""
    spans = list(found)
    for match in reading.matches:
        phrase = _phrase(reading, match.first, match.last)
        if not phrase.isupper() or not phrase[-1].isalpha() or len(phrase) <= _LETTERS:
            continue
        opens = _opens_line(reading, match.first) and match.entry.place
        closes = opens and _closes_dateline(reading, match.last)
        if closes and _is_free(spans, match.first, match.last):
            spans.append(_added(match.first, match.last))
    return sorted(spans)


def _opens_line(reading: Reading, first: int) -> bool:
    start = reading.tokens[first].start
    return not reading.text[:start].rpartition("\n")[2].strip()


def _closes_dateline(reading: Reading, last: int) -> bool:
    """Whether a dash, a bracket or an abbreviated state follows."""
    if last >= len(reading.tokens):
        return False
    word = reading.tokens[last].text
    return word in _DATELINE_ENDS


def _in_capitals_run(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a capitalised word of the same sentence touches a stretch."""
    sentence = tokens[first].sentence
    sides = [first - 1, last]
    return any(
        0 <= side < len(tokens)
        and tokens[side].sentence == sentence
        and tokens[side].text[0].isupper()
        for side in sides
    )


def _with_repeated(
    reading: Reading, found: Sequence[Found], chance: Callable[[int], float]
) -> list[Found]:
    """One sense a text: what is surely a name once is one wherever it stands alone."""
    sure = {
        tuple(token.text for token in reading.tokens[span.first : span.last]): span
        for span in found
        if span.confidence >= _SURE and not span.people
    }
    starts: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(sure, key=len, reverse=True):
        starts.setdefault(words[0], []).append(words)
    spans = list(found)
    taken = {at for span in found for at in range(span.first, span.last)}
    for first, token in enumerate(reading.tokens):
        for words in starts.get(token.text, ()):
            last = first + len(words)
            here = range(first, last)
            if last > len(reading.tokens) or not taken.isdisjoint(here):
                continue
            if tuple(item.text for item in reading.tokens[first:last]) != words:
                continue
            alone = not _in_capitals_run(reading.tokens, first, last)
            if alone and min(map(chance, here)) >= _DOUBTFUL:
                spans.append(_added(first, last))
                taken.update(here)
    return sorted(spans)
