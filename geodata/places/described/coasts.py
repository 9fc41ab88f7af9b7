"""Coasts and coastal waters of countries and seas."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.gazetteer import Gazetteer
from geodata.gazetteer.shapes import simplified
from geodata.geo import KM_PER_DEGREE
from geodata.model import Place, PlaceKind
from geodata.places.described.conditions import (
    OUTLINE_KM,
    countries_in,
    water_shapes,
)
from geodata.places.described.question import (
    Answer,
    NoAnswer,
    Question,
    several,
)
from geodata.places.described.shapes import (
    areas,
    cosine,
    full_shape,
    grown,
    lines_only,
    simple_shape,
    stray_km,
)
from geodata.places.described.sides import cut_to_side, in_the_side

TERRITORIAL_KM = 22.224
"""Breadth of the territorial sea: 12 nautical miles (UNCLOS, article 3)."""

_INLAND_KM = 3.0
"""An outline nearer than this to a neighbour is a border and no coast."""


def coast(question: Question) -> Answer | NoAnswer:
    """The coast of a country or region, on a sea or on all of them."""
    if not question.holders:
        return _coast_of_sea(question)
    owners = question.holders
    found = [coastline(question.gazetteer, owner.id) for owner in owners]
    lines = [line for line in found if line is not None]
    if not lines:
        return NoAnswer(f"the gazetteer has no outline of {several(owners)}")
    line = _restricted(question, lines_only(shapely.union_all(lines)))
    if line.is_empty:
        return NoAnswer(f"{several(owners)} has no such coast in the gazetteer")
    simple, _ = simplified(line)
    on = f" within {OUTLINE_KM:.0f} km of {several(question.on)}" if question.on else ""
    return Answer(
        kind=PlaceKind.LINE,
        geometry=simple,
        how=f"the outline of {several(owners)} without {_its(owners)} land"
        f" borders{in_the_side(question)}{on}",
        precision_km=max(stray_km(question.gazetteer, owner) for owner in owners),
        confidence=0.85,
    )


def _its(owners: tuple[Place, ...]) -> str:
    return "its" if len(owners) == 1 else "their"


@lru_cache(maxsize=64)
def coastline(gazetteer: Gazetteer, place_id: str) -> BaseGeometry | None:
    """A place's simplified outline without what it shares with other countries."""
    shape = simple_shape(gazetteer, place_id)
    if shape is None:
        return None
    own = gazetteer.place(place_id)
    inside = {country.id for country in countries_in(gazetteer, own)}
    outline = shape.boundary
    for other in countries_near(gazetteer, shape.bounds):
        if other.id not in inside and other.country != (own.country or ""):
            outline = _away_from(outline, full_shape(gazetteer, other.id))
    return lines_only(outline)


def countries_near(gazetteer: Gazetteer, bounds: tuple[float, ...]) -> list[Place]:
    """Countries and territories whose own bounds meet these."""
    box = grown(bounds, _INLAND_KM)
    return [
        country
        for kind in (PlaceKind.COUNTRY, PlaceKind.TERRITORY)
        for country in gazetteer.of_kind(kind, bounds=box)
    ]


def _away_from(outline: BaseGeometry, other: BaseGeometry | None) -> BaseGeometry:
    """The pieces of lines whose corners do not lie next to another shape.

    A simplified outline keeps some of the corners of the full one, and neighbours
    share theirs, so that corners tell a border from a coast.
    """
    if other is None:
        return outline
    box = grown(other.bounds, _INLAND_KM)
    kept: list[BaseGeometry] = []
    for line in shapely.get_parts(outline):
        corners = shapely.get_coordinates(line)
        inland = _inside_box(corners, box)
        if inland.any():
            spots = shapely.points(corners[inland])
            inland[inland] = shapely.dwithin(other, spots, _INLAND_KM / KM_PER_DEGREE)
        kept += _runs(corners, ~inland)
    return shapely.MultiLineString(kept)


