"""What is read of a date: its words, and the days that they mean."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from geodata.dates.intervals import Interval, days, years
from geodata.dates.leads import Lead
from geodata.dates.patterns import DASH, Point
from geodata.model import Dating

FIRST_YEAR, LAST_YEAR = 1000, 2100
"""Years that are read: before them a number of four digits is rarely one."""

RANGE = re.compile(
    rf"\s?(?:{DASH}|(?:up\s)?to|until|till|through)\s?"
    r"(?:(?:the|early|mid|late|end\sof|about|around)[\s-])*",
)
"""What stands between the two ends of a range."""
AND = re.compile(r"(?:\s(?:and|or)\s|/)(?:(?:the|early|mid|late|in|on)[\s-])*")
"""What stands between two dates, or the ends of what is "between" them."""
LIST = re.compile(r"\s?(?:,|,?\s(?:and|or|then|again\sin|and\sagain\sin))\s")
"""What stands between the dates of a list."""


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


class Read(NamedTuple):
    """One point, or two joined, with the words that lead to it."""

    lead: Lead
    first: Point
    last: Point


def days_of(read: Read) -> Interval | None:
    """The days that a date means; None if there are none such, or out of reach."""
    try:
        start, end = _whole(read.first)[0], _whole(read.last)[1]
        if read.first is read.last and read.lead.part:
            start, end = read.lead.part_of(start, end)
    except ValueError:
        return None
    return (start, end) if start <= end and is_in_reach(start, end) else None


def is_later(one: Point, other: Point) -> bool:
    """Whether a month comes after another in the same year: November and February."""
    return other.month is not None and (one.month or 0) > other.month


def is_in_reach(start: date, end: date) -> bool:
    """Whether two days lie in years that are read."""
    return start.year >= FIRST_YEAR and end.year <= LAST_YEAR


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


def in_year(read: Read, year: int) -> Read:
    """The same dates, in a year that they leave out."""
    first, last = (point._replace(year=year) for point in (read.first, read.last))
    return Read(read.lead, first, first if read.first is read.last else last)
