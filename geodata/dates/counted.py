"""Dates that are counted from the day of the document: "on Tuesday", "last year"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from geodata.dates.intervals import DECEMBER, Interval, days, years
from geodata.dates.words import MONTHS, NUMBERS, SEASONS, WEEKDAYS

_OF_DAY = "morning|afternoon|evening|night"
_SOME = r"(?:a\s+few|several|some|many|a\s+couple\s+of|two\s+or\s+three|countless)"
_HEDGED = (
    r"(?:more\s+than|less\s+than|at\s+least|at\s+most|over|under|about|around|nearly"
    r"|almost|roughly|approximately|perhaps|probably|some|up\s+to)"
)
_LARGE = (
    r"(?:[0-9]{4,}|[0-9]{1,3}(?:[.,\s][0-9]{1,3}){1,3}"
    r"|(?:[\w-]+\s+)?(?:hundred|thousand)s?(?:\s+(?:and|of)(?:\s+[\w-]+)?)?)"
)
"""Numbers that are not worked out: 1,200, two hundred and fifty."""
_PERIOD = "|".join(
    ["day|night|week|weekend|month|year|decade|century", *SEASONS, *WEEKDAYS, *MONTHS]
)
_OTHER_DAY = rf"(?:yesterday|today|tomorrow|now|(?:last|next)\s+(?:{_PERIOD}))\b"
_NUMBER = rf"(?:[0-9]{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"

RELATIVE = re.compile(
    rf"""\b(?<![\w-])(?:
    (?:the\s+)?(?P<second>day\s+before\s+yesterday|day\s+after\s+tomorrow)
    (?:\s+(?:{_OF_DAY}))?
  | (?:the\s+)?(?:(?P<next_but_one>week|month|year)|{_PERIOD})\s+
    (?P<side>before\s+last|after\s+next)(?!\s+(?:{_PERIOD})\b)
  | (?P<day>yesterday|today|tonight|tomorrow)
    (?:\s+(?:{_OF_DAY}))?
  | (?P<this_day>(?:[Tt]his\s+(?:morning|afternoon|evening))|last\s+night)
  | (?:(?P<hedge>{_HEDGED})\s+)?
    (?:{_LARGE}|(?P<number>{_NUMBER})|{_SOME})\s+(?P<unit>day|week|month|year|decade)s?\s+
    (?P<way>(?:ago|earlier|later|before|after|afterwards|previously)
    (?:\s+{_OTHER_DAY})?|from\s+{_OTHER_DAY})
  | (?:(?:earlier|later|early|late)\s+)?
    (?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious|[Cc]oming|[Ff]ollowing|[Ss]ame|[Tt]hat)
    \s+(?:(?P<period>day|week|weekend|month|year|decade|century)|(?P<season>{"|".join(sorted(SEASONS))})
    |(?-i:(?P<month>{"|".join(MONTHS)})(?!,?\s[0-9])|(?P<weekday>{"|".join(WEEKDAYS)})))
  | (?:in|during)\s+(?:the\s+)?(?:{"|".join(sorted(SEASONS))})
    (?!\s(?:of\s)?[12][0-9]{{3}})
  | on\s+the\s+[0-9]{{1,2}}(?:st|nd|rd|th)(?=\s*[,.;)])
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words that say a time by another one."""

_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "last night": -1}
_STEPS = {"last": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
_NOWADAYS = re.compile(
    r"\b(?:is|are|until|till|even|as|of|still\s\w+|land|remains?)\s$"
)
_WEEK = 7
_SECOND = 2


def relative_days(match: re.Match[str], today: date) -> Interval | None:
    """The days that a match of `RELATIVE` means; None if they cannot be told."""
    given = {name: words for name, words in match.groupdict().items() if words}
    if "day" in given:
        if given["day"].lower() == "today" and _is_nowadays(match):
            return None
        return _one(today + timedelta(_DAYS[given["day"].lower()]))
    if "this_day" in given:
        words = " ".join(given["this_day"].lower().split())
        return _one(today + timedelta(_DAYS.get(words, 0)))
    if "second" in given:
        return _one(today + timedelta(_SECOND * _sign(given["second"])))
    if "side" in given:
        return _next_but_one(given, today)
    if "way" in given:
        return _ago(given, today)
    which = given.get("which", "").lower()
    if which not in _STEPS or _is_narrated(match):
        return None
    return _which(given, _STEPS[which], today)


def _is_nowadays(match: re.Match[str]) -> bool:
    """Whether it says our days: "Today it is a museum", "the town is today"."""
    if match[0][0] == "T":
        return True
    before = match.string[max(0, match.start() - 20) : match.start()]
    return _NOWADAYS.search(before) is not None


def _is_narrated(match: re.Match[str]) -> bool:
    """Whether it counts from what was told before: "the next day", "his last year"."""
    before = match.string[max(0, match.start() - 5) : match.start()]
    return before.lower().endswith(("the ", "his ", "its ", "her ", "heir "))


def _ago(given: dict[str, str], today: date) -> Interval | None:
    if given["way"].lower() != "ago" or "hedge" in given or "number" not in given:
        return None
    words = given["number"].lower()
    number = NUMBERS.get(words) or int(words)
    unit = given["unit"].lower()
    if unit == "day":
        return _one(today - timedelta(number))
    if unit == "week":
        return _week(today - timedelta(_WEEK * number))
    if unit == "month":
        return _month(today, -number)
    return years(today.year - number, today.year - number) if unit == "year" else None


def _next_but_one(given: dict[str, str], today: date) -> Interval | None:
    """The week before last; a day or a season before last cannot be told."""
    period = given.get("next_but_one", "").lower()
    return _period(period, _SECOND * _sign(given["side"]), today)


def _sign(words: str) -> int:
    return -1 if "before" in words.lower() else 1


def _which(given: dict[str, str], step: int, today: date) -> Interval | None:
    if "period" in given:
        return _period(given["period"].lower(), step, today)
    if "weekday" in given:
        # "Last Thursday" and "next Thursday" are never the day that it is.
        day = WEEKDAYS[given["weekday"]]
        return weekday_near(day, today + timedelta(step), future=step > 0)
    if "month" in given:
        month = MONTHS[given["month"]]
        if step == 0:
            return days(today.year, month)
        return _other_month(month, today, step)
    return None


def _period(period: str, step: int, today: date) -> Interval | None:
    if period == "week":
        return _week(today + timedelta(_WEEK * step))
    if period == "month":
        return _month(today, step)
    return years(today.year + step, today.year + step) if period == "year" else None


def _other_month(month: int, today: date, step: int) -> Interval:
    """Last April and next April are never the month that it is."""
    if step < 0:
        return days(today.year - (month >= today.month), month)
    return days(today.year + (month <= today.month), month)


def weekday_near(weekday: int, today: date, *, future: bool) -> Interval:
    """A day of the week as seen from a day.

    Parameters
    ----------
    weekday : int
        Its number from Monday.
    today : date
        The day of the document.
    future : bool
        Whether it is yet to come; it has been, today included, if not.
    """
    step = (weekday - today.weekday()) % _WEEK
    return _one(today + timedelta(step if future else step - _WEEK if step else 0))


def _one(day: date) -> Interval:
    return day, day


def _week(day: date) -> Interval:
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(_WEEK - 1)


def _month(today: date, step: int) -> Interval:
    count = today.year * DECEMBER + today.month - 1 + step
    return days(count // DECEMBER, count % DECEMBER + 1)
