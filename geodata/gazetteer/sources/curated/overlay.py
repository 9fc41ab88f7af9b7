"""Laying curated facts over a gazetteer that is already written."""

from __future__ import annotations

import sqlite3
import zlib
from dataclasses import astuple
from pathlib import Path
from typing import TYPE_CHECKING

from geodata.gazetteer.shapes import Drawings, inner_point
from geodata.gazetteer.sources.curated.drawn import DrawnShapes
from geodata.gazetteer.sources.curated.tables import Row
from geodata.gazetteer.writer import ROLES, is_name, script_language
from geodata.model import PlaceKind
from geodata.text import key

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

SOURCE = "seeds"
"""Name under which curated places stand in table source."""

LONGEST_LETTERS = 5
"""Most capitals that are taken for an abbreviation."""

FULL_TOLERANCE = 0.02
"""Simplification of joined shapes, in degrees: they repeat what their parts keep."""


SAME_SETTLEMENT = 0.4
"""How far apart, in degrees, two sources may put one settlement."""

_OF_A_PLACE = (
    ("name", "place"),
    ("extent", "place"),
    ("relation", "subject"),
    ("relation", "object"),
    ("place", "number"),
)
"""Tables and columns that a place stands in."""


_CITED = (
    "CREATE TABLE IF NOT EXISTS cited ("
    "place INTEGER PRIMARY KEY REFERENCES place (number), source TEXT NOT NULL) STRICT"
)
"""What each curated place was read in; a gazetteer made before has no such table."""


