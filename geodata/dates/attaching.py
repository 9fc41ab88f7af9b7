"""Which date of its sentence is a mention's own; `clauses.py` says the rule."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from geodata.dates.clauses import (
    CLOSED,
    Clause,
    barriers,
    clauses,
    is_of_another_time,
)
from geodata.dates.expressions import Expression
from geodata.dates.sentences import Sentences
from geodata.model import Span, When

_OWNS = re.compile(r"(?:['\u2019]s?)?\s(?:the\s)?")
"""What stands between the two in "Moscow's 1957 festival"."""
_LOCATES = re.compile(r"(?:,\s[A-Z][\w\s]{2,30})?-(?:based|born|registered)\b")
"""What makes a name tell where somebody is from, whatever the time."""
_NEAR = 12
"""Code points between a name and the bracket with its date."""


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
        for span, when in _of_sentence(
            text, sentences.span(number), names, dated[number]
        )
    }


def _of_sentence(
    text: str, sentence: Span, names: Sequence[Span], dates: Sequence[Expression]
) -> Iterable[tuple[Span, When]]:
    inner = clauses(text, sentence, [(each.start, each.end) for each in dates])
    for name in names:
        reaching = [
            each
            for each in dates
            if _reaches(text, each, name, inner, names)
            and not is_of_another_time(text, name, (each.start, each.end), sentence[0])
        ]
        if not reaching:
            continue
        nearest = min(reaching, key=lambda each: _distance(text, each, name, inner))
        if nearest.days:
            yield name, _when(text, nearest)


def _reaches(
    text: str,
    date: Expression,
    name: Span,
    inner: Sequence[Clause],
    names: Sequence[Span],
) -> bool:
    if date.start < name[1] and name[0] < date.end:
        return False
    between = sorted((date.start, date.end, *name))[1:3]
    if ";" in text[between[0] : between[1]]:
        return False
    if _LOCATES.match(text, name[1]) or any(
        each.kind in CLOSED
        and each.start <= name[0] < each.end
        and not each.start <= date.start < each.end
        for each in inner
    ):
        return False
    home = _home(date.start, inner)
    if home is not None and not home.start <= name[0] < home.end:
        return _is_its_bracket(text, home, name, names)
    return not date.adjective or _is_beside(text, name, between)


def _is_beside(text: str, name: Span, between: Sequence[int]) -> bool:
    """Whether a name belongs to the noun that a date stands beside."""
    gap = text[between[0] : between[1]]
    if name[0] < between[0]:
        return _OWNS.fullmatch(gap) is not None
    return not barriers(text, *between)


def _home(position: int, inner: Sequence[Clause]) -> Clause | None:
    """The narrowest clause around a position."""
    around = [each for each in inner if each.start <= position < each.end]
    return min(around, key=lambda each: each.end - each.start, default=None)


def _is_its_bracket(text: str, home: Clause, name: Span, names: Sequence[Span]) -> bool:
    """A name right before a bracket that has a date and no name of its own."""
    if home.kind != "bracket" or name[1] > home.start:
        return False
    if any(home.start <= start < home.end for start, _ in names):
        return False
    gap = text[name[1] : home.start]
    return len(gap) <= _NEAR and gap.strip().isalpha() if gap.strip() else True


def _distance(
    text: str, date: Expression, name: Span, inner: Sequence[Clause]
) -> tuple[bool, int, int]:
    """How far a date is from a name: by clause, by what parts them, by letters."""
    between = sorted((date.start, date.end, *name))[1:3]
    home = _home(name[0], inner)
    outside = home is not None and not home.start <= date.start < home.end
    return outside, barriers(text, *between), between[1] - between[0]


def _when(text: str, date: Expression) -> When:
    first, last = date.days or (None, None)
    if first is None or last is None:
        raise ValueError("a date that cannot be told dates nothing")
    return When(
        start=first,
        end=last,
        text=text[date.start : date.end],
        text_start=date.start,
        text_end=date.end,
        how=date.how,
    )
