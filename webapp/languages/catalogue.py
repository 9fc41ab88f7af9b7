"""A catalogue of messages, read from a `.po` file of gettext."""

from __future__ import annotations

import gettext
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

_ENTRY = re.compile(r"\n\s*\n")
_FIELD = re.compile(r'(?P<name>msgid_plural|msgid|msgstr)(?:\[\d+\])?\s+(?P<text>".*")')
_PLURALS = re.compile(r"plural\s*=\s*(?P<rule>[^;\n]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One sentence or word, and how a language says it."""

    english: str
    """The key: what the page says in English, of one if it has a plural."""
    plural: str | None = None
    """The English of several."""
    said: tuple[str, ...] = ()
    """The translation, or one for each plural form of the language."""
    places: tuple[str, ...] = ()
    """Files that say it."""
    note: str = ""
    """What a translator should know."""
    unsure: bool = False
    """True if a tool guessed the translation: it is not used."""


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """How one language says what the explorer says."""

    language: str
    """A tag of BCP 47."""
    header: str = ""
    """What gettext's tools read: `Name: value` lines."""
    messages: Mapping[str, Message] = field(default_factory=dict)
    """By their English."""

    def say(self, english: str) -> str:
        """A message; the English itself, if nothing is known."""
        message = self.messages.get(english)
        return message.said[0] if message and message.said else english

    def say_of(self, one: str, several: str, number: int) -> str:
        """A message of a number, in the plural form that the language has for it."""
        message = self.messages.get(one)
        if not message or not message.said:
            return one if number == 1 else several
        return message.said[min(self.plural_form(number), len(message.said) - 1)]

    @cached_property
    def plural_form(self) -> Callable[[int], int]:
        """From a number to the index of its plural form, as the header says."""
        rule = _PLURALS.search(self.header)
        return gettext.c2py(rule["rule"].strip() if rule else "n != 1")


def read_catalogue(path: Path) -> Catalogue:
    """A catalogue from its file, which bears the name of its language.

    Read are comments, `msgid`, `msgid_plural` and `msgstr`; no contexts are used.
    Messages marked as fuzzy are unsure, and keep their English.
    """
    header, found = "", {}
    for message in _messages(path.read_text(encoding="utf-8")):
        if message.english:
            found[message.english] = message
        elif message.said:
            header = message.said[0]
    return Catalogue(language=path.stem, header=header, messages=found)


def _messages(text: str) -> Iterator[Message]:
    for entry in _ENTRY.split(text):
        lines = [line.strip() for line in entry.splitlines()]
        if any(line.startswith("msgid") for line in lines):
            yield _message(lines)


def _message(lines: Iterable[str]) -> Message:
    texts: dict[str, list[str]] = {"msgid": [], "msgid_plural": [], "msgstr": []}
    notes: dict[str, list[str]] = {"#:": [], "#.": [], "#,": []}
    name = "msgid"
    for line in lines:
        if line[:2] in notes:
            notes[line[:2]].append(line[2:].strip())
        elif said := _FIELD.fullmatch(line):
            name = said["name"]
            texts[name].append(json.loads(said["text"]))
        elif line.startswith('"'):
            texts[name][-1] += json.loads(line)
    said_all = tuple(texts["msgstr"])
    unsure = any("fuzzy" in flags for flags in notes["#,"])
    return Message(
        english="".join(texts["msgid"]),
        plural="".join(texts["msgid_plural"]) or None,
        said=said_all if all(said_all) and not unsure else (),
        places=tuple(" ".join(notes["#:"]).split()),
        note=" ".join(notes["#."]),
        unsure=unsure,
    )
