"""`toposcope parse`: the places of texts, one JSON line a document."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from geodata.annotations import annotate
from geodata.documents import (
    Line,
    format_of,
    is_json_line,
    language_notice,
    open_file,
    parse_document,
    read_document,
    read_lines,
)
from geodata.errors import DocumentError, GazetteerError, ModelError, ToposcopeError

if TYPE_CHECKING:
    from geodata.gazetteer import Gazetteer
    from geodata.model import Document, Span

_STDIN = "-"
_FATAL = (GazetteerError, ModelError)


@click.command()
@click.argument("file", default=_STDIN, metavar="[FILE | -]")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "jsonl"]),
    help="What the input is; by suffix, or for - by its first line, if not given.",
)
@click.option(
    "--geometry/--no-geometry",
    default=True,
    help="Give each place its shape (at its first mention), or none.",
)
def parse(file: str, format_name: str | None, *, geometry: bool) -> None:
    """Find the places of FILE, or of standard input, one JSON line a document.

    FILE is plain text, a web page, or JSON lines {"id", "text", "published"?,
    "spans"?}; with spans nothing is searched for, and each span is resolved as it is
    given; from the day it was published, "on Tuesday" is counted.
    """
    run = _Run(geometry=geometry)
    if file == _STDIN:
        if sys.stdin is None:  # as `<&-` has it
            raise DocumentError("standard input is closed; name a file, or pipe a text")
        run.standard_input(sys.stdin.buffer, format_name)
    elif (format_name or format_of(file)) == "jsonl":
        with open_file(Path(file)) as stream:
            run.lines(stream, file)
    else:
        run.text(
            read_document(file, format_name=format_name),
            with_text=(format_name or format_of(file)) == "html",
        )
    run.end("standard input" if file == _STDIN else file)


class _Run:
    """One call of the command: what it opened, and what it met."""

    def __init__(self, *, geometry: bool) -> None:
        self._geometry = geometry
        self._gazetteer: Gazetteer | None = None
        self._documents = 0
        self._mentions = 0
        self._failed = False
        self._foreign = 0
        self._first_foreign = ""

    def standard_input(self, stream: BinaryIO, format_name: str | None) -> None:
        head, rest = _first_words(stream)
        if format_name == "jsonl" or (format_name is None and is_json_line(head[-1])):
            self.lines(chain(head, rest), "standard input")
            return
        data = b"".join(chain(head, rest))
        self.text(parse_document(data, document_id=_STDIN, called="standard input"))

    def lines(self, stream: Iterable[bytes], called: str) -> None:
        for line in read_lines(stream, called):
            if isinstance(line, Line):
                self._line(line, called)
            else:
                self._complain(line)
        if not self._documents and not self._failed:
            raise DocumentError(f"{called} is empty; give one JSON object a line")

    def text(self, document: Document, *, with_text: bool = False) -> None:
        found = self._annotated(document)
        self._write({**found, "text": document.text} if with_text else found)

    def end(self, called: str) -> None:
        self._tell_languages()
        if self._failed:
            sys.exit(1)
        if not self._mentions:
            click.echo(f"no places found in {called}", err=True)

    def _line(self, line: Line, called: str) -> None:
        try:
            found = self._annotated(line.document, line.spans)
        except _FATAL:
            raise
        except ToposcopeError as error:
            self._complain(f"line {line.number} of {called}: {error}")
        else:
            self._write({**found, "id": line.id})

    def _annotated(
        self, document: Document, spans: tuple[Span, ...] | None = None
    ) -> dict[str, Any]:
        from geodata.pipeline import geoparse

        if spans is None and (notice := language_notice(document)):
            self._foreign += 1
            self._first_foreign = self._first_foreign or notice
        gazetteer = self._opened()
        return annotate(
            document,
            geoparse(document, gazetteer, spans=spans),
            geometry=self._geometry,
            gazetteer=gazetteer,
            as_given=spans is not None,
        )

    def _opened(self) -> Gazetteer:
        if self._gazetteer is None:
            from geodata.gazetteer import open_gazetteer

            self._gazetteer = open_gazetteer()
        return self._gazetteer

    def _write(self, found: dict[str, Any]) -> None:
        self._documents += 1
        self._mentions += len(found["mentions"])
        click.echo(json.dumps(found, ensure_ascii=False).encode())

    def _tell_languages(self) -> None:
        """One sentence, however many texts are not English."""
        if not self._foreign:
            return
        of_all = f"{self._foreign} of {self._documents} texts, for the first: "
        several = of_all if self._documents > 1 else ""
        click.echo(f"{several}{self._first_foreign}", err=True)

    def _complain(self, error: ToposcopeError | str) -> None:
        self._failed = True
        click.echo(f"Error: {error}", err=True)


def _first_words(stream: BinaryIO) -> tuple[list[bytes], Iterator[bytes]]:
    """The lines up to the first that is not blank, and those after it."""
    lines = iter(stream)
    head: list[bytes] = []
    for line in lines:
        head.append(line)
        if line.removeprefix(codecs.BOM_UTF8).strip():
            break
    return head or [b""], lines
