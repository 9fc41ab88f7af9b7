"""JSON lines: one document a line, read as a stream."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from geodata.documents.decoding import byte_order_mark, is_whole
from geodata.documents.naming import first_line
from geodata.errors import DocumentError, SpanError, ToposcopeError
from geodata.model import Document, Span

SUFFIXES = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the file, read."""

    number: int
    """Counted from 1."""
    id: str | int
    """As the line gives it; its number if it gives none."""
    document: Document
    """The text, with the id as a string."""
    spans: tuple[Span, ...] | None = None
    """Where to look; None to search the text."""


def read_lines(stream: Iterable[bytes], called: str) -> Iterator[Line | ToposcopeError]:
    """Every line of a stream, or what is wrong with it, its number in the message.

    Parameters
    ----------
    stream : iterable of bytes
        Lines of `{"id" (or "doc_id"), "text", "published"?, "spans"?}`; blank ones are
        passed over.
    called : str
        What to call the stream in an error.

    Yields
    ------
    Line or ToposcopeError
        A DocumentError for a line that cannot be read, a SpanError for one whose
        spans do not lie in its text; the lines after it go on.
    """
    for number, data in enumerate(_without_mark(stream), start=1):
        if not data.strip():
            continue
        try:
            yield _line(data, number)
        except DocumentError as error:
            yield DocumentError(f"line {number} of {called}: {error}")
        except SpanError as error:
            yield SpanError(f"line {number} of {called}: {error}")


def is_json_line(data: bytes) -> bool:
    """Whether a line is a JSON object with a `text`."""
    body = data[len(byte_order_mark(data)[0]) :]
    if not body.lstrip().startswith(b"{"):
        return False
    try:
        return "text" in _object(body)
    except DocumentError:
        return False


def _without_mark(stream: Iterable[bytes]) -> Iterator[bytes]:
    for number, data in enumerate(stream):
        yield data[len(byte_order_mark(data)[0]) :] if number == 0 else data


def _line(data: bytes, number: int) -> Line:
    row = _object(data)
    text = row.get("text")
    if not isinstance(text, str):
        raise DocumentError(
            'no "text"; give an object such as {"id": 1, "text": "..."}'
        )
    if not is_whole(text):
        raise DocumentError(
            "the text holds half a surrogate pair; give whole characters"
        )
    line_id = _id(row, number)
    return Line(
        number=number,
        id=line_id,
        document=Document(
            id=str(line_id),
            title=first_line(text),
            text=text,
            published=_published(row),
        ),
        spans=_spans(row["spans"], text) if row.get("spans") is not None else None,
    )


def _object(data: bytes) -> dict[str, object]:
    try:
        row = json.loads(data.decode())
    except UnicodeDecodeError:
        raise DocumentError("not UTF-8; save the file as UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise DocumentError(f"broken JSON ({error}); give one object a line") from None
    if not isinstance(row, dict):
        raise DocumentError(f"a {type(row).__name__}; give one JSON object a line")
    return row


def _id(row: dict[str, object], number: int) -> str | int:
    given = row.get("doc_id") if row.get("id") is None else row["id"]
    if given is None:
        return str(number)
    if isinstance(given, bool) or not isinstance(given, (str, int)):
        raise DocumentError(f"the id is {given!r}; give a string or an integer")
    if isinstance(given, str) and not is_whole(given):
        raise DocumentError("the id holds half a surrogate pair; give whole characters")
    return given


def _published(row: dict[str, object]) -> str | None:
    """The day of a text; corpora have other things under this name too."""
    given = row.get("published")
    return given if isinstance(given, str) and is_whole(given) else None


def _spans(given: object, text: str) -> tuple[Span, ...]:
    if not isinstance(given, list):
        raise SpanError(f"spans is {given!r:.60}; give a list of [start, end]")
    return tuple(_span(one, text) for one in given)


def _span(given: object, text: str) -> Span:
    pair = [given.get("start"), given.get("end")] if isinstance(given, dict) else given
    if (
        not isinstance(pair, list)
        or len(pair) < 2
        or not all(type(offset) is int for offset in pair[:2])
    ):
        raise SpanError(
            f"the span {given!r:.60} is not [start, end]; give two integers"
        )
    start, end = pair[:2]
    if not 0 <= start < end <= len(text):
        raise SpanError(
            f"the span [{start}, {end}] is not within the text of {len(text)}"
            " characters; count code points from 0, end excluded"
        )
    return start, end
