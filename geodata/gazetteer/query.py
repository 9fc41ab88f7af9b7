"""Reading the gazetteer: names to places, and places to their surroundings."""

from __future__ import annotations

import dataclasses
import sqlite3
import zlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

from geodata.errors import GazetteerError, UnknownPlace
from geodata.gazetteer.rows import (
    PLACE_COLUMNS,
    ROLES,
    Bearing,
    Named,
    Row,
    Source,
    place_of,
    unit_id,
)
from geodata.model import Place, PlaceKind
from geodata.text import key

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

SCHEMA_VERSION = 2
"""Kept in the file as `PRAGMA user_version`; raised when schema.sql changes."""

Grade = Literal["simple", "page"]
"""How much of a shape is shown: at most 500 or 1,500 vertices."""

Detail = Literal["simple", "page", "full"]
"""The same, or the whole of it."""

_STRAYS = {"simple": "shape.precision_km", "page": "shape.page_km", "full": "0.0"}
"""Column that says how far a shape of a grade strays from the full one."""

_LAST = "\U0010ffff"
_COMMON = (PlaceKind.CITY, PlaceKind.REGION)
_CACHED_NAMES = 20_000
_MOST_BEARERS = 500
"""Places looked at under one name; more only bear what a user has added."""
_MANY = 20_000
"""A kind of more places than this is searched by where they lie."""


