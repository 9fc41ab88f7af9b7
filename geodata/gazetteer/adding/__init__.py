"""Adding the full GeoNames dumps to a gazetteer of the user's own.

The built-in gazetteer is never touched: a copy is, under a hidden name, and takes the
target's place when all went well. Whatever ends a run early leaves the target as it
was, and the next run starts afresh. Memory stays bounded: rows go to the file in
batches, and names are sorted there.
"""

from __future__ import annotations

import contextlib
import dataclasses
import fcntl
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from geodata.errors import GazetteerError
from geodata.gazetteer.adding.addition import (
    EVERYTHING,
    Added,
    Addition,
    Say,
    Wanted,
)
from geodata.gazetteer.adding.origins import base_for, is_outdated
from geodata.gazetteer.sources import geonames

__all__ = ["Added", "Wanted", "add_geonames", "base_for", "is_outdated"]

_BYTES_NEEDED = 3.0
"""Disk taken at the worst moment, by byte of unpacked dump (estimated)."""


def add_geonames(
    files: Sequence[Path],
    *,
    base: Path,
    target: Path,
    wanted: Wanted = EVERYTHING,
    say: Say = lambda _: None,
) -> Added:
    """Write a copy of a gazetteer with GeoNames dumps added.

    Parameters
    ----------
    files : sequence of Path
        allCountries.zip, alternateNamesV2.zip, one country's, or their .txt files.
    base : Path
        The gazetteer to add to; it is only read.
    target : Path
        Where the new one goes; may be `base`.
    wanted : Wanted, optional
        Which rows; all if not given.
    say : callable, optional
        Told every two seconds how far it is.

    Returns
    -------
    Added
        The counts.

    Raises
    ------
    GazetteerError
        If a file is no dump, damaged or cut off, the disk is too small, or another
        run is writing the same target; the target is then as it was.
    """
    sorted_files = _by_kind(files)
    target.parent.mkdir(parents=True, exist_ok=True)
    _check_disk(sorted_files, base, target)
    working = target.with_name(f".{target.name}.adding")
    packed = target.with_name(f".{target.name}.new")
    try:
        with _held(working):
            shutil.copyfile(base, working)
            try:
                added = Addition(working, wanted, say).run(sorted_files, packed)
            except sqlite3.OperationalError as error:
                raise GazetteerError(
                    f"{target} cannot be written ({error}); free some disk, or name"
                    " another place in TOPOSCOPE_GAZETTEER"
                ) from None
            packed.replace(target)
    finally:
        packed.unlink(missing_ok=True)
    return dataclasses.replace(added, path=target)


@contextlib.contextmanager
def _held(working: Path) -> Iterator[None]:
    """Keep a second run from the working file; remove it in the end."""
    with working.open("a+b") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise GazetteerError(
                f"another run is adding to {working.parent}; wait until it has ended"
            ) from None
        try:
            yield
        finally:
            working.unlink(missing_ok=True)


def _by_kind(files: Iterable[Path]) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {geonames.PLACES: [], geonames.NAMES: []}
    for path in files:
        found[geonames.kind_of(path)].append(path)
    return found


def _check_disk(files: dict[str, list[Path]], base: Path, target: Path) -> None:
    unpacked = 0
    for path in (path for paths in files.values() for path in paths):
        with geonames.open_dump(path) as dump:
            unpacked += dump.size
    needed = int(2 * base.stat().st_size + _BYTES_NEEDED * unpacked)
    free = shutil.disk_usage(target.parent).free
    if free < needed:
        raise GazetteerError(
            f"{target.parent} has {free / 1e9:.1f} GB free, and adding takes"
            f" {needed / 1e9:.1f} GB for a while; free some, or name another place in"
            " TOPOSCOPE_GAZETTEER"
        )
