"""Which date of its sentence is a mention's own; `clauses.py` says the rule."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from geodata.dates.clauses import (
    CLOSED,
    Clause,
    barriers,
    clauses,
    is_of_another_time,
)
from geodata.dates.intervals import Interval
from geodata.dates.reading import Expression
from geodata.dates.sentences import Sentences
from geodata.model import Span, When

_OWNS = re.compile(r"(?:['\u2019]s?)?\s(?:the\s)?")
"""What stands between the two in "Moscow's 1957 festival"."""
_LOCATES = re.compile(r"(?:,\s[A-Z][\w\s]{2,30})?-(?:based|born|registered)\b")
"""What makes a name tell where somebody is from, whatever the time."""
_NEAR = 12
"""Code points between a name and the bracket with its date."""


_MOST = 6
"""Dates before and after a name that are looked at."""


def attached(
    text: str,
    spans: Iterable[Span],
    found: Sequence[Expression],
    sentences: Sentences,
) -> dict[Span, When]:
    """The time of each mention that has one.

    Parameters
    ----------
    text : str
        The whole text.
    spans : iterable of (int, int)
        Where the mentions are.
    found : sequence of Expression
        Its dates, in text order.
    sentences : Sentences
        Where its sentences begin.
    """
    dated: dict[int, list[Expression]] = defaultdict(list)
    for each in found:
        dated[sentences.of(each.start)].append(each)
    named: dict[int, list[Span]] = defaultdict(list)
    for span in spans:
        if (number := sentences.of(span[0])) in dated:
            named[number].append(span)
    return {
        span: when
        for number, names in named.items()
        for span, when in _Sentence(
            text, sentences.span(number), names, dated[number]
        ).whens()
    }


class _Sentence:
    """One sentence with its names, its dates, and the clauses that hold them."""

    def __init__(
        self, text: str, span: Span, names: Sequence[Span], dates: Sequence[Expression]
    ) -> None:
        self.text = text
        self.start = span[0]
        self.names = sorted(names)
        self.dates = dates
        self.clauses = clauses(text, span, [(each.start, each.end) for each in dates])
        self.closed = [each for each in self.clauses if each.kind in CLOSED]
        self.homes = {each.start: _home(each.start, self.clauses) for each in dates}

    def whens(self) -> Iterator[tuple[Span, When]]:
        """Each name that has a time, with it."""
        starts = [each.start for each in self.dates]
        for name in self.names:
            after = bisect_left(starts, name[0])
            beside = self.dates[max(0, after - _MOST) : after + _MOST]
            nearest = self._nearest(name, beside)
            if nearest and nearest.days:
                yield name, _when(self.text, nearest, nearest.days)

    def _nearest(self, name: Span, dates: Sequence[Expression]) -> Expression | None:
        """The date that a name has, of those that reach it."""
        home = _home(name[0], self.clauses)
        return min(
            (each for each in dates if self._reaches(each, name)),
            key=lambda each: self._distance(each, name, home),
            default=None,
        )

    def _reaches(self, date: Expression, name: Span) -> bool:
        if date.start < name[1] and name[0] < date.end:
            return False
        between = _between(date, name)
        if self.text.find(";", *between) >= 0 or self._is_elsewhere(date, name):
            return False
        home = self.homes[date.start]
        if home is not None and not home.start <= name[0] < home.end:
            return self._is_its_bracket(home, name)
        return not date.adjective or _is_beside(self.text, name, between)

    def _is_elsewhere(self, date: Expression, name: Span) -> bool:
        """Whether what is said of a name is of no time, or of another one."""
        if _LOCATES.match(self.text, name[1]):
            return True
        if any(
            each.start <= name[0] < each.end and not each.start <= date.start < each.end
            for each in self.closed
        ):
            return True
        return is_of_another_time(self.text, name, (date.start, date.end), self.start)

    def _is_its_bracket(self, home: Clause, name: Span) -> bool:
        """A name right before a bracket that has a date and no name of its own."""
        if home.kind != "bracket" or name[1] > home.start:
            return False
        within = bisect_left(self.names, (home.start, home.start))
        if within < len(self.names) and self.names[within][0] < home.end:
            return False
        gap = self.text[name[1] : home.start].strip()
        return not gap or (len(gap) <= _NEAR and gap.isalpha())

    def _distance(
        self, date: Expression, name: Span, home: Clause | None
    ) -> tuple[bool, int, int]:
        """How far a date is from a name: by clause, by what parts them, by letters."""
        between = _between(date, name)
        outside = home is not None and not home.start <= date.start < home.end
        return outside, barriers(self.text, *between), between[1] - between[0]


def _between(date: Expression, name: Span) -> Span:
    """The stretch between a date and a name."""
    _, start, end, _ = sorted((date.start, date.end, *name))
    return start, end


def _is_beside(text: str, name: Span, between: Span) -> bool:
    """Whether a name belongs to the noun that a date stands beside."""
    gap = text[between[0] : between[1]]
    if name[0] < between[0]:
        return _OWNS.fullmatch(gap) is not None
    return not barriers(text, *between)


def _home(position: int, inner: Sequence[Clause]) -> Clause | None:
    """The narrowest clause around a position."""
    around = [each for each in inner if each.start <= position < each.end]
    return min(around, key=lambda each: each.end - each.start, default=None)


def _when(text: str, date: Expression, days: Interval) -> When:
    return When(
        start=days[0],
        end=days[1],
        text=text[date.start : date.end],
        text_start=date.start,
        text_end=date.end,
        how=date.how,
    )
