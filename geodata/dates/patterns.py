"""How dates are written in English: the pieces, and what each match says."""

from __future__ import annotations

import re
from typing import NamedTuple

from geodata.dates.words import MONTHS, ORDINALS, SHORT_MONTHS, WEEKDAYS

DASH = "[-\u2010-\u2015\u2212]"
"""Hyphens and dashes of every length."""

_YEAR = "(?:1[0-9]{3}|20[0-9]{2}|2100)"
_YEAR_ENDS = rf"(?![\w%\u2030\u00b0])(?![.,:/][0-9])(?!{DASH}[\w])"
_NUMBER_BEGINS = (
    rf"(?:(?<=[Mm]id-)|(?<![\w$\u20ac\u00a3\u00a5#.,/:+=\u2116])(?<!\w{DASH}))"
)
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![\w%])(?![.,:/][0-9])"
_FULL = "|".join([*MONTHS, *(name.upper() for name in MONTHS)])
_MONTH = rf"(?:{_FULL}|(?:{'|'.join(sorted(SHORT_MONTHS, reverse=True))})\b\.?)"
_MORE = rf"(?:(?:,\s{_DAY}){{1,9}},?)?"
_TO = rf"\s?(?:{DASH}|to|until|till|through|and|or|/)\s?(?:the\s)?"
_ORDINAL = (
    rf"(?:(?:1[0-9]|2[01])(?:st|nd|rd|th)"
    rf"|(?i:{'|'.join(sorted(ORDINALS, reverse=True))}))"
)
_PART = r"(?:(?:the|early|mid|late|middle|end\s+of)[\s-]+)*"

_POINT = re.compile(
    rf"""\b(?=[0-9JFMASONDETWefnst])(?:  # what any of these begins with, to be quick
    {_NUMBER_BEGINS}(?P<iso>({_YEAR})-([01][0-9])-([0-3][0-9])(?![-0-9A-SU-Z_a-z]))
  | {_NUMBER_BEGINS}(?P<figures>([0-3]?[0-9])([./])([0-3]?[0-9])\7({_YEAR})(?!\w))
  | {_NUMBER_BEGINS}(?P<decade>{_YEAR})['\u2019]?s(?!\w)
  | (?<!\w)(?P<century>{_ORDINAL})
    (?:\s?(?:and|to|or|{DASH})\s?{_PART}(?P<last_century>{_ORDINAL}))?
    [\s-]centur(?:y|ies)(?!\w)
  | (?:{_NUMBER_BEGINS}|(?<=[a-z.]{DASH}))
    (?:(?P<first_day>{_DAY}){_MORE}{_TO}(?={_DAY}))?
    (?P<day>{_DAY})(?:\s+of)?\s+(?P<month>{_MONTH})(?!\w)
    (?:(?:\s*,|\s+of)?\s+(?P<year>{_YEAR}){_YEAR_ENDS})?
  | (?<!\w)(?P<month_first>{_MONTH})\s+(?:the\s+)?(?P<its_day>{_DAY})
    (?:{_MORE}{_TO}(?P<last_day>{_DAY})(?!\s(?:{_FULL})))?(?:\s*,?\s+(?P<its_year>{_YEAR}){_YEAR_ENDS})?
  | (?<!\w)(?P<month_alone>{_MONTH})(?!\w)
    (?:(?:\s*,|\s+of)?\s+(?P<of_year>{_YEAR}){_YEAR_ENDS})?
  | {_NUMBER_BEGINS}(?P<year_first>{_YEAR}),?\s(?P<then_month>{_MONTH})\s
    (?P<then_day>{_DAY})
  | {_NUMBER_BEGINS}(?P<plain>{_YEAR})
    (?:\s?{DASH}\s?(?P<to_year>{_YEAR})|(?:/|\s?{DASH}\s?)(?P<to_short>[0-9]{{1,2}})(?!\s{_MONTH})
      |\s?{DASH}\s?(?:present|today|now|date)\b)?
    {_YEAR_ENDS}
  | (?<!\w)(?P<weekday>{"|".join(WEEKDAYS)})(?!\w)
    )""",
    re.VERBOSE,
)

_MONTH_NUMBERS = {
    **{name.upper(): number for name, number in MONTHS.items()},
    **MONTHS,
    **SHORT_MONTHS,
}
_TWELVE, _CENTURY = 12, 100
_OTHER_ERA = re.compile(
    rf"(?:\s?(?:{DASH}|to|and|or)\s?(?:(?:the|about|around|circa|ca?\.)\s?)?[0-9]{{1,4}}"
    r"(?:st|nd|rd|th)?"
    r"(?:[\s-]centur(?:y|ies))?)?,?\s?(?:BCE?|B\.\s?C\.|BP|AH|b\.c\.)(?!\w)"
)
"""What stands after a year that is not counted from the year 1."""


