import json

import pytest

from geodata.errors import GazetteerError
from geodata.gazetteer.upstream import NODE_MODULES, npm_file, npm_version, package_file


def test_a_package_that_is_not_installed_is_named():
    with pytest.raises(GazetteerError, match="needs the package no-such-package"):
        package_file("no-such-package", "x")


def test_a_file_that_a_package_lacks_is_named():
    with pytest.raises(GazetteerError, match=r"package shapely has no file x\.bin"):
        package_file("shapely", "x.bin")


def test_a_file_of_an_installed_package_is_found():
    assert package_file("shapely", "shapely/__init__.py").is_file()


def test_a_missing_npm_package_says_what_to_run(monkeypatch, tmp_path):
    monkeypatch.setenv(NODE_MODULES, str(tmp_path))
    with pytest.raises(GazetteerError, match=r"run python \.build/compile\.py"):
        npm_file("leaflet", "dist/leaflet.js")


def test_an_npm_package_says_its_version(monkeypatch, tmp_path):
    monkeypatch.setenv(NODE_MODULES, str(tmp_path))
    (tmp_path / "leaflet").mkdir()
    described = json.dumps({"version": "1.9.4"})
    (tmp_path / "leaflet" / "package.json").write_text(described)
    assert npm_version("leaflet") == "1.9.4"
