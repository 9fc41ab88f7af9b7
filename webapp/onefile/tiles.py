"""Tiles of a PMTiles file (version 3): as many of them as one file can carry.

The format is https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md; only what
our own basemap uses of it is read: gzip inside, tiles numbered along a Hilbert curve.
"""

from __future__ import annotations

import gzip
import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from struct import unpack_from
from typing import NamedTuple

from webapp.errors import BrokenBasemap

_MAGIC = b"PMTiles\x03"
_HEADER_LENGTH = 127
_GZIP = 2
_MERCATOR_LIMIT = 85.0511

Box = Sequence[float]
"""West, south, east, north in degrees; east is the smaller across 180 degrees."""


class Tile(NamedTuple):
    """Where a tile lies."""

    z: int
    """Zoom."""
    x: int
    """Column from the west."""
    y: int
    """Row from the north."""


class _Entry(NamedTuple):
    tile_id: int
    offset: int
    length: int
    run_length: int


class Tiles:
    """The tiles of one file.

    Parameters
    ----------
    path : path-like
        A PMTiles file.

    Raises
    ------
    BrokenBasemap
        If it is none, or one of a kind that is not read here.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with path.open("rb") as file:
            header = file.read(_HEADER_LENGTH)
        if len(header) < _HEADER_LENGTH or not header.startswith(_MAGIC):
            message = f"{path} is no PMTiles file of version 3; build it anew"
            raise BrokenBasemap(message)
        if header[97] != _GZIP or header[98] != _GZIP:
            message = f"{path} is not compressed by gzip inside; build it anew"
            raise BrokenBasemap(message)
        root, length, _, _, self._leaves, _, self._data = unpack_from("<7Q", header, 8)
        self._root = self._directory(root, length)
        self.max_zoom = header[101]

    def read(self, tile: Tile) -> bytes | None:
        """One tile as it is stored, by gzip; None where there is none."""
        tile_id, directory = number(tile), self._root
        while found := _find(directory, tile_id):
            if found.run_length:
                return self._read(self._data + found.offset, found.length)
            directory = self._directory(self._leaves + found.offset, found.length)
        return None

    def _directory(self, offset: int, length: int) -> list[_Entry]:
        return _entries(gzip.decompress(self._read(offset, length)))

    def _read(self, offset: int, length: int) -> bytes:
        with self._path.open("rb") as file:
            file.seek(offset)
            return file.read(length)


def number(tile: Tile) -> int:
    """The number of a tile: all of lower zooms, then along the Hilbert curve.

    Examples
    --------
    >>> [number(Tile(1, x, y)) for x, y in ((0, 0), (0, 1), (1, 1), (1, 0))]
    [1, 2, 3, 4]
    """
    z, x, y = tile
    position: int = (4**z - 1) // 3
    for bit in range(z - 1, -1, -1):
        side = 1 << bit
        right, down = (x & side) > 0, (y & side) > 0
        position += side * side * ((3 * right) ^ down)
        if not down:
            if right:
                x, y = side - 1 - x, side - 1 - y
            x, y = y, x
    return position


def tiles_in(box: Box, z: int) -> Iterator[Tile]:
    """The tiles of one zoom that a box touches.

    Examples
    --------
    >>> [tuple(tile) for tile in tiles_in((170, 0, -170, 10), 2)]
    [(2, 3, 1), (2, 3, 2), (2, 0, 1), (2, 0, 2)]
    """
    west, south, east, north = box
    side = 1 << z
    columns = range(_column(west, z), _column(east + 360 * (east < west), z) + 1)
    rows = range(_row(north, z), _row(south, z) + 1)
    for column in columns[:side]:
        for row in rows:
            yield Tile(z, column % side, row)


def extract(
    tiles: Tiles, boxes: Iterable[tuple[Box, int]], *, most_bytes: int
) -> dict[Tile, bytes]:
    """The tiles of some boxes, each down to a zoom, until so many bytes are full.

    Parameters
    ----------
    tiles : Tiles
        Where they come from.
    boxes : iterable of (box, zoom)
        The most important first.
    most_bytes : int
        Where to stop; a reader draws what is missing from a tile of a lower zoom.
    """
    found: dict[Tile, bytes] = {}
    size = 0
    for tile in _wanted(boxes, tiles.max_zoom):
        body = None if tile in found else tiles.read(tile)
        if body is None:
            continue
        if size + len(body) > most_bytes:
            break
        found[tile] = body
        size += len(body)
    return found


def _wanted(boxes: Iterable[tuple[Box, int]], max_zoom: int) -> Iterator[Tile]:
    for box, zoom in boxes:
        for z in range(min(zoom, max_zoom) + 1):
            yield from tiles_in(box, z)


def _find(directory: Sequence[_Entry], tile_id: int) -> _Entry | None:
    """The entry that a tile's number falls into."""
    at = bisect_right(directory, tile_id, key=lambda entry: entry.tile_id) - 1
    if at < 0:
        return None
    entry = directory[at]
    is_leaf = entry.run_length == 0
    return entry if is_leaf or tile_id < entry.tile_id + entry.run_length else None


def _entries(directory: bytes) -> list[_Entry]:
    """A directory: four columns of numbers, one after another."""
    numbers = _varints(directory)
    count = next(numbers)
    gaps, runs, lengths, offsets = (
        [next(numbers) for _ in range(count)] for _ in range(4)
    )
    entries: list[_Entry] = []
    tile_id = end = 0
    for gap, run, length, offset in zip(gaps, runs, lengths, offsets, strict=True):
        tile_id += gap
        start = end if offset == 0 and entries else offset - 1
        end = start + length
        entries.append(_Entry(tile_id, start, length, run))
    return entries


def _varints(data: bytes) -> Iterator[int]:
    value = shift = 0
    for byte in data:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:  # the eighth bit says that more follows
            yield value
            value = shift = 0


def _column(lon: float, z: int) -> int:
    return math.floor((lon + 180) / 360 * (1 << z))


def _row(lat: float, z: int) -> int:
    lat = max(-_MERCATOR_LIMIT, min(_MERCATOR_LIMIT, lat))
    y = (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2
    return min(max(math.floor(y * (1 << z)), 0), (1 << z) - 1)
