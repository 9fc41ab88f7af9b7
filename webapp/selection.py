"""What is asked of a layer by OGC API - Features: which features, and how many."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from math import isfinite

from geodata.layers import Filters, read_filters
from webapp.errors import BadRequest

LIMIT = 100
"""Features of a page, if nothing is said."""
MOST = 10_000
"""Features of a page at most; who asks for more gets as many."""

_TIME = r"\d{4}-\d\d-\d\d([Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d))?"
DATETIME_PATTERN = rf"^({_TIME}|{_TIME}/({_TIME}|\.\.)?|(\.\.)?/{_TIME})$"
"""A date, a date and time as RFC 3339 has it, or an interval of them."""

_ONCE = ("limit", "offset", "datetime", "bbox", "q")
_FILTERS = ("bbox", "sense", "kind", "country", "confidence", "q")
_MOST_DIGITS = 9
"""More than anything here counts."""
_BOX_WITH_HEIGHTS = 6
_DATETIME = re.compile(DATETIME_PATTERN, re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Some features of a layer."""

    filters: Filters
    """Which features; what has no location passes every box, what has no date every
    time."""
    limit: int = LIMIT
    """How many at most."""
    offset: int = 0
    """How many are passed over first."""


def read_selection(asked: Mapping[str, Sequence[str]]) -> Selection:
    """What the parameters of an address ask for.

    A `datetime` lets through features that no sentence dates, as the standard has it;
    of the others it leaves the mentions that are dated to it. Its moments count as
    their whole days, in UTC, because days are the finest that is read in a text.

    Parameters
    ----------
    asked : mapping of str to sequence of str
        Name to values. The filters are those of a download, but for `layers`; a box
        may have heights, which nothing here has.

    Raises
    ------
    BadRequest, FilterError
        If a value cannot be read, or is given twice where one is meant.

    Examples
    --------
    >>> read_selection({"limit": ["20000"], "bbox": ["18,54,0,19,55,9"]}).limit
    10000
    """
    for name in _ONCE:
        if len(asked.get(name, ())) > 1:
            raise BadRequest(f"{name} is given {len(asked[name])} times; give it once")
    once = {name: asked[name][0] for name in _ONCE if name in asked}
    filters: dict[str, Sequence[str]] = {
        name: asked[name] for name in _FILTERS if name in asked
    }
    if "datetime" in once:
        filters["datetime"] = [_whole_days(once["datetime"])]
    if "bbox" in once:
        filters["bbox"] = [_flat_box(once["bbox"])]
    return Selection(
        filters=replace(read_filters(filters), unlocated=True, undated=True),
        limit=min(MOST, _number("limit", once.get("limit", str(LIMIT)), least=1)),
        offset=_number("offset", once.get("offset", "0"), least=0),
    )


def _number(name: str, given: str, *, least: int) -> int:
    """A whole number; one of very many digits is as good as a large one."""
    digits = given.lstrip("0")[:_MOST_DIGITS] or "0"
    if not (given.isascii() and given.isdecimal()) or int(digits) < least:
        message = f"{name} cannot be {given!r}; give a number from {least} on"
        raise BadRequest(message)
    return int(digits)


def _flat_box(given: str) -> str:
    """A box of four or six numbers as one of four."""
    parts = given.split(",")
    if len(parts) != _BOX_WITH_HEIGHTS:
        if not given.strip():
            raise BadRequest("bbox cannot be empty; give west,south,east,north")
        return given
    try:
        low, high = float(parts[2]), float(parts[5])
    except ValueError:
        low = high = float("nan")
    if not (isfinite(low) and isfinite(high) and low <= high):
        message = (
            f"bbox cannot be {given!r}; the third and the sixth number are its lowest"
            " and its greatest height in metres"
        )
        raise BadRequest(message)
    return ",".join((*parts[0:2], *parts[3:5]))


def _whole_days(given: str) -> str:
    """A time or an interval as the filter of that name has it: in days."""
    wrong = BadRequest(
        f"datetime cannot be {given!r}; give a time such as 2018-02-12T23:20:50Z, or"
        " two with a slash between them, one of which may be .."
    )
    if not _DATETIME.fullmatch(given):
        raise wrong
    try:
        moments = {
            end: _moment(end) for end in given.split("/") if end not in ("", "..")
        }
    except (ValueError, OverflowError):
        raise wrong from None
    if [*moments.values()] != sorted(moments.values()):
        raise BadRequest(f"datetime cannot be {given!r}, which ends before it begins")
    return "/".join(
        f"{moments[end].date()}" if end in moments else ".." for end in given.split("/")
    )


def _moment(given: str) -> datetime:
    """A moment in UTC; a leap second is taken for the one before it."""
    found = datetime.fromisoformat(given.upper().replace(":60", ":59"))
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
