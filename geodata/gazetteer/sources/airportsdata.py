"""Airports: airportsdata.

Those with an IATA code are airports (AIRP); those with a four-letter ICAO code
alone are airfields (AIRF). Strips with local codes are left out.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator

from geodata.gazetteer.towns import Town, Towns, bearer
from geodata.gazetteer.upstream import package_file, package_version
from geodata.gazetteer.writer import PlaceRow, Source, Writer

NAME = "airportsdata"
PACKAGE = "airportsdata"

TOWN_KM = 50.0
"""How far the town may lie that an airport is said to serve."""

LARGE_TOWN = 50_000
"""Population of a town that the nearest airport serves even if it does not say so."""


def source() -> Source:
    """What this upstream is."""
    return Source(
        name=NAME,
        title="Airports (airportsdata)",
        version=package_version(PACKAGE),
        licence="MIT",
        attribution="",
    )


def rows() -> Iterator[dict[str, str]]:
    """Every airport with a code that is known beyond its region."""
    path = package_file(PACKAGE, "airportsdata/airports.csv")
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["iata"] or (len(row["icao"]) == 4 and row["icao"].isalpha()):
                yield row


def write(writer: Writer) -> None:
    """Write every airport, and the town it serves."""
    towns = Towns(writer.connection)
    spellings = writer.spellings()
    for row in rows():
        lon, lat = float(row["lon"]), float(row["lat"])
        number = writer.place(
            PlaceRow(
                id=f"airports:{row['icao']}",
                name=row["name"] or f"{row['city']} Airport",
                kind="airport",
                feature_code="AIRP" if row["iata"] else "AIRF",
                country=row["country"],
                lon=lon,
                lat=lat,
                precision_km=3.0,
                source=NAME,
                source_id=row["icao"],
            )
        )
        for code in (row["iata"], row["icao"]):
            writer.name(number, code, role="abbreviation")
        near = towns.near(lon, lat, row["country"], TOWN_KM)
        town = served(near, row["city"], spellings)
        if town is not None:
            writer.relation(number, "serves", town.number, NAME)
            if row["iata"]:
                writer.name(number, f"{town.name} Airport")


def served(
    near: list[tuple[float, Town]], city: str, spellings: dict[int, set[str]]
) -> Town | None:
    """The town the airport names, else a large one near, else the nearest."""
    named = bearer(
        sorted(near, key=lambda pair: -pair[1].population), [city], spellings
    )
    large = (t for _, t in near if t.population >= LARGE_TOWN)
    return named or next(large, None) or (near[0][1] if near else None)
