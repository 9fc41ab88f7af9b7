"""The full GeoNames dumps that a user downloads: places and their names.

Unlike its neighbours this upstream is not in `ORDER`: `geodata.gazetteer.adding`
reads it when a user asks for it.
"""

from __future__ import annotations

from geodata.gazetteer.sources.geonames.classes import kind_for, note_of, reach_km
from geodata.gazetteer.sources.geonames.lines import (
    CLASSES,
    NAMES,
    PLACES,
    Dump,
    NameLine,
    PlaceLine,
    kind_of,
    open_dump,
    read_names,
    read_places,
)
from geodata.gazetteer.sources.geonames.names import (
    Spelling,
    spelling_of,
    spellings_of,
)
from geodata.gazetteer.writer import Source

__all__ = [
    "CLASSES",
    "NAME",
    "NAMES",
    "PLACES",
    "Dump",
    "NameLine",
    "PlaceLine",
    "Spelling",
    "kind_for",
    "kind_of",
    "note_of",
    "open_dump",
    "reach_km",
    "read_names",
    "read_places",
    "source",
    "spelling_of",
    "spellings_of",
]

NAME = "geonames"


def source(version: str) -> Source:
    """What this upstream is; the version is the date of the newest change in it."""
    return Source(
        name=NAME,
        title="GeoNames dump, added by the user",
        version=version,
        licence="CC-BY-4.0",
        attribution="GeoNames (CC BY 4.0)",
    )
