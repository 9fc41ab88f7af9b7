"""Shapes as RFC 7946 wants them: cut at 180 degrees, right-handed, six decimals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil, cos, floor, radians
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely.geometry.polygon import orient

from geodata.geo import KM_PER_DEGREE

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geodata.model import Place

Bounds = tuple[float, float, float, float]
"""West, south, east, north; west > east where the box crosses 180 degrees."""

DECIMALS = 6
"""A ten-millionth of a degree is a centimetre: more would only pretend."""

_GRID = 10.0**-DECIMALS
_TOUCHES = 0.001
_HALF_WORLD = 180.0
_FIRST_TOLERANCE = 0.005
_LAST_TOLERANCE = 0.64


def shape_of(place: Place) -> BaseGeometry | None:
    """A place's shape, its members' points, or its own point; None without location.

    Examples
    --------
    >>> from geodata.model import Place, PlaceKind
    >>> wonsan = Place(id="geonames:1871859", name="Wonsan", kind=PlaceKind.CITY,
    ...                source="geonames", source_id="1871859", lon=127.44, lat=39.15)
    >>> shape_of(wonsan).wkt
    'POINT (127.44 39.15)'
    """
    if place.geometry is not None and not place.geometry.is_empty:
        return place.geometry
    points = [
        (member.lon, member.lat)
        for member in place.members
        if member.lon is not None and member.lat is not None
    ]
    if points:
        return shapely.MultiPoint(points)
    if place.lon is None or place.lat is None:
        return None
    return shapely.Point(place.lon, place.lat)


def written_shape(place: Place) -> BaseGeometry | None:
    """A place's shape as every format writes it: tidied; None without location."""
    return tidy(shape_of(place))


def tidy(shape: BaseGeometry | None) -> BaseGeometry | None:
    """The same shape, valid and as RFC 7946 has it; None if nothing is left.

    Positions that jump by more than 180 degrees, or lie beyond 180, are taken to
    cross the antimeridian the short way, and the shape is cut there.

    Examples
    --------
    >>> tidy(shapely.LineString([(178, -17), (-178, -17)])).wkt
    'MULTILINESTRING ((178 -17, 180 -17), (-180 -17, -178 -17))'
    """
    if shape is None or shape.is_empty:
        return None
    flat = shapely.transform(shapely.force_2d(shape), _on_grid)
    pieces = [piece for part in _parts(flat) for piece in _tidied(part)]
    return _joined(pieces)


def geometry_json(shape: BaseGeometry) -> dict[str, Any]:
    """A tidied shape as a GeoJSON geometry object.

    Examples
    --------
    >>> geometry_json(shapely.Point(127.44360, 39.1528))
    {'type': 'Point', 'coordinates': [127.4436, 39.1528]}
    """
    if shape.geom_type == "GeometryCollection":
        return {
            "type": shape.geom_type,
            "geometries": [geometry_json(part) for part in _parts(shape)],
        }
    mapping = shapely.geometry.mapping(shape)
    return {"type": mapping["type"], "coordinates": _rounded(mapping["coordinates"])}


def simplified(shape: BaseGeometry, most: int) -> tuple[BaseGeometry, float]:
    """A shape of at most so many vertices, and how far it strays in kilometres.

    Lines and rings are simplified first; then the smallest parts are left out.
    """
    simple, tolerance = shape, 0.0
    while _size(simple) > most and tolerance < _LAST_TOLERANCE:
        tolerance = tolerance * 2 or _FIRST_TOLERANCE
        simple = shapely.simplify(shape, tolerance)
    if _size(simple) > most:
        simple = _largest_parts(simple, most)
    return simple, round(tolerance * KM_PER_DEGREE, 1)


