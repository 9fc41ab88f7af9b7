from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from webapp.app import create_app

SCRIPT = "export const words = 'Łódź';\n" * 100
TILES = bytes(range(256)) * 64


@pytest.fixture
def client(config: dict[str, object], tmp_path: Path) -> FlaskClient:
    for name, content in (
        ("js/main.js", SCRIPT.encode()),
        ("vendor/basemap.pmtiles", TILES),
        ("img/favicon.svg", b"<svg/>"),
    ):
        path = tmp_path / "static" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return create_app({**config, "STATIC": tmp_path / "static"}).test_client()


def tiles(client: FlaskClient, headers: dict[str, str]):
    """Ask for the basemap, and read the answer to its end, as a server does."""
    return client.get(
        address(client, "vendor/basemap.pmtiles"), headers=headers, buffered=True
    )


def address(client: FlaskClient, name: str) -> str:
    return "/static/" + client.application.extensions["assets"].hashed_name(name)


def test_a_static_file_is_kept_for_ever(client):
    answer = client.get(address(client, "js/main.js"))
    assert answer.text == SCRIPT
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_a_static_file_is_sent_compressed_to_those_who_take_it(client):
    plain = client.get(address(client, "js/main.js"))
    packed = client.get(
        address(client, "js/main.js"), headers={"Accept-Encoding": "br, gzip"}
    )
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert packed.headers["ETag"] != plain.headers["ETag"]
    assert "Accept-Encoding" in plain.vary
    assert "Accept-Encoding" in packed.vary
    refused = client.get(
        address(client, "js/main.js"), headers={"Accept-Encoding": "gzip;q=0"}
    )
    assert "Content-Encoding" not in refused.headers


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_a_static_file_that_is_known_is_not_sent_again(client, encoding):
    headers = {"Accept-Encoding": encoding}
    etag = client.get(address(client, "js/main.js"), headers=headers).headers["ETag"]
    answer = client.get(
        address(client, "js/main.js"), headers={**headers, "If-None-Match": etag}
    )
    assert (answer.status_code, answer.data) == (304, b"")


def test_the_basemap_is_read_by_ranges_and_never_compressed(client):
    answer = tiles(client, {"Range": "bytes=100-199", "Accept-Encoding": "gzip"})
    assert answer.status_code == 206
    assert answer.data == TILES[100:200]
    assert answer.headers["Content-Range"] == f"bytes 100-199/{len(TILES)}"
    assert answer.headers["Content-Type"] == "application/vnd.pmtiles"
    assert "Content-Encoding" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Content-Security-Policy" in answer.headers


def test_the_whole_basemap_says_that_it_takes_ranges(client):
    answer = tiles(client, {"Accept-Encoding": "gzip"})
    assert (answer.status_code, answer.data) == (200, TILES)
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert "Content-Encoding" not in answer.headers


def test_the_last_bytes_of_the_basemap_can_be_asked_for(client):
    answer = tiles(client, {"Range": "bytes=-10"})
    assert (answer.status_code, answer.data) == (206, TILES[-10:])


def test_a_range_beyond_the_basemap_is_416(client):
    answer = tiles(client, {"Range": "bytes=999999-"})
    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == f"bytes */{len(TILES)}"
    assert answer.json["ok"] is False


def test_a_range_of_an_older_basemap_is_answered_with_the_whole_of_this_one(client):
    answer = tiles(client, {"Range": "bytes=0-9", "If-Range": '"older"'})
    assert (answer.status_code, answer.data) == (200, TILES)


@pytest.mark.parametrize(
    "name",
    [
        "js/main.js",
        "js/main.000000000000.js",
        "../../app.py",
        "..%2f..%2fapp.py",
        "%2e%2e/%2e%2e/app.py",
        "js/",
        "",
    ],
)
def test_other_static_names_are_404(client, name):
    assert client.get(f"/static/{name}").status_code == 404
