"""Shapes of regions, kept from one build to the next: joining them takes long."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import geodata.gazetteer.shapes
from geodata.gazetteer.shapes import Drawings, drawings, tidied

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_TABLE = (
    "CREATE TABLE IF NOT EXISTS drawn (digest TEXT PRIMARY KEY, full BLOB, page BLOB,"
    " simple BLOB, page_km REAL, precision_km REAL)"
)


def digest_of(parts: Iterable[bytes]) -> str:
    """One digest of some bytes, of which each counts by itself."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()


def code_digest(*files: str | None) -> str:
    """Digest of the code that draws shapes; what it drew before no longer counts."""
    paths = [Path(file) for file in (geodata.gazetteer.shapes.__file__, *files) if file]
    return digest_of(path.read_bytes() for path in paths)


class DrawnShapes:
    """Shapes that were drawn before, by a digest of all that they are made of.

    Parameters
    ----------
    path : Path or None
        The file that keeps them; None to draw every one anew.
    """

    def __init__(self, path: Path | None) -> None:
        self._connection = sqlite3.connect(path or ":memory:")
        self._connection.execute(_TABLE)
        self._used: set[str] = set()

    def of(self, digest: str, draw: Callable[[], BaseGeometry]) -> Drawings:
        """The shape of a digest; drawn now if it never was."""
        self._used.add(digest)
        row = self._connection.execute(
            "SELECT full, page, simple, page_km, precision_km FROM drawn"
            " WHERE digest = ?",
            (digest,),
        ).fetchone()
        if row is not None:
            return Drawings(*row)
        drawn = drawings(tidied(draw()))
        self._connection.execute(
            "INSERT INTO drawn VALUES (?, ?, ?, ?, ?, ?)",
            (
                digest,
                drawn.full,
                drawn.page,
                drawn.simple,
                drawn.page_km,
                drawn.precision_km,
            ),
        )
        return drawn

    def close(self) -> None:
        """Forget what was not asked for, and close the file."""
        known = self._connection.execute("SELECT digest FROM drawn").fetchall()
        for (digest,) in known:
            if digest not in self._used:
                self._connection.execute(
                    "DELETE FROM drawn WHERE digest = ?", (digest,)
                )
        self._connection.commit()
        self._connection.close()
