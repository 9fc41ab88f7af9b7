"""Plain text files."""

from __future__ import annotations

from geodata.documents.decoding import decode
from geodata.documents.naming import first_line
from geodata.model import Document

SUFFIXES = (".txt", ".text", ".md")
"""Files that are read as plain text without being told; so are all unknown ones."""


def read(data: bytes, *, document_id: str, called: str) -> Document:
    """The document in some bytes.

    Parameters
    ----------
    data : bytes
        See `geodata.documents.decoding.decode`.
    document_id : str
        Its id.
    called : str
        What to call it in an error.
    """
    text = decode(data, called)
    return Document(id=document_id, title=first_line(text), text=text)
