"""The day of a document, from which "on Tuesday" is counted."""

from __future__ import annotations

import re
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
_ENDS_LINE = re.compile(r"[\s,|\u00b7]*(?:\d\d?[:.]\d\d[\w\s.]{0,12})?\s*(?:\n|$)")
_BEGINS_LINE = re.compile(
    r"(?:^|\n)\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?$"
)


def day_of(document: Document) -> date | None:
    """The day a document says it is of: beside its text, or in its dateline.

    None if it says none, or one so early or late that nothing can be counted from it.
    """
    if document.published:
        written = _ISO_DAY.match(document.published)
        return _day(written[0]) if written else None
    head = document.text[:_HEAD]
    for point in points(head):
        if point.kind == "day" and point.year and _is_dateline(head, point):
            return _of_point(point)
    return None


def _is_dateline(head: str, point: Point) -> bool:
    before = head[: point.start]
    line = before[before.rfind("\n") + 1 :]
    if _ISSUED.search(line):
        return True
    if _BEGINS_LINE.search(before) and _ENDS_LINE.match(head, point.end):
        return True
    return bool(_TOWN.match(line) and _OPENS_STORY.match(head, point.end))


def _of_point(point: Point) -> date | None:
    return _day(f"{point.year:04}-{point.month or 0:02}-{point.day or 0:02}")


def _day(written: str) -> date | None:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if is_in_reach(day, day) else None
