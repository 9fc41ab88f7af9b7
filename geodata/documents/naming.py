"""Ids and titles of documents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

TITLE_LENGTH = 80
"""Longest title taken from a text, in code points."""

SLUG_LENGTH = 80
"""Longest slug, in code points."""

_NOT_IN_SLUGS = re.compile(r"[^\w]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def first_line(text: str) -> str:
    r"""The first line with words in it, cut after a word within 80 characters.

    Examples
    --------
    >>> first_line("\n  A visit to Rome\nIt rained.")
    'A visit to Rome'
    >>> first_line("The long road from Rome to Ostia " * 4)
    'The long road from Rome to Ostia The long road from Rome to Ostia The long road…'
    """
    lines = (_CONTROL.sub(" ", line).strip() for line in text.splitlines())
    return _cut(next(filter(None, lines), ""))


def _cut(line: str) -> str:
    """A line that is no longer than a title; one without spaces is cut anywhere."""
    if len(line) <= TITLE_LENGTH:
        return line
    words, _, _ = line[:TITLE_LENGTH].rpartition(" ")
    kept = words if len(words) > TITLE_LENGTH // 2 else line[: TITLE_LENGTH - 1]
    return kept.rstrip(" ,;:") + "…"


def slug(document_id: str) -> str:
    """A document's id as a segment of an address.

    Letters of every script and digits stay; the rest becomes hyphens.

    Examples
    --------
    >>> slug("007_A1b2"), slug("A visit: Rome (2)"), slug("Пхеньян!")
    ('007_a1b2', 'a-visit-rome-2', 'пхеньян')
    >>> slug("...")
    'article'
    """
    folded = unicodedata.normalize("NFC", document_id.casefold())
    hyphened = _NOT_IN_SLUGS.sub("-", folded).strip("-")
    return hyphened[:SLUG_LENGTH].strip("-") or "article"


def untaken(wanted: str, taken: Container[str]) -> str:
    """A name, or the name with the first number that makes it new.

    Examples
    --------
    >>> untaken("oslo", {"oslo", "oslo-2"}), untaken("rome", {"oslo"})
    ('oslo-3', 'rome')
    """
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name
