import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest

from geodata.errors import GazetteerError, UnknownPlace
from geodata.gazetteer import Gazetteer
from geodata.model import PlaceKind


def test_a_name_gives_every_place_once_under_its_most_official_name(gazetteer):
    bearers = gazetteer.named("Pyongyang")
    ids = [bearer.place.id for bearer in bearers]
    assert ids[0] == "geonames:1871859"
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", ["", "  ", "no such place"])
def test_a_name_nobody_bears_gives_nothing(name, gazetteer):
    assert gazetteer.named(name) == ()


def test_a_start_of_a_name_is_known_as_one(gazetteer):
    assert gazetteer.starts_name("North")
    assert gazetteer.starts_name("North Korea")
    assert not gazetteer.starts_name("North Kor")


def test_an_unknown_id_is_an_error_that_names_it(gazetteer):
    with pytest.raises(UnknownPlace, match="'ne:XXX'"):
        gazetteer.place("ne:XXX")


def test_a_country_has_names_in_many_languages_and_a_shape(gazetteer):
    korea = gazetteer.detailed(gazetteer.place("ne:PRK"))
    assert korea.names["de"] == "Nordkorea"
    assert korea.geometry.is_valid


def test_a_simple_shape_has_few_vertices_and_says_how_far_it_strays(gazetteer):
    import shapely

    russia = gazetteer.detailed(gazetteer.place("ne:RUS"))
    full = gazetteer.shape(russia, detail="full")
    simple = gazetteer.shape(russia)
    assert shapely.get_num_coordinates(simple) <= 500
    assert shapely.get_num_coordinates(full) > 500
    assert russia.precision_km > 1


def test_a_point_has_no_shape(gazetteer):
    assert gazetteer.shape(gazetteer.place("geonames:1871859")) is None


def test_places_are_found_by_kind_country_and_bounds(gazetteer):
    east = gazetteer.of_kind(PlaceKind.PORT, country="KP", bounds=(127, 38, 131, 43))
    names = {place.name for place in east}
    assert {"Rajin", "Chongjin"} <= names
    assert not {"Nampo", "Haeju"} & names
    assert {place.country for place in east} == {"KP"}


def test_relations_are_read_both_ways(gazetteer):
    pyongyang = gazetteer.place("geonames:1871859")
    [korea] = gazetteer.related(pyongyang, "capital_of")
    assert korea.id == "ne:PRK"
    assert pyongyang in gazetteer.relating(korea, "capital_of")


def test_a_search_gives_whole_names_before_longer_ones(gazetteer):
    found = gazetteer.search("Mosco")
    assert found
    assert found[0].name.startswith("Mosco")
    assert gazetteer.search("Moscow")[0].place.id == "geonames:524901"


@pytest.mark.parametrize("words", ["", " ", "!!!", "\u0301"])
def test_a_search_for_no_words_finds_nothing(gazetteer, words):
    assert gazetteer.search(words) == []


def test_the_shape_of_a_page_has_no_more_vertices_than_it_says(built_gazetteer):
    import shapely

    russia = built_gazetteer.detailed(built_gazetteer.place("ne:RUS"), detail="page")
    assert 500 < shapely.get_num_coordinates(russia.geometry) <= 1500


def test_khasan_is_found_in_primorsky_krai_first(built_gazetteer):
    first = built_gazetteer.search("Khasan")[0].place
    assert (first.name, first.admin1) == ("Khasan", "RU-PRI")


def test_many_threads_may_ask_at_once(gazetteer):
    names = ["Paris", "Moscow", "Seoul", "Tokyo"] * 25
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(gazetteer.named, names))
    assert all(found[i] == gazetteer.named(name) for i, name in enumerate(names))


def test_a_missing_file_is_one_clear_sentence(tmp_path):
    with pytest.raises(GazetteerError, match="no gazetteer at"):
        Gazetteer(tmp_path / "none.sqlite")


def test_a_broken_file_is_one_clear_sentence(tmp_path):
    path = tmp_path / "broken.sqlite"
    path.write_bytes(b"this is no database, and it is long enough" * 100)
    with pytest.raises(GazetteerError, match="is no gazetteer"):
        Gazetteer(path)


def test_another_database_is_one_clear_sentence(tmp_path):
    path = tmp_path / "other.sqlite"
    sqlite3.connect(path).execute("CREATE TABLE meta (x)")
    with pytest.raises(GazetteerError, match="is no gazetteer"):
        Gazetteer(path)


def test_every_source_says_its_version_and_licence(gazetteer):
    for source in gazetteer.sources():
        assert source.version
        assert source.licence
        assert source.rows > 0
