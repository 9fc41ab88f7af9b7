"""The words before a date that belong to it: "since", "the summer of", "early"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from geodata.dates.words import NAMED_DAYS, SEASONS, WEEKDAYS
from geodata.mentions.tokens import word_set

_SEASON = "|".join(sorted(SEASONS))
_PARTS = (
    r"(?:early|mid|late)[\s-]+(?:to|and|or)[\s-]+(?:early|mid|late)"
    "|very|early|late|mid|middle|beginning|start|end|close|turn|year|years|month|season"
    f"|{_SEASON}|days?|night|morning|evening|afternoon|half|quarter|first|second|third"
    "|fourth|last|[QH][1-4]|decade|decades|spring"
)
_LEAD = re.compile(
    rf"""(?<![\w-])
    (?:(?P<preposition>in|on|since|until|till|by|during|from|between|through|throughout
      |around|about|circa|ca?\.|at|of|before|after|prior\s+to|for|into|as\s+of)\s+(?:(?:about|around|approximately)\s+)?)?
    (?P<determiner>(?:the|an?|that|this|its|his|her|their|our|my|[\w.]+['\u2019]s)\s+)?
    (?P<part>(?:(?:{_PARTS})\b[\s-]+(?:of\s+(?:the\s+)?)?)*)
    (?:(?:{"|".join(WEEKDAYS)}|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?
      (?:\s(?:morning|afternoon|evening|night))?,?\s+(?:the\s+)?)?$""",
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST = 70
_ADVERBIAL = word_set("in at during throughout since from by until till for")
"""Prepositions that make the noun after a year tell the time of the sentence."""
_OF_A_NOUN = word_set("very early mid late to and or")
"""What can stand between an article and a year that a noun follows."""
_OPEN = frozenset(["before", "after", "prior to"])
"""Words that say which side of a date, not which day."""
_MONTH_ASKS = word_set(
    "in since until till during throughout between around last this next"
)
_MONTH_MAY_ASK = word_set("from by through of for")
_ALSO_NAMES = frozenset(["May", "April", "June", "August", "March"])
_HALF = re.compile(r"(?:(first|second)\s+half|H([12]))", re.IGNORECASE)
_QUARTER = re.compile(
    r"(?:(first|second|third|fourth|last)\s+quarter|Q([1-4]))", re.IGNORECASE
)
_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_MONTHS = 12


class Lead(NamedTuple):
    """Words before a date, and what they make of it."""

    start: int
    """Where they begin; where the date does, if there are none."""
    preposition: str
    """In lower case; empty if there is none."""
    determiner: str
    """An article or a possessive, which may belong to a noun after the date."""
    determines: bool
    """Whether such a noun would be all that the date tells the time of."""
    part: str
    """Which part or season is meant, or other words that ask for a date."""
    in_bracket: bool
    """Whether nothing but a bracket stands before the date."""
    names_a_day: bool
    """Whether the word before makes a day of the week a name: Good Friday."""

    @property
    def leaves_open(self) -> bool:
        """Whether the words say only which side of the date is meant."""
        return self.preposition in _OPEN

    @property
    def asks_for_year(self) -> bool:
        """Whether a number after them is a year, whatever it is the year of."""
        if self.preposition == "at":  # "at 1430" is a time of the day
            return bool(self.part)
        return bool(self.part) or (bool(self.preposition) and not self.determines)

    def asks_for_month(self, name: str) -> bool:
        """Whether a word after them is a month: "in May", but not "by May"."""
        if self.part or self.preposition in _MONTH_ASKS:
            return True
        return self.preposition in _MONTH_MAY_ASK and name not in _ALSO_NAMES

    def part_of(self, start: date, end: date) -> tuple[date, date]:
        """The half or the quarters of a time that they ask for."""
        for pattern, pieces in ((_HALF, 2), (_QUARTER, 4)):
            if asked := [
                _piece(start, end, _number(found), pieces)
                for found in pattern.finditer(self.part)
            ]:
                return min(asked)[0], max(asked)[1]
        return start, end


def lead_of(text: str, start: int) -> Lead:
    """The words that lead to a date that begins at `start`."""
    floor = max(0, start - _LONGEST)
    floor = max(floor, text.rfind("\n", floor, start) + 1)
    found = _LEAD.search(text, floor, start)
    before = text[floor:start].rstrip()
    bracket = before.endswith("(")
    word = re.search(r"(\w+)\s$", text[floor:start])
    named = bool(word and word[1] in NAMED_DAYS)
    if found is None or not found[0]:
        return Lead(
            start,
            "",
            determiner="",
            determines=False,
            part="",
            in_bracket=bracket,
            names_a_day=named,
        )
    preposition = (found["preposition"] or "").lower()
    determines = _determines(found, preposition)
    return Lead(
        found.start(),
        " ".join(preposition.split()),
        determiner=found["determiner"] or "",
        determines=determines,
        part=found["part"] or "",
        in_bracket=bracket,
        names_a_day=named,
    )


def _determines(found: re.Match[str], preposition: str) -> bool:
    part = set(re.findall(r"\w+", (found["part"] or "").lower()))
    return (
        bool(found["determiner"])
        and part <= _OF_A_NOUN
        and preposition not in _ADVERBIAL
    )


def _number(found: re.Match[str]) -> int:
    return _NUMBERS.get((found[1] or "").lower()) or int(found[2])


def _piece(start: date, end: date, number: int, pieces: int) -> tuple[date, date]:
    """One of two halves or four quarters, in whole months or years where there are."""
    months = (end.year - start.year) * _MONTHS + end.month - start.month + 1
    if months % pieces or months < pieces:
        length = ((end - start).days + 1) // pieces
        first = start + timedelta(length * (number - 1))
        last = end if number == pieces else first + timedelta(length - 1)
        return first, last
    step = months // pieces
    return (
        _months_on(start, step * (number - 1)),
        _months_on(start, step * number) - timedelta(1),
    )


def _months_on(day: date, months: int) -> date:
    count = day.year * _MONTHS + day.month - 1 + months
    return date(count // _MONTHS, count % _MONTHS + 1, 1)
