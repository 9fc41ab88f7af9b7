"""What the engine says in English, told in the language of the moment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from markupsafe import Markup, escape

from webapp.languages.kinds import KINDS
from webapp.languages.sentences import SENTENCES
from webapp.languages.speaking import (
    ENGLISH,
    LANGUAGES,
    catalogue,
    figures,
    gettext,
    language,
    name_of,
    ngettext,
)

_FIELD = re.compile(r"\{(\w+)\}")
_FIGURES = frozenset({"number", "percent", "km"})
_PLACES = frozenset({
    "place", "places", "where", "other", "claimant", "regions", "crossing", "crossings",
    "start", "end", "stops",
})  # fmt: skip
_LIST = re.compile(r"(?P<names>.+) and (?P<last>.+)")


class _Form(NamedTuple):
    """One English form of a sentence."""

    pattern: re.Pattern[str]
    one: str
    several: str | None


def told(sentence: str) -> Markup:
    """A sentence of the engine for a page.

    What no message fits stays English, and is marked as such.
    """
    if language() == ENGLISH:
        return escape(sentence)
    found = _told(sentence)
    if found is None:
        return Markup('<span lang="en">{}</span>').format(sentence)
    return escape(found)


def _told(sentence: str) -> str | None:
    for form in _forms():
        if fitting := form.pattern.fullmatch(sentence):
            return _filled(form, fitting.groupdict())
    return None


def _filled(form: _Form, values: Mapping[str, str]) -> str | None:
    """A form's translation with its words told in turn; None if one cannot be."""
    known = catalogue(language())
    message = known.messages.get(form.one)
    if message is None or not message.said:
        return None
    said = known.say(form.one)
    if form.several is not None:
        number = int(values["number"].replace(",", ""))
        said = known.say_of(form.one, form.several, number)
    words = {name: _word(name, value) for name, value in values.items()}
    return said.format(**words)


def _word(name: str, value: str) -> str:
    known = catalogue(language())
    if name in _FIGURES:
        return figures_in(value)
    if name in ("reason", "reasons"):
        parts = value.split("; ") if name == "reasons" else [value]
        return known.say("; ").join(_told(part) or part for part in parts)
    if name == "kind":
        return known.say(KINDS.get(value, value))
    if name == "language":
        return known.say(value)
    if name in _PLACES:
        return _places(value.removeprefix("the "))
    return value


def _places(value: str) -> str:
    """Names in a row, or a region and the country it lies in."""
    known = catalogue(language())
    several = _LIST.fullmatch(value)
    names = (several["names"] if several else value).replace(", ", known.say(", "))
    if several is None:
        return names
    last = several["last"].removeprefix("the ")
    return known.say("{names} and {last}").format(names=names, last=last)


def figures_in(value: str) -> str:
    """English figures as the language of the moment writes them."""
    return re.sub(
        r"\d{1,3}(?:,\d{3})+",
        lambda each: figures(int(each[0].replace(",", ""))),
        value,
    )


@cache
def _forms() -> tuple[_Form, ...]:
    forms = []
    for sentence in SENTENCES:
        one, several = (sentence, None) if isinstance(sentence, str) else sentence
        for english in filter(None, (one, several)):
            forms.append(_Form(_pattern(english), one, several))
    return tuple(forms)


def _pattern(english: str) -> re.Pattern[str]:
    parts = _FIELD.split(english)
    return re.compile(
        "".join(
            f"(?P<{part}>{r'[0-9,.%]+' if part in _FIGURES else '.+?'})"
            if index % 2
            else re.escape(part)
            for index, part in enumerate(parts)
        ),
        re.DOTALL,
    )


WORDS = {
    "_": gettext,
    "ngettext": ngettext,
    "figures": figures,
    "language": language,
    "languages": lambda: LANGUAGES,
    "name_of": name_of,
    "told": told,
}
"""What templates say things with."""