def bounds(shapes: Iterable[BaseGeometry | None]) -> Bounds | None:
    """The box around tidied shapes; None if there is nothing to put a box around.

    It crosses 180 degrees (west > east) where that makes it less than half as wide.

    Examples
    --------
    >>> bounds([shapely.Point(177, -18), shapely.Point(-178, -16)])
    (177.0, -18.0, -178.0, -16.0)
    >>> bounds([shapely.Point(139.7, 35.7), shapely.Point(-74.0, 40.7)])
    (-74.0, 35.7, 139.7, 40.7)
    """
    boxes = [part.bounds for shape in shapes if shape for part in _parts(shape)]
    if not boxes:
        return None
    south, north = min(box[1] for box in boxes), max(box[3] for box in boxes)
    west, east = min(box[0] for box in boxes), max(box[2] for box in boxes)
    gap_west, gap_east = _widest_gap(boxes)
    if 360 - (gap_east - gap_west) < (east - west) / 2:
        west, east = gap_east, gap_west
    return _plain(west), _plain(south), _plain(east), _plain(north)


def _widest_gap(boxes: list[tuple[float, float, float, float]]) -> tuple[float, float]:
    """The widest stretch of longitude that no box covers."""
    spans = sorted((box[0], box[2]) for box in boxes)
    reach, best = spans[0][1], (0.0, 0.0)
    for west, east in spans[1:]:
        if west - reach > best[1] - best[0]:
            best = (reach, west)
        reach = max(reach, east)
    return best


def _plain(value: float) -> float:
    return round(float(value), DECIMALS) + 0.0  # + 0.0 turns -0.0 into 0.0


def _rounded(coordinates: Any) -> Any:  # noqa: ANN401  nested to any depth
    if isinstance(coordinates, (list, tuple)):
        return [_rounded(one) for one in coordinates]
    return _plain(coordinates)


def _size(shape: BaseGeometry) -> int:
    return int(shapely.get_num_coordinates(shape))


def _parts(shape: BaseGeometry) -> Iterator[BaseGeometry]:
    """Every single geometry in a shape, however nested."""
    for part in shapely.get_parts(shape):
        if hasattr(part, "geoms"):
            yield from _parts(part)
        elif not part.is_empty:
            yield part


def _joined(pieces: list[BaseGeometry]) -> BaseGeometry | None:
    """One geometry of many: single, multi, or a collection of unlike ones."""
    if len(pieces) < 2:
        return pieces[0] if pieces else None
    kinds = {piece.geom_type for piece in pieces}
    if kinds == {"Point"}:
        return shapely.MultiPoint(pieces)
    if kinds == {"LineString"}:
        return shapely.MultiLineString(pieces)
    if kinds == {"Polygon"}:
        return shapely.MultiPolygon(pieces)
    return shapely.GeometryCollection(pieces)


def _tidied(part: BaseGeometry) -> list[BaseGeometry]:
    if part.geom_type == "Point":
        lon = part.x if -180 <= part.x <= 180 else (part.x + 180) % 360 - 180
        lat = min(90.0, max(-90.0, part.y))
        return [shapely.Point(_plain(lon), _plain(lat))]
    if part.geom_type == "Polygon":
        return _tidied_polygon(part)
    line = shapely.LineString(_unwrapped(shapely.get_coordinates(part)))
    return [
        piece
        for cut in _cut(line)
        for piece in _simple_lines(_on_grid(shapely.get_coordinates(cut)))
    ]


def _tidied_polygon(polygon: BaseGeometry) -> list[BaseGeometry]:
    whole = polygon if _is_cut(polygon) else _continuous(polygon)
    pieces = (piece for cut in _cut(whole) for piece in _snapped(cut))
    return [orient(piece, 1.0) for piece in pieces]


def _is_cut(polygon: BaseGeometry) -> bool:
    """Whether a polygon goes round the world in one piece, as Antarctica does.

    It touches 180 degrees from both sides, and its edges mean what they say.
    """
    west, _, east, _ = polygon.bounds
    touches = -180 <= west < _TOUCHES - 180 and 180 - _TOUCHES < east <= 180
    return touches and bool(polygon.is_valid)


