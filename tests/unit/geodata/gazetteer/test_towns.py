import sqlite3

import pytest

from geodata.gazetteer.build import HERE
from geodata.gazetteer.towns import Newcomers, Towns, bearer
from geodata.gazetteer.writer import PlaceRow, Source, Writer

TOWNS = (
    ("Rajin", "KP", 130.2831, 42.2556, 66_224),
    ("Sŏnbong", "KP", 130.3831, 42.3512, 18_000),
    ("Khasan", "RU", 130.6456, 42.4283, 700),
    ("Taveuni", "FJ", 179.99, -16.85, 9_000),
)


def town(name: str, country: str, lon: float, lat: float, people: int) -> PlaceRow:
    return PlaceRow(
        id=f"t:{name}", name=name, kind="city", source="t", source_id=name,
        country=country, lon=lon, lat=lat, population=people,
    )  # fmt: skip


@pytest.fixture
def writer() -> Writer:
    connection = sqlite3.connect(":memory:")
    connection.executescript((HERE / "schema.sql").read_text("utf-8"))
    writer = Writer(connection)
    writer.source(Source(name="t", title="T", version="1", licence="", attribution=""))
    for name, country, lon, lat, people in TOWNS:
        writer.place(town(name, country, lon, lat, people))
    return writer


@pytest.fixture
def towns(writer) -> Towns:
    writer.finish()
    return Towns(writer.connection)


def test_towns_come_nearest_first(towns):
    near = towns.near(130.29, 42.23, "KP", 20)
    assert [town.name for _, town in near] == ["Rajin", "Sŏnbong"]


def test_a_town_of_another_country_is_left_out(towns):
    assert not towns.near(130.64, 42.42, "KP", 5)


def test_nothing_is_near_the_pole(towns):
    assert towns.near(0, 90, "RU", 50) == []


def test_the_bearer_of_a_name_is_found_under_any_spelling(towns):
    near = towns.near(130.29, 42.23, "KP", 20)
    rajin = near[0][1]
    found = bearer(near, ["Najin"], {rajin.number: {"rajin", "najin"}})
    assert found == rajin


def test_without_a_bearer_there_is_none(towns):
    near = towns.near(130.29, 42.23, "KP", 20)
    assert bearer(near, ["Chinae"], {}) is None


def test_a_newcomer_is_written_once(writer):
    newcomers = Newcomers(writer)
    hongui = town("Hongui", "KP", 130.54, 42.43, 0)
    assert newcomers.write(hongui, 25) is not None
    assert newcomers.write(hongui, 25) is None


def test_who_is_known_near_by_under_any_spelling_is_no_newcomer(writer):
    writer.name(1, "Najin")
    newcomers = Newcomers(writer)
    assert newcomers.write(town("NAJIN", "KP", 130.3, 42.2, 0), 25) is None
    assert newcomers.write(town("Najin", "KP", 126.0, 39.0, 0), 25) is not None
