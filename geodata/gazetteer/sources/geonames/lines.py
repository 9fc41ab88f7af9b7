"""The lines of a GeoNames dump, read as a stream from the zip as downloaded.

The format is that of https://download.geonames.org/export/dump/readme.txt: lines of
UTF-8 without header, fields parted by tabs.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from geodata.errors import GazetteerError

PLACES = "places"
NAMES = "names"

CLASSES = "APHTLSRVU"
"""Feature classes: administrative, populated, water, terrain, areas, spots, roads,
vegetation, undersea."""

_COLUMNS = {19: PLACES, 8: NAMES, 10: NAMES}
_HIGHEST_ID = 2**31
_LONGEST_LINE = 1 << 20
_WIDTHS = "19 columns (allCountries) or 8 or 10 (alternateNames)"


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One line of allCountries.txt; the fields the gazetteer has a use for."""

    geonameid: int
    name: str
    ascii_name: str
    names: tuple[str, ...]
    lat: float
    lon: float
    feature_class: str
    feature_code: str
    country: str
    admin1: str
    """GeoNames' own code, to be read with the country's."""
    admin2: str
    """GeoNames' own code, to be read with the two before it."""
    population: int
    changed: str
    """ISO 8601 date of the last change."""


@dataclass(frozen=True, slots=True)
class NameLine:
    """One line of alternateNamesV2.txt."""

    geonameid: int
    language: str
    """ISO 639 code, or what kind of code the name is: post, iata, link ..."""
    name: str
    preferred: bool
    colloquial: bool
    historic: bool


@dataclass(slots=True)
class Dump:
    """A dump file, open for reading line by line; use it in a `with` statement."""

    path: Path
    stream: BinaryIO
    size: int
    """Bytes, unpacked."""
    number: int = 0
    """Of the line read last."""
    position: int = 0
    """Bytes read so far, unpacked."""
    _content: hashlib._Hash = field(default_factory=hashlib.sha256)

    @property
    def digest(self) -> str:
        """Digest of what was read so far."""
        return self._content.hexdigest()

    def __enter__(self) -> Dump:
        return self

    def __exit__(self, *_: object) -> None:
        self.stream.close()

    def __iter__(self) -> Iterator[bytes]:
        """Its lines, without what ends them."""
        try:
            for line in self.stream:
                self.number += 1
                self.position += len(line)
                self._content.update(line)
                yield line.rstrip(b"\r\n")
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise GazetteerError(
                f"{self.path.name} is damaged after line {self.number:,} ({error});"
                " download it again"
            ) from None

    def wrong(self, words: str) -> GazetteerError:
        """The error of the line read last."""
        return GazetteerError(f"line {self.number:,} of {self.path.name}: {words}")


def open_dump(path: Path) -> Dump:
    """Open a .zip as downloaded, or the .txt that was in it.

    Raises
    ------
    GazetteerError
        If it is neither.
    """
    if not path.is_file():
        raise GazetteerError(f"there is no file {path}; check the name")
    if path.suffix.lower() != ".zip":
        return Dump(path, path.open("rb", buffering=_LONGEST_LINE), path.stat().st_size)
    try:
        archive = zipfile.ZipFile(path)
    except zipfile.BadZipFile:
        raise GazetteerError(
            f"{path.name} is no whole zip file; download it again"
        ) from None
    with archive:  # an open member keeps the file open
        member = _largest_text(path, archive)
        # Buffered, because reading lines from a member as it is takes twice as long.
        stream = io.BufferedReader(archive.open(member), _LONGEST_LINE)  # type: ignore[type-var]
        return Dump(path, stream, member.file_size)


def _largest_text(path: Path, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The dump, among the readme and the language codes it may be packed with."""
    texts = [member for member in archive.infolist() if member.filename[-4:] == ".txt"]
    if not texts:
        raise GazetteerError(
            f"{path.name} holds no .txt file; give allCountries.zip or"
            " alternateNamesV2.zip as downloaded from GeoNames"
        )
    return max(texts, key=lambda member: member.file_size)


def kind_of(path: Path) -> str:
    """Whether a dump holds `PLACES` or `NAMES`, by the columns of its first line.

    Raises
    ------
    GazetteerError
        If neither.
    """
    with open_dump(path) as dump:
        for line in dump:
            found = line.count(b"\t") + 1
            if found not in _COLUMNS or len(line) > _LONGEST_LINE:
                raise dump.wrong(f"{found} columns; give a GeoNames dump of {_WIDTHS}")
            return _COLUMNS[found]
    raise GazetteerError(f"{path.name} is empty; download it again")


def read_places(dump: Dump) -> Iterator[PlaceLine]:
    """Every place of a dump.

    Raises
    ------
    GazetteerError
        At the first line that is none, with its number.
    """
    for line in dump:
        fields = _fields(dump, line, 19)
        try:
            row = PlaceLine(
                geonameid=int(fields[0]),
                name=fields[1],
                ascii_name=fields[2],
                names=tuple(fields[3].split(",")) if fields[3] else (),
                lat=float(fields[4]),
                lon=float(fields[5]),
                feature_class=fields[6],
                feature_code=fields[7],
                country=fields[8],
                admin1=fields[10],
                admin2=fields[11],
                population=int(fields[14] or 0),
                changed=fields[18],
            )
        except ValueError as error:
            raise dump.wrong(f"a number is expected ({error})") from None
        _check_id(dump, row.geonameid)
        if not (-90 <= row.lat <= 90 and -180 <= row.lon <= 180):
            raise dump.wrong(
                f"the position {row.lat} {row.lon} is not on earth; expected latitude"
                " in column 5, longitude in column 6"
            )
        yield row


def read_names(dump: Dump) -> Iterator[NameLine]:
    """Every alternate name of a dump.

    Raises
    ------
    GazetteerError
        At the first line that is none, with its number.
    """
    width = 0
    for line in dump:
        width = width or (10 if line.count(b"\t") == 9 else 8)
        fields = _fields(dump, line, width)
        try:
            geonameid = int(fields[1])
        except ValueError as error:
            raise dump.wrong(f"a GeoNames id is expected ({error})") from None
        _check_id(dump, geonameid)
        yield NameLine(
            geonameid=geonameid,
            language=fields[2],
            name=fields[3],
            preferred=fields[4] == "1",
            colloquial=fields[6] == "1",
            historic=fields[7] == "1",
        )


def _fields(dump: Dump, line: bytes, width: int) -> list[str]:
    try:
        fields = line.decode().split("\t")
    except UnicodeDecodeError:
        raise dump.wrong("not UTF-8; give the file as downloaded") from None
    if len(fields) != width:
        raise dump.wrong(
            f"{len(fields)} columns instead of {width}; give the file whole, as"
            " downloaded"
        )
    return fields


def _check_id(dump: Dump, geonameid: int) -> None:
    if not 0 < geonameid < _HIGHEST_ID:
        raise dump.wrong(f"{geonameid} is no GeoNames id; expected a positive integer")
