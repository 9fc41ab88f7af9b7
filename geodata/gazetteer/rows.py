"""Rows of the gazetteer file as objects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from geodata.model import Place, PlaceKind

_COLUMNS = (
    "id, name, kind, source, source_id, lon, lat, country, admin1, geonameid,"
    " feature_code, population, precision_km, note, prominence"
)
PLACE_COLUMNS = ", ".join(f"place.{column.strip()}" for column in _COLUMNS.split(","))
"""The first columns of a SELECT that `place_of` reads."""

ROLES = ("name", "abbreviation", "alias", "historic", "demonym")
"""What a name is to its place, the most official first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place under one of its names."""

    place: Place
    """The place, without names and geometry."""
    name: str
    """The name as the gazetteer writes it."""
    language: str
    """BCP 47 tag; '' if unknown."""
    role: str
    """name, alias, abbreviation, historic or demonym."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """What bears a spelling, summed up by kind of place and role of the name."""

    name: str
    """The spelling as the gazetteer writes it."""
    role: str
    """name, alias, abbreviation, historic or demonym."""
    kind: PlaceKind
    """Kind of the places that bear it."""
    population: int
    """Inhabitants of the largest of them; 0 if unknown."""
    count: int
    """How many places of the kind bear it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One upstream of the gazetteer."""

    name: str
    """Name of the module that reads it."""
    title: str
    """Name for people."""
    version: str
    """Version of the package it was taken from."""
    licence: str
    """SPDX identifier or a sentence."""
    attribution: str
    """The credit it asks for; '' for none."""
    rows: int
    """Places, names or facts taken from it."""


Row = tuple[Any, ...]
"""What SQLite gives: schema.sql says what is in which column."""


def unit_id(code: str) -> str:
    """Id of the first-order unit with an ISO 3166-2 code.

    Examples
    --------
    >>> unit_id("US-MS")
    'ne:US-MS'
    """
    return f"ne:{code}"


def place_of(row: Row, unit_name: Callable[[str], str | None]) -> Place:
    """A place without names and geometry, of a row that begins with its columns.

    `unit_name` gives the name of a first-order unit by its code.
    """
    (
        place_id, name, kind, source, source_id, lon, lat, country, admin1, geonameid,
        feature_code, population, precision_km, note, prominence,
    ) = row[:15]  # fmt: skip
    return Place(
        id=place_id,
        name=name,
        kind=PlaceKind(kind),
        source=source,
        source_id=source_id,
        lon=lon,
        lat=lat,
        country=country,
        admin1=admin1,
        region=unit_name(admin1) if admin1 and place_id != unit_id(admin1) else None,
        geonameid=geonameid,
        feature_code=feature_code,
        population=population,
        precision_km=precision_km,
        note=note,
        prominence=prominence,
    )