def _continuous(polygon: BaseGeometry) -> BaseGeometry:
    """A valid polygon without jumps; it may reach beyond 180 degrees."""
    shell, *holes = (
        _closed(_unwrapped(shapely.get_coordinates(ring)))
        for ring in (polygon.exterior, *polygon.interiors)
    )
    middle = shell[:, 0].mean()
    for hole in holes:
        hole[:, 0] += 360 * np.round((middle - hole[:, 0].mean()) / 360)
    return shapely.make_valid(shapely.Polygon(shell, holes))


def _snapped(polygon: BaseGeometry) -> Iterator[BaseGeometry]:
    """A polygon on the grid of six decimals; still valid, so maybe in parts."""
    for part in _parts(shapely.set_precision(polygon, _GRID)):
        if part.geom_type == "Polygon":
            # An edge along a pole that is wider than half the world would be read
            # as one that crosses 180 degrees.
            stepped = shapely.segmentize(shapely.set_precision(part, 0), _HALF_WORLD)
            yield shapely.transform(stepped, _on_grid)


def _on_grid(coordinates: NDArray[np.float64]) -> NDArray[np.float64]:
    rounded: NDArray[np.float64] = np.round(coordinates, DECIMALS) + 0.0
    return rounded


def _unwrapped(coordinates: NDArray[np.float64]) -> NDArray[np.float64]:
    """Positions made continuous: a jump of more than 180 degrees goes the short way."""
    smooth = coordinates.copy()
    smooth[1:, 0] -= 360 * np.cumsum(np.round(np.diff(coordinates[:, 0]) / 360))
    return smooth


def _closed(ring: NDArray[np.float64]) -> NDArray[np.float64]:
    """A ring that went once round the world is closed along the pole it holds."""
    if abs(ring[-1, 0] - ring[0, 0]) < 180:
        return ring
    pole = 90.0 if ring[:, 1].mean() > 0 else -90.0
    corners = [[ring[-1, 0], pole], [ring[0, 0], pole], ring[0]]
    return np.vstack([ring, corners])


def _cut(shape: BaseGeometry) -> Iterator[BaseGeometry]:
    """The parts of a shape between -180 and 180, each moved into that range."""
    west, south, east, north = shape.bounds
    if west >= -180 and east <= 180 and south >= -90 and north <= 90:
        yield from (part for part in _parts(shape) if part.geom_type != "Point")
        return
    first = floor((west + 180) / 360)
    for world in range(first, max(first + 1, ceil((east + 180) / 360))):
        shift = 360.0 * world
        frame = shapely.box(shift - 180, -90, shift + 180, 90)
        for part in _parts(shapely.intersection(shape, frame)):
            if part.geom_type in ("LineString", "Polygon"):
                yield shapely.transform(part, lambda xy, by=shift: xy - [by, 0])


def _simple_lines(coordinates: NDArray[np.float64]) -> Iterator[BaseGeometry]:
    """Lines that visit no position twice, but for a loop that ends where it began."""
    line: list[tuple[float, float]] = []
    visited: set[tuple[float, float]] = set()
    for lon, lat in coordinates.tolist():
        here = (lon, lat)
        if line and here == line[-1]:
            continue
        if here in visited:
            loop = here == line[0]
            yield shapely.LineString([*line, here] if loop else line)
            line = [] if loop else [line[-1]]
            visited = set(line)
        line.append(here)
        visited.add(here)
    if len(line) > 1:
        yield shapely.LineString(line)


def _largest_parts(shape: BaseGeometry, most: int) -> BaseGeometry:
    parts = list(_parts(shape))
    if all(part.geom_type == "Point" for part in parts):
        return shapely.MultiPoint(parts[:: ceil(len(parts) / most)])
    ranked = sorted(range(len(parts)), key=lambda n: -_extent(parts[n]))
    kept: list[int] = []
    room = most
    for number in ranked:
        if _size(parts[number]) <= room:
            kept.append(number)
            room -= _size(parts[number])
    return _joined([parts[number] for number in sorted(kept)]) or shape.envelope


def _extent(part: BaseGeometry) -> float:
    """How much a part shows on the ground: degrees, narrowed towards the poles."""
    _, south, _, north = part.bounds
    return float(part.length * cos(radians((south + north) / 2)))
