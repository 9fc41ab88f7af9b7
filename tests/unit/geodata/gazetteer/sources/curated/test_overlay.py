"""Writing curated places, names and shapes into a gazetteer."""

import sqlite3

import pytest
import shapely

from geodata.errors import GazetteerError
from geodata.gazetteer.shapes import drawings
from geodata.gazetteer.sources.curated.overlay import Overlay
from geodata.gazetteer.sources.curated.tables import Row
from geodata.gazetteer.writer import PlaceRow, Writer


def row(**cells: str) -> Row:
    given = {"id": "seed:x", "name": "Somewhere", "kind": "city", "source": "atlas"}
    return Row(file="x.csv", line=2, cells={**given, **cells})


def test_a_place_keeps_its_number_when_it_is_written_again(empty: sqlite3.Connection):
    overlay = Overlay(empty)
    first = overlay.place(row(lon="1", lat="2"))
    assert overlay.place(row(lon="3", lat="4")) == first
    assert empty.execute("SELECT lon, lat FROM place").fetchall() == [(3.0, 4.0)]
    assert empty.execute("SELECT west FROM extent").fetchall() == [(3.0,)]


def test_a_shape_gives_a_point_inside_it(empty: sqlite3.Connection):
    overlay = Overlay(empty)
    horseshoe = shapely.box(0, 0, 9, 9).difference(shapely.box(2, 2, 7, 9))
    overlay.place(row(kind="region"), shape=drawings(horseshoe))
    point = empty.execute("SELECT lon, lat FROM place").fetchone()
    assert horseshoe.covers(shapely.Point(point))


def test_a_renamed_place_keeps_its_old_name_as_an_alias(empty: sqlite3.Connection):
    overlay = Overlay(empty)
    number = overlay.place(row(name="Senbong", lon="1", lat="2"))
    overlay.rename(row(), number, "Sonbong")
    named = dict(empty.execute("SELECT name, role FROM name"))
    assert named == {"Senbong": "alias", "Sonbong": "name"}


def test_a_name_never_falls_in_role(empty: sqlite3.Connection):
    overlay = Overlay(empty)
    number = overlay.place(row(lon="1", lat="2"))
    overlay.name(row(), number, "Somewhere", role="historic")
    assert empty.execute("SELECT role FROM name").fetchall() == [("name",)]


def test_a_relation_to_nobody_is_refused(empty: sqlite3.Connection):
    with pytest.raises(GazetteerError, match="no place has the id 'ne:NOBODY'"):
        Overlay(empty).place(row(lon="1", lat="2", lies_in="ne:NOBODY"))


def test_a_settlement_takes_the_place_of_what_is_known_by_name_alone(
    empty: sqlite3.Connection,
):
    writer = Writer(empty)
    for id_, lon, geonameid in (
        ("a:x", 1.1, None),
        ("a:y", 1.1, 7),
        ("a:z", 9.0, None),
    ):
        writer.place(
            PlaceRow(
                id=id_, name="Somewhere", kind="city", source="a", source_id=id_,
                lon=lon, lat=2.0, geonameid=geonameid,
            )
        )  # fmt: skip
    writer.relation(2, "serves", 1, "a")
    writer.finish()
    number = Overlay(empty).place(row(lon="1", lat="2"))
    assert {id_ for (id_,) in empty.execute("SELECT id FROM place")} == {
        "a:y", "a:z", "seed:x",
    }  # fmt: skip
    assert empty.execute("SELECT object FROM relation").fetchall() == [(number,)]


def test_a_region_leaves_the_town_of_its_name_alone(empty: sqlite3.Connection):
    overlay = Overlay(empty)
    overlay.place(row(lon="1", lat="2"))
    overlay.place(row(id="seed:y", kind="region", lon="1", lat="2"))
    assert empty.execute("SELECT count(*) FROM place").fetchone() == (2,)
