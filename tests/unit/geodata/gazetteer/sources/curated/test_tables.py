"""Rows of curated tables: cells, parts, numbers, and where they stand."""

from pathlib import Path

import pytest

from geodata.errors import GazetteerError
from geodata.gazetteer.sources.curated.tables import Row, read_rows


def row(**cells: str) -> Row:
    return Row(file="x.csv", line=7, cells=cells)


def test_a_cell_is_divided_by_bars_and_its_parts_are_trimmed():
    assert row(aliases="DPRK | 조선||NK").many("aliases") == ("DPRK", "조선", "NK")


def test_a_column_the_table_does_not_have_is_empty():
    assert row()["note"] == ""
    assert row().number("lon", -180, 180) is None


def test_a_point_at_the_pole_on_the_date_line_is_a_point():
    assert row(lon="-180", lat="90").position() == (-180.0, 90.0)


def test_a_fault_names_file_and_line():
    assert str(row().fault("is wrong")) == "x.csv line 7: is wrong"


def test_a_missing_table_has_no_rows(tmp_path: Path):
    assert list(read_rows(tmp_path, "x.csv", ("id",))) == []


def test_lines_are_counted_from_the_heading(tmp_path: Path):
    (tmp_path / "x.csv").write_text("id,source\na,atlas\nb,\n", "utf-8")
    with pytest.raises(GazetteerError, match=r"x\.csv line 3: source is empty"):
        list(read_rows(tmp_path, "x.csv", ("id",)))
