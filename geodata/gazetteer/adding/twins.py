"""Places the gazetteer has without a GeoNames id, to be known again in a dump."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from geodata.gazetteer.adding.numbers import FIRST_NUMBER
from geodata.geo import distance_km
from geodata.model import PlaceKind

_NEAR_KM = 25.0
_VAST = (PlaceKind.SEA, PlaceKind.RIVER, PlaceKind.AREA, PlaceKind.MOUNTAIN)
_VAST_KM = 300.0
"""How far two points of the same river or range are put by two sources."""


@dataclass(frozen=True, slots=True)
class _Twin:
    number: int
    kind: str
    lon: float
    lat: float


class Twins:
    """Places without a GeoNames id, by name."""

    def __init__(self, sql: sqlite3.Connection) -> None:
        self._taken: set[int] = set()
        self._by_key: dict[str, list[_Twin]] = defaultdict(list)
        for key_, *facts in sql.execute(
            "SELECT DISTINCT name.key, place.number, place.kind, place.lon, place.lat"
            " FROM place JOIN name ON name.place = place.number WHERE"
            " place.geonameid IS NULL AND place.lon NOT NULL AND place.number < ?"
            " ORDER BY place.number",
            (FIRST_NUMBER,),
        ):
            self._by_key[key_].append(_Twin(*facts))

    def take(
        self, keys: Iterable[str], kind: PlaceKind, lon: float, lat: float
    ) -> int | None:
        """The number of the place of this name and kind near by, if there is one.

        It is given once: a second stream of the name is another stream.
        """
        reach_km = _VAST_KM if kind in _VAST else _NEAR_KM
        for key_ in keys:
            for twin in self._by_key.get(key_, ()):
                if twin.kind != kind or twin.number in self._taken:
                    continue
                if distance_km(lon, lat, twin.lon, twin.lat) <= reach_km:
                    self._taken.add(twin.number)
                    return twin.number
        return None
