"""Reading the curated tables: each row knows its file and line, and has a source."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from geodata.errors import GazetteerError


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a curated table."""

    file: str
    """Name of the file."""
    line: int
    """Number of the line, the heading being 1."""
    cells: Mapping[str, str]
    """Column to text, with no blanks around it."""

    def __getitem__(self, column: str) -> str:
        """Text of a cell; '' if the table has no such column."""
        return self.cells.get(column, "")

    def many(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that are divided by `|`."""
        parts = (part.strip() for part in self[column].split("|"))
        return tuple(part for part in parts if part)

    def fault(self, wrong: str) -> GazetteerError:
        """The error that says what is wrong with this row, and where it stands."""
        return GazetteerError(f"{self.file} line {self.line}: {wrong}")

    def required(self, column: str) -> str:
        """Text of a cell that must not be empty."""
        if not self[column]:
            raise self.fault(f"{column} is empty; every row needs one")
        return self[column]

    def number(self, column: str, least: float, most: float) -> float | None:
        """Number of a cell within bounds; None if the cell is empty."""
        if not self[column]:
            return None
        try:
            value = float(self[column])
        except ValueError:
            raise self.fault(
                f"{column} is {self[column]!r}; a number from {least:g} to {most:g}"
                " would be right"
            ) from None
        if not least <= value <= most:
            raise self.fault(
                f"{column} is {value:g}; {least:g} to {most:g} would be right"
            )
        return value

    def position(self) -> tuple[float, float] | None:
        """Longitude and latitude in degrees; None if both cells are empty."""
        lon, lat = self.number("lon", -180, 180), self.number("lat", -90, 90)
        if lon is None and lat is None:
            return None
        if lon is None or lat is None:
            raise self.fault("lon and lat go together; give both or none")
        return lon, lat

    def one_of(self, column: str, known: Iterable[str], default: str = "") -> str:
        """Text of a cell that must be one of a few words."""
        value = self[column] or default
        choice = sorted(known)
        if value not in choice:
            raise self.fault(
                f"{column} is {value!r}; choose one of {', '.join(choice)}"
            )
        return value


def read_rows(folder: Path, file: str, columns: Iterable[str]) -> Iterator[Row]:
    """Rows of a table, each with a source; none if the folder has no such file.

    Raises
    ------
    GazetteerError
        If the table lacks one of `columns`, or a row its source, or a cell.
    """
    path = folder / file
    if not path.exists():
        return
    needed = {*columns, "source"}
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines, strict=True)
        missing = needed - set(reader.fieldnames or ())
        if missing:
            raise GazetteerError(
                f"{file} line 1: no column {', '.join(sorted(missing))}; the heading"
                f" needs {', '.join(sorted(needed))}"
            )
        for cells in reader:
            yield _row(file, reader.line_num, cells)


def _row(file: str, line: int, cells: Mapping[str | None, str | None]) -> Row:
    texts = {name: text for name, text in cells.items() if name is not None}
    row = Row(
        file=file,
        line=line,
        cells={name: (text or "").strip() for name, text in texts.items()},
    )
    if None in cells or None in texts.values():
        raise row.fault(
            f"a row of {len(texts)} cells is expected; put cells with a comma in quotes"
        )
    row.required("source")
    return row