class Point(NamedTuple):
    """One date as it is written, perhaps without its year."""

    start: int
    """First code point."""
    end: int
    """One past the last."""
    kind: str
    """day, month, year, decade, century or weekday."""
    year: int | None = None
    """None if the words leave it out."""
    month: int | None = None
    day: int | None = None
    """The first day, if there are several; of a weekday its number from Monday."""
    last_year: int | None = None
    """Where the words have two years, decades or centuries."""
    last_day: int | None = None
    """Where the words have two days of a month."""


def points(text: str) -> list[Point]:
    """Whatever is written like a date, in text order."""
    return [
        point
        for match in _POINT.finditer(text)
        if (point := _point(match)) is not None
        and not _OTHER_ERA.match(text, point.end)
    ]


def _point(match: re.Match[str]) -> Point | None:
    given = match.groupdict()
    for name, read in _READERS.items():
        if given[name]:
            return read(match)
    return None


def _iso(match: re.Match[str]) -> Point | None:
    year, month, day = (int(part) for part in match["iso"].split("-"))
    return _day(match, year, month, day)


def _figures(match: re.Match[str]) -> Point | None:
    """A date in figures, unless day and month could be taken for each other."""
    parts = re.split("[./]", match["figures"])
    first, second, year = (int(part) for part in parts)
    if "." in match["figures"] or first > _TWELVE or first == second:
        return _day(match, year, second, first)
    return _day(match, year, first, second) if second > _TWELVE else None


def _day(match: re.Match[str], year: int, month: int, day: int) -> Point | None:
    if not 1 <= month <= _TWELVE:
        return None
    return Point(*match.span(), "day", year, month, day)


def _decade(match: re.Match[str]) -> Point | None:
    """The 1990s; those of a round hundred but ours may mean the whole century."""
    first = int(match["decade"])
    if first % 10:
        return None
    hundred = first % _CENTURY == 0 and first < 2000
    return Point(
        *match.span(), "decade", first, last_year=first + (99 if hundred else 9)
    )


def _century(match: re.Match[str]) -> Point | None:
    first = ordinal(match["century"])
    last = ordinal(match["last_century"]) if match["last_century"] else first
    years = (first - 1) * _CENTURY + 1, last * _CENTURY
    return Point(*match.span(), "century", years[0], last_year=years[1])


def ordinal(written: str) -> int:
    """The number of an ordinal, in figures or words."""
    return ORDINALS.get(written.lower()) or int(re.sub(r"\D", "", written))


def _written_day(match: re.Match[str]) -> Point:
    day = _number(match["day"])
    return Point(
        *match.span(),
        "day",
        _year(match["year"]),
        _month(match["month"]),
        _number(match["first_day"]) if match["first_day"] else day,
        last_day=day,
    )


def _month_first(match: re.Match[str]) -> Point:
    day = _number(match["its_day"])
    return Point(
        *match.span(),
        "day",
        _year(match["its_year"]),
        _month(match["month_first"]),
        day,
        last_day=_number(match["last_day"]) if match["last_day"] else day,
    )


def _year_first(match: re.Match[str]) -> Point:
    """1858, January 22."""
    day = _number(match["then_day"])
    month = _month(match["then_month"])
    return Point(*match.span(), "day", int(match["year_first"]), month, day)


def _month_alone(match: re.Match[str]) -> Point | None:
    name = match["month_alone"]
    if match["of_year"] is None and name not in MONTHS:
        return None
    return Point(*match.span(), "month", _year(match["of_year"]), _month(name))


def _plain(match: re.Match[str]) -> Point:
    """A year, or two; `2022-02` is a month where it can be no two years."""
    first = int(match["plain"])
    if match["to_year"]:
        return Point(*match.span(), "year", first, last_year=int(match["to_year"]))
    if not match["to_short"]:
        return Point(*match.span(), "year", first)
    short = int(match["to_short"])
    if len(match["to_short"]) == 1:
        return Point(*match.span(), "year", first, last_year=first - first % 10 + short)
    last = first - first % _CENTURY + short
    if short == (first + 1) % _CENTURY:
        last = first + 1
    elif last <= first and 1 <= short <= _TWELVE:
        return Point(*match.span(), "month", first, short)
    return Point(*match.span(), "year", first, last_year=last)


def _weekday(match: re.Match[str]) -> Point:
    return Point(*match.span(), "weekday", day=WEEKDAYS[match["weekday"]])


def _number(written: str) -> int:
    return int(re.sub(r"\D", "", written))


def _year(written: str | None) -> int | None:
    return int(written) if written else None


def _month(written: str) -> int:
    return _MONTH_NUMBERS[written.rstrip(".")]


_READERS = {
    "iso": _iso,
    "figures": _figures,
    "decade": _decade,
    "century": _century,
    "year_first": _year_first,
    "month_first": _month_first,
    "month_alone": _month_alone,
    "plain": _plain,
    "weekday": _weekday,
    "day": _written_day,
}
