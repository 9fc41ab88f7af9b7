"""The rivers of the basemap, from the upstream's grid to the tiles."""

import gzip
import json
import re
import struct
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
import shapely

from webapp.onefile.tiles import Tile, Tiles

ROOT = Path(__file__).parents[3]
BASEMAP = ROOT / "webapp" / "static" / "vendor" / "basemap.pmtiles"
METADATA_AT = 24
"""Where a PMTiles header (version 3) has the place and length of the metadata."""


def loaded(name: str):
    spec = spec_from_file_location(name, ROOT / ".build" / f"{name}.py")
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def rivers():
    return loaded("rivers")


def test_steps_on_a_grid_become_degrees(rivers):
    grid = {"scale": [0.5, 2], "translate": [10, 20]}
    assert rivers.decoded([[1, 1], [1, -1]], grid).tolist() == [[10.5, 22], [11, 20]]


def test_of_three_stretches_that_meet_the_two_longest_are_one_river(rivers):
    main, upper, side = (
        shapely.linestrings(points)
        for points in ([[0, 0], [4, 0]], [[4, 0], [7, 0]], [[4, 0], [4, 1]])
    )
    one, other, brook = rivers.whole_lengths([main, upper, side])
    assert one == other == pytest.approx(7 * 111.2, abs=1)
    assert brook == pytest.approx(111.2, abs=1)


def test_a_degree_of_longitude_is_shorter_in_the_north(rivers):
    line = shapely.linestrings([[0, 60], [1, 60]])
    assert rivers.length_km(line) == pytest.approx(55.6, abs=0.1)


def test_a_smooth_line_keeps_its_ends_and_loses_its_corners(rivers):
    line = shapely.linestrings([[0, 0], [1, 0], [1, 1]])
    drawn = rivers.smooth(line)
    assert drawn.coords[0] == (0, 0)
    assert drawn.coords[-1] == (1, 1)
    assert (1, 0) not in list(drawn.coords)
    assert drawn.length < line.length


def test_the_basemap_has_every_layer_that_the_readme_names():
    content = BASEMAP.read_bytes()
    start, length = struct.unpack_from("<QQ", content, METADATA_AT)
    metadata = json.loads(gzip.decompress(content[start : start + length]))
    readme = (ROOT / ".build" / "README.md").read_text("utf-8")
    table = readme.partition("## Basemap layers")[2]
    named = set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))
    assert named == {layer["id"] for layer in metadata["vector_layers"]}


def test_the_rhine_is_in_the_tile_of_its_middle_course():
    assert b"rivers" in gzip.decompress(Tiles(BASEMAP).read(Tile(6, 33, 21)))
