"""Shapes as the gazetteer keeps them: valid, rounded, and a small copy of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from shapely.geometry.base import BaseGeometry

MOST_VERTICES = 500
"""Largest number of vertices of a simple shape."""

GRID = 2.0**17
"""Coordinates are kept to 1 / 2**17 degree (0.85 m): such numbers compress well."""

_MOST_PARTS = 60
_FIRST_TOLERANCE = 0.001


def tidied(shape: BaseGeometry) -> BaseGeometry:
    """A valid, rounded copy of a line or polygon; parts of lower dimension go."""
    import shapely

    rounded = shapely.transform(shape, _rounded)
    if shapely.get_dimensions(rounded) < 2:
        return rounded
    valid = shapely.make_valid(rounded, method="structure", keep_collapsed=False)
    return shape if valid.is_empty else valid


def _rounded(coordinates: np.ndarray) -> np.ndarray:
    return (coordinates * GRID).round() / GRID


def simplified(shape: BaseGeometry) -> tuple[BaseGeometry, float]:
    """A copy of at most `MOST_VERTICES` vertices, and its tolerance in degrees.

    The smallest of many islands are left out first, then every ring or line is
    simplified with its topology kept (Douglas and Peucker, 1973, in GEOS).
    """
    import shapely

    whole, tolerance = _largest_parts(shape), 0.0
    small = whole
    while shapely.get_num_coordinates(small) > MOST_VERTICES:
        tolerance = 1.6 * tolerance or _FIRST_TOLERANCE
        small = shapely.simplify(whole, tolerance)
    return small, tolerance


def _largest_parts(shape: BaseGeometry) -> BaseGeometry:
    import shapely

    parts = list(shapely.get_parts(shape))
    if (
        len(parts) <= _MOST_PARTS
        and shapely.get_num_coordinates(shape) <= MOST_VERTICES
    ):
        return shape
    area = shapely.get_dimensions(shape) == 2
    size = shapely.area if area else shapely.length
    parts = sorted(parts, key=lambda part: -size(part))[:_MOST_PARTS]
    least = size(parts[0]) * 1e-3
    kept = [_without_specks(part, least) for part in parts if size(part) >= least]
    if len(kept) == 1:
        return kept[0]
    return shapely.multipolygons(kept) if area else shapely.multilinestrings(kept)


def _without_specks(part: BaseGeometry, least: float) -> BaseGeometry:
    import shapely

    if part.geom_type != "Polygon" or not part.interiors:
        return part
    holes = [hole for hole in part.interiors if shapely.Polygon(hole).area >= least]
    return shapely.Polygon(part.exterior, holes)


def inner_point(shape: BaseGeometry, lon: float, lat: float) -> tuple[float, float]:
    """The given point if it lies in the shape, else one inside its largest part."""
    import shapely

    if shapely.covers(shape, shapely.Point(lon, lat)):
        return lon, lat
    largest = max(shapely.get_parts(shape), key=shapely.area)
    point = largest.representative_point()
    return round(point.x, 5), round(point.y, 5)