class Gazetteer:
    """A gazetteer file, open for reading; safe to share between threads.

    Parameters
    ----------
    path : path-like
        The SQLite file that `geodata.gazetteer.build` wrote.

    Raises
    ------
    GazetteerError
        If there is no such file, or it is no gazetteer of this version.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        if not self.path.is_file():
            raise GazetteerError(
                f"no gazetteer at {self.path}; reinstall toposcope, or name one in"
                " TOPOSCOPE_GAZETTEER"
            )
        uri = f"{self.path.resolve().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        try:
            [(version,)] = self._rows("PRAGMA user_version")
            [(self.digest,)] = self._rows("SELECT value FROM meta WHERE key = 'digest'")
        except (sqlite3.DatabaseError, ValueError) as error:
            self._connection.close()
            raise GazetteerError(
                f"{self.path} is no gazetteer ({error}); reinstall toposcope, or name"
                " another in TOPOSCOPE_GAZETTEER"
            ) from None
        if version != SCHEMA_VERSION:
            self._connection.close()
            raise GazetteerError(
                f"{self.path} has gazetteer format {version}, this version reads"
                f" {SCHEMA_VERSION}; reinstall toposcope, or, if you added GeoNames to"
                " it, add it again"
            )
        tables = "SELECT 1 FROM sqlite_master WHERE name = 'cited'"
        self._has_citations = bool(self._rows(tables))
        self.named = lru_cache(maxsize=_CACHED_NAMES)(self._named)
        self.place = lru_cache(maxsize=_CACHED_NAMES)(self._place)
        self.abounds = lru_cache(maxsize=None)(self._abounds)
        self.country = lru_cache(maxsize=_CACHED_NAMES)(self._country)
        self.unit_name = lru_cache(maxsize=None)(self._unit_name)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        return self._connection.execute(sql, values).fetchall()

    def _place_of(self, row: Row) -> Place:
        return place_of(row, self.unit_name)

    def _unit_name(self, code: str) -> str | None:
        """The name of a first-order unit; None if it has no row.

        Kept for each of some thousand codes, whatever many places lie in them.
        """
        rows = self._rows("SELECT name FROM place WHERE id = ?", (unit_id(code),))
        return rows[0][0] if rows else None

    def _named(self, name: str) -> tuple[Named, ...]:
        """Places that bear a name, the most populous first.

        Parameters
        ----------
        name : str
            In any spelling; `geodata.text.key` decides what is the same.

        Returns
        -------
        tuple of Named
            One for each place (with its most official matching name).
        """
        rows = self._rows(
            f"SELECT {PLACE_COLUMNS}, name.name, name.language, name.role FROM name"  # noqa: S608
            " JOIN place ON place.number = name.place WHERE name.key = ?"
            " ORDER BY place.population DESC, place.number LIMIT ?",
            (key(name), _MOST_BEARERS),
        )
        found: dict[str, Named] = {}
        for row in rows:
            place = self._place_of(row)
            spelling, language, role = row[-3:]
            known = found.get(place.id)
            if known is None or ROLES.index(role) < ROLES.index(known.role):
                found[place.id] = Named(
                    place=place, name=spelling, language=language, role=role
                )
        return tuple(found.values())

    def bearings(self, name: str) -> tuple[Bearing, ...]:
        """What bears a name, summed up: cheaper than `named` where places abound."""
        rows = self._rows(
            "SELECT name.name, name.role, place.kind, MAX(place.population), COUNT(*)"
            " FROM name JOIN place ON place.number = name.place WHERE name.key = ?"
            " GROUP BY name.name, name.role, place.kind"
            " ORDER BY name.name, name.role, place.kind",
            (key(name),),
        )
        return tuple(
            Bearing(
                name=spelling,
                role=role,
                kind=PlaceKind(kind),
                population=population,
                count=count,
            )
            for spelling, role, kind, population, count in rows
        )

    def starts_name(self, words: str) -> bool:
        """Whether some name is these words, or begins with them and a space."""
        start = key(words)
        rows = self._rows(
            "SELECT 1 FROM name WHERE key = ? OR (key > ? AND key < ?) LIMIT 1",
            (start, f"{start} ", f"{start} {_LAST}"),
        )
        return bool(rows)

    def _place(self, place_id: str) -> Place:
        """The place with an id.

        Raises
        ------
        UnknownPlace
            If no place has it.
        """
        rows = self._rows(
            f"SELECT {PLACE_COLUMNS} FROM place WHERE id = ?",  # noqa: S608
            (place_id,),
        )
        if not rows:
            raise UnknownPlace(f"no place has the id {place_id!r}")
        return self._place_of(rows[0])

    def names(self, place: Place) -> dict[str, str]:
        """Names by language, the most official of each; at most one a language."""
        rows = self._rows(
            "SELECT name.language, name.name, name.role FROM name JOIN place ON"
            " place.number = name.place WHERE place.id = ? AND name.language != ''"
            " AND name.role IN ('name', 'alias')",
            (place.id,),
        )
        best: dict[str, tuple[int, str]] = {}
        for language, name, role in rows:
            ranked = (ROLES.index(role), name)
            best[language] = min(best.get(language, ranked), ranked)
        return {language: name for language, (_, name) in sorted(best.items())}

    def spellings(self, place: Place) -> list[str]:
        """Every name, alias and abbreviation of a place, demonyms left out."""
        rows = self._rows(
            "SELECT name.name FROM name JOIN place ON place.number = name.place"
            " WHERE place.id = ? AND name.role != 'demonym' ORDER BY name.name",
            (place.id,),
        )
        return [name for (name,) in rows]

    def shape(self, place: Place, *, detail: Detail = "simple") -> BaseGeometry | None:
        """A place's shape; None for a point.

        Parameters
        ----------
        place : Place
            As the gazetteer gives it.
        detail : 'simple', 'page' or 'full'
            At most 500 vertices, at most 1,500, or as the source has it.
        """
        return self._drawn(place, detail)[0]

    def detailed(self, place: Place, *, detail: Grade = "simple") -> Place:
        """The same place with its names and its simplified shape filled in."""
        geometry, strays_km = self._drawn(place, detail)
        return dataclasses.replace(
            place,
            names=self.names(place),
            cited=self.cited(place),
            geometry=geometry,
            precision_km=place.precision_km if geometry is None else strays_km,
        )

    def cited(self, place: Place) -> str:
        """What a curated place was read in; '' for what an upstream holds."""
        if not self._has_citations:
            return ""
        rows = self._rows(
            "SELECT cited.source FROM cited JOIN place ON place.number = cited.place"
            " WHERE place.id = ?",
            (place.id,),
        )
        return rows[0][0] if rows else ""

    def _drawn(self, place: Place, detail: Detail) -> tuple[BaseGeometry | None, float]:
        """A place's shape, and how far it strays from the full one."""
        rows = self._rows(
            f"SELECT ifnull(shape.{detail}, shape.full), {_STRAYS[detail]}"  # noqa: S608
            " FROM shape JOIN place ON place.number = shape.place WHERE place.id = ?",
            (place.id,),
        )
        if not rows:
            return None, 0.0
        import shapely  # here, because points and look-ups by name need no geometry

        [(packed, strays_km)] = rows
        return shapely.from_wkb(zlib.decompress(packed)), strays_km

    def of_kind(
        self,
        kind: PlaceKind,
        *,
        country: str | None = None,
        bounds: tuple[float, float, float, float] | None = None,
        least_population: int = 0,
    ) -> list[Place]:
        """Places of a kind, in a country and within west, south, east, north."""
        where = ["place.kind = ?"]
        values: list[object] = [str(kind)]
        if least_population:
            where.append("place.population >= ?")
            values.append(least_population)
        tables = "place"
        if country is not None:
            where.append("place.country = ?")
            values.append(country)
        if bounds is not None:
            west, south, east, north = bounds
            # The order matters: of a rare kind all rows are read, of a common one
            # only those within the box.
            common = kind in _COMMON or self.abounds(kind)
            first = ("extent", "place") if common else ("place", "extent")
            tables = f"{' CROSS JOIN '.join(first)} ON place.number = extent.place"
            where.append(
                "extent.east >= ? AND extent.north >= ? AND extent.west <= ?"
                " AND extent.south <= ?"
            )
            values += [west, south, east, north]
        rows = self._rows(
            f"SELECT {PLACE_COLUMNS} FROM {tables} WHERE {' AND '.join(where)}"  # noqa: S608
            " ORDER BY place.number",
            values,
        )
        return [self._place_of(row) for row in rows]

    def _abounds(self, kind: PlaceKind) -> bool:
        """Whether there are so many places of a kind, as after an addition."""
        rows = self._rows(
            "SELECT 1 FROM place WHERE kind = ? LIMIT 1 OFFSET ?", (str(kind), _MANY)
        )
        return bool(rows)

    def _country(self, code: str) -> Place | None:
        """The country or territory with an ISO 3166-1 alpha-2 code."""
        rows = self._rows(
            f"SELECT {PLACE_COLUMNS} FROM place WHERE country = ?"  # noqa: S608
            " AND kind IN ('country', 'territory') ORDER BY population DESC LIMIT 1",
            (code,),
        )
        return self._place_of(rows[0]) if rows else None

    def related(self, place: Place, predicate: str) -> list[Place]:
        """What a place is `predicate` of or to: Wonsan's harbour `lies_in` ..."""
        return self._related(place, predicate, "subject", "object")

    def relating(self, place: Place, predicate: str) -> list[Place]:
        """What is `predicate` to this place: the `member_of`s of East Asia."""
        return self._related(place, predicate, "object", "subject")

    def relating_at(self, place: Place, predicate: str) -> list[tuple[int, Place]]:
        """As `relating`, each with its position (for a claim the year it began)."""
        rows = self._rows(
            f"SELECT {PLACE_COLUMNS}, relation.position FROM place AS here"  # noqa: S608
            " JOIN relation ON relation.object = here.number"
            " JOIN place ON place.number = relation.subject"
            " WHERE here.id = ? AND relation.predicate = ?"
            " ORDER BY relation.position, place.number",
            (place.id, predicate),
        )
        return [(row[-1], self._place_of(row)) for row in rows]

    def _related(
        self, place: Place, predicate: str, known: str, wanted: str
    ) -> list[Place]:
        rows = self._rows(
            f"SELECT {PLACE_COLUMNS} FROM place AS here JOIN relation ON"  # noqa: S608
            f" relation.{known} = here.number JOIN place ON place.number ="
            f" relation.{wanted} WHERE here.id = ? AND relation.predicate = ?"
            " ORDER BY relation.position, place.number",
            (place.id, predicate),
        )
        return [self._place_of(row) for row in rows]

    def search(self, words: str, limit: int = 10) -> list[Named]:
        """Places under these words for a person who looks: whole names, then starts."""
        start = key(words)
        if not start:
            return []  # every name starts with nothing
        found = {bearer.place.id: bearer for bearer in self.named(words)}
        for name in self._longer_names(start, limit):
            for bearer in self.named(name):
                found.setdefault(bearer.place.id, bearer)
        return list(found.values())[:limit]

    def _longer_names(self, start: str, limit: int) -> list[str]:
        rows = self._rows(
            "SELECT DISTINCT key FROM name WHERE key > ? AND key < ?"
            " ORDER BY key LIMIT ?",
            (start, f"{start}{_LAST}", limit * 5),
        )
        return [name for (name,) in rows]

    def sources(self) -> list[Source]:
        """Every upstream, with version, licence and count."""
        columns = [field.name for field in dataclasses.fields(Source)]
        rows = self._rows(f"SELECT {', '.join(columns)} FROM source ORDER BY rowid")  # noqa: S608
        return [Source(**dict(zip(columns, row, strict=True))) for row in rows]
