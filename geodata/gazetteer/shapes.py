"""Shapes as the gazetteer keeps them: valid, rounded, and smaller copies of each."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from math import inf, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

MOST_VERTICES = 500
"""Largest number of vertices of a simple shape."""

PAGE_VERTICES = 1_500
"""Largest number of vertices of the shape that a page draws."""

PAGE_TOLERANCE = 0.004
"""Least tolerance of the shape that a page draws, in degrees: a pixel at zoom 8."""

KM_PER_DEGREE = 111.2
"""Length of a degree of latitude (mean, GRS 80)."""

GRID = 2.0**17
"""Coordinates are kept to 1 / 2**17 degree (0.85 m): such numbers compress well."""

_FIRST_TOLERANCE = 0.001
_SEEN = 2.0
"""A part smaller than this many squares of the tolerance would be a mere triangle."""

_ENOUGH = 0.9
"""Share of the allowed vertices at which the search for a tolerance may stop."""

_CLOSE = 1.02
"""Two tolerances nearer to each other than this factor are one."""

_STEP = 4.0
_MOST_TRIES = 24


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


def simplified(
    shape: BaseGeometry, most: int = MOST_VERTICES, finest: float = 0.0
) -> tuple[BaseGeometry, float]:
    """A copy of at most so many vertices, and its tolerance in degrees.

    Polygons lose the corners that enclose the least area (Visvalingam and Whyatt,
    1993, in GEOS), and parts that would not be more than a triangle go altogether;
    lines are simplified after Douglas and Peucker (1973). Both keep the topology.

    Parameters
    ----------
    shape : BaseGeometry
        A valid line or polygon, of one part or many.
    most : int
        Largest number of vertices, `MOST_VERTICES` or more; a shape that has no
        more than those is given back as it is.
    finest : float
        Least tolerance of all else, in degrees.

    Returns
    -------
    tuple of BaseGeometry and float
        The shape itself with a tolerance of 0 if it is small enough.
    """
    import shapely

    if shapely.get_num_coordinates(shape) <= MOST_VERTICES:
        return shape, 0.0
    if shapely.get_dimensions(shape) == 2:
        return _fitting(_Corners(shape), most, finest)
    return _fitting(lambda by: shapely.simplify(shape, by), most, finest)


@dataclass(frozen=True, slots=True)
class Drawings:
    """A shape in three grades of detail, packed as table shape keeps them."""

    full: bytes
    page: bytes | None
    """None: as full."""
    simple: bytes | None
    """None: as full."""
    page_km: float
    """Tolerance of `page`."""
    precision_km: float
    """Tolerance of `simple`."""


def drawings(shape: BaseGeometry) -> Drawings:
    """A tidied shape as it is, as a page draws it, and as small as `parse` gives it."""
    page, page_by = simplified(shape, PAGE_VERTICES, PAGE_TOLERANCE)
    simple, simple_by = simplified(page)
    return Drawings(
        packed(shape),
        None if page is shape else packed(page),
        None if simple is shape else packed(simple),
        round(page_by * KM_PER_DEGREE, 3),
        round((simple_by or page_by) * KM_PER_DEGREE, 3),
    )


def packed(shape: BaseGeometry) -> bytes:
    """A shape as compressed WKB."""
    return zlib.compress(shape.wkb, 9)


def _fitting(
    simplify: Callable[[float], BaseGeometry], most: int, finest: float
) -> tuple[BaseGeometry, float]:
    """What is simplified just so far that it has at most so many vertices."""
    import shapely

    low, tolerance = 0.0, finest or _FIRST_TOLERANCE
    best, high = None, inf
    for _ in range(_MOST_TRIES):
        tried = simplify(tolerance)
        many = shapely.get_num_coordinates(tried)
        if many > most:
            low = tolerance
        else:
            best, high = tried, tolerance
        close = most * _ENOUGH <= many <= most or high < low * _CLOSE
        if best is not None and (close or high == finest):
            return best, high
        tolerance = _between(low, high)
    return (simplify(low), low) if best is None else (best, high)


def _between(low: float, high: float) -> float:
    """The next tolerance to try, when one is too small and another large enough."""
    if not low:
        return high / _STEP
    return low * _STEP if high == inf else sqrt(low * high)


class _Corners:
    """Polygons with their corners cut off, and what is too small to be seen."""

    def __init__(self, shape: BaseGeometry) -> None:
        import shapely

        self.parts: NDArray[np.object_] = shapely.get_parts(shape)
        self.areas: NDArray[np.float64] = shapely.area(self.parts)

    def __call__(self, tolerance: float) -> BaseGeometry:
        import shapely

        least = min(_SEEN * tolerance**2, self.areas.max())
        parts = self.parts[self.areas >= least]
        solid = [_without_specks(part, least) for part in parts]
        kept = shapely.coverage_simplify(solid, tolerance)
        joined = kept[0] if len(kept) == 1 else shapely.multipolygons(kept)
        return joined if joined.is_valid else shapely.union_all(kept)


def _without_specks(part: BaseGeometry, least: float) -> BaseGeometry:
    import shapely

    if not part.interiors:
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
