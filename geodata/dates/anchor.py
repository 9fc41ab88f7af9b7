"""The day of a document, from which "on Tuesday" is counted."""

from __future__ import annotations

import re
from collections.abc import Container
from datetime import date

from geodata.dates.patterns import Point, points
from geodata.dates.reading import is_in_reach
from geodata.model import Document

_HEAD = 600
"""Code points in which a dateline stands, if there is one."""
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)", re.ASCII)
_TOWN = re.compile(r"[^\W\d_a-z][^\Wa-z\d_]{2,}[\w\s,.()/'\u2019-]{0,60}$")
"""A place in capitals, as agencies write the beginning of a dateline."""
_ISSUED = re.compile(
    r"(?:published|posted|updated|issued|dated|date|filed)\b[\s:,]*(?:on\s)?[\w\s,]{0,12}$",
    re.IGNORECASE,
)
_OPENS_STORY = re.compile(r"\s*(?:\([^)\n]{1,40}\)\s*)?[-\u2013\u2014:]")
_STORY = re.compile(r"\s*(?:\([^)\n]{1,40}\)\s*)?(?:\s-{1,2}|[\u2013\u2014])\s*")
_ENDS_LINE = re.compile(r"[\s,|\u00b7]*(?:\d\d?[:.]\d\d[\w\s.]{0,12})?\s*(?:\n|$)")
_CAPITAL = r"[^\W\d_a-z][\w.'\u2019-]*"
_PLACE = re.compile(
    rf"\s*{_CAPITAL}(?:,?\s(?:{_CAPITAL}|de|del|di|du|la|le|el|upon|on|am|an|der))*"
    r",\s(?:the\s)?$"
)
"""A place, a person or a day of the week, as a letter begins: "Bath, 3 May 1810"."""
_LONGEST_PLACE = 60
_FULL_STOP = re.compile(r"\.\s")
_BEGINS_LINE = re.compile(
    r"(?:^|\n)\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?$"
)


def day_of(document: Document) -> date | None:
    """The day a document says it is of: beside its text, or in its dateline.

    None if it says none, or one so early or late that nothing can be counted from it,
    or if several lines begin as datelines do, in small letters: that is a chronology.
    """
    if document.published:
        written = _ISO_DAY.match(document.published)
        return _day(written[0]) if written else None
    head = document.text[:_HEAD]
    dates = points(head)
    full = [point for point in dates if point.kind == "day" and point.year]
    for point in full:
        if _is_dateline(head, point):
            return _of_point(point)
    starts = {point.start for point in dates}
    opening = [point for point in full if _opens_line(head, point, starts)]
    days = {_of_point(point) for point in opening}
    if len(days) != 1 or not _is_at_the_top(head, opening[0]):
        return None
    return days.pop()


def _is_dateline(head: str, point: Point) -> bool:
    before = head[: point.start]
    line = before[before.rfind("\n") + 1 :]
    if _ISSUED.search(line):
        return True
    if _BEGINS_LINE.search(before) and _ENDS_LINE.match(head, point.end):
        return True
    return bool(_TOWN.match(line) and _OPENS_STORY.match(head, point.end))


def _opens_line(head: str, point: Point, starts: Container[int]) -> bool:
    """Whether a line begins as a letter or an agency's report does.

    "Tbilisi, 3 October 2019" is all of it, or " - " and no other date comes after
    that; after a full stop a report goes on only at the beginning of the text.
    """
    before = head[: point.start]
    line = before[before.rfind("\n") + 1 :]
    if len(line) > _LONGEST_PLACE or not _PLACE.match(line):
        return False
    if _ENDS_LINE.match(head, point.end):
        return True
    if _FULL_STOP.match(head, point.end):
        return not before[: -len(line)].strip()
    story = _STORY.match(head, point.end)
    return story is not None and story.end() not in starts


def _is_at_the_top(head: str, point: Point) -> bool:
    """Whether a line is the first, or the second after a title."""
    lines = [line for line in head[: point.start].split("\n")[:-1] if line.strip()]
    return not lines or (len(lines) == 1 and not lines[0].rstrip().endswith("."))


def _of_point(point: Point) -> date | None:
    return _day(f"{point.year:04}-{point.month or 0:02}-{point.day or 0:02}")


def _day(written: str) -> date | None:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if is_in_reach(day, day) else None
