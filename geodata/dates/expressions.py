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

from geodata.dates.bare_years import is_counted, is_year
from geodata.dates.counted import RELATIVE, relative_days
from geodata.dates.decades import narrowed
from geodata.dates.leads import Lead, lead_of
from geodata.dates.partial import told, with_years
from geodata.dates.patterns import DASH, Point, points
from geodata.dates.reading import (
    AND,
    LIST,
    RANGE,
    Expression,
    Read,
    days_of,
    is_in_reach,
    is_later,
)
from geodata.dates.sentences import Sentences, Spans
from geodata.model import Dating


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
    found = with_years(found, written, text, sentences, today)
    within = Spans((each.start, each.end) for each in found)
    found += [
        Expression(start, end, interval, Dating.COUNTED)
        for start, end, interval in relative
        if not within.meet(start, end)  # as in "in June *this year*"
    ]
    return told(
        _apart(text, sorted(map(_reached, found), key=lambda each: each.end)),
        sentences,
        today,
    )


def _reached(found: Expression) -> Expression:
    """What is counted can lie out of reach, as "999 years ago" does."""
    lost = found.days is not None and not is_in_reach(*found.days)
    return found._replace(days=None) if lost else found


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


def _accepted(text: str) -> list[Read]:
    """Points that are dates indeed, by the words around them."""
    found: list[Read] = []
    for point in points(text):
        lead = lead_of(text, point.start)
        previous = found[-1].last if found else None
        gap = text[previous.end : point.start] if previous else ""
        joins = previous is not None and (
            RANGE.fullmatch(gap) or AND.fullmatch(gap) or LIST.fullmatch(gap)
        )
        if not _is_date(text, point, lead, joins=bool(joins)):
            continue
        if previous and previous.kind == "weekday" and lead.start <= previous.start:
            found.pop()  # "Tuesday, 12 March": one date
        whole = narrowed(text, point)
        found.append(Read(lead, whole, whole))
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


def _joined(text: str, read: list[Read]) -> list[Read]:
    """Points with the words of a range between them as one."""
    found: list[Read] = []
    for each in read:
        if found and (whole := _range(text, found[-1], each)):
            found[-1] = whole
        else:
            found.append(each)
    return found


def _range(text: str, one: Read, other: Read) -> Read | None:
    gap = text[one.last.end : other.first.start]
    if one.first is not one.last or "weekday" in (one.first.kind, other.first.kind):
        return None
    between = one.lead.preposition == "between"
    ends = bool(RANGE.fullmatch(gap) or (between and AND.fullmatch(gap)))
    first, last = one.first, other.first
    if first.year is None and last.year is not None:
        first = first._replace(year=last.year - (ends and is_later(first, last)))
    elif first.year is not None and last.year is None:
        if not (ends and first.month and one.lead.preposition in _FROM):
            return None
        last = last._replace(year=first.year + is_later(first, last))
    if not (ends or (AND.fullmatch(gap) and _is_next(first, last))):
        return None
    return Read(one.lead, first, last)


_FROM = frozenset(["from", "between"])
"""Words that ask for a range."""


def _is_next(first: Point, last: Point) -> bool:
    """October and November 1956."""
    if first.kind != "month" or last.kind != "month" or first.year != last.year:
        return False
    return (last.month or 0) - (first.month or 0) == 1


def _in_full(text: str, read: Read) -> Expression:
    """What the words say by themselves."""
    interval = None
    qualifies = bool(read.lead.determiner) and _qualifies(text, read)
    if read.first.year is not None and (qualifies or not read.lead.leaves_open):
        interval = days_of(read)
    adjective = (qualifies and read.lead.determines) or _is_hyphened(text, read)
    start = read.first.start if qualifies or read.lead.in_bracket else read.lead.start
    return Expression(start, read.last.end, interval, Dating.WRITTEN, adjective)


def _is_hyphened(text: str, read: Read) -> bool:
    """Whether it is an adjective: "an old *18th-century* poem"."""
    return (
        read.first.kind == "century"
        and not read.lead.preposition
        and text[read.first.start : read.first.end].endswith("-century")
    )


_NOUN = re.compile(r"[\s-]+(?:[a-z]{3,}|[A-Z][\w.]+)")
_NO_NOUN = re.compile(
    r"\s+(?:and|or|but|in|on|at|of|the|when|while|where|which|who|that|was|were|is|are"
    r"|had|has|have|to|from|by|with|for|as|saw|there|he|she|it|they|his|her|its|their"
    r"|after|before|following|including|under|among|amid|against|since|until|between"
    r"|over|into|during|an?|would|could|did)\b"
)


def _qualifies(text: str, read: Read) -> bool:
    """Whether a noun follows: "the 1994 *treaty*", "a 12th-century *church*"."""
    end = read.last.end
    return bool(_NOUN.match(text, end)) and not _NO_NOUN.match(text, end)
