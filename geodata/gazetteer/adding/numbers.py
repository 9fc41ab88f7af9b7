"""Which GeoNames ids have a place, and its internal number."""

from __future__ import annotations

import sqlite3

FIRST_NUMBER = 1_000_000_000
"""Internal number of an added place, less its GeoNames id: no table to look it up."""


class Numbers:
    """Which GeoNames ids have a place, and its number; one bit for each added one."""

    def __init__(self) -> None:
        self._built_in: dict[int, int] = {}
        self._bits = bytearray()

    def read(self, sql: sqlite3.Connection) -> None:
        """Take in what a gazetteer holds."""
        for geonameid, number in sql.execute(
            "SELECT geonameid, number FROM place WHERE geonameid NOT NULL"
            " ORDER BY number DESC"
        ):
            if number >= FIRST_NUMBER:
                self.add(geonameid)
            else:
                self._built_in[geonameid] = number

    def number(self, geonameid: int) -> int | None:
        """The number of the place with a GeoNames id, if there is one."""
        if geonameid in self._built_in:
            return self._built_in[geonameid]
        byte, bit = divmod(geonameid, 8)
        if byte < len(self._bits) and self._bits[byte] >> bit & 1:
            return FIRST_NUMBER + geonameid
        return None

    def know(self, geonameid: int, number: int) -> None:
        """Note that a place that was there before is the one with an id."""
        self._built_in[geonameid] = number

    def add(self, geonameid: int) -> int:
        """Note that there is a place with an id; gives its number."""
        byte, bit = divmod(geonameid, 8)
        if byte >= len(self._bits):
            self._bits.extend(bytes(byte + 1 - len(self._bits)))
        self._bits[byte] |= 1 << bit
        return FIRST_NUMBER + geonameid
