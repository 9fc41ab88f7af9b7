"""GeoNames' codes of administrative units in the gazetteer's own terms."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from geodata.gazetteer.adding.numbers import FIRST_NUMBER
from geodata.gazetteer.sources import geonames
from geodata.gazetteer.sources.geonames import Dump

_LINES = 20_000


@dataclass(slots=True)
class Units:
    """What GeoNames' codes of administrative units are in the gazetteer."""

    first: dict[str, str] = field(default_factory=dict)
    """Country and admin1 code to ISO 3166-2."""
    second: dict[str, str] = field(default_factory=dict)
    """Country, admin1 and admin2 code to place id."""
    newest: str = ""
    """Date of the newest change in the dump."""


def survey(
    sql: sqlite3.Connection, paths: Iterable[Path], progress: Callable[[Dump], None]
) -> Units:
    """Learn the codes from those rows of dumps that the gazetteer knows already."""
    known, units = _known_units(sql), Units()
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for path in paths:
        with geonames.open_dump(path) as dump:
            for line in geonames.read_places(dump):
                if dump.number % _LINES == 0:
                    progress(dump)
                units.newest = max(units.newest, line.changed)
                if (iso := known.first.get(str(line.geonameid))) is not None:
                    votes[f"{line.country}.{line.admin1}"][iso] += 1
                if line.feature_code == "ADM2":
                    code = f"{line.country}.{line.admin1}.{line.admin2}"
                    place = known.second.get(str(line.geonameid))
                    units.second[code] = place or f"geonames:{line.geonameid}"
    for code, isos in votes.items():
        units.first[code] = isos.most_common(1)[0][0]
    return units


def _known_units(sql: sqlite3.Connection) -> Units:
    """Of places by GeoNames id: the first-order unit, and the id of second ones."""
    first = sql.execute(
        "SELECT geonameid, admin1 FROM place WHERE geonameid NOT NULL AND admin1"
        " NOT NULL AND number < ?",
        (FIRST_NUMBER,),
    )
    second = sql.execute(
        "SELECT geonameid, id FROM place WHERE geonameid NOT NULL AND feature_code ="
        " 'ADM2' AND number < ?",
        (FIRST_NUMBER,),
    )
    return Units(
        {str(geonameid): str(iso) for geonameid, iso in first},
        {str(geonameid): str(place_id) for geonameid, place_id in second},
    )
