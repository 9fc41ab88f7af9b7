"""Stretches of whole days: years, months, decades, and how people ask for them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

Interval = tuple[date, date]
"""First and last day, both included."""

DECEMBER = 12

_WRITTEN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def days(year: int, month: int | None = None, day: int | None = None) -> Interval:
    """All days of a year, of a month, or one day.

    Raises
    ------
    ValueError
        If there is no such day.

    Examples
    --------
    >>> [str(each) for each in days(1952, 2)]
    ['1952-02-01', '1952-02-29']
    """
    if month is None:
        return date(year, 1, 1), date(year, DECEMBER, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def years(first: int, last: int) -> Interval:
    """All days from the beginning of one year to the end of another."""
    return days(first)[0], days(last)[1]


def read_days(written: str) -> Interval:
    """The days of a year, a month or a day as ISO 8601 writes them.

    Raises
    ------
    ValueError
        If it is written otherwise, or there is no such time.

    Examples
    --------
    >>> read_days("1953-09")[1]
    datetime.date(1953, 9, 30)
    """
    found = _WRITTEN.fullmatch(written)
    if found is None:
        raise ValueError(f"{written!r} is no year, month or day")
    year, month, day = (int(part) if part else None for part in found.groups())
    return days(year or 0, month, day)


def read_interval(written: str) -> Interval:
    """A year, a month, a day, or from one to another; `..` leaves an end open.

    Raises
    ------
    ValueError
        If it is written otherwise, has no end at all, or ends before it begins.

    Examples
    --------
    >>> [str(each) for each in read_interval("1950-06/1953")]
    ['1950-06-01', '1953-12-31']
    >>> [str(each) for each in read_interval("../1953")]
    ['0001-01-01', '1953-12-31']
    """
    first, slash, last = written.partition("/")
    if not slash:
        return read_days(written)
    if {first, last} <= {"", ".."}:
        raise ValueError(f"{written!r} has no end")
    start = date.min if first in {"", ".."} else read_days(first)[0]
    end = date.max if last in {"", ".."} else read_days(last)[1]
    if start > end:
        raise ValueError(f"{written!r} ends before it begins")
    return start, end


def meet(one: Interval, other: Interval) -> bool:
    """Whether two intervals have a day in common.

    Examples
    --------
    >>> meet(days(1953), days(1953, 9)), meet(days(1953), days(1954))
    (True, False)
    """
    return one[0] <= other[1] and other[0] <= one[1]
