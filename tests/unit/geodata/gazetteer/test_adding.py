import fcntl
import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.errors import GazetteerError
from geodata.gazetteer.adding import Wanted, add_geonames, base_for, is_outdated
from geodata.gazetteer.adding.numbers import FIRST_NUMBER, Numbers
from geodata.gazetteer.locate import PACKAGED, gazetteer_path, open_gazetteer
from geodata.model import PlaceKind
from tests.unit.geodata.gazetteer.made_dumps import (
    PLACES,
    names_text,
    places_text,
    zipped,
)

ROWS = len(PLACES.strip().splitlines())
BUILT_IN = 3
"""Rows of the dump whose place the gazetteer has: two by id, Saaremaa by name."""


@pytest.fixture(scope="module")
def dumps(tmp_path_factory) -> list[Path]:
    folder = tmp_path_factory.mktemp("dumps")
    return [
        zipped(folder / "allCountries.zip", allCountries=places_text()),
        zipped(
            folder / "alternateNamesV2.zip",
            alternateNamesV2=names_text(),
            **{"iso-languagecodes": b"ISO 639-3\tISO 639-2\n"},
        ),
    ]


@pytest.fixture(scope="module")
def added(dumps, tmp_path_factory, gazetteer_path):
    target = tmp_path_factory.mktemp("user") / "deep" / "gazetteer.sqlite"
    return add_geonames(dumps, base=gazetteer_path, target=target)


@pytest.fixture(scope="module")
def extended(added):
    with open_gazetteer(added.path) as opened:
        yield opened


def only(found):
    [bearer] = [one for one in found if one.place.source == "geonames"]
    return bearer


def test_every_new_row_is_added_and_every_known_one_is_not(added):
    assert added.places == ROWS - BUILT_IN
    assert (added.known, added.left_out) == (BUILT_IN, 0)
    assert added.names > added.places


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (1, PlaceKind.LANDMARK),
        (2, PlaceKind.RIVER),
        (3, PlaceKind.MOUNTAIN),
        (24, PlaceKind.ISLAND),
        (5, PlaceKind.LAKE),
        (6, PlaceKind.LANDMARK),
        (7, PlaceKind.REGION),
        (8, PlaceKind.CITY),
        (9, PlaceKind.AIRPORT),
        (10, PlaceKind.STATION),
        (11, PlaceKind.SEA),
        (12, PlaceKind.PORT),
        (13, PlaceKind.PORT),
        (16, PlaceKind.BORDER),
        (17, PlaceKind.RAILWAY),
        (18, PlaceKind.AREA),
        (20, PlaceKind.AREA),
    ],
)
def test_a_feature_code_tells_the_kind(extended, number, kind):
    assert extended.place(f"geonames:{90000000 + number}").kind is kind


def test_a_place_keeps_what_its_line_says(extended):
    place = extended.place("geonames:90000008")
    assert (place.lon, place.lat) == (26.2506, 59.1275)
    assert (place.country, place.feature_code, place.population) == ("EE", "PPL", 1900)
    assert (place.geonameid, place.source_id) == (90000008, "90000008")


def test_units_are_learnt_from_the_rows_that_were_known(extended):
    pyongyang = extended.place("geonames:1871859")
    assert pyongyang.admin1 is not None
    assert extended.place("geonames:90000001").admin1 == pyongyang.admin1


def test_the_second_order_unit_is_a_place_of_the_dump(added):
    with sqlite3.connect(added.path) as connection:
        rows = connection.execute(
            "SELECT admin2 FROM place WHERE id = 'geonames:90000030'"
        )
        assert rows.fetchall() == [("geonames:90000007",)]
    connection.close()


def test_what_is_no_more_says_so(extended):
    assert extended.place("geonames:90000019").note == "abandoned"


@pytest.mark.parametrize(
    "name",
    ["보통강", "Botong river", "长白山", "Чудское озеро", "白頭山", "دریاچه پیپوس",
     "Πέιπους", "Suur Munamagi"],
)  # fmt: skip
def test_names_are_found_in_every_script(extended, name):
    assert only(extended.named(name)).place.geonameid > 90000000


def test_a_place_that_was_there_gets_names_of_the_dump(extended, gazetteer):
    [russian] = [
        b for b in extended.named("Пхеньян") if b.place.id == "geonames:1871859"
    ]
    assert russian.role in {"name", "alias"}
    before = gazetteer.place("geonames:1871859").prominence
    assert extended.place("geonames:1871859").prominence == before


def test_a_place_without_an_id_is_known_by_its_name_and_where_it_lies(extended):
    [saaremaa] = [b.place for b in extended.named("Сааремаа")]
    assert (saaremaa.source, saaremaa.kind) == ("seeds", PlaceKind.ISLAND)
    assert saaremaa.geonameid == 90000004
    assert only(extended.named("Vormsi")).place.id == "geonames:90000024"


