"""Ids and titles of documents."""

from __future__ import annotations

import re
import unicodedata

TITLE_LENGTH = 80
"""Longest title taken from a text, in code points."""

SLUG_LENGTH = 80
"""Longest slug, in code points."""

_NOT_IN_SLUGS = re.compile(r"[^\w]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def first_line(text: str) -> str:
    r"""The first line with words in it, cut at 80 characters.

    Examples
    --------
    >>> first_line("\n  A visit to Rome\nIt rained.")
    'A visit to Rome'
    """
    line = next((line for line in text.splitlines() if line.strip()), "")
    return _CONTROL.sub(" ", line).strip()[:TITLE_LENGTH].rstrip()


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
