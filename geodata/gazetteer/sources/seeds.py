"""Curated facts of `seeds/gazetteer/`, laid over what the upstreams have written.

Every row names its source; a row that does not hold (an id nobody has, a point
off the globe, a missing source) stops the build with the file and the line.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from geodata.gazetteer.sources.curated import facts
from geodata.gazetteer.sources.curated.overlay import SOURCE, Overlay
from geodata.gazetteer.sources.curated.railways import write_railways
from geodata.gazetteer.writer import COUNT_NAMES

_TITLE = "Curated facts (seeds/gazetteer)"
_LICENCE = "BSD-3-Clause"
_ATTRIBUTION = "Country points: GeoNames (CC BY 4.0)"


def write(
    connection: sqlite3.Connection, folder: Path, drawn: Path | None = None
) -> None:
    """Lay the tables of a folder over a gazetteer; twice is as good as once.

    Parameters
    ----------
    connection : sqlite3.Connection
        A gazetteer of schema.sql that the upstreams have filled; not committed here.
    folder : Path
        Where the tables lie; tables it does not hold are passed over.
    drawn : Path, optional
        File that keeps the shapes of regions for the next time.

    Raises
    ------
    GazetteerError
        If a row is wrong; the message names file, line and what would be right.
    """
    connection.execute(
        "INSERT INTO source VALUES (?, ?, '1', ?, ?, 0) ON CONFLICT (name) DO NOTHING",
        (SOURCE, _TITLE, _LICENCE, _ATTRIBUTION),
    )
    overlay = Overlay(connection, drawn)
    facts.write_places(overlay, folder)
    facts.write_regions(overlay, folder)
    facts.write_seas(overlay, folder)
    facts.write_ports(overlay, folder)
    facts.write_crossings(overlay, folder)
    write_railways(overlay, folder)
    facts.write_names(overlay, folder)
    facts.write_claims(overlay, folder)
    facts.write_seats(overlay, folder)
    facts.write_country_points(overlay, folder)
    facts.write_airports(overlay, folder)
    overlay.drawn.close()
    connection.execute(COUNT_NAMES)
    connection.execute(
        "UPDATE source SET rows = (SELECT count(*) FROM place WHERE source = ?)"
        " WHERE name = ?",
        (SOURCE, SOURCE),
    )
