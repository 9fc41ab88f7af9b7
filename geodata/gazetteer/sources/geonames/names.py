"""What GeoNames says a place is called, as the gazetteer keeps it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from geodata.gazetteer.sources.geonames.lines import NameLine, PlaceLine
from geodata.gazetteer.writer import is_name, script_language
from geodata.text import key

_CODE = re.compile(r"[A-Z]{3,4}")
_SHORT = re.compile(r"[A-Z]{2,4}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")
_MOST_SIGNS = 120
_SPECIAL = {"piny": "zh-Latn", "fr_1793": "fr", "abbr": ""}
"""Pseudo-languages whose names are names; the others (post, iata, link ...) are not."""


class Spelling(NamedTuple):
    """One name of a place, ready to be stored."""

    key: str
    name: str
    language: str
    role: str


def spellings_of(line: PlaceLine) -> list[Spelling]:
    """The names of a place's own line: its main name, and aliases without language.

    One spelling of a key is enough where nobody says whose it is, and capitals are
    kept only if they are initials: the others are codes of airports.
    """
    main = _spelling(line.name, role="name")
    found = {main.key: main} if main else {}
    others = []
    for name in (line.ascii_name, *line.names):
        role = "alias"
        if _CODE.fullmatch(name):
            if not _is_acronym(name, line.names):
                continue
            role = "abbreviation"
        other = _spelling(name, role=role)
        if other is None:
            continue
        if other.language and other.key in found and found[other.key] != other:
            others.append(other)
        found.setdefault(other.key, other)
    return [*found.values(), *others]


def spelling_of(line: NameLine) -> Spelling | None:
    """A line of the alternate names; None if it is a code, a link or junk."""
    language = _SPECIAL.get(line.language, line.language)
    if language and not _LANGUAGE.fullmatch(language):
        return None
    if line.language not in _SPECIAL and len(language.partition("-")[0]) > 3:
        return None
    return _spelling(line.name, language=language, role=_role(line))


def _role(line: NameLine) -> str:
    if line.historic or line.language == "fr_1793":
        return "historic"
    if line.language == "abbr" or _SHORT.fullmatch(line.name):
        return "abbreviation"
    return "name" if line.preferred and line.language else "alias"


def _spelling(name: str, *, role: str, language: str = "") -> Spelling | None:
    name = " ".join(name.split())
    key_ = key(name)
    # Two letters in front make a name of most; `is_name` looks closer, and longer.
    clear = len(name) > 1 and name[:2].isalpha()
    if not key_ or len(name) > _MOST_SIGNS or not (clear or is_name(name)):
        return None
    return Spelling(key_, name, language or script_language(name), role)


def _is_acronym(code: str, names: Iterable[str]) -> bool:
    return any(
        code == "".join(word[0] for word in name.replace("-", " ").split())
        for name in names
        if " " in name
    )
