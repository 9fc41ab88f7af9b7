"""The curated facts: every row holds, and lies over the gazetteer as it says."""

import csv
import json
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from geodata.errors import GazetteerError
from geodata.gazetteer import Gazetteer, open_gazetteer
from geodata.gazetteer.sources import seeds
from geodata.text import key

ROOT = Path(__file__).parents[5]
TABLES = ROOT / "seeds" / "gazetteer"
FILES = sorted(path.name for path in TABLES.glob("*.csv"))
HEADING = "id,name,kind,lon,lat,precision_km,lies_in,aliases,source\n"


def rows_of(file: str) -> list[dict[str, str]]:
    with (TABLES / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture
def upstream(gazetteer_path: Path, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A copy of the small gazetteer that a test may write into."""
    copy = tmp_path / "gazetteer.sqlite"
    shutil.copyfile(gazetteer_path, copy)
    connection = sqlite3.connect(copy)
    yield connection
    connection.close()


def laid(connection: sqlite3.Connection, folder: Path, **tables: str) -> None:
    for name, content in tables.items():
        (folder / f"{name}.csv").write_text(content, "utf-8")
    seeds.write(connection, folder)
    connection.commit()


@pytest.mark.parametrize("file", FILES)
def test_every_row_has_a_source(file: str):
    assert [row for row in rows_of(file) if not row["source"].strip()] == []


@pytest.mark.parametrize("file", FILES)
def test_every_coordinate_is_on_the_globe(file: str):
    placed = [row for row in rows_of(file) if row.get("lon")]
    assert all(abs(float(row["lon"])) <= 180 for row in placed)
    assert all(abs(float(row["lat"])) <= 90 for row in placed)


@pytest.mark.parametrize("file", FILES)
def test_no_cell_has_blanks_around_it(file: str):
    for row in rows_of(file):
        assert [cell for cell in row.values() if cell != cell.strip()] == []


def test_a_place_says_what_it_was_read_in(upstream: sqlite3.Connection, tmp_path: Path):
    table = "id,name,kind,lon,lat,precision_km,source\nseed:x,Xanadu,city,1,2,3,A Book"
    laid(upstream, tmp_path, places=table)
    upstream.commit()
    path = Path(upstream.execute("PRAGMA database_list").fetchone()[2])
    with Gazetteer(path) as opened:
        known = opened.detailed(opened.place("seed:x"))
        assert known.cited == "A Book"
        assert opened.cited(opened.place("ne:POL")) == ""


def test_no_curated_id_is_given_twice():
    ids = [
        row["id"]
        for file in ("places.csv", "physical.csv", "landmarks.csv", "regions.csv",
                     "seas.csv", "ports.csv", "crossings.csv", "rail_lines.csv")
        for row in rows_of(file)
    ]  # fmt: skip
    assert sorted({one for one in ids if ids.count(one) > 1}) == []


def test_every_curated_place_is_in_the_built_gazetteer(built_gazetteer: Gazetteer):
    for file in ("places.csv", "physical.csv", "landmarks.csv", "crossings.csv"):
        for row in rows_of(file):
            assert built_gazetteer.place(row["id"]).name == row["name"]


def test_every_demonym_leads_to_its_places(built_gazetteer: Gazetteer):
    for row in rows_of("demonyms.csv"):
        for word in row["words"].split("|"):
            found = {named.place.id for named in built_gazetteer.named(word)}
            assert set(row["id"].split("|")) <= found, word


def test_no_alias_is_an_article_and_a_name():
    spelled = [row["name"] for row in rows_of("aliases.csv")]
    spelled += [a for row in rows_of("regions.csv") for a in row["aliases"].split("|")]
    assert [name for name in spelled if name.startswith("the ")] == []


def test_khasan_is_found_in_primorsky_krai_first(built_gazetteer: Gazetteer):
    first = built_gazetteer.search("Khasan")[0].place
    assert (first.country, first.admin1) == ("RU", "RU-PRI")


def test_korea_alone_may_be_either_state_or_the_peninsula(built_gazetteer: Gazetteer):
    found = {named.place.id for named in built_gazetteer.named("Korea")}
    assert {"ne:PRK", "ne:KOR", "seed:korean-peninsula"} <= found


def test_the_west_has_no_location(built_gazetteer: Gazetteer):
    west = built_gazetteer.place("seed:the-west")
    assert (west.lon, west.lat, built_gazetteer.shape(west)) == (None, None, None)


@pytest.mark.parametrize(
    ("region", "inside", "outside"),
    [
        ("seed:korean-peninsula", (125.75, 39.03), (126.53, 33.37)),
        ("seed:northeast-asia", (131.87, 43.12), (37.62, 55.75)),
        ("seed:iberian-peninsula", (-3.70, 40.42), (2.35, 48.86)),
        ("seed:baltic-states", (24.75, 59.40), (37.62, 55.75)),
        ("geonames:6255148", (2.35, 48.86), (-53.0, 4.0)),
        ("geonames:6255149", (-150.0, 64.0), (-60.0, -15.0)),
    ],
)
def test_a_region_covers_what_lies_in_it(
    built_gazetteer: Gazetteer,
    region: str,
    inside: tuple[float, float],
    outside: tuple[float, float],
):
    import shapely

    shape = built_gazetteer.shape(built_gazetteer.place(region), detail="full")
    assert shape.is_valid
    assert shape.covers(shapely.Point(inside))
    assert not shape.covers(shapely.Point(outside))


def test_a_line_goes_from_khasan_to_the_port_of_rajin(built_gazetteer: Gazetteer):
    line = built_gazetteer.place("seed:khasan-rajin-railway")
    stops = [stop.name for stop in built_gazetteer.relating(line, "stop_of")]
    assert (stops[0], stops[-1]) == ("Khasan station", "Rajin port station")
    joined = [place.id for place in built_gazetteer.related(line, "joins")]
    assert joined[:2] == ["ne:RUS", "ne:PRK"]


def test_what_russia_claims_since_2022_are_four_units(built_gazetteer: Gazetteer):
    claims = {row["id"]: row for row in rows_of("claims.csv")}
    russia = built_gazetteer.place("ne:RUS")
    claimed = {place.id for place in built_gazetteer.relating(russia, "claimed_by")}
    since = {one for one in claimed if claims[one]["since"] == "2022"}
    assert since == {"ne:UA-09", "ne:UA-14", "ne:UA-23", "ne:UA-65"}


def test_a_bay_is_part_of_its_sea(built_gazetteer: Gazetteer):
    sea = built_gazetteer.place("ne:sea-of-japan")
    parts = {part.id for part in built_gazetteer.relating(sea, "part_of")}
    assert "ne:east-korea-bay" in parts


def test_writing_twice_changes_nothing(upstream: sqlite3.Connection, tmp_path: Path):
    place = f"{HEADING}seed:x,Somewhere,city,1,2,3,,Elsewhere|XYZ,an atlas\n"
    laid(upstream, tmp_path, places=place)
    once = list(upstream.iterdump())
    laid(upstream, tmp_path, places=place)
    assert list(upstream.iterdump()) == once


def test_a_name_carries_its_language_and_capitals_are_an_abbreviation(
    upstream: sqlite3.Connection, tmp_path: Path
):
    row = "seed:x,Somewhere,city,1,2,3,,fr=Quelque part|XYZ,an atlas\n"
    laid(upstream, tmp_path, places=HEADING + row)
    named = upstream.execute(
        "SELECT name.name, language, role FROM name JOIN place ON number = place"
        " WHERE id = 'seed:x' ORDER BY 1"
    ).fetchall()
    assert named == [
        ("Quelque part", "fr", "alias"),
        ("Somewhere", "", "name"),
        ("XYZ", "", "abbreviation"),
    ]


def test_a_wrong_name_is_taken_away(upstream: sqlite3.Connection, tmp_path: Path):
    place, name = upstream.execute(
        "SELECT id, name.name FROM name JOIN place ON number = place"
        " WHERE role = 'alias' LIMIT 1"
    ).fetchone()
    row = f'"{name}",{place},an atlas\n'
    laid(upstream, tmp_path, not_names=f"name,id,source\n{row}")
    left = upstream.execute(
        "SELECT count(*) FROM name JOIN place ON number = place"
        " WHERE id = ? AND key = ?",
        (place, key(name)),
    )
    assert left.fetchone() == (0,)


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("seed:x,X1 town,city,1,2,3,,,\n", "source is empty"),
        ("seed:x,X1 town,city,181,2,3,,,atlas\n", "lon is 181; -180 to 180"),
        ("seed:x,X1 town,city,one,2,3,,,atlas\n", "lon is 'one'; a number from"),
        ("seed:x,X1 town,city,1,,3,,,atlas\n", "lon and lat go together"),
        ("seed:x,X1 town,city,,,3,,,atlas\n", "a place needs a point"),
        ("seed:x,X1 town,castle,1,2,3,,,atlas\n", "kind is 'castle'; choose one of"),
        ("seed:x,X1 town,city,1,2,3,ne:NOBODY,,atlas\n", "no place has the id"),
        ("x,X1 town,city,1,2,3,,,atlas\n", "a new place's starts with 'seed:'"),
        ("seed:x,X1 town,city,1,2\n", "a row of 9 cells is expected"),
    ],
)
def test_a_wrong_row_is_named_with_file_and_line(
    upstream: sqlite3.Connection, tmp_path: Path, row: str, wrong: str
):
    with pytest.raises(GazetteerError, match=r"places\.csv line 2: ") as raised:
        laid(upstream, tmp_path, places=HEADING + row)
    assert wrong in str(raised.value)


def test_a_table_without_its_columns_is_refused(
    upstream: sqlite3.Connection, tmp_path: Path
):
    with pytest.raises(GazetteerError, match=r"claims\.csv line 1: no column"):
        laid(upstream, tmp_path, claims="id,source\n")


def test_a_stop_of_no_line_is_refused(upstream: sqlite3.Connection, tmp_path: Path):
    stop = "line,name,lon,lat,place,source\nseed:none,Halt,1,2,,atlas\n"
    with pytest.raises(GazetteerError, match=r"no line of rail_lines\.csv"):
        laid(upstream, tmp_path, rail_stops=stop)


def test_an_empty_folder_adds_nothing(upstream: sqlite3.Connection, tmp_path: Path):
    before = upstream.execute("SELECT count(*) FROM place").fetchone()
    empty = tmp_path / "none"
    empty.mkdir()
    seeds.write(upstream, empty)
    assert upstream.execute("SELECT count(*) FROM place").fetchone() == before


MARKED = sorted((ROOT / "tests" / "data" / "articles").glob("*.jsonl"))


@pytest.mark.parametrize("marks", MARKED, ids=lambda path: path.stem)
def test_marks_point_at_their_phrases_and_at_places_that_exist(
    marks: Path, built_path: Path
):
    texts = (marks.with_suffix(".txt"), ROOT / "seeds/articles" / f"{marks.stem}.txt")
    text = next(path for path in texts if path.exists()).read_bytes().decode("utf-8")
    with open_gazetteer(built_path) as gazetteer:
        for line in marks.read_text("utf-8").splitlines():
            mark = json.loads(line)
            assert text[mark["start"] : mark["end"]] == mark["phrase"]
            ids = [*mark.get("places", []), *mark.get("stands_for", [])]
            assert not ids or any(exists(gazetteer, one) for one in ids), mark


def exists(gazetteer: Gazetteer, place_id: str) -> bool:
    try:
        return gazetteer.place(place_id).id == place_id
    except GazetteerError:
        return False
