"""Layers made by hand, and a tiny real gazetteer."""

import sqlite3
import zlib
from importlib.resources import files

import pytest
import shapely

from geodata.gazetteer import Gazetteer
from geodata.gazetteer.query import SCHEMA_VERSION
from geodata.model import Document
from geodata.text import key
from tests.unit.geodata.made import (
    NORTH_KOREA,
    ODD_PLACES,
    PYONGYANG,
    WONSAN,
    make_layer,
)


@pytest.fixture
def odd_layer():
    """Everything that has ever broken an exporter, in one layer."""
    return make_layer(*ODD_PLACES)


@pytest.fixture
def empty_layer():
    return make_layer()


@pytest.fixture
def article():
    return Document(
        id="a",
        title="Ports",
        text=(
            "Pyongyang said no. They met in Wonsan 🚢 and Wonsan again.\n"
            "North Korean ports on the sea matter. Atlantis does not."
        ),
    )


@pytest.fixture(scope="session")
def small_gazetteer(tmp_path_factory):
    """Three places, one of them with a shape, in a real file."""
    path = tmp_path_factory.mktemp("gazetteer") / "small.sqlite"
    with sqlite3.connect(path) as connection:
        schema = files("geodata.gazetteer").joinpath("schema.sql").read_text()
        connection.executescript(schema)
        connection.execute("INSERT INTO meta VALUES ('digest', 'small')")
        connection.execute(
            "INSERT INTO source VALUES ('geonames', 'GeoNames', '1', 'CC-BY-4.0',"
            " 'GeoNames (CC BY 4.0)', 2), ('ne', 'Natural Earth', '5', 'public"
            " domain', '', 1)"
        )
        for number, place in enumerate((PYONGYANG, WONSAN, NORTH_KOREA), start=1):
            connection.execute(
                "INSERT INTO place (number, id, name, kind, country, lon, lat, source,"
                " source_id, population, precision_km, note)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 1, '')",
                (number, place.id, place.name, str(place.kind), place.country,
                 place.lon, place.lat, place.source, place.source_id),
            )  # fmt: skip
            connection.execute(
                "INSERT INTO name (key, place, name, language, role)"
                " VALUES (?, ?, ?, 'en', 'name')",
                (key(place.name), number, place.name),
            )
        shape = zlib.compress(shapely.to_wkb(shapely.box(124, 37, 131, 43)))
        connection.execute(
            "INSERT INTO shape (place, full, simple, page_km, precision_km)"
            " VALUES (3, ?, ?, 7.5, 7.5)",
            (shape, shape),
        )
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    with Gazetteer(path) as gazetteer:
        yield gazetteer
