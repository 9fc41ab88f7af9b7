"""Writing the gazetteer: rows in, one SQLite file out."""

from __future__ import annotations

import dataclasses
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from geodata.gazetteer.rows import ROLES
from geodata.gazetteer.shapes import KM_PER_DEGREE, drawings
from geodata.text import key

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = [
    "COUNT_NAMES",
    "KM_PER_DEGREE",
    "ROLES",
    "PlaceRow",
    "Source",
    "Writer",
    "is_name",
    "script_language",
]

COUNT_NAMES = (
    "UPDATE place SET prominence ="
    " (SELECT count(*) FROM name WHERE name.place = place.number)"
)
"""Counts the names of every place, when all have been written."""

_LETTERS = re.compile(r"[^\W\d_]")
_SCRIPTS = (
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
)


@dataclass(slots=True, kw_only=True)
class PlaceRow:
    """One row of table place; what the columns mean stands in schema.sql."""

    id: str
    name: str
    kind: str
    source: str
    source_id: str
    lon: float | None = None
    lat: float | None = None
    feature_code: str | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    population: int = 0
    geonameid: int | None = None
    precision_km: float = 1.0
    note: str = ""


@dataclass(slots=True, kw_only=True)
class Source:
    """One row of table source, but for the count."""

    name: str
    title: str
    version: str
    licence: str
    attribution: str


_PLACE_COLUMNS = ", ".join(
    ("number", *(column.name for column in dataclasses.fields(PlaceRow)))
)


@dataclass(slots=True)
class Writer:
    """Collects rows and writes them in bulk; `flush` when a source is done."""

    connection: sqlite3.Connection
    numbers: dict[str, int] = field(default_factory=dict)
    """Place id to internal number, of everything written so far."""
    by_geonameid: dict[int, str] = field(default_factory=dict)
    """GeoNames id to place id, of everything written so far."""
    _places: list[tuple[object, ...]] = field(default_factory=list)
    _extents: list[tuple[float, ...]] = field(default_factory=list)
    _names: dict[tuple[str, int, str], tuple[str, str]] = field(default_factory=dict)
    _keys: set[tuple[str, int]] = field(default_factory=set)
    _shapes: list[tuple[object, ...]] = field(default_factory=list)
    _relations: list[tuple[object, ...]] = field(default_factory=list)

    def source(self, source: Source) -> None:
        """Declare an upstream; its rows are counted when all is written."""
        self.connection.execute(
            "INSERT INTO source VALUES (?, ?, ?, ?, ?, 0)",
            (
                source.name,
                source.title,
                source.version,
                source.licence,
                source.attribution,
            ),
        )

    def place(self, row: PlaceRow, shape: BaseGeometry | None = None) -> int:
        """Add a place with its main name; gives its internal number."""
        number = len(self.numbers) + 1
        if row.lon is not None and row.lat is not None:
            row.lon, row.lat = round(row.lon, 5), round(row.lat, 5)
        self.numbers[row.id] = number
        if row.geonameid is not None:
            self.by_geonameid.setdefault(row.geonameid, row.id)
        if shape is not None:
            self._add_shape(number, shape)
        elif row.lon is not None and row.lat is not None:
            self._extents.append((number, row.lon, row.lon, row.lat, row.lat))
        self._places.append((number, *dataclasses.astuple(row)))
        self.name(number, row.name, role="name")
        return number

    def _add_shape(self, number: int, shape: BaseGeometry) -> None:
        west, south, east, north = shape.bounds
        self._extents.append((number, west, east, south, north))
        self._shapes.append((number, *dataclasses.astuple(drawings(shape))))

    def name(
        self,
        number: int,
        name: str,
        *,
        language: str = "",
        role: str = "alias",
        local: bool = False,
    ) -> None:
        """Add a name to a place, unless it is junk or the place has it already.

        A `local` name is kept even if it differs from another by its accents alone.
        """
        name = " ".join(name.split())
        if not is_name(name):
            return
        language = language or script_language(name)
        key_ = key(name)
        loose = role == "alias" and not language and not local
        if loose and (key_, number) in self._keys:
            return  # one spelling of a key is enough where nobody says whose it is
        self._keys.add((key_, number))
        where = (key_, number, name)
        known = self._names.get(where)
        if known is None or ROLES.index(role) < ROLES.index(known[1]):
            self._names[where] = (language or (known[0] if known else ""), role)
        elif language and not known[0]:
            self._names[where] = (language, known[1])

    def names(self, number: int, names: Iterable[str], *, role: str = "alias") -> None:
        """Add several names of unknown language."""
        for name in names:
            self.name(number, name, role=role)

    def spellings(self) -> dict[int, set[str]]:
        """Every key under which each place is known so far."""
        found: dict[int, set[str]] = {}
        for key_, number in self._keys:
            found.setdefault(number, set()).add(key_)
        return found

    def relation(
        self, subject: int, predicate: str, object_: int, source: str, position: int = 0
    ) -> None:
        """Add a relation between two places."""
        self._relations.append((subject, predicate, object_, position, source))

    def flush(self) -> None:
        """Write what was collected; the names wait for `finish`."""
        tables: tuple[tuple[str, int, list[tuple[Any, ...]]], ...] = (
            (f"place ({_PLACE_COLUMNS})", 16, self._places),
            ("extent", 5, self._extents),
            ("shape", 6, self._shapes),
            ("relation", 5, self._relations),
        )
        for table, width, rows in tables:
            marks = ", ".join("?" * width)
            self.connection.executemany(
                f"INSERT OR IGNORE INTO {table} VALUES ({marks})",  # noqa: S608
                rows,
            )
            rows.clear()

    def finish(self) -> None:
        """Write the names in key order and count the rows of every source."""
        self.flush()
        self.connection.executemany(
            "INSERT INTO name VALUES (?, ?, ?, ?, ?)",
            (
                (key_, number, name, language, role)
                for (key_, number, name), (language, role) in sorted(
                    self._names.items()
                )
            ),
        )
        self._names.clear()
        self.connection.execute(COUNT_NAMES)
        self.connection.execute(
            "UPDATE source SET rows = (SELECT count(*) FROM place"
            " WHERE place.source = source.name)"
        )


def is_name(name: str) -> bool:
    """Whether this can be what a place is called: letters, and not a lone one.

    Examples
    --------
    >>> is_name("Ås"), is_name("K2"), is_name("Y"), is_name("12345"), is_name("京")
    (True, True, False, False, True)
    """
    letters = _LETTERS.findall(name)
    signs = sum(sign.isalnum() for sign in name)
    return bool(letters) and (signs > 1 or letters[0] > "\u2e80")


def script_language(name: str) -> str:
    """The language of a name, where its script is used for one alone; else ''.

    Examples
    --------
    >>> script_language("평양"), script_language("Pyongyang"), script_language("Αθήνα")
    ('ko', '', 'el')
    """
    for language, script in _SCRIPTS:
        if script.search(name):
            return language
    return ""
