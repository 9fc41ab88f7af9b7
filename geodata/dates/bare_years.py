"""Whether a number of four digits is a year, by the words around it."""

from __future__ import annotations

import re

from geodata.dates.patterns import DASH
from geodata.dates.words import (
    COUNTED,
    EVENTS,
    IN_PREPOSITIONS,
    NUMBERED,
    STREETS,
)
from geodata.mentions.tokens import word_set

_PREPOSITIONS = IN_PREPOSITIONS | word_set("of by from to for and or versus")
_BEFORE = re.compile(r"([^\W\d_]+)(\.?)([\s-]+)$")
_AFTER = re.compile(r"\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?(?:\s+([^\W\d_]+))?")
_NAMED = re.compile(r"[A-Z][\w'\u2019.-]*,\s$")
_CLOSES = re.compile(r"\s*(?:[),;:\]]|\.(?:\s|$))")
_LISTED = re.compile(r"\s*(?:[\u2013\u2014:]|-\s)")
_BEGAN = re.compile(r"\s+(?:has|had|was|saw|is|brought|marked|began|ended|became)\b")
_PLURAL = re.compile(r"[a-z]{2,}[^su\W]s$|[a-z]+people$")
_NO_PLURALS = word_set(
    """was is has as this its his us thus always perhaps besides towards across does
    series less unless sometimes afterwards overseas alas"""
)
_SENTENCE_BEGINS = re.compile(
    "(?:^|[\\n.!?][\"'\u201c\u2018)]?\\s*)[\"'\u201c\u2018]?$"
)
_DONE = word_set(
    "born died built founded established opened elected completed dated est fl b d"
)
_AS_EARLY = re.compile(r"\b(?:early|late|recently|back|at\s+least)(?:\s+as)?\s+$")
_AMOUNTS = re.compile(
    r"\ban?\s+(?:[\w-]+\s+){0,2}(?:population|total|force|crew|garrison|crowd|group"
    r"|height|depth|elevation|altitude|length|capacity|average|maximum|minimum)\s+of"
    r"\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""What makes a number an amount: "a population of"."""
_UP_TO = re.compile(
    rf"\s?(?P<to>{DASH}|to|and|or)\s?[0-9]{{3,}}\s+(?P<counted>[^\W\d_]+)"
)
_HEDGES = frozenset(["about", "around", "approximately"])
_ROUND = 100
_INDENT = 20
"""Code points that a line of a chronology may be set in."""


def is_year(text: str, start: int, end: int, *, led: bool, listed: bool) -> bool:
    """Whether the number in `text[start:end]` says a year.

    Parameters
    ----------
    text : str
        The whole text.
    start, end : int
        The number, or two with a dash between them.
    led : bool
        Whether words before it ask for a year: "the summer of", "mid".
    listed : bool
        Whether it goes on from a year: "1994, 1998 *and 2002*".
    """
    before = _word_before(text, start)
    if before.lower() in _HEDGES:
        before = _word_before(text, text.rindex(before, 0, start)) or before
        led = led or text[end : end + 1] == ","
    if led and before.lower() in _HEDGES:
        before = ""
    if before.lower() in NUMBERED or _AMOUNTS.search(text, max(0, start - 50), start):
        return False
    if is_counted(text, start, end, before):
        return False
    if led or listed or before.lower() in _PREPOSITIONS or before in EVENTS:
        return True
    if _is_bracketed(text, start, end) or _begins_line(text, start, end):
        return True
    if end - start > len("1950"):
        return not before[:1].isupper() or before in {"The", "In"}
    return _is_said(text, start, end, before) or _is_determined(
        text, start, end, before
    )


def is_counted(text: str, start: int, end: int, before: str) -> bool:
    """Whether a count, a measure, an address or a price is meant."""
    if _is_counted_up_to(text, end, before):
        return True
    after = _AFTER.match(text, end)
    if after is None:
        return False
    words = [word for word in after.groups() if word]
    if words[0] in COUNTED:
        return True
    if end - start < len("1950") or not text[start : start + 4].isdecimal():
        return False
    if any(word in STREETS for word in words[1:]) and words[0][0].isupper():
        return True
    if words[0] in _NO_PLURALS or not _PLURAL.fullmatch(words[0]):
        return False
    is_round = int(text[start : start + 4]) % _ROUND == 0
    return is_round or before.lower() in {"by", "from", "to", "for", "and", "or"}


def _is_counted_up_to(text: str, end: int, before: str) -> bool:
    """As in "from 1500 *to 2000 troops*"."""
    beyond = _UP_TO.match(text, end)
    if beyond is None or (beyond["to"] == "and" and before.lower() != "between"):
        return False
    return beyond["counted"] in COUNTED


def _word_before(text: str, start: int) -> str:
    found = _BEFORE.search(text, max(0, start - 30), start)
    return found[1] if found else ""


def _is_said(text: str, start: int, end: int, before: str) -> bool:
    """As in "elected 1828", "as early as 1856", "the Canada 2006 Census"."""
    if before in _DONE and _CLOSES.match(text, end):
        return True
    after = _AFTER.match(text, end)
    if after and after[1] in EVENTS:
        return True
    return _AS_EARLY.search(text, max(0, start - 20), start) is not None


def _is_bracketed(text: str, start: int, end: int) -> bool:
    """(1945), (1939-45), (1945 census), (Paris, 1937), and after a name and a comma."""
    if text[start - 1 : start] == "(":
        return True
    named = _NAMED.search(text, max(0, start - 40), start)
    return bool(named and _CLOSES.match(text, end))


def _begins_line(text: str, start: int, end: int) -> bool:
    """An entry of a chronology, or "1848 was a year of ..."."""
    if not _SENTENCE_BEGINS.search(text, max(0, start - 4), start):
        return False
    before = text[max(0, start - _INDENT) : start]
    in_list = (start < _INDENT or "\n" in before) and not before.rpartition("\n")[
        2
    ].strip()
    if in_list and _LISTED.match(text, end):
        return True
    return bool(_BEGAN.match(text, end))


def _is_determined(text: str, start: int, end: int, before: str) -> bool:
    """The 1815 congress, a 1998 treaty, Moscow's 1957 festival."""
    possessive = text[max(0, start - 4) : start].rstrip().endswith(("'s", "\u2019s"))
    determined = possessive or before.lower() in _DETERMINERS
    return determined and _AFTER.match(text, end) is not None


_DETERMINERS = word_set("the a an its his her their our this that")
