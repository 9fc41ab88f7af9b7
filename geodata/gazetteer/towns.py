"""Which town a port or an airport belongs to."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import floor

from geodata.gazetteer.writer import KM_PER_DEGREE, PlaceRow, Writer
from geodata.geo import distance_km
from geodata.text import key

_CELL = 0.5
"""Side of a grid cell in degrees; at least 55 km high, and 27 km wide below 60°."""


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place that was written before."""

    number: int
    name: str
    country: str
    lon: float
    lat: float
    population: int


class Towns:
    """Populated places by where they lie."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._cells: dict[tuple[int, int], list[Town]] = defaultdict(list)
        for row in connection.execute(
            "SELECT number, name, country, lon, lat, population FROM place"
            " WHERE kind = 'city' ORDER BY number"
        ):
            self.add(Town(*row))

    def add(self, town: Town) -> None:
        """Take in one that was written after."""
        self._cells[_cell(town.lon, town.lat)].append(town)

    def near(
        self, lon: float, lat: float, country: str, within_km: float
    ) -> list[tuple[float, Town]]:
        """Towns of a country within a distance (at most 50 km), nearest first."""
        column, line = _cell(lon, lat)
        within_degrees = within_km / KM_PER_DEGREE
        around = (
            town
            for x in range(column - 2, column + 3)
            for y in range(line - 1, line + 2)
            for town in self._cells.get((x, y), ())
            if town.country == country and abs(town.lat - lat) <= within_degrees
        )
        found = [(distance_km(lon, lat, t.lon, t.lat), t) for t in around]
        return sorted(
            (pair for pair in found if pair[0] <= within_km),
            key=lambda pair: (pair[0], pair[1].number),
        )


class Newcomers:
    """Populated places that no earlier source has."""

    def __init__(self, writer: Writer) -> None:
        writer.flush()
        self._writer = writer
        self._towns = Towns(writer.connection)
        self._spellings = writer.spellings()

    def write(self, row: PlaceRow, within_km: float) -> int | None:
        """Write a place, unless one of its name is that near; gives its number."""
        lon, lat, country = row.lon or 0.0, row.lat or 0.0, row.country or ""
        near = self._towns.near(lon, lat, country, within_km)
        if bearer(near, [row.name], self._spellings) is not None:
            return None
        number = self._writer.place(row)
        self._towns.add(Town(number, row.name, country, lon, lat, 0))
        return number


def _cell(lon: float, lat: float) -> tuple[int, int]:
    return floor(lon / _CELL), floor(lat / _CELL)


def bearer(
    towns: Iterable[tuple[float, Town]],
    names: Iterable[str],
    spellings: dict[int, set[str]],
) -> Town | None:
    """The nearest town that is called by one of the names, in any spelling."""
    keys = {key(name) for name in names}
    for _, town in towns:
        if keys & spellings.get(town.number, {key(town.name)}):
            return town
    return None
