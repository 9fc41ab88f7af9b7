"""Bytes to text: UTF-8, or UTF-16 with its byte order mark, and nothing else."""

from __future__ import annotations

import codecs

from geodata.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an older office program"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x89PNG\r\n\x1a\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
"""What files begin with that are sent in place of texts, and what they are."""
_ZIPPED = (
    (b"word/", "a Word document"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"mimetypeapplication/epub", "an EPUB book"),
)
"""What a ZIP archive holds that is a document."""
_HEAD = 4096
"""Bytes in which a binary file has a zero, most likely."""


def decode(data: bytes, called: str) -> str:
    r"""The text in some bytes, without the byte order mark and else untouched.

    Parameters
    ----------
    data : bytes
        UTF-8 with or without byte order mark, or UTF-16 with one.
    called : str
        What to call the bytes in an error: the file's name.

    Raises
    ------
    DocumentError
        For no bytes, bytes that are not text (a PDF, say), and other encodings.

    Examples
    --------
    >>> decode("\ufeffRome\r\n".encode("utf-16-le"), "a.txt")
    'Rome\r\n'
    """
    kind = other_kind(data)
    if kind:
        raise DocumentError(
            f"{called} is {kind}, which is not read; save it as plain text or HTML, or"
            " copy its text and paste that"
        )
    mark, encoding = byte_order_mark(data)
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        at = len(mark) + error.start
        raise DocumentError(_complaint(called, data, encoding, at)) from None
    if not text.strip():
        raise DocumentError(f"{called} is empty; give a text with words in it")
    if "\0" in text:
        raise DocumentError(
            f"{called} holds bytes that are no text (a zero at character"
            f" {text.index(chr(0))}); give UTF-8 text"
        )
    return text


def other_kind(data: bytes) -> str:
    """What some bytes are if they are no text, by what they begin with; '' if they are.

    Examples
    --------
    >>> other_kind(b"%PDF-1.7 and so on"), other_kind(b"Rome")
    ('a PDF', '')
    """
    head = data[:_HEAD].lstrip()
    for begins, kind in _KINDS:
        if head.startswith(begins):
            held = (name for mark, name in _ZIPPED if mark in data)
            return next(held, kind) if begins.startswith(b"PK") else kind
    return ""


def byte_order_mark(data: bytes) -> tuple[bytes, str]:
    """The byte order mark that some bytes begin with (or none), and the encoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark, encoding
    return b"", "utf-8"


def is_whole(text: str) -> bool:
    r"""Whether a text that came in escapes can be written: no half surrogate pair.

    Examples
    --------
    >>> is_whole("\u26f4"), is_whole("\ud83d")
    (True, False)
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _complaint(called: str, data: bytes, encoding: str, at: int) -> str:
    if encoding == "utf-8" and b"\0" in data[:_HEAD]:
        return f"{called} is binary, not text; give UTF-8 text"
    return (
        f"{called} is not {encoding.upper()} text (byte {at} cannot be read); save it"
        " as UTF-8"
    )
