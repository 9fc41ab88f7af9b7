"""Airports: airportsdata.

Those with an IATA code are airports (AIRP); those with a four-letter ICAO code
alone are airfields (AIRF). Strips with local codes are left out, but the
settlements they are named to serve are taken where no one else has them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator

from geodata.gazetteer.towns import Newcomers, Town, Towns, bearer
from geodata.gazetteer.upstream import package_file, package_version
from geodata.gazetteer.writer import PlaceRow, Source, Writer
from geodata.text import key

NAME = "airportsdata"
PACKAGE = "airportsdata"

TOWN_KM = 50.0
"""How far the town may lie that an airport is said to serve."""

LARGE_TOWN = 50_000
"""Population of a town that the nearest airport serves even if it does not say so."""

CITY = 200_000
"""Population of a town whose airports go by one word: Heathrow, Schiphol."""

KNOWN_TOWN = 20_000
"""Population of a town that is better known by a name than any airport."""

_KINDS = (
    "international", "intl", "regional", "municipal", "national", "ntl", "domestic",
    "metropolitan", "executive", "county", "civil",
)  # fmt: skip
_AIRPORT = re.compile(r"\s+airport(?=\s|$)", re.IGNORECASE)
_KIND = re.compile(rf"[\s,/-]+({'|'.join(_KINDS)})$", re.IGNORECASE)
_EDGES = " -/,()"
_SETTLEMENT = re.compile(r"[^\W\d_](?:[^\W\d_]|['’. -])+")
_NEAR_AIRPORT_KM = 15.0
_TOO_COMMON = frozenset({
    "city", "north", "south", "east", "west", "central", "new", "old", "downtown",
    "town", "island", "lake", "river", "bay", "valley", "creek", "point", "park",
    "beach", "field", "airfield", "base", "county", "state", "army", "air",
})  # fmt: skip


def source() -> Source:
    """What this upstream is."""
    return Source(
        name=NAME,
        title="Airports (airportsdata)",
        version=package_version(PACKAGE),
        licence="MIT",
        attribution="",
    )


def strips() -> Iterator[dict[str, str]]:
    """Every airport and landing strip."""
    path = package_file(PACKAGE, "airportsdata/airports.csv")
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def rows() -> Iterator[dict[str, str]]:
    """Every airport with a code that is known beyond its region."""
    for row in strips():
        if row["iata"] or (len(row["icao"]) == 4 and row["icao"].isalpha()):
            yield row


def write(writer: Writer) -> None:
    """Write settlements, then every airport, its short names, and what it serves."""
    _write_settlements(writer)
    _write_airports(writer)


def _write_settlements(writer: Writer) -> None:
    newcomers = Newcomers(writer)
    for row in strips():
        if names_settlement(row["name"], row["city"], row["country"]):
            newcomers.write(_settlement(row), TOWN_KM)


def names_settlement(name: str, city: str, country: str) -> bool:
    """Whether the city of an airport may be believed to lie by it.

    Outside the United States the column has slipped in places (Colmar for Belfort);
    there the airport must bear the name.

    Examples
    --------
    >>> names_settlement("Strasbourg Neuhof Airport", "Colmar", "FR")
    False
    >>> names_settlement("Kulin Airport", "Kulin", "AU")
    True
    """
    bears = key(name).startswith(f"{key(city)} ")
    return bool(_SETTLEMENT.fullmatch(city)) and (bears or country == "US")


def _settlement(row: dict[str, str]) -> PlaceRow:
    """The place an airport serves, which lies where the airport does."""
    return PlaceRow(
        id=f"airports:{row['icao']}-town",
        name=row["city"],
        kind="city",
        feature_code="PPL",
        country=row["country"],
        lon=float(row["lon"]),
        lat=float(row["lat"]),
        precision_km=_NEAR_AIRPORT_KM,
        source=NAME,
        source_id=row["icao"],
    )


def _write_airports(writer: Writer) -> None:
    towns = Towns(writer.connection)
    spellings = writer.spellings()
    known = _best_known(writer, spellings)
    for row in rows():
        number = _write_one(writer, row)
        lon, lat = float(row["lon"]), float(row["lat"])
        near = towns.near(lon, lat, row["country"], TOWN_KM)
        cities = [town for _, town in near if town.population >= LARGE_TOWN]
        town = served(near, row["city"], spellings)
        named = named_first(row["name"], cities, spellings)
        for one in dict.fromkeys((named, town)):
            if one is not None:
                writer.relation(number, "serves", one.number, NAME, _rank(row))
                if row["iata"]:
                    writer.name(number, f"{one.name} Airport")
        if row["iata"]:
            main = named or town
            front = {k for one in (*cities, town) if one for k in spellings[one.number]}
            names = short_names(row["name"], front, main.name if main else "")
            large = main is not None and main.population >= CITY
            for name in names:
                if " " in name or (large and known.get(key(name), 0) < KNOWN_TOWN):
                    writer.name(number, name)


def _rank(row: dict[str, str]) -> int:
    """Order among the airports of a town; 0 is left to the curated main one."""
    return (3, 2, 1)[bool(row["iata"]) + ("International" in row["name"])]


def _best_known(writer: Writer, spellings: dict[int, set[str]]) -> dict[str, int]:
    """Population of the largest place under each name."""
    writer.flush()
    best: dict[str, int] = {}
    for number, population in writer.connection.execute(
        "SELECT number, population FROM place WHERE population > 0"
    ):
        for key_ in spellings[number]:
            best[key_] = max(population, best.get(key_, 0))
    return best


def _write_one(writer: Writer, row: dict[str, str]) -> int:
    number = writer.place(
        PlaceRow(
            id=f"airports:{row['icao']}",
            name=row["name"] or f"{row['city']} Airport",
            kind="airport",
            feature_code="AIRP" if row["iata"] else "AIRF",
            country=row["country"],
            lon=float(row["lon"]),
            lat=float(row["lat"]),
            precision_km=3.0,
            source=NAME,
            source_id=row["icao"],
        )
    )
    for code in (row["iata"], row["icao"]):
        writer.name(number, code, role="abbreviation")
    return number


def short_names(name: str, cities: Iterable[str], city: str) -> list[str]:
    """What an airport is called for short; `cities` are keys of towns it may serve.

    Examples
    --------
    >>> short_names("London Heathrow Airport", {"london"}, "London")[:2]
    ['London Heathrow', 'Heathrow Airport']
    >>> short_names("Amsterdam Airport Schiphol", {"amsterdam"}, "Amsterdam")[-1]
    'Schiphol'
    >>> short_names("Cairo International Airport", {"cairo"}, "Cairo")
    []
    """
    if not _AIRPORT.search(name):
        return []
    stem = _AIRPORT.sub("", name)
    while _KIND.search(stem):
        stem = _KIND.sub("", stem)
    rest = _without(stem, cities)
    if rest is None:
        return []
    full = [stem] if rest != stem else [f"{city} {rest}"] if city else []
    return [*full, f"{rest} Airport", f"{rest} International Airport", rest]


def _without(stem: str, cities: Iterable[str]) -> str | None:
    """What is left of a name behind a town's; None if that says too little."""
    known = set(cities)
    words = re.split(r"(?<=[\s/-])", stem)
    starts = [n for n in range(1, len(words)) if key("".join(words[:n])) in known]
    rest = "".join(words[starts[-1] :] if starts else words).strip(_EDGES)
    plain = key(rest).split()
    distinct = any(len(word) > 3 and word not in _TOO_COMMON for word in plain)
    return rest if distinct and key(rest) not in known else None


def named_first(
    name: str, cities: Iterable[Town], spellings: dict[int, set[str]]
) -> Town | None:
    """The most populous town by which an airport's name begins."""
    words = key(name).split()
    starts = {" ".join(words[:n]) for n in range(1, len(words))}
    named = [town for town in cities if starts & spellings[town.number]]
    return max(named, key=lambda town: town.population, default=None)


def served(
    near: list[tuple[float, Town]], city: str, spellings: dict[int, set[str]]
) -> Town | None:
    """The town the airport names, else a large one near, else the nearest."""
    named = bearer(
        sorted(near, key=lambda pair: -pair[1].population), [city], spellings
    )
    large = (t for _, t in near if t.population >= LARGE_TOWN)
    return named or next(large, None) or (near[0][1] if near else None)
