"""What is said in the language of the moment: that of a request, or of a file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from markupsafe import Markup, escape

from webapp.languages.catalogue import Catalogue, Message, read_catalogue
from webapp.languages.sentences import SENTENCES

ENGLISH = "en"
_FOLDER = Path(__file__).parent
_OWN_NAME = "English"
"""The message that each language translates by its own name."""
_TEN_THOUSAND = "10,000"
"""The message that shows how a language writes thousands."""
_OF_SCRIPTS = re.compile("webapp/static/js/|webapp/languages/")
"""Files whose messages the scripts of a page need."""
_language: ContextVar[str] = ContextVar("language", default=ENGLISH)

LANGUAGES = (ENGLISH, *sorted(path.stem for path in _FOLDER.glob("*.po")))
"""Tags of the languages there are, English first."""


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language; an empty one for English."""
    if language not in LANGUAGES[1:]:
        return Catalogue(language=ENGLISH)
    return read_catalogue(_FOLDER / f"{language}.po")


def name_of(language: str) -> str:
    """What a language calls itself."""
    return catalogue(language).say(_OWN_NAME)


def language() -> str:
    """The language of the moment."""
    return _language.get()


def speak(language: str) -> None:
    """Say everything in a language from now on, in this thread or task."""
    _language.set(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say everything in a language for a while."""
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


def msg(english: str) -> str:
    """Mark what is said later: the same."""
    return english


def gettext(message: str, /, **values: object) -> Markup:
    """A message in the language of the moment, for a page; values are escaped."""
    return _filled(catalogue(language()).say(message), values)


def ngettext(one: str, several: str, number: int, /, **values: object) -> Markup:
    """A message of a number, which it may name as `{number}`: 1,024."""
    said = catalogue(language()).say_of(one, several, number)
    return _filled(said, {"number": figures(number), **values})


def figures(number: int) -> str:
    """A whole number as the language of the moment writes it: 1,024."""
    separator = catalogue(language()).say(_TEN_THOUSAND)[2:-3]
    return f"{number:,}".replace(",", separator)


def _filled(said: str, values: dict[str, object]) -> Markup:
    words = escape(said)
    return words.format(**values) if values else words


@cache
def page_messages(language: str) -> bytes:
    """What the scripts of the page say, as the JSON that they read."""
    found = catalogue(language).messages.values()
    messages = {
        message.english: _in_page(message)
        for message in found
        if message.said and any(map(_OF_SCRIPTS.match, message.places))
    }
    content = {
        "language": language,
        "messages": messages,
        "sentences": [[each] if isinstance(each, str) else each for each in SENTENCES],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _in_page(message: Message) -> str | tuple[str, ...]:
    return message.said if message.plural else message.said[0]
