import shutil
import sqlite3

import pytest

from geodata.errors import GazetteerError
from geodata.gazetteer.build import (
    digest_of,
    overlay,
    packaged_digest,
    seeds_digest,
)


def test_a_digest_follows_names_and_content(tmp_path):
    (tmp_path / "a.csv").write_text("one")
    first = digest_of([tmp_path / "a.csv"])
    assert digest_of([tmp_path / "a.csv"]) == first
    (tmp_path / "a.csv").write_text("two")
    assert digest_of([tmp_path / "a.csv"]) != first


def test_a_changed_seed_changes_the_seeds_digest(tmp_path):
    before = seeds_digest(tmp_path)
    (tmp_path / "new.csv").write_text("id\n")
    assert seeds_digest(tmp_path) != before


def test_the_overlay_writes_its_digest_and_leaves_no_working_file(
    tmp_path, gazetteer_path
):
    target = tmp_path / "out" / "gazetteer.sqlite"
    overlay(gazetteer_path, tmp_path / "no-seeds", target, "abc")
    assert packaged_digest(target) == "abc"
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_wrong_seed_leaves_the_old_gazetteer_in_place(tmp_path, gazetteer_path):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "regions.csv").write_text(
        "id,name,kind,members,source\nseed:x,Atlantis,region,ne:XXX,Plato\n"
    )
    target = tmp_path / "gazetteer.sqlite"
    shutil.copyfile(gazetteer_path, target)
    before = packaged_digest(target)
    with pytest.raises(GazetteerError):
        overlay(gazetteer_path, seeds, target, "abc")
    assert packaged_digest(target) == before


@pytest.mark.parametrize("content", [b"", b"no database"])
def test_what_is_no_gazetteer_has_no_digest(tmp_path, content):
    path = tmp_path / "x.sqlite"
    path.write_bytes(content)
    assert packaged_digest(path) == ""
    assert packaged_digest(tmp_path / "missing.sqlite") == ""


# What the built file must hold, whatever the upstreams bring.


def test_crimea_and_sevastopol_are_filed_under_ukraine(built_gazetteer):
    assert built_gazetteer.place("ne:UA-43").country == "UA"
    assert built_gazetteer.place("ne:UA-40").country == "UA"


@pytest.mark.parametrize(
    ("code", "name", "geonameid"),
    [
        ("CHN", "China", 1814991),
        ("KOR", "South Korea", 1835841),
        ("PRK", "North Korea", 1873107),
        ("RUS", "Russia", 2017370),
        ("TWN", "Taiwan", 1668284),
        ("USA", "United States", 6252001),
        ("FRA", "France", 3017382),
        ("PSX", "Palestine", 6254930),
    ],
)
def test_countries_go_by_their_common_names(built_gazetteer, code, name, geonameid):
    place = built_gazetteer.place(f"ne:{code}")
    assert (place.name, place.kind, place.geonameid) == (name, "country", geonameid)


def test_every_country_has_a_valid_shape_around_its_point(built_gazetteer):
    import shapely

    for place in built_gazetteer.of_kind("country"):
        shape = built_gazetteer.shape(place, detail="full")
        assert shape is not None, place.name
        assert shape.is_valid, place.name
        # Not `covers`: GeoNames puts the point of the Philippines between islands.
        assert shape.envelope.covers(shapely.Point(place.lon, place.lat)), place.name


def test_simple_shapes_have_at_most_500_vertices_and_are_valid(built_gazetteer):
    import shapely

    for kind in ("country", "sea", "territory"):
        for place in built_gazetteer.of_kind(kind):
            simple = built_gazetteer.shape(place)
            if simple is not None:  # a curated sea may be a point
                assert shapely.get_num_coordinates(simple) <= 500, place.name
                assert simple.is_valid, place.name


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Pyongyang", "geonames:1871859"),
        ("P'yŏngyang", "geonames:1871859"),
        ("평양", "geonames:1871859"),
        ("Vladivostok", "geonames:2013348"),
        ("Primorsky Krai", "ne:RU-PRI"),
        ("England", "ne:GB-ENG"),
        ("Sea of Japan", "ne:sea-of-japan"),
        ("DPRK", "ne:PRK"),
    ],
)
def test_the_first_bearer_of_a_name_is_the_expected_one(
    built_gazetteer, name, place_id
):
    assert built_gazetteer.named(name)[0].place.id == place_id


def test_primorsky_krai_has_its_area(built_gazetteer):
    shape = built_gazetteer.shape(built_gazetteer.place("ne:RU-PRI"), detail="full")
    west, south, east, north = shape.bounds
    assert (130, 42, 139, 48) < (west, south, east, north) < (131, 43, 140, 49)


def test_a_port_goes_by_the_name_of_its_town(built_gazetteer):
    port = built_gazetteer.place("wpi:60510")
    assert (port.name, port.kind) == ("Rajin", "port")
    assert "Najin" in built_gazetteer.spellings(port)
    (town,) = built_gazetteer.related(port, "lies_in")
    assert town.id == "geonames:2042645"


def test_a_capital_knows_its_country(built_gazetteer):
    (country,) = built_gazetteer.related(
        built_gazetteer.place("geonames:1871859"), "capital_of"
    )
    assert country.id == "ne:PRK"


def test_an_airport_serves_its_town(built_gazetteer):
    (town,) = built_gazetteer.related(built_gazetteer.place("airports:ZKPY"), "serves")
    assert town.name == "Pyongyang"


def test_no_two_letter_country_code_is_a_countrys_name(built_gazetteer):
    for code in ("IN", "IT", "NO", "IS", "AT", "BE", "SO", "AM", "DO"):
        kinds = {bearer.place.kind for bearer in built_gazetteer.named(code)}
        assert "country" not in kinds, code


def test_every_source_says_version_licence_and_count(built_gazetteer):
    for source in built_gazetteer.sources():
        assert source.version
        assert source.licence
        assert source.rows > 0


def test_the_file_is_whole(built_path):
    connection = sqlite3.connect(f"{built_path.as_uri()}?mode=ro", uri=True)
    for sql in (
        "SELECT count(*) FROM name WHERE place NOT IN (SELECT number FROM place)",
        "SELECT count(*) FROM relation WHERE subject NOT IN (SELECT number FROM place)",
        "SELECT count(*) FROM relation WHERE object NOT IN (SELECT number FROM place)",
        "SELECT count(*) FROM place WHERE lon IS NOT NULL AND number NOT IN"
        " (SELECT place FROM extent)",
    ):
        assert connection.execute(sql).fetchone() == (0,), sql
    connection.close()
