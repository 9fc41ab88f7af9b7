"""Files to documents: one reader a format, chosen by suffix."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

from geodata.documents import html, jsonl, plain
from geodata.documents.corrections import (
    CORRECTIONS_SUFFIX,
    correction_id,
    correction_of,
    correction_summary,
    corrections_file,
    corrections_json,
    place_summary,
    read_corrections,
)
from geodata.documents.jsonl import Line, is_json_line, read_lines
from geodata.documents.language import language_notice
from geodata.documents.naming import first_line, slug, untaken
from geodata.documents.sidecar import (
    SIDECAR_FIELDS,
    SIDECAR_SUFFIXES,
    read_sidecar,
)
from geodata.errors import (
    DocumentError,
    DocumentTooLarge,
    ToposcopeError,
    UnknownFormat,
)
from geodata.model import Document

__all__ = [
    "CORRECTIONS_SUFFIX",
    "SIDECAR_FIELDS",
    "SIDECAR_SUFFIXES",
    "Line",
    "correction_id",
    "correction_of",
    "correction_summary",
    "corrections_file",
    "corrections_json",
    "first_line",
    "format_of",
    "is_json_line",
    "language_notice",
    "open_file",
    "parse_document",
    "place_summary",
    "read_corrections",
    "read_document",
    "read_documents",
    "read_lines",
    "slug",
    "untaken",
]


class Reader(Protocol):
    """Bytes to a document."""

    def __call__(self, data: bytes, *, document_id: str, called: str) -> Document:
        """Read the bytes of one file."""


_READERS: dict[str, Reader] = {"text": plain.read, "html": html.read}
"""By format name; `jsonl` holds many documents and is read by `read_lines`."""

_FORMATS = {
    suffix: name
    for name, module in (("text", plain), ("html", html), ("jsonl", jsonl))
    for suffix in module.SUFFIXES
}


def format_of(path: Path | str) -> str:
    """The format of a file by its suffix; unknown ones are read as text.

    Examples
    --------
    >>> format_of("page.HTM"), format_of("many.jsonl"), format_of("README")
    ('html', 'jsonl', 'text')
    """
    return _FORMATS.get(Path(path).suffix.lower(), "text")


def read_document(path: Path | str, *, format_name: str | None = None) -> Document:
    """The one document in a file.

    Parameters
    ----------
    path : path-like
        The file; its stem is the id. A sidecar `<stem>.toml` or `.json` may say
        title, published, source and language; `<stem>.corrections.json` what people
        said of its names.
    format_name : str, optional
        text or html; by suffix if not given.

    Raises
    ------
    DocumentError
        If it is no file, cannot be read, or is no text.
    UnknownFormat
        If one file of its format holds many documents.
    """
    path = Path(path)
    document = parse_document(
        _bytes(path),
        document_id=path.stem,
        format_name=format_name or format_of(path),
        called=path.name,
    )
    corrections = read_corrections(corrections_file(path))
    return dataclasses.replace(document, corrections=corrections, **read_sidecar(path))


def parse_document(
    data: bytes,
    *,
    document_id: str,
    format_name: str = "text",
    called: str = "the text",
    max_bytes: int | None = None,
) -> Document:
    """The document in some bytes, as `read_document` would read them from a file.

    Raises
    ------
    DocumentTooLarge
        If there are more than `max_bytes`.
    DocumentError, UnknownFormat
        As `read_document` does.
    """
    if format_name not in _READERS:
        raise UnknownFormat(
            f"cannot read {called} as one {format_name!r} document; choose of"
            f" {', '.join(_READERS)}"
        )
    if max_bytes is not None and len(data) > max_bytes:
        raise DocumentTooLarge(
            f"{called} is longer than {max_bytes:,} bytes; give a shorter text, or"
            " split it"
        )
    return _READERS[format_name](data, document_id=document_id, called=called)


def read_documents(path: Path | str) -> Iterator[Document]:
    """Every document of a file: one, or those of all its JSON lines.

    Raises
    ------
    ToposcopeError
        At the first that cannot be read.
    """
    path = Path(path)
    if format_of(path) != "jsonl":
        yield read_document(path)
        return
    empty = True
    with open_file(path) as stream:
        for line in read_lines(stream, path.name):
            if isinstance(line, ToposcopeError):
                raise line
            empty = False
            yield line.document
    if empty:
        raise DocumentError(f"{path.name} is empty; give one JSON object a line")


def open_file(path: Path) -> BinaryIO:
    """A file, open for its bytes.

    Raises
    ------
    DocumentError
        If it is no file, or cannot be read.
    """
    try:
        return path.open("rb")
    except IsADirectoryError:
        raise DocumentError(f"{path} is a folder; give a file") from None
    except FileNotFoundError:
        raise DocumentError(f"there is no file {path}; check the name") from None
    except OSError as error:
        raise DocumentError(
            f"{path} cannot be read ({error.strerror}); check the file"
        ) from None


def _bytes(path: Path) -> bytes:
    with open_file(path) as stream:
        return stream.read()
