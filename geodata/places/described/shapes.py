"""Shapes ready for questions: kept, prepared, and measured in kilometres."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import cos, pi, radians, sin

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.gazetteer import Gazetteer
from geodata.gazetteer.shapes import MOST_VERTICES, simplified
from geodata.geo import KM_PER_DEGREE
from geodata.model import Place

Bounds = tuple[float, float, float, float]
"""West, south, east, north in degrees."""

_CORNERS = 48
_LEAST_COSINE = 0.02


@lru_cache(maxsize=256)
def full_shape(gazetteer: Gazetteer, place_id: str) -> BaseGeometry | None:
    """A place's own shape, prepared; None for a point."""
    shape = gazetteer.shape(gazetteer.place(place_id), detail="full")
    if shape is not None:
        shapely.prepare(shape)
    return shape


@lru_cache(maxsize=256)
def simple_shape(gazetteer: Gazetteer, place_id: str) -> BaseGeometry | None:
    """A place's shape of at most 500 vertices; None for a point."""
    return gazetteer.shape(gazetteer.place(place_id))


def stray_km(gazetteer: Gazetteer, place: Place) -> float:
    """How far a place's simplified outline may stray from the full one."""
    return max(1.0, gazetteer.detailed(place).precision_km)


def cosine(lat: float) -> float:
    """How much shorter a degree of longitude is than one of latitude."""
    return max(_LEAST_COSINE, cos(radians(lat)))


def grown(bounds: Sequence[float], km: float) -> Bounds:
    """Bounds that reach some kilometres further on every side.

    Examples
    --------
    >>> [round(edge, 1) for edge in grown((10, 60, 11, 61), 111.2)]
    [7.9, 59.0, 13.1, 62.0]
    """
    west, south, east, north = bounds
    up = km / KM_PER_DEGREE
    aside = up / cosine(max(abs(south), abs(north)))
    return west - aside, south - up, east + aside, north + up


def circle(lon: float, lat: float, km: float) -> BaseGeometry:
    """All points within some kilometres of one, for up to a few hundred of them.

    An ellipse in degrees: the error of the flat map is below 1 % at 50 km.
    """
    tall = km / KM_PER_DEGREE
    wide = tall / cosine(lat)
    angles = [2 * pi * corner / _CORNERS for corner in range(_CORNERS)]
    return shapely.Polygon(
        [(lon + wide * cos(angle), lat + tall * sin(angle)) for angle in angles]
    )


def reaches(shapes: Sequence[BaseGeometry], place: Place, km: float) -> bool:
    """Whether a place's point lies within some kilometres of any of some shapes."""
    if place.lon is None or place.lat is None:
        return False
    around = circle(place.lon, place.lat, km)
    if any(shape.intersects(around) for shape in shapes):
        return True
    west, _, east, _ = around.bounds
    if west >= -180 and east <= 180:
        return False
    turn = 360.0 if west < -180 else -360.0
    across = circle(place.lon + turn, place.lat, km)
    return any(shape.intersects(across) for shape in shapes)


def surroundings(places: Iterable[Place], km: float) -> list[BaseGeometry]:
    """A circle around every place's point."""
    return [
        circle(place.lon, place.lat, km)
        for place in places
        if place.lon is not None and place.lat is not None
    ]


def points(places: Iterable[Place]) -> BaseGeometry:
    """The places' points as one geometry."""
    return shapely.MultiPoint(
        [
            (place.lon, place.lat)
            for place in places
            if place.lon is not None and place.lat is not None
        ]
    )


def areas(shapes: Sequence[BaseGeometry]) -> BaseGeometry:
    """Polygons as one multipolygon of at most 500 vertices, each kept apart."""
    polygons = [
        part
        for shape in shapes
        for part in shapely.get_parts(shape)
        if part.geom_type == "Polygon"
    ]
    whole = shapely.MultiPolygon(polygons)
    return whole if _small(whole) else simplified(shapely.union_all(polygons))[0]


def _small(shape: BaseGeometry) -> bool:
    return bool(shapely.get_num_coordinates(shape) <= MOST_VERTICES and shape.is_valid)


def lines_only(shape: BaseGeometry) -> BaseGeometry:
    """The lines of a geometry, joined where they meet."""
    parts = [
        part
        for part in shapely.get_parts(shape)
        if part.geom_type in ("LineString", "LinearRing") and not part.is_empty
    ]
    return shapely.line_merge(shapely.MultiLineString(parts))


def length_km(lines: BaseGeometry) -> float:
    """Length of lines, measured segment by segment on a locally flat map."""
    total = 0.0
    for line in shapely.get_parts(lines):
        corners = shapely.get_coordinates(line)
        if len(corners) < 2:
            continue
        steps = corners[1:] - corners[:-1]
        middle = (corners[1:, 1] + corners[:-1, 1]) / 2
        for (dlon, dlat), lat in zip(steps, middle, strict=True):
            total += ((dlon * cosine(lat)) ** 2 + dlat**2) ** 0.5
    return total * KM_PER_DEGREE
