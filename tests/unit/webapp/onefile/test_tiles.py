import gzip
from itertools import pairwise

import pytest

from webapp.errors import BrokenBasemap
from webapp.onefile.tiles import Tile, Tiles, extract, number, tiles_in
from webapp.settings import STATIC

BASEMAP = STATIC / "vendor" / "basemap.pmtiles"


@pytest.mark.parametrize("z", range(5))
def test_numbers_fill_a_zoom_without_gap(z):
    side = range(1 << z)
    numbers = sorted(number(Tile(z, x, y)) for x in side for y in side)
    first = (4**z - 1) // 3
    assert numbers == list(range(first, first + 4**z))


def test_neighbours_in_number_are_neighbours_on_the_ground():
    placed = sorted((number(Tile(3, x, y)), x, y) for x in range(8) for y in range(8))
    steps = pairwise(placed)
    assert all(abs(a[1] - b[1]) + abs(a[2] - b[2]) == 1 for a, b in steps)


def test_a_box_over_the_antimeridian_is_not_the_whole_world():
    columns = {tile.x for tile in tiles_in((170, 50, -170, 60), 4)}
    assert columns == {15, 0}


def test_a_box_to_the_poles_stays_within_the_map():
    assert {tile.y for tile in tiles_in((-180, -90, 180, 90), 2)} == {0, 1, 2, 3}


def test_a_tile_is_read_whole():
    body = Tiles(BASEMAP).read(Tile(0, 0, 0))
    assert b"land" in gzip.decompress(body)


def test_the_extract_stops_where_the_file_is_full():
    box = (120, 30, 140, 45)
    found = extract(Tiles(BASEMAP), [(box, 7)], most_bytes=60_000)
    assert 0 < sum(map(len, found.values())) <= 60_000
    assert Tile(0, 0, 0) in found


def test_what_is_no_tile_file_is_said_to_be_none(tmp_path):
    path = tmp_path / "basemap.pmtiles"
    path.write_bytes(b"not a map")
    with pytest.raises(BrokenBasemap, match="no PMTiles file"):
        Tiles(path)
