"""Web pages: the article in them, without menus and advertising."""

from __future__ import annotations

import codecs
import re

from geodata.documents.decoding import byte_order_mark, decode
from geodata.documents.naming import first_line
from geodata.errors import DocumentError
from geodata.model import Document

SUFFIXES = (".html", ".htm", ".xhtml")

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 2048
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "utf-16": "utf-8",
    "utf-16-be": "utf-8",
    "utf-16-le": "utf-8",
}
"""What pages mean that name an encoding (WHATWG, Encoding and HTML standards)."""


def read(data: bytes, *, document_id: str, called: str) -> Document:
    """The article in the bytes of a page; offsets count in its extracted text.

    Parameters
    ----------
    data : bytes
        UTF-8, UTF-16 with byte order mark, or what the page's `charset` says.
    document_id : str
        Its id.
    called : str
        What to call it in an error.

    Raises
    ------
    DocumentError
        If it cannot be decoded, or holds no article.
    """
    import trafilatura  # here, because plain text does without it

    page = decode(_as_utf8(data), called)
    found = trafilatura.bare_extraction(
        page, include_comments=False, with_metadata=True
    )
    text = getattr(found, "text", None)
    if not text:
        raise DocumentError(
            f"{called} holds no article text; save the page with its text, or as"
            " plain text"
        )
    return Document(
        id=document_id,
        title=first_line(getattr(found, "title", None) or text),
        text=text,
        language=getattr(found, "language", None),
        published=getattr(found, "date", None),
        source=getattr(found, "url", None) or getattr(found, "sitename", None),
    )


def _as_utf8(data: bytes) -> bytes:
    """The page in UTF-8, if it is in another encoding and says so."""
    declared = _CHARSET.search(data[:_HEAD])
    if declared is None or byte_order_mark(data)[0]:
        return data
    try:
        name = codecs.lookup(declared[1].decode("ascii")).name
        return data.decode(_MEANT.get(name, name)).encode()
    except (LookupError, UnicodeError):
        return data