def test_names_know_their_language_and_their_role(extended):
    assert only(extended.named("Чудское озеро")).language == "ru"
    assert only(extended.named("Embach")).role == "alias"
    assert only(extended.named("EJ")).role == "abbreviation"
    assert only(extended.named("Mont-Grand")).role == "historic"
    names = extended.names(extended.place("geonames:90000005"))
    assert names["el"] == "Πέιπους"


@pytest.mark.parametrize("code", ["EEXX", "0701", "Q180200", "Nowhere"])
def test_codes_links_and_names_of_nothing_are_left_out(extended, code):
    assert not [b for b in extended.named(code) if b.place.source == "geonames"]


def test_the_source_says_how_new_the_dump_is(extended):
    [source] = [one for one in extended.sources() if one.name == "geonames"]
    assert (source.version, source.licence, source.rows) == (
        "2026-11-02",
        "CC-BY-4.0",
        ROWS - BUILT_IN,
    )


def test_what_was_there_before_is_as_it_was(extended, gazetteer):
    for name in ("Tallinn", "Seoul", "Black Sea"):
        before = [bearer.place for bearer in gazetteer.named(name)]
        assert [b.place for b in extended.named(name)][: len(before)] == before


def test_places_can_be_asked_for_by_where_they_are(extended):
    box = (27.0, 58.0, 28.0, 59.0)
    found = extended.of_kind(PlaceKind.LAKE, bounds=box)
    assert "geonames:90000005" in {place.id for place in found}


def test_the_digest_tells_what_was_added(extended, gazetteer, dumps, tmp_path):
    assert extended.digest.startswith(f"{gazetteer.digest}+")
    other = add_geonames(dumps[:1], base=gazetteer.path, target=tmp_path / "g.sqlite")
    with open_gazetteer(other.path) as opened:
        assert opened.digest not in {extended.digest, gazetteer.digest}


def test_adding_twice_changes_nothing(added, extended, dumps, tmp_path):
    again = add_geonames(dumps, base=added.path, target=tmp_path / "g.sqlite")
    assert (again.places, again.names) == (0, 0)
    with open_gazetteer(again.path) as opened:
        assert opened.digest == extended.digest


def test_adding_to_itself_goes_on_where_it_was(gazetteer_path, dumps, tmp_path):
    target = tmp_path / "g.sqlite"
    wanted = Wanted(classes="T")
    first = add_geonames(dumps[:1], base=gazetteer_path, target=target, wanted=wanted)
    second = add_geonames(dumps[:1], base=target, target=target)
    assert first.places == 4
    assert second.known == first.places + BUILT_IN
    assert first.places + second.places == ROWS - BUILT_IN


def test_only_populous_places_are_added_where_that_is_asked(
    gazetteer_path, dumps, tmp_path
):
    target = tmp_path / "g.sqlite"
    wanted = Wanted(classes="P", least_population=1000)
    added = add_geonames(dumps, base=gazetteer_path, target=target, wanted=wanted)
    assert (added.places, added.known) == (1, 2)


def test_a_text_file_and_a_countrys_zip_are_read_too(gazetteer_path, tmp_path):
    text = tmp_path / "allCountries.txt"
    text.write_bytes(places_text(PLACES.strip().splitlines()[2]))
    country = zipped(
        tmp_path / "EE.zip",
        readme=b"This is the readme",
        EE=places_text("\n".join(PLACES.strip().splitlines()[5:8])),
    )
    target = tmp_path / "g.sqlite"
    added = add_geonames([text, country], base=gazetteer_path, target=target)
    assert (added.places, added.known) == (3, 1)


