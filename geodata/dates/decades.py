"""Parts of a decade: "the early 1950s" are 1950 to 1953.

"Mid" is 1954 to 1956, "late" 1957 to 1959, "mid to late" both. Other parts are left
whole, as English does not say where they begin: the end of a century, the early 1900s
(which may be all of a century), the late 19th century, the spring of a year, which is
not the same on both sides of the equator.
"""

from __future__ import annotations

import re

from geodata.dates.patterns import Point

_YEARS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
"""First and last year of each part, counted from the decade's own."""
_PART = "early|mid|late"
_BEFORE = re.compile(
    rf"\b(?:({_PART})(?:[\s-]+(?:to|and|or)[\s-]+(?:the\s)?|\s?/\s?))?({_PART})[\s-]+$",
    re.IGNORECASE,
)
_LONGEST = 40
_TEN = 10


def narrowed(text: str, point: Point) -> Point:
    """A decade narrowed to the part that the words before it say; else the same.

    Parameters
    ----------
    text : str
        The whole text.
    point : Point
        What is written in it.
    """
    if point.kind != "decade" or point.year is None or point.last_year is None:
        return point
    found = _BEFORE.search(text, max(0, point.start - _LONGEST), point.start)
    if found is None or point.last_year - point.year >= _TEN:
        return point
    parts = [_YEARS[word.lower()] for word in found.groups() if word]
    first, last = min(parts)[0], max(parts)[1]
    return point._replace(year=point.year + first, last_year=point.year + last)
