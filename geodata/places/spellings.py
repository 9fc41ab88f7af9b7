"""The spellings under which a name is looked up, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ALIKE = tuple(
    (re.compile(rf"{short}(?=\s|$)", re.IGNORECASE), long)
    for short, long in (
        (r"\bSt\b\.?", "Saint"),
        (r"\bSte\b\.?", "Sainte"),
        (r"\bMt\b\.?", "Mount"),
        (r"\bFt\b\.?", "Fort"),
        (r"\bMtn\b\.?", "Mountain"),
        (r"\bMtns\b\.?", "Mountains"),
        (r"\bTwp\b\.?", "Township"),
        (r"\bHts\b\.?", "Heights"),
        (r"\bSpgs\b\.?", "Springs"),
        (r"\bJct\b\.?", "Junction"),
        (r"\bCourthouse$|\bC\. ?H\.", "Court House"),
        (r"^Co\b\.?|(?<=\s)Co\.|(?<=\s)Co$", "County"),
        (r"(?<=\s)Cr\.", "Creek"),
        (r"(?<=\s)R\.", "River"),
        (r"(?<=\s)Is\.", "Island"),
        (r"^Pt\.", "Point"),
        (r"^No?\.", "North"),
        (r"^So?\.", "South"),
        (r"^E\.", "East"),
        (r"^W\.", "West"),
    )
)
"""Short forms and what they are short for."""

_SHORT = (
    (re.compile(r"\bSaint(?=\s)", re.IGNORECASE), "St."),
    (re.compile(r"\bMount(?=\s)", re.IGNORECASE), "Mt."),
    (re.compile(r"\bFort(?=\s)", re.IGNORECASE), "Ft."),
)
_AND = re.compile(r"\s*&\s*")
_POSSESSIVE = re.compile(r"['\u2019]s$")

_GENERIC_BEFORE = re.compile(
    r"^(?:the\s+)?(?:the|greater|downtown|central|(?:city|town|village|borough|state"
    r"|province|county|district|republic|kingdom|port|islands?|isle|gulf|lake|mount"
    r"|river)\s+of)\s+",
    re.IGNORECASE,
)
_GENERIC_AFTER = re.compile(
    r"\s+(?:city|town|province|state|county|region|district|prefecture|governorate"
    r"|oblast|municipality|parish|valley|area|metro|township|borough|national park"
    r"|court house|village|islands?|hills)$",
    re.IGNORECASE,
)
_TURNED = (
    re.compile(r"^(?P<noun>Lake|River|Mount|County|Lough|Loch)\s+(?P<rest>.+)$"),
    re.compile(r"^(?P<rest>.+)\s+(?P<noun>Lake|River|Mountain|County)$"),
)
_TURNED_NOUN = {"Mount": "Mountain", "Mountain": "Mount"}
_PART = re.compile(
    r"^(?:(?i:(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)ern"
    r"|central|suburban|metropolitan)|north|south|east|west|upper|lower)\s+"
)
"""Words for a part of a place; in capitals a direction belongs to the name."""


def alike(phrase: str) -> Iterator[str]:
    """The phrase, and what is written for it just as well.

    Examples
    --------
    >>> list(alike("Mt. Vernon"))
    ['Mt. Vernon', 'Mount Vernon']
    >>> list(alike("Saint Marys")), list(alike("Co. Donegal"))
    (['Saint Marys', 'St. Marys'], ['Co. Donegal', 'County Donegal'])
    """
    long = _AND.sub(" and ", phrase)
    for pattern, word in _ALIKE:
        long = pattern.sub(word, long)
    short = long
    for pattern, word in _SHORT:
        short = pattern.sub(word, short)
    yield from dict.fromkeys((phrase, long, short) if short != long else (phrase, long))


def spellings(phrase: str) -> Iterator[str]:
    """The phrase, then what it may be long for, or part of; the likeliest first.

    Examples
    --------
    >>> list(spellings("the city of Pyongyang"))
    ['the city of Pyongyang', 'Pyongyang']
    >>> list(spellings("Donner Lake"))
    ['Donner Lake', 'Lake Donner']
    """
    plain = _POSSESSIVE.sub("", phrase)
    shorter = _GENERIC_BEFORE.sub("", plain)
    bare = _GENERIC_AFTER.sub("", shorter)
    whole = _PART.sub("", bare)
    yield from dict.fromkeys((phrase, plain, *_turned(plain), shorter, bare, whole))


def _turned(phrase: str) -> Iterator[str]:
    """The noun of a water, mountain or county at the other end."""
    for pattern in _TURNED:
        if found := pattern.match(phrase):
            noun, rest = found["noun"], found["rest"]
            turned = _TURNED_NOUN.get(noun, noun)
            yield f"{rest} {turned}" if phrase.startswith(noun) else f"{turned} {rest}"
