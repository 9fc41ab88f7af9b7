from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.gazetteer.sources import geonames
from geodata.gazetteer.sources.geonames import (
    NameLine,
    kind_for,
    note_of,
    reach_km,
    spelling_of,
    spellings_of,
)
from geodata.model import PlaceKind
from geodata.text import key
from tests.unit.geodata.gazetteer.made_dumps import names_text, place_line, places_text


def places_of(tmp_path, content: bytes):
    path = tmp_path / "dump.txt"
    path.write_bytes(content)
    with geonames.open_dump(path) as dump:
        return list(geonames.read_places(dump))


def names(*others: str, name: str = "Wŏnsan") -> list[str]:
    line = place_line(f"1|{name}|{name}|{','.join(others)}|39|127|P|PPL|KP|||0")
    [read] = geonames.read_places(_dump_of(line))
    return [spelling.name for spelling in spellings_of(read)]


def _dump_of(line: str):
    return geonames.Dump(Path("made.txt"), BytesIO(line.encode()), len(line))


def alternate(name: str, language: str = "en", **flags: bool) -> NameLine:
    given = {"preferred": False, "colloquial": False, "historic": False} | flags
    return NameLine(geonameid=1, language=language, name=name, **given)


def test_a_file_is_told_by_its_columns(tmp_path):
    for content, kind in (
        (places_text(), geonames.PLACES),
        (names_text(), geonames.NAMES),
    ):
        path = tmp_path / "dump.txt"
        path.write_bytes(content)
        assert geonames.kind_of(path) == kind


def test_lines_may_end_as_on_windows_and_hold_odd_separators(tmp_path):
    odd = place_line("1|A\u2028B|A B||39|127|P|PPL|KP|||0")
    [line] = places_of(tmp_path, f"{odd}\r\n".encode())
    assert (line.name, line.changed) == ("A\u2028B", "2026-11-02")


def test_one_spelling_of_a_key_is_enough():
    assert names("Wonsan", "WONSAN!", "Genzan") == ["Wŏnsan", "Genzan"]


def test_capitals_are_kept_if_they_are_initials():
    assert names("NYC", "JFK", name="New York City") == ["New York City"]
    assert "NYC" in names("NYC", "New York City", name="New York")


def test_what_is_no_name_is_left_out():
    assert names("12345", "-", "", " ", "x" * 200) == ["Wŏnsan"]


@pytest.mark.parametrize("code", ["link", "post", "iata", "icao", "wkdt", "unlc"])
def test_codes_are_no_names(code):
    assert spelling_of(alternate("WON", code)) is None


@pytest.mark.parametrize(
    ("line", "language", "role"),
    [
        (alternate("Wonsan"), "en", "alias"),
        (alternate("Wonsan", preferred=True), "en", "name"),
        (alternate("Wonsan", "", preferred=True), "", "alias"),
        (alternate("Genzan", historic=True), "en", "historic"),
        (alternate("Commune-Franche", "fr_1793"), "fr", "historic"),
        (alternate("NC"), "en", "abbreviation"),
        (alternate("N. Car.", "abbr"), "", "abbreviation"),
        (alternate("Yuanshan", "piny"), "zh-Latn", "alias"),
        (alternate("元山", "zh-Hant"), "zh-Hant", "alias"),
        (alternate("원산", ""), "ko", "alias"),
    ],
)
def test_a_name_has_its_language_and_its_role(line, language, role):
    spelling = spelling_of(line)
    assert (spelling.language, spelling.role) == (language, role)


@given(st.text(max_size=20))
def test_a_name_is_kept_under_the_key_it_is_looked_up_by(name):
    spelling = spelling_of(alternate(name))
    assert spelling is None or spelling.key == key(name) != ""


def test_every_class_has_a_kind_and_a_reach():
    for feature_class in geonames.CLASSES:
        kind = kind_for(feature_class, "XXXX", "Somewhere")
        assert reach_km(kind, "XXXX", 0) > 0


def test_harbours_are_ports_only_by_name():
    assert kind_for("H", "HBR", "Newport Harbour") is PlaceKind.SEA
    assert kind_for("H", "HBR", "Port of Narva") is PlaceKind.PORT
    assert kind_for("H", "HBR", "Wonsan-hang") is PlaceKind.PORT


def test_a_former_place_says_so():
    assert note_of("A", "PCLH") == "a former place"
    assert note_of("P", "PPLW") == "destroyed"
    assert note_of("T", "RDGH") == note_of("P", "PPLCH") == ""
