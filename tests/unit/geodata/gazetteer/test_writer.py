import sqlite3

import pytest
import shapely

from geodata.gazetteer.build import HERE
from geodata.gazetteer.writer import PlaceRow, Source, Writer, is_name, script_language


@pytest.fixture
def writer() -> Writer:
    connection = sqlite3.connect(":memory:")
    connection.executescript((HERE / "schema.sql").read_text("utf-8"))
    writer = Writer(connection)
    writer.source(Source(name="t", title="T", version="1", licence="", attribution=""))
    return writer


def wonsan(**facts: object) -> PlaceRow:
    given = {"id": "geonames:1866923", "name": "Wŏnsan", "kind": "city", "source": "t"}
    return PlaceRow(**given, source_id="1866923", **facts)


def names(writer: Writer) -> list[tuple[str, str, str]]:
    writer.finish()
    rows = writer.connection.execute("SELECT name, language, role FROM name")
    return sorted(rows.fetchall())


def test_a_place_goes_by_its_name(writer):
    writer.place(wonsan())
    assert names(writer) == [("Wŏnsan", "", "name")]


def test_spellings_that_are_looked_up_alike_are_kept_once(writer):
    writer.names(writer.place(wonsan()), ["Wonsan", "WONSAN", "Genzan"])
    assert names(writer) == [("Genzan", "", "alias"), ("Wŏnsan", "", "name")]


def test_a_spelling_of_a_known_language_is_kept_besides(writer):
    number = writer.place(wonsan())
    writer.name(number, "Wonsan", language="en")
    writer.name(number, "원산")
    found = names(writer)
    assert ("Wonsan", "en", "alias") in found
    assert ("원산", "ko", "alias") in found


def test_the_more_official_role_wins(writer):
    number = writer.place(wonsan())
    writer.name(number, "DPRK", role="abbreviation")
    writer.name(number, "DPRK", language="en")
    assert ("DPRK", "en", "abbreviation") in names(writer)


@pytest.mark.parametrize("junk", ["", "7", "12345", "Y", "--", "😀"])
def test_junk_is_no_name(junk):
    assert not is_name(junk)


@pytest.mark.parametrize("name", ["Å i Lofoten", "K2", "京", "Ōita", "서울"])
def test_short_and_foreign_names_are_names(name):
    assert is_name(name)


def test_a_script_of_many_languages_says_none():
    assert script_language("Москва") == ""
    assert script_language("東京") == ""
    assert script_language("とうきょう") == "ja"


def test_a_point_has_itself_as_extent_and_a_shape_its_bounds(writer):
    writer.place(wonsan(lon=127.443614, lat=39.152781))
    box = shapely.box(1, 2, 3, 4)
    writer.place(
        PlaceRow(id="t:1", name="Box", kind="area", source="t", source_id="1"), box
    )
    writer.finish()
    rows = writer.connection.execute("SELECT west, south, east, north FROM extent")
    (point, square) = rows.fetchall()
    assert point == pytest.approx((127.44361, 39.15278, 127.44361, 39.15278), abs=1e-4)
    assert square == (1, 2, 3, 4)


def test_sources_count_their_places(writer):
    writer.place(wonsan())
    writer.finish()
    assert writer.connection.execute("SELECT rows FROM source").fetchone() == (1,)


def test_prominence_counts_the_names(writer):
    writer.names(writer.place(wonsan()), ["Genzan", "원산"])
    writer.finish()
    assert writer.connection.execute("SELECT prominence FROM place").fetchone() == (3,)
