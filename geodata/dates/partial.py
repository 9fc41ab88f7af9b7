"""Dates that leave their year out: "on 25 June", "in April", "on Tuesday"."""

from __future__ import annotations

import re
from datetime import date

from geodata.dates.bare_years import is_counted
from geodata.dates.counted import weekday_near
from geodata.dates.intervals import Interval, days
from geodata.dates.patterns import Point
from geodata.dates.reading import (
    AND,
    LIST,
    Expression,
    Read,
    days_of,
    in_year,
    is_later,
)
from geodata.dates.sentences import Sentences
from geodata.dates.tenses import HALF, NEVER, SOON, YEAR, days_ahead
from geodata.model import Dating


def with_years(
    found: list[Expression],
    read: list[Read],
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
        if _says_year(text, each.last.end):
            whole.append(expression._replace(how=Dating.COUNTED))
            continue
        own = sentences.of(expression.start)
        year = (
            _year_after(text, read, number)
            or _year_beside(text, read, number)
            or _year_before(whole, own, sentences)
        )
        whole.append(_dated(expression, each, year, text, sentences, today))
    return whole


_OF_YEAR = re.compile(r",?\s(?:of\s)?(this|last|next)\syear\b")
_NUMBER = re.compile(r",?\s[0-9]{3,4}(?!\w)")


def _says_year(text: str, end: int) -> bool:
    """Whether a year follows that is not read: "in May 878"."""
    number = _NUMBER.match(text, end)
    return number is not None and not is_counted(text, end, number.end(), "")


_STEPS = {"last": -1, "this": 0, "next": 1}


def _of_year(
    expression: Expression, read: Read, said: re.Match[str], today: date | None
) -> Expression:
    """Read "in June *this year*", "between March and May *last year*"."""
    whole = expression._replace(end=said.end(), how=Dating.COUNTED)
    if today is None or read.first.kind == "weekday":
        return whole
    year = today.year + _STEPS[said[1]]
    return whole._replace(days=days_of(in_year(read, year)))


def _year_after(text: str, read: list[Read], number: int) -> int | None:
    """The year of the date it goes on to: "on 3 June and 5 July *1950*"."""
    each, after = read[number], number + 1
    if after == len(read) or each.first.kind == "weekday":
        return None
    gap = text[each.last.end : read[after].first.start]
    if AND.fullmatch(gap) or LIST.fullmatch(gap):
        return read[after].first.year
    return None


def _year_beside(text: str, read: list[Read], number: int) -> int | None:
    """The year it goes on in: "in December 1999 *and January*" is in the next one."""
    if number == 0 or read[number].first.kind == "weekday":
        return None
    before, point = read[number - 1].last, read[number].first
    gap = text[before.end : point.start]
    if before.year is None or not (AND.fullmatch(gap) or LIST.fullmatch(gap)):
        return None
    return before.year + is_later(before, point)


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
    each: Read,
    year: int | None,
    text: str,
    sentences: Sentences,
    today: date | None,
) -> Expression:
    if year is not None and each.first.kind != "weekday":
        return expression._replace(days=days_of(in_year(each, year)))
    if today is None or each.first is not each.last or _recurs(text, each):
        return expression._replace(how=Dating.COUNTED)
    own = sentences.span(sentences.of(expression.start))
    ahead = days_ahead(text, (expression.start, expression.end), own)
    interval = _nearest(each.first, today, ahead)
    return expression._replace(days=interval, how=Dating.COUNTED, partial=True)


def _nearest(point: Point, today: date, ahead: int) -> Interval | None:
    """The last such day, or the coming one if it is no further ahead than this."""
    if point.kind == "weekday":
        return weekday_near(point.day or 0, today, future=ahead >= HALF)
    if point.kind != "day" and ahead <= SOON:
        ahead = NEVER
    around = _around(point, today.year)
    coming = [each for each in around if each[1] >= today][:1]
    if coming and (coming[0][0] - today).days <= ahead:
        return coming[0]
    last = [each for each in around if each[0] <= today][-1:]
    return last[0] if last and ahead < YEAR else None


def _around(point: Point, year: int) -> list[Interval]:
    """A day or a month of a year, of the one before and of the one after."""
    around: list[Interval] = []
    for each in (year - 1, year, year + 1):
        try:
            start = days(each, point.month, point.day)[0]
            end = days(each, point.month, point.last_day or point.day)[1]
        except ValueError:  # the 29 of February
            continue
        if start <= end:
            around.append((start, end))
    return around


def _recurs(text: str, read: Read) -> bool:
    """Whether every such day is meant: "each April", "in June of every year"."""
    before = text[max(0, read.first.start - 12) : read.first.start]
    return bool(_EVERY.search(before) or _OF_EVERY.match(text, read.last.end))


_EVERY = re.compile(r"\b(?:every|each|months?\sof)\s$", re.IGNORECASE)
_OF_EVERY = re.compile(r"s?\s(?:of\s)?(?:every|each)\b")


def told(
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
