import pytest

from tests.unit.webapp.sample import sample_atlas, write_sample
from webapp.app import create_app
from webapp.errors import SettingError
from webapp.online import online_tiles

SETTING = "https://{s}.tile.example.org/{z}/{x}/{y}.png © Example contributors"


def client(folder):
    write_sample(folder)
    config = {"ARTICLES": (folder / "baltic.txt",), "LIBRARY": folder / "library"}
    return create_app({**config, "BUILD_ATLAS": sample_atlas}).test_client()


def image_sources(answer):
    policy = answer.headers["Content-Security-Policy"]
    [images] = [
        part for part in policy.split(";") if part.strip().startswith("img-src")
    ]
    return images.split()[1:]


def test_no_tiles_are_asked_for_by_default(tmp_path, monkeypatch):
    monkeypatch.delenv("TOPOSCOPE_TILES", raising=False)
    assert image_sources(client(tmp_path).get("/articles")) == ["'self'", "data:"]


def test_a_tile_server_widens_the_policy_for_pictures_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("TOPOSCOPE_TILES", SETTING)
    answer = client(tmp_path).get("/articles")
    sources = ["'self'", "data:", "https://*.tile.example.org"]
    assert image_sources(answer) == sources
    assert answer.headers["Content-Security-Policy"].count("example.org") == 1


@pytest.mark.parametrize(
    "given",
    [
        "https://tile.example.org/{z}/{x}/{y}.png",
        "https://tile.example.org/{z}/{x}.png Example",
        "tile.example.org/{z}/{x}/{y}.png Example",
        "javascript://tile.example.org/{z}/{x}/{y} Example",
        "https://a;script-src/{z}/{x}/{y} Example",
        "https://*/{z}/{x}/{y} Example",
    ],
)
def test_what_is_no_tile_server_is_said_in_a_sentence(given):
    with pytest.raises(SettingError, match="TOPOSCOPE_TILES is"):
        online_tiles(given)
