"""What is added to a library: read as it was sent, and what is kept of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from geodata.documents import (
    SIDECAR_FIELDS,
    first_line,
    format_of,
    parse_document,
    slug,
)
from geodata.errors import DocumentError
from geodata.model import Document

_LONGEST_STEM = 60
"""Characters, so that the name of a file stays under 255 bytes in any script."""


def sent_document(
    content: bytes,
    *,
    title: str,
    name: str,
    published: str,
    max_bytes: int | None,
) -> Document:
    """What was sent, read as the suffix of its name says."""
    called = _stem(name) or "the text"
    if format_of(name) == "jsonl":
        message = f"{called} holds JSON lines; send one text at a time"
        raise DocumentError(message)
    document = parse_document(
        content,
        document_id=called,
        format_name=format_of(name),
        called=called,
        max_bytes=max_bytes,
    )
    title = first_line(" ".join(title.split())) or document.title
    return replace(
        document,
        title=title,
        published=published or document.published,
        source=document.source or name or None,
    )


def stem_for(document: Document, name: str) -> str:
    """What its file is to be called: as the one that was sent, or else by its title."""
    return slug(_stem(name) or document.title)[:_LONGEST_STEM].strip("-")


def _stem(name: str) -> str:
    """The stem of a file's name as a browser of any system sends it."""
    return Path(name.replace("\\", "/")).stem


def sidecar_of(document: Document) -> bytes:
    """The small file beside an article, with all that is known of it."""
    told = {field: getattr(document, field) for field in SIDECAR_FIELDS}
    known = {field: value for field, value in told.items() if value}
    return json.dumps(known, ensure_ascii=False, indent=1).encode("utf-8", "replace")
