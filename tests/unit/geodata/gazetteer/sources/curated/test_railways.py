"""Railway lines from their stops."""

import sqlite3
from pathlib import Path

import pytest

from geodata.errors import GazetteerError
from geodata.gazetteer.sources.curated.overlay import Overlay
from geodata.gazetteer.sources.curated.railways import write_railways

LINES = "id,name,gauge_mm,length_km,joins,source\nseed:l,Line,1520|1435,54,,atlas\n"
STOPS = "line,name,lon,lat,place,source\n"


def written(connection: sqlite3.Connection, folder: Path, stops: str) -> None:
    (folder / "rail_lines.csv").write_text(LINES, "utf-8")
    (folder / "rail_stops.csv").write_text(STOPS + stops, "utf-8")
    write_railways(Overlay(connection), folder)


def test_a_bend_is_on_the_line_and_no_station(
    empty: sqlite3.Connection, tmp_path: Path
):
    written(
        empty,
        tmp_path,
        "seed:l,A town,1,2,,atlas\nseed:l,,3,4,,atlas\nseed:l,B town,5,6,,atlas\n",
    )
    stations = empty.execute("SELECT name FROM place WHERE kind = 'station'")
    assert stations.fetchall() == [("A town station",), ("B town station",)]
    line = empty.execute("SELECT lon, lat, note FROM place WHERE kind = 'railway'")
    assert line.fetchall() == [(3.0, 4.0, "Gauge 1520 and 1435 mm, 54 km long.")]


def test_a_line_of_one_stop_is_refused(empty: sqlite3.Connection, tmp_path: Path):
    with pytest.raises(GazetteerError, match="needs two stops or more"):
        written(empty, tmp_path, "seed:l,A town,1,2,,atlas\n")
