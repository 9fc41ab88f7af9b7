"""GDAL, which QGIS reads with, gets the same features from `/ogc` as from a file.

It reads in a process of its own: within this one it would keep the server waiting.
"""

from __future__ import annotations

import json
import subprocess
import sys
from urllib.request import urlopen

import pytest

from tests.browser.conftest import serve
from tests.unit.webapp.sample import sample_atlas, write_sample

READ = """
import json, sys, pyogrio

root, box = sys.argv[1], tuple(json.loads(sys.argv[2])) or None
found = {}
for name, _ in pyogrio.list_layers(f"OAPIF:{root}"):
    meta, table = pyogrio.read_arrow(
        f"OAPIF:{root}", layer=name, bbox=box, PAGE_SIZE="2"
    )
    assert meta["crs"] == "EPSG:4326", meta["crs"]
    found[name] = table["place_id"].to_pylist()
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("articles")
    yield from serve(folder, sample_atlas, [write_sample(folder)])


def read(server, box=()):
    command = [sys.executable, "-c", READ, f"{server}/ogc/baltic", json.dumps(box)]
    done = subprocess.run(command, capture_output=True, timeout=120, check=False)  # noqa: S603  ours
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def downloaded(server, query=""):
    with urlopen(f"{server}/articles/baltic/layers") as answer:  # noqa: S310  our own
        found = {each["id"]: [] for each in json.load(answer)["layers"]}
    with urlopen(f"{server}/articles/baltic/download.geojson{query}") as answer:  # noqa: S310
        for feature in json.load(answer)["features"]:
            properties = feature["properties"]
            found[properties["layer"]].append(properties["place_id"])
    return found


def test_gdal_reads_every_layer_of_an_article_page_by_page(server):
    every = downloaded(server)
    assert read(server) == every
    assert sum(len(each) for each in every.values()) > 10


def test_gdal_asks_for_a_box(server):
    wanted = downloaded(server, "?bbox=18,54,19,55")
    assert read(server, (18, 54, 19, 55)) == wanted
    assert sum(len(each) for each in wanted.values()) > 5
    assert wanted != downloaded(server)