class Overlay:
    """A gazetteer file, open for writing curated facts into it.

    Writing the same facts twice leaves the same file: places are found again by
    their id, names and relations by what they say.
    """

    def __init__(
        self, connection: sqlite3.Connection, drawn: Path | None = None
    ) -> None:
        self.connection = connection
        self.drawn = DrawnShapes(drawn)
        connection.execute(_CITED)
        rows = connection.execute("SELECT id, number FROM place")
        self.numbers: dict[str, int] = dict(rows)
        self.parts: dict[tuple[int, str], NDArray[np.object_]] = {}
        self._next = 1 + max(self.numbers.values(), default=0)

    def number(self, row: Row, place_id: str) -> int:
        """Internal number of a place that a row refers to."""
        if place_id not in self.numbers:
            raise row.fault(
                f"no place has the id {place_id!r}; give the id of a place of the"
                " gazetteer or of an earlier row"
            )
        return self.numbers[place_id]

    def place(self, row: Row, *, kind: str = "", shape: Drawings | None = None) -> int:
        """Write the place a row describes; gives its internal number."""
        place_id, name = row.required("id"), row.required("name")
        if not place_id.startswith(f"{SOURCE[:-1]}:"):
            raise row.fault(
                f"the id is {place_id!r}; a new place's starts with 'seed:'"
            )
        number = self.numbers.get(place_id)
        if number is None:
            number, self._next = self._next, self._next + 1
            self.numbers[place_id] = number
        self._insert(number, row, kind or row.one_of("kind", PlaceKind))
        self.connection.execute(
            "INSERT OR REPLACE INTO cited VALUES (?, ?)", (number, row["source"])
        )
        self._spread(number, row.position(), shape)
        self.name(row, number, name, role="name")
        self.names(row, number)
        for container in row.many("lies_in"):
            self.relate(row, number, "lies_in", container)
        if (kind or row["kind"]) == PlaceKind.CITY:
            self._supersede(number, name, row.position())
        return number

    def _supersede(
        self, number: int, name: str, position: tuple[float, float] | None
    ) -> None:
        """Let a settlement take the place of what an upstream knows by name alone."""
        west, south, east, north = _around(position)
        known = self.connection.execute(
            "SELECT place.number FROM name JOIN place ON place.number = name.place"
            " WHERE name.key = ? AND name.role = 'name' AND place.kind = 'city'"
            " AND place.geonameid IS NULL AND place.source != ?"
            " AND place.lon BETWEEN ? AND ? AND place.lat BETWEEN ? AND ?",
            (key(name), SOURCE, west, east, south, north),
        ).fetchall()
        for (old,) in known:
            self.connection.execute(
                "UPDATE OR IGNORE relation SET object = ? WHERE object = ?",
                (number, old),
            )
            for table, column in _OF_A_PLACE:
                self.connection.execute(
                    f"DELETE FROM {table} WHERE {column} = ?",  # noqa: S608
                    (old,),
                )

    def _insert(self, number: int, row: Row, kind: str) -> None:
        lon, lat = row.position() or (None, None)
        precision = row.number("precision_km", 0, 10_000)
        population = row.number("population", 0, 2e9)
        geonameid = row.number("geonameid", 1, 1e9)
        country = row["country"]
        if country and not (len(country) == 2 and country.isupper()):
            raise row.fault(f"country is {country!r}; two capitals would be right")
        self.connection.execute(
            "INSERT OR REPLACE INTO place (number, id, name, kind, feature_code,"
            " country, admin1, lon, lat, population, geonameid, precision_km, source,"
            " source_id, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number, row["id"], row["name"], kind, row["feature_code"] or None,
                country or None, row["admin1"] or None, lon, lat,
                int(population or 0), int(geonameid) if geonameid else None,
                5.0 if precision is None else precision, SOURCE,
                row["id"].partition(":")[2], row["note"],
            ),
        )  # fmt: skip

    def _spread(
        self,
        number: int,
        position: tuple[float, float] | None,
        shape: Drawings | None,
    ) -> None:
        if shape is not None:
            self.shape(number, shape, position)
        elif position is not None:
            self._extent(number, position * 2)

    def shape(
        self,
        number: int,
        shape: Drawings,
        position: tuple[float, float] | None = None,
    ) -> None:
        """Give a place a shape, and a point in it where it has none."""
        import shapely

        self.connection.execute(
            "INSERT OR REPLACE INTO shape VALUES (?, ?, ?, ?, ?, ?)",
            (number, *astuple(shape)),
        )
        full = shapely.from_wkb(zlib.decompress(shape.full))
        west, south, east, north = full.bounds
        self._extent(number, (west, south, east, north))
        if position is None:
            self.move(number, inner_point(full, full.centroid.x, full.centroid.y))

    def has_shape(self, number: int) -> bool:
        """Whether a place is more than a point."""
        sql = "SELECT 1 FROM shape WHERE place = ?"
        return self.connection.execute(sql, (number,)).fetchone() is not None

    def position(self, number: int) -> tuple[float, float]:
        """A place's representative point, lon and lat."""
        sql = "SELECT lon, lat FROM place WHERE number = ?"
        lon, lat = self.connection.execute(sql, (number,)).fetchone()
        return lon, lat

    def move(self, number: int, position: tuple[float, float]) -> None:
        """Set a place's representative point."""
        self.connection.execute(
            "UPDATE place SET lon = ?, lat = ? WHERE number = ?", (*position, number)
        )

    def _extent(self, number: int, box: tuple[float, ...]) -> None:
        west, south, east, north = box
        self.connection.execute("DELETE FROM extent WHERE place = ?", (number,))
        self.connection.execute(
            "INSERT INTO extent VALUES (?, ?, ?, ?, ?)",
            (number, west, east, south, north),
        )

    def stored_shape(self, row: Row, number: int) -> BaseGeometry:
        """The full shape of a place that must have one."""
        import shapely

        return shapely.from_wkb(zlib.decompress(self.packed_shape(row, number)))

    def packed_shape(self, row: Row, number: int) -> bytes:
        """The same as it is stored."""
        found = self.connection.execute(
            "SELECT full FROM shape WHERE place = ?", (number,)
        ).fetchone()
        if found is None:
            name = self.connection.execute(
                "SELECT id FROM place WHERE number = ?", (number,)
            ).fetchone()[0]
            raise row.fault(f"{name} has no shape to be joined; name its parts instead")
        packed: bytes = found[0]
        return packed

    def names(self, row: Row, number: int) -> None:
        """Write the other names of a row; a name may carry its language: `ko=평양`."""
        for alias in row.many("aliases"):
            language, equals, name = alias.partition("=")
            if not equals:
                language, name = "", alias
            self.name(row, number, name, language=language, role=_role(name))

    def name(
        self,
        row: Row,
        number: int,
        name: str,
        *,
        role: str = "alias",
        language: str = "",
    ) -> None:
        """Give a place a name; what is called so already may only rise in role."""
        if not is_name(name):
            raise row.fault(f"{name!r} is no name; two letters at least would be right")
        where = (key(name), number, name)
        known = self.connection.execute(
            "SELECT role, language FROM name WHERE key = ? AND place = ? AND name = ?",
            where,
        ).fetchone()
        if known is not None and ROLES.index(known[0]) <= ROLES.index(role):
            return
        self.connection.execute(
            "INSERT OR REPLACE INTO name VALUES (?, ?, ?, ?, ?)",
            (
                *where,
                language or script_language(name) or (known or "  ")[1].strip(),
                role,
            ),
        )

    def unname(self, number: int, name: str) -> None:
        """Take a name away from a place, in every spelling of its key."""
        self.connection.execute(
            "DELETE FROM name WHERE key = ? AND place = ?", (key(name), number)
        )

    def rename(self, row: Row, number: int, name: str) -> None:
        """Make a name the main one of a place; the old one becomes an alias."""
        self.connection.execute(
            "UPDATE name SET role = 'alias' WHERE place = ? AND role = 'name'",
            (number,),
        )
        self.connection.execute(
            "UPDATE place SET name = ? WHERE number = ?", (name, number)
        )
        self.name(row, number, name, role="name")

    def relate(
        self, row: Row, subject: int, predicate: str, object_id: str, position: int = 0
    ) -> None:
        """Write that a place is `predicate` of another."""
        self.connection.execute(
            "INSERT OR REPLACE INTO relation VALUES (?, ?, ?, ?, ?)",
            (subject, predicate, self.number(row, object_id), position, row["source"]),
        )


def _around(position: tuple[float, float] | None) -> tuple[float, ...]:
    """West, south, east and north of a settlement's neighbourhood."""
    lon, lat = position or (0.0, 0.0)
    reach = SAME_SETTLEMENT
    return lon - reach, lat - reach, lon + reach, lat + reach


def _role(name: str) -> str:
    """Capitals alone are an abbreviation: EU, U.S.S.R."""
    letters = name.replace(".", "")
    short = letters.isascii() and letters.isupper() and len(letters) <= LONGEST_LETTERS
    return "abbreviation" if short else "alias"