GOOD = places_text()
LINES = GOOD.splitlines(keepends=True)
WRONG = {
    "cut off": (GOOD[:-40], "line 32 of .*: 6 columns instead of 19"),
    "other columns": (b"a\tb\tc\n", "line 1 of .*: 3 columns; give a GeoNames dump"),
    "latin 1": (
        b"".join([*LINES[:4], "é".encode("latin-1") + LINES[4]]),
        "line 5 .*UTF",
    ),
    "no number": (LINES[0] + b"x" + LINES[1], "line 2 of .*: a number is expected"),
    "off earth": (LINES[0].replace(b"39.03385", b"99.5"), "line 1 of .*: the position"),
    "no id": (b"-" + LINES[0], "line 1 of .*: -1871859 is no GeoNames id"),
    "empty": (b"", "is empty; download it again"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_file_is_one_sentence_and_loses_nothing(
    wrong, gazetteer_path, tmp_path
):
    content, words = WRONG[wrong]
    target = tmp_path / "g.sqlite"
    shutil.copyfile(gazetteer_path, target)
    before = target.read_bytes()
    path = tmp_path / "allCountries.txt"
    path.write_bytes(content)
    with pytest.raises(GazetteerError, match=words):
        add_geonames([path], base=target, target=target)
    assert target.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == [path.name, target.name]


def test_wrong_alternate_names_are_one_sentence(gazetteer_path, tmp_path):
    path = tmp_path / "alternateNames.txt"
    path.write_bytes(names_text() + b"1\tx\ten\tname\t\t\t\t\t\t\n")
    with pytest.raises(GazetteerError, match=r"line 19 of .*: a GeoNames id"):
        add_geonames([path], base=gazetteer_path, target=tmp_path / "g.sqlite")


def test_a_zip_that_is_none_is_one_sentence(gazetteer_path, tmp_path, dumps):
    path = tmp_path / "allCountries.zip"
    for content in (b"<html>not found</html>", dumps[0].read_bytes()[:500]):
        path.write_bytes(content)
        with pytest.raises(GazetteerError, match="is no whole zip file; download"):
            add_geonames([path], base=gazetteer_path, target=tmp_path / "g.sqlite")
    zipped(path, **{"a.doc": b""}).rename(path)
    with pytest.raises(GazetteerError, match="there is no file"):
        add_geonames([tmp_path / "x"], base=gazetteer_path, target=tmp_path / "g")


def test_a_damaged_zip_names_the_line_it_was_read_to(gazetteer_path, tmp_path, dumps):
    whole = bytearray(dumps[0].read_bytes())
    whole[900:910] = bytes(10)
    path = tmp_path / "allCountries.zip"
    path.write_bytes(whole)
    with pytest.raises(GazetteerError, match="is damaged after line"):
        add_geonames([path], base=gazetteer_path, target=tmp_path / "g.sqlite")


def test_what_a_killed_run_left_is_cleared_away(gazetteer_path, tmp_path, dumps):
    target = tmp_path / "g.sqlite"
    for left in (".g.sqlite.adding", ".g.sqlite.new"):
        (tmp_path / left).write_bytes(b"half a file")
    added = add_geonames(dumps, base=gazetteer_path, target=target)
    assert added.places > 0
    assert [path.name for path in tmp_path.iterdir()] == ["g.sqlite"]


def test_two_runs_do_not_write_the_same_file(gazetteer_path, tmp_path, dumps):
    with (tmp_path / ".g.sqlite.adding").open("wb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(GazetteerError, match="another run is adding"):
            add_geonames(dumps, base=gazetteer_path, target=tmp_path / "g.sqlite")


def test_how_far_it_is_is_said(gazetteer_path, tmp_path, dumps, monkeypatch):
    monkeypatch.setattr("geodata.gazetteer.adding.addition._SAY_EVERY_S", 0.0)
    said: list[str] = []
    target = tmp_path / "g.sqlite"
    add_geonames(dumps, base=gazetteer_path, target=target, say=said.append)
    assert "allCountries.zip: 32 lines, 100%, 29 places new" in said
    assert said[-1] == "packing the file"


def test_the_users_gazetteer_is_used_once_it_is_there(monkeypatch, tmp_path, added):
    monkeypatch.delenv("TOPOSCOPE_GAZETTEER", raising=False)
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path)
    assert gazetteer_path() == PACKAGED
    shutil.copyfile(added.path, tmp_path / "gazetteer.sqlite")
    assert gazetteer_path() == tmp_path / "gazetteer.sqlite"


def altered(path: Path, target: Path, sql: str) -> Path:
    shutil.copyfile(path, target)
    connection = sqlite3.connect(target)
    connection.execute(sql)
    connection.commit()
    connection.close()
    return target


def test_what_was_made_from_another_built_in_gazetteer_is_made_anew(
    added, gazetteer_path, tmp_path
):
    assert base_for(added.path, gazetteer_path) == (added.path, "")
    assert base_for(tmp_path / "none", gazetteer_path) == (gazetteer_path, "")
    newer = altered(
        gazetteer_path,
        tmp_path / "newer",
        "UPDATE meta SET value = 'new' WHERE key = 'digest'",
    )
    base, why = base_for(added.path, newer)
    assert base == newer
    assert "made from another version" in why


def test_a_gazetteer_of_another_format_is_one_sentence(added, gazetteer_path, tmp_path):
    other = altered(added.path, tmp_path / "old", "PRAGMA user_version = 99")
    assert is_outdated(other, gazetteer_path)
    with pytest.raises(GazetteerError, match="if you added GeoNames to it, add it"):
        open_gazetteer(other)


def test_a_gazetteer_of_the_users_own_making_is_added_to(gazetteer_path, tmp_path):
    own = altered(
        gazetteer_path,
        tmp_path / "own",
        "UPDATE meta SET value = 'mine' WHERE key = 'digest'",
    )
    assert base_for(own, gazetteer_path) == (own, "")
    other = altered(own, tmp_path / "other", "PRAGMA user_version = 99")
    with pytest.raises(GazetteerError, match="move it away"):
        base_for(other, gazetteer_path)


def test_nobodys_file_is_overwritten(gazetteer_path, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all, " * 100)
    with pytest.raises(GazetteerError, match="is no gazetteer"):
        base_for(letter, gazetteer_path)


@given(st.sets(st.integers(1, 100_000)), st.integers(1, 100_000))
def test_an_id_has_a_number_exactly_if_it_was_added(ids, asked):
    numbers = Numbers()
    for geonameid in ids:
        assert numbers.add(geonameid) == FIRST_NUMBER + geonameid
    expected = FIRST_NUMBER + asked if asked in ids else None
    assert numbers.number(asked) == expected
