"""One run of adding dumps to a working copy, from the first line to the packed file."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from geodata.gazetteer.adding.numbers import Numbers
from geodata.gazetteer.adding.twins import Twins
from geodata.gazetteer.adding.units import Units, survey
from geodata.gazetteer.rows import ROLES
from geodata.gazetteer.sources import geonames
from geodata.gazetteer.sources.geonames import (
    Dump,
    NameLine,
    PlaceLine,
    Spelling,
    kind_for,
    note_of,
    reach_km,
    spelling_of,
    spellings_of,
)
from geodata.gazetteer.writer import PlaceRow

_BATCH = 20_000
_SAY_EVERY_S = 2.0

_COLUMNS = [column.name for column in dataclasses.fields(PlaceRow)]
_FIELDS = attrgetter(*_COLUMNS)
_INSERT_PLACE = (
    f"INSERT OR IGNORE INTO place (number, {', '.join(_COLUMNS)}, prominence)"  # noqa: S608
    f" VALUES ({', '.join('?' * (len(_COLUMNS) + 2))})"
)

_Row = TypeVar("_Row")
Say = Callable[[str], None]
"""Tells a person how far it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which rows of a dump to add."""

    classes: str = geonames.CLASSES
    """Letters of the feature classes."""
    least_population: int = 0
    """Populated places (class P) with fewer inhabitants are left out."""

    def takes(self, line: PlaceLine) -> bool:
        """Whether a row is among them."""
        if line.feature_class == "P" and line.population < self.least_population:
            return False
        if not line.feature_class:
            return self.classes == geonames.CLASSES
        return line.feature_class in self.classes


EVERYTHING = Wanted()
"""Every row."""


@dataclass(slots=True, kw_only=True)
class Added:
    """What became of the rows."""

    path: Path
    """The gazetteer that was written."""
    places: int = 0
    """Places that were not there before."""
    known: int = 0
    """Rows whose place was there already."""
    left_out: int = 0
    """Rows of other classes, or of fewer inhabitants."""
    names: int = 0
    """Names that were not there before."""


class Addition:
    """One run, on the working copy."""

    def __init__(self, working: Path, wanted: Wanted, say: Say) -> None:
        self._working = working
        self._wanted = wanted
        self._say = say
        self._spoken = time.monotonic()
        self._content = hashlib.sha256(repr(wanted).encode())
        self._added = Added(path=working)
        self._units = Units()
        self._present = Numbers()
        self._sql = sqlite3.connect(working)
        self._sql.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
            " PRAGMA cache_size = -65536;"
            "CREATE TEMP TABLE staged (key TEXT, place INTEGER, name TEXT,"
            " language TEXT, role INTEGER)"
        )

    def run(self, files: dict[str, list[Path]], packed: Path) -> Added:
        """Read all files by kind, and write the result, compact, to `packed`."""
        with contextlib.closing(self._sql):
            self._present.read(self._sql)
            self._twins = Twins(self._sql)
            self._units = survey(
                self._sql,
                files[geonames.PLACES],
                lambda dump: self._progress(dump, "surveyed"),
            )
            indexes = self._without_indexes()
            for path in files[geonames.PLACES]:
                self._read(path, geonames.read_places, self._write_places)
            for path in files[geonames.NAMES]:
                self._read(path, geonames.read_names, self._write_names)
            self._sort_names()
            self._index(indexes)
            self._describe()
            self._pack(packed)
        return self._added

    def _without_indexes(self) -> list[str]:
        """Drop the indexes, which are quicker made anew; gives how."""
        rows = self._sql.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql NOT NULL"
            " AND tbl_name IN ('place', 'name')"
        ).fetchall()
        for name, _ in rows:
            self._sql.execute(f"DROP INDEX {name}")
        return [str(sql) for _, sql in rows]

    def _read(
        self,
        path: Path,
        read: Callable[[Dump], Iterator[_Row]],
        write: Callable[[list[_Row]], None],
    ) -> None:
        with geonames.open_dump(path) as dump:
            rows = read(dump)
            while batch := list(islice(rows, _BATCH)):
                write(batch)
                self._progress(dump, f"{self._added.places:,} places new")
            self._content.update(dump.digest.encode())

    def _write_places(self, lines: list[PlaceLine]) -> None:
        places, boxes, names = [], [], []
        for line in lines:
            if not self._wanted.takes(line):
                self._added.left_out += 1
                continue
            spellings = spellings_of(line)
            if self._is_known(line, spellings):
                self._added.known += 1
                continue
            number = self._present.add(line.geonameid)
            places.append((number, *_FIELDS(self._row(line)), len(spellings)))
            boxes.append((number, line.lon, line.lon, line.lat, line.lat))
            names += [_staged(number, spelling) for spelling in spellings]
        self._added.places += len(places)
        self._sql.executemany(_INSERT_PLACE, places)
        self._sql.executemany("INSERT INTO extent VALUES (?, ?, ?, ?, ?)", boxes)
        self._stage(names)

    def _is_known(self, line: PlaceLine, spellings: list[Spelling]) -> bool:
        if self._present.number(line.geonameid) is not None:
            return True
        kind = kind_for(line.feature_class, line.feature_code, line.name)
        keys = [spelling.key for spelling in spellings]
        twin = self._twins.take(keys, kind, line.lon, line.lat)
        if twin is not None:
            self._present.know(line.geonameid, twin)
            self._sql.execute(
                "UPDATE place SET geonameid = ? WHERE number = ?",
                (line.geonameid, twin),
            )
        return twin is not None

    def _write_names(self, lines: list[NameLine]) -> None:
        names = []
        for line in lines:
            number = self._present.number(line.geonameid)
            if number is None:
                continue
            if (spelling := spelling_of(line)) is not None:
                names.append(_staged(number, spelling))
        self._stage(names)

    def _stage(self, names: list[tuple[str, int, str, str, int]]) -> None:
        self._sql.executemany("INSERT INTO staged VALUES (?, ?, ?, ?, ?)", names)

    def _row(self, line: PlaceLine) -> PlaceRow:
        kind = kind_for(line.feature_class, line.feature_code, line.name)
        first = f"{line.country}.{line.admin1}"
        return PlaceRow(
            id=_id(line.geonameid),
            name=line.name,
            kind=str(kind),
            source=geonames.NAME,
            source_id=str(line.geonameid),
            lon=line.lon,
            lat=line.lat,
            feature_code=line.feature_code or None,
            country=line.country or None,
            admin1=self._units.first.get(first),
            admin2=self._units.second.get(f"{first}.{line.admin2}"),
            population=line.population,
            geonameid=line.geonameid,
            precision_km=reach_km(kind, line.feature_code, line.population),
            note=note_of(line.feature_class, line.feature_code),
        )

    def _sort_names(self) -> None:
        """Write the staged names in key order; what was there before stays."""
        self._say("sorting the names")
        before = self._count("name")
        roles = " ".join(
            f"WHEN {rank} THEN '{role}'" for rank, role in enumerate(ROLES)
        )
        self._sql.execute(
            "INSERT OR IGNORE INTO name (key, place, name, language, role)"  # noqa: S608
            " SELECT key, place, name,"
            " replace(replace(min(CASE language WHEN '' THEN '~' WHEN 'en' THEN '!en'"
            " ELSE language END), '~', ''), '!', ''),"
            f" CASE min(role) {roles} END FROM staged GROUP BY key, place, name"
        )
        self._sql.execute("DROP TABLE staged")
        self._added.names = self._count("name") - before

    def _count(self, table: str) -> int:
        return int(self._sql.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608

    def _index(self, indexes: list[str]) -> None:
        self._say("indexing")
        for sql in indexes:
            self._sql.execute(sql)
        self._sql.execute("PRAGMA analysis_limit = 1000")
        self._sql.execute("ANALYZE")

    def _describe(self) -> None:
        source = geonames.source(self._units.newest or "names only")
        self._sql.execute(
            "INSERT INTO source VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT (name)"
            " DO UPDATE SET version = max(version, excluded.version)",
            dataclasses.astuple(source),
        )
        self._sql.execute(
            "UPDATE source SET rows = (SELECT count(*) FROM place WHERE source = ?)"
            " WHERE name = ?",
            (geonames.NAME, geonames.NAME),
        )
        self._sql.execute(
            "INSERT OR IGNORE INTO meta SELECT 'added_to', value FROM meta"
            " WHERE key = 'digest'"
        )
        self._sql.execute(
            "UPDATE meta SET value = value || ?1 WHERE key = 'digest'"
            " AND instr(value, ?1) = 0",
            (f"+{self._content.hexdigest()[:16]}",),
        )
        self._sql.commit()

    def _pack(self, packed: Path) -> None:
        self._say("packing the file")
        packed.unlink(missing_ok=True)
        self._sql.execute("VACUUM INTO ?", (str(packed),))
        with packed.open("rb") as written:
            os.fsync(written.fileno())

    def _progress(self, dump: Dump, words: str) -> None:
        now = time.monotonic()
        if now - self._spoken >= _SAY_EVERY_S:
            self._spoken = now
            share = dump.position / max(dump.size, 1)
            self._say(f"{dump.path.name}: {dump.number:,} lines, {share:.0%}, {words}")


def _staged(number: int, spelling: Spelling) -> tuple[str, int, str, str, int]:
    rank = ROLES.index(spelling.role)
    return spelling.key, number, spelling.name, spelling.language, rank


def _id(geonameid: int) -> str:
    return f"geonames:{geonameid}"
