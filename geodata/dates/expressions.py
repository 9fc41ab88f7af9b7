"""The date expressions of a text, each with the days it means.

The grammar is our own because no package of those that were tried (November 2026, 41
sentences) is careful enough for running text: dateparser 1.5 takes the verb "march",
"Theresa May", "1945 people" and "page 1950" for dates (15 of 21 sentences without any)
and gives no ranges; recognizers-text-date-time 1.0.2a2 is wrong in 13 of the 21,
misses "1950-53", "between 1914 and 1918", decades and centuries, does not import with
a current emoji, and takes 10 ms a sentence; datefinder 1.0 is wrong in none, but reads
no range, no decade and hardly a year; timefhuman 0.1.5 reads "3-1" and "sat";
chrono-python's answers have no dates in them.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from geodata.dates.bare_years import is_counted, is_year
from geodata.dates.counted import RELATIVE, nearest, relative_days
from geodata.dates.intervals import Interval, days, years
from geodata.dates.leads import Lead, lead_of
from geodata.dates.patterns import DASH, Point, points
from geodata.dates.sentences import Sentences, Spans
from geodata.model import Dating

FIRST_YEAR, LAST_YEAR = 1000, 2100
"""Years that are read: before them a number of four digits is rarely one."""

_RANGE = re.compile(
    rf"\s?(?:{DASH}|(?:up\s)?to|until|till|through)\s?"
    r"(?:(?:the|early|mid|late|end\sof|about|around)[\s-])*",
)
_AND = re.compile(r"\s(?:and|or)\s(?:(?:the|early|mid|late|in|on)[\s-])*")
_LIST = re.compile(r"\s?(?:,|,?\s(?:and|or|then|again\sin|and\sagain\sin))\s")
_BETWEEN = re.compile(r"between\b", re.IGNORECASE)


class Expression(NamedTuple):
    """Words that say a time."""

    start: int
    """First code point."""
    end: int
    """One past the last."""
    days: Interval | None
    """First and last day; None if they cannot be told, or lie out of reach."""
    how: Dating = Dating.WRITTEN
    """Whether the words say it in full."""
    adjective: bool = False
    """True for "the *1994* treaty", which dates the treaty and not what is said."""
    partial: bool = False
    """True for "in April", which can be that of whatever year is told of."""


class _Read(NamedTuple):
    """One point, or two joined, with the words that lead to it."""

    lead: Lead
    first: Point
    last: Point


def expressions(
    text: str, sentences: Sentences, today: date | None
) -> list[Expression]:
    """Every date expression, in text order; none overlaps another.

    Parameters
    ----------
    text : str
        The whole text.
    sentences : Sentences
        Where its sentences begin.
    today : date, optional
        The day of the document, if it is known.
    """
    relative = [
        (match.start(), match.end(), relative_days(match, today) if today else None)
        for match in RELATIVE.finditer(text)
    ]
    taken = Spans((start, end) for start, end, _ in relative)
    written = [
        each
        for each in _joined(text, _accepted(text))
        if not taken.meet(each.first.start, each.last.end)
    ]
    found = [_in_full(text, each) for each in written]
    found = _with_years(found, written, text, sentences, today)
    within = Spans((each.start, each.end) for each in found)
    found += [
        Expression(start, end, interval, Dating.COUNTED)
        for start, end, interval in relative
        if not within.meet(start, end)  # as in "in June *this year*"
    ]
    return _told(
        _apart(text, sorted(found, key=lambda each: each.end)), sentences, today
    )


def _apart(text: str, found: list[Expression]) -> list[Expression]:
    """Expressions that begin no earlier than the one before them ends."""
    apart: list[Expression] = []
    for each in found:
        start = each.start
        if apart and start < apart[-1].end:
            gap = _GAP.match(text, apart[-1].end, each.end)
            start = gap.end() if gap else apart[-1].end
        apart.append(each._replace(start=start))
    return apart


_GAP = re.compile(r"\W+")


def _accepted(text: str) -> list[_Read]:
    """Points that are dates indeed, by the words around them."""
    found: list[_Read] = []
    for point in points(text):
        lead = lead_of(text, point.start)
        previous = found[-1].last if found else None
        gap = text[previous.end : point.start] if previous else ""
        joins = previous is not None and (
            _RANGE.fullmatch(gap) or _AND.fullmatch(gap) or _LIST.fullmatch(gap)
        )
        if not _is_date(text, point, lead, joins=bool(joins)):
            continue
        if previous and previous.kind == "weekday" and lead.start <= previous.start:
            found.pop()  # "Tuesday, 12 March": one date
        found.append(_Read(lead, point, point))
    return found


def _is_date(text: str, point: Point, lead: Lead, *, joins: bool) -> bool:
    if point.kind == "weekday":
        return not lead.names_a_day and not _NEWSPAPER.match(text, point.end)
    if point.kind == "year":
        return is_year(
            text, point.start, point.end, led=lead.asks_for_year, listed=joins
        )
    if point.kind == "month" and point.year is None:
        name = text[point.start : point.end]
        return (
            lead.asks_for_month(name)
            or (joins and not lead.preposition)
            or _BEFORE_MONTH.match(text, point.end) is not None
        )
    if point.kind == "day" and point.year is None:
        return not is_counted(text, point.start, point.end, "")
    return True


_NEWSPAPER = re.compile(
    r"\s(?:Times|Telegraph|Mail|Express|Post|Herald|Mirror|Night Live)\b"
)
_BEFORE_MONTH = re.compile(
    rf"\s?(?:{DASH}|to|and|or|until|through)\s?(?:early\s|mid-|late\s)?"
    r"(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\s(?:of\s)?[12][0-9]{3}(?![0-9])"
)


def _joined(text: str, read: list[_Read]) -> list[_Read]:
    """Points with the words of a range between them as one."""
    found: list[_Read] = []
    for each in read:
        if found and (whole := _range(text, found[-1], each)):
            found[-1] = whole
        else:
            found.append(each)
    return found


def _range(text: str, one: _Read, other: _Read) -> _Read | None:
    gap = text[one.last.end : other.first.start]
    if one.first is not one.last or "weekday" in (one.first.kind, other.first.kind):
        return None
    if one.first.year is not None and other.first.year is None:
        return None
    first = one.first
    if first.year is None and other.first.year is not None and len(gap) < _LONGEST_GAP:
        if not (_RANGE.fullmatch(gap) or _AND.fullmatch(gap)):
            return None
        first = first._replace(year=other.first.year)
    between = _BETWEEN.match(text, one.lead.start) is not None
    if not (
        _RANGE.fullmatch(gap)
        or (_AND.fullmatch(gap) and (between or _is_next(first, other.first)))
    ):
        return None
    return _Read(one.lead, first, other.first)


_LONGEST_GAP = 20


def _is_next(first: Point, last: Point) -> bool:
    """October and November 1956."""
    if first.kind != "month" or last.kind != "month" or first.year != last.year:
        return False
    return (last.month or 0) - (first.month or 0) == 1


def _in_full(text: str, read: _Read) -> Expression:
    """What the words say by themselves."""
    interval = None
    qualifies = bool(read.lead.determiner) and _qualifies(text, read)
    if read.first.year is not None and (qualifies or not read.lead.leaves_open):
        interval = _days_of(read)
    adjective = (qualifies and read.lead.determines) or _is_hyphened(text, read)
    start = read.first.start if qualifies or read.lead.in_bracket else read.lead.start
    return Expression(start, read.last.end, interval, Dating.WRITTEN, adjective)


def _is_hyphened(text: str, read: _Read) -> bool:
    """Whether it is an adjective: "an old *18th-century* poem"."""
    return (
        read.first.kind == "century"
        and not read.lead.preposition
        and text[read.first.start : read.first.end].endswith("-century")
    )


def _days_of(read: _Read) -> Interval | None:
    try:
        start, end = _whole(read.first)[0], _whole(read.last)[1]
        if read.first is read.last and read.lead.part:
            start, end = read.lead.part_of(start, end)
    except ValueError:
        return None
    if not FIRST_YEAR <= start.year <= end.year <= LAST_YEAR:
        return None
    return (start, end) if start <= end else None


def _whole(point: Point) -> Interval:
    year = point.year or 0
    if point.kind in {"year", "decade", "century"}:
        return years(year, point.last_year or year)
    if point.last_day is None:
        return days(year, point.month, point.day)
    return (
        days(year, point.month, point.day)[0],
        days(year, point.month, point.last_day)[1],
    )


_NOUN = re.compile(r"[\s-]+(?:[a-z]{3,}|[A-Z][\w.]+)")
_NO_NOUN = re.compile(
    r"\s+(?:and|or|but|in|on|at|of|the|when|while|where|which|who|that|was|were|is|are"
    r"|had|has|have|to|from|by|with|for|as|saw|there|he|she|it|they|his|her|its|their"
    r"|after|before|following|including|under|among|amid|against|since|until|between"
    r"|over|into|during|an?|would|could|did)\b"
)


def _qualifies(text: str, read: _Read) -> bool:
    """Whether a noun follows: "the 1994 *treaty*", "a 12th-century *church*"."""
    end = read.last.end
    return bool(_NOUN.match(text, end)) and not _NO_NOUN.match(text, end)


def _with_years(
    found: list[Expression],
    read: list[_Read],
    text: str,
    sentences: Sentences,
    today: date | None,
) -> list[Expression]:
    """Dates without a year given that of their sentence, or counted from a day."""
    whole: list[Expression] = []
    for number, (expression, each) in enumerate(zip(found, read, strict=True)):
        if each.first.year is not None or each.lead.leaves_open:
            whole.append(expression)
            continue
        if said := _OF_YEAR.match(text, each.last.end):
            whole.append(_of_year(expression, each, said, today))
            continue
        own = sentences.of(expression.start)
        year = _year_after(text, read, number) or _year_before(whole, own, sentences)
        whole.append(_dated(expression, each, year, text, sentences, today))
    return whole


_OF_YEAR = re.compile(r",?\s(?:of\s)?(this|last|next)\syear\b")
_STEPS = {"last": -1, "this": 0, "next": 1}


def _of_year(
    expression: Expression, read: _Read, said: re.Match[str], today: date | None
) -> Expression:
    """Read "in June *this year*", "between March and May *last year*"."""
    whole = expression._replace(end=said.end(), how=Dating.COUNTED)
    if today is None or read.first.kind == "weekday":
        return whole
    year = today.year + _STEPS[said[1]]
    return whole._replace(days=_days_of(_in_year(read, year)))


def _in_year(read: _Read, year: int) -> _Read:
    """The same dates, in a year that they leave out."""
    first, last = (point._replace(year=year) for point in (read.first, read.last))
    return _Read(read.lead, first, first if read.first is read.last else last)


def _year_after(text: str, read: list[_Read], number: int) -> int | None:
    """The year of the date it goes on to: "on 3 June and 5 July *1950*"."""
    each, after = read[number], number + 1
    if after == len(read) or each.first.kind == "weekday":
        return None
    gap = text[each.last.end : read[after].first.start]
    if _AND.fullmatch(gap) or _LIST.fullmatch(gap):
        return read[after].first.year
    return None


def _year_before(whole: list[Expression], own: int, sentences: Sentences) -> int | None:
    """The one year its sentence has said: "in *1950* war began on 25 June"."""
    said: set[int] = set()
    for each in reversed(whole):
        if sentences.of(each.start) != own:
            break
        if each.days and not each.adjective and each.days[0].year == each.days[1].year:
            said.add(each.days[0].year)
    return said.pop() if len(said) == 1 else None


def _dated(
    expression: Expression,
    each: _Read,
    year: int | None,
    text: str,
    sentences: Sentences,
    today: date | None,
) -> Expression:
    if year is not None and each.first.kind != "weekday":
        return expression._replace(days=_days_of(_in_year(each, year)))
    if today is None or each.first is not each.last or _recurs(text, each):
        return expression._replace(how=Dating.COUNTED)
    future = sentences.looks_ahead(text, expression.start, expression.end)
    interval = nearest(each.first, today, future=future)
    return expression._replace(days=interval, how=Dating.COUNTED, partial=True)


def _recurs(text: str, read: _Read) -> bool:
    """Whether every such day is meant: "each April", "in June of every year"."""
    before = text[max(0, read.first.start - 12) : read.first.start]
    return bool(_EVERY.search(before) or _OF_EVERY.match(text, read.last.end))


_EVERY = re.compile(r"\b(?:every|each|months?\sof)\s$", re.IGNORECASE)
_OF_EVERY = re.compile(r"s?\s(?:of\s)?(?:every|each)\b")


def _told(
    found: list[Expression], sentences: Sentences, today: date | None
) -> list[Expression]:
    """Expressions of which no count goes astray.

    A paragraph that tells of another year goes on telling of it: "in June" there is
    not that of the document.
    """
    if today is None:
        return found
    told: list[Expression] = []
    elsewhere, paragraph = False, -1
    for each in found:
        if (own := sentences.paragraph(each.start)) != paragraph:
            elsewhere, paragraph = False, own
        if each.partial and elsewhere:
            told.append(each._replace(days=None))
            continue
        told.append(each)
        if each.how is Dating.WRITTEN and each.days and not each.adjective:
            elsewhere = abs(each.days[1].year - today.year) > 1
    return told
