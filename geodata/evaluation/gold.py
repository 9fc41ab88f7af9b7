"""Gold: texts in which people have marked the places."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geodata.errors import DocumentError
from geodata.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldToponym:
    """A marked name."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    phrase: str
    """The words themselves."""
    lon: float | None = None
    """Degrees east; None where the gold gives no position."""
    lat: float | None = None
    """Degrees north; None where the gold gives no position."""
    geonameid: str | None = None
    """GeoNames id, where the gold gives one."""
    name: str | None = None
    """What the gold calls it, where it says so; underscores for blanks in some."""
    reading: str | None = None
    """Where senses are marked: `lit` for the place, `met` for what it stands for."""

    @property
    def span(self) -> Span:
        """Start and end."""
        return self.start, self.end

    @property
    def located(self) -> bool:
        """Whether the gold says where it is."""
        return self.lon is not None and self.lat is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """A marked text."""

    corpus: str
    """Name of the collection."""
    id: str
    """Id within the collection."""
    text: str
    """The text."""
    toponyms: tuple[GoldToponym, ...]
    """Its names, in the order given."""


def read_gold(path: Path) -> list[GoldDocument]:
    """Read a file of JSON lines, one marked text a line.

    Parameters
    ----------
    path : Path
        Lines `{"corpus", "doc_id", "text", "toponyms": [...]}`; for senses,
        `"mentions"` with a `"reading"` each.

    Raises
    ------
    DocumentError
        If there is no such file, or a line is no marked text; it names the line.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise DocumentError(
            f"cannot read the gold texts {path} ({error.strerror}); check the name"
        ) from error
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"cannot read the gold texts {path} (byte {error.start} is not UTF-8);"
            " save them as UTF-8"
        ) from error
    return list(_documents(path, lines))


def _documents(path: Path, lines: list[str]) -> Iterator[GoldDocument]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _document(json.loads(line), path.stem)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            why = f"no {error}" if isinstance(error, KeyError) else str(error)
            raise DocumentError(
                f"line {number} of {path} is no gold text ({why}); it takes a JSON"
                " object with text and toponyms"
            ) from error


def _document(row: Mapping[str, Any], stem: str) -> GoldDocument:
    text = str(row["text"])
    senses_only = "mentions" in row and "toponyms" not in row
    marked = row["mentions" if senses_only else "toponyms"]
    toponyms = tuple(_toponym(item) for item in marked)
    for toponym in toponyms:
        if text[toponym.start : toponym.end] != toponym.phrase:
            raise ValueError(
                f"the text has {text[toponym.start : toponym.end]!r} where"
                f" {toponym.phrase!r} is marked"
            )
    return GoldDocument(
        corpus=str(row.get("corpus", stem)),
        id=str(row.get("doc_id", row.get("id", ""))),
        text=text,
        toponyms=toponyms,
    )


def _toponym(row: Mapping[str, Any]) -> GoldToponym:
    geonameid = row.get("geonameid")
    return GoldToponym(
        start=int(row["start"]),
        end=int(row["end"]),
        phrase=str(row["phrase"]),
        lon=_number(row.get("lon")),
        lat=_number(row.get("lat")),
        geonameid=None if geonameid in (None, "") else str(geonameid),
        name=row.get("name"),
        reading=row.get("reading"),
    )


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))