def _inside_box(
    corners: np.ndarray, box: tuple[float, float, float, float]
) -> np.ndarray:
    west, south, east, north = box
    lon, lat = corners[:, 0], corners[:, 1]
    return (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)


def _runs(corners: np.ndarray, kept: np.ndarray) -> list[BaseGeometry]:
    """The longest pieces of a line of which every corner is kept."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], kept.view(np.int8), [0]))))
    return [
        shapely.LineString(corners[first:last])
        for first, last in zip(edges[::2], edges[1::2], strict=True)
        if last - first > 1
    ]


def _restricted(question: Question, line: BaseGeometry) -> BaseGeometry:
    """Only what lies on the sea and on the side that were said."""
    if question.on:
        gazetteer = question.gazetteer
        seas = [shape for sea in question.on for shape in water_shapes(gazetteer, sea)]
        line = _near_to(line, seas)
    whole = full_shape(question.gazetteer, question.holders[0].id)
    return line if whole is None else cut_to_side(question, line, whole)


def _near_to(line: BaseGeometry, waters: list[BaseGeometry]) -> BaseGeometry:
    kept: list[BaseGeometry] = []
    for part in shapely.get_parts(line):
        corners = shapely.get_coordinates(part)
        near = np.zeros(len(corners), dtype=bool)
        for water in waters:
            spots = shapely.points(corners)
            near |= shapely.dwithin(water, spots, OUTLINE_KM / KM_PER_DEGREE)
        kept += _runs(corners, near)
    return shapely.MultiLineString(kept)


def _coast_of_sea(question: Question) -> Answer | NoAnswer:
    shapes = [
        shape
        for sea in question.on
        if (shape := simple_shape(question.gazetteer, sea.id)) is not None
    ]
    if not shapes:
        return NoAnswer("the gazetteer has no outline of it")
    simple, tolerance = simplified(lines_only(shapely.union_all(shapes).boundary))
    return Answer(
        kind=PlaceKind.LINE,
        geometry=simple,
        how=f"the outline of {several(question.on)}",
        precision_km=max(5.0, tolerance * KM_PER_DEGREE),
        confidence=0.7,
    )


def waters(question: Question) -> Answer | NoAnswer:
    """The territorial sea of a country: 12 nautical miles from its coast."""
    found = [
        zone
        for owner in question.of
        for country in countries_in(question.gazetteer, owner)
        if (zone := territorial_sea(question.gazetteer, country.id)) is not None
    ]
    if not found:
        return NoAnswer(f"the gazetteer knows no coast of {several(question.of)}")
    return Answer(
        kind=PlaceKind.AREA,
        geometry=areas(found),
        how=f"all sea within {TERRITORIAL_KM:.0f} km (12 nautical miles) of the coast"
        f" of {several(question.of)}, drawn from {_its(question.of)} outline and not"
        " from a treaty",
        precision_km=5.0,
        confidence=0.8,
    )


@lru_cache(maxsize=32)
def territorial_sea(gazetteer: Gazetteer, place_id: str) -> BaseGeometry | None:
    """The strip of sea along a country's coast."""
    coastal = coastline(gazetteer, place_id)
    if coastal is None or coastal.is_empty:
        return None
    scale = cosine(coastal.centroid.y)
    flat = shapely.transform(
        shapely.simplify(coastal, 0.02), lambda at: at * [scale, 1]
    )
    strip = shapely.buffer(flat, TERRITORIAL_KM / KM_PER_DEGREE, quad_segs=3)
    zone = shapely.transform(strip, lambda at: at / [scale, 1])
    shapely.prepare(zone)
    lands = [
        land
        for country in countries_near(gazetteer, zone.bounds)
        if (land := simple_shape(gazetteer, country.id)) and zone.intersects(land)
    ]
    zone = shapely.difference(zone, shapely.union_all(lands))
    return None if zone.is_empty else zone
