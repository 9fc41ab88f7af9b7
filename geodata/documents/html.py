"""Web pages: the article in them, without menus and advertising."""

from __future__ import annotations

import codecs
import re

from geodata.documents.decoding import byte_order_mark, decode
from geodata.documents.naming import TITLE_LENGTH, first_line
from geodata.errors import DocumentError
from geodata.model import Document

SUFFIXES = (".html", ".htm", ".xhtml")

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 2048


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
    title = first_line(getattr(found, "title", None) or text)
    return Document(
        id=document_id,
        title=title[:TITLE_LENGTH],
        text=text,
        language=getattr(found, "language", None),
        published=getattr(found, "date", None),
        source=getattr(found, "url", None) or getattr(found, "sitename", None),
    )


def _as_utf8(data: bytes) -> bytes:
    """The page in UTF-8, if it is in another encoding and says so."""
    if byte_order_mark(data)[0]:
        return data
    declared = _CHARSET.search(data[:_HEAD])
    if declared is None:
        return data
    try:
        codec = codecs.lookup(declared[1].decode("ascii"))
        return codec.decode(data)[0].encode() if codec.name != "utf-8" else data
    except (LookupError, UnicodeError, TypeError, AttributeError):
        return data
