"""The languages that the explorer speaks: one catalogue each, in gettext's form.

A message's key is its English sentence, so that English needs no catalogue. Values
stand in braces by their names: `_("{number} places", number=3)`.
"""

from __future__ import annotations

from webapp.languages.catalogue import Catalogue, Message, read_catalogue
from webapp.languages.choice import chosen, without_language
from webapp.languages.sentences import SENTENCES, TONGUES
from webapp.languages.speaking import (
    ENGLISH,
    LANGUAGES,
    catalogue,
    figures,
    gettext,
    language,
    msg,
    name_of,
    ngettext,
    page_messages,
    speak,
    speaking,
)
from webapp.languages.telling import WORDS, told

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "SENTENCES",
    "TONGUES",
    "WORDS",
    "Catalogue",
    "Message",
    "catalogue",
    "chosen",
    "figures",
    "gettext",
    "language",
    "msg",
    "name_of",
    "ngettext",
    "page_messages",
    "read_catalogue",
    "speak",
    "speaking",
    "told",
    "without_language",
]
