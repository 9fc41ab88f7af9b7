"""Building the gazetteer in two stages: what the upstreams say, then the seeds."""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from geodata.gazetteer.locate import PACKAGED
from geodata.gazetteer.query import SCHEMA_VERSION
from geodata.gazetteer.sources import ORDER
from geodata.gazetteer.sources import seeds as seeds_source
from geodata.gazetteer.writer import Writer

HERE = Path(__file__).parent


_CODE = (
    "natural_earth.py",
    "recoded.py",
    "schema.sql",
    "shapes.py",
    "spelling.py",
    "subdivisions.py",
    "towns.py",
    "upstream.py",
    "writer.py",
    "../geo.py",
    "../text.py",
)
_started = time.monotonic()


def progress(words: str) -> None:
    """Say on stderr what is being done, and since when."""
    sys.stderr.write(f"[{time.monotonic() - _started:6.1f} s] {words}\n")
    sys.stderr.flush()


def digest_of(paths: Iterable[Path]) -> str:
    """One digest of the content of files, in the order of their names."""
    whole = hashlib.sha256()
    for path in sorted(paths):
        content = path.read_bytes()
        whole.update(f"{path.name} {len(content)}\n".encode())
        whole.update(content)
    return whole.hexdigest()[:16]


def upstream_digest(pins: Iterable[Path]) -> str:
    """Digest of everything the first stage depends on."""
    code = [HERE / name for name in _CODE]
    sources = [HERE / "sources" / f"{name}.py" for name in ("__init__", *ORDER)]
    return digest_of([*code, *sources, *pins])


def seeds_digest(seeds: Path) -> str:
    """Digest of everything the second stage adds."""
    files = [path for path in seeds.rglob("*") if path.is_file()]
    code = [HERE / "sources" / "seeds.py", *(HERE / "sources" / "curated").glob("*.py")]
    return digest_of([*files, *code])


def extract(target: Path) -> None:
    """First stage: write what the upstreams say into a new file."""
    connection = _new_file(target)
    writer = Writer(connection)
    for name in ORDER:
        upstream = import_module(f"geodata.gazetteer.sources.{name}")
        writer.source(upstream.source())
        upstream.write(writer)
        writer.flush()
        progress(f"{name}: {len(writer.numbers)} places so far")
    writer.finish()
    progress("names written")
    connection.execute("ANALYZE")
    connection.commit()
    connection.execute("VACUUM")
    connection.close()
    progress(f"{target.name}: {target.stat().st_size / 1e6:.1f} MB")


def _new_file(target: Path) -> sqlite3.Connection:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    connection = sqlite3.connect(target)
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    connection.executescript((HERE / "schema.sql").read_text("utf-8"))
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    return connection


@contextmanager
def in_place_of(target: Path) -> Iterator[Path]:
    """A file to write that takes the target's place when all went well."""
    target.parent.mkdir(parents=True, exist_ok=True)
    working = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        yield working
        working.replace(target)
    finally:
        working.unlink(missing_ok=True)


def overlay(upstream: Path, seeds: Path, target: Path, digest: str) -> None:
    """Second stage: copy the upstream extract and lay the seeds over it."""
    with in_place_of(target) as working:
        shutil.copyfile(upstream, working)
        connection = sqlite3.connect(working)
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        seeds_source.write(connection, seeds, upstream.parent / "regions.sqlite")
        connection.execute(
            "INSERT OR REPLACE INTO meta VALUES ('digest', ?)", (digest,)
        )
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.commit()
        connection.close()
    progress(f"{target.name}: seeds laid over")


def packaged_digest(gazetteer: Path) -> str:
    """Digest in a gazetteer file; '' if it is none."""
    if not gazetteer.is_file():
        return ""
    connection = sqlite3.connect(f"{gazetteer.resolve().as_uri()}?mode=ro", uri=True)
    try:
        row = connection.execute(
            "SELECT value FROM meta WHERE key = 'digest'"
        ).fetchone()
    except sqlite3.DatabaseError:
        row = None
    finally:
        connection.close()
    return str(row[0]) if row else ""


def extract_path(cache: Path, pins: Iterable[Path]) -> Path:
    """Where the first stage keeps its result."""
    return cache / f"upstream-{upstream_digest(pins)}.sqlite"


def make_extract(cache: Path, pins: Sequence[Path]) -> Path:
    """Run the first stage and forget its earlier results."""
    target = extract_path(cache, pins)
    with in_place_of(target) as working:
        extract(working)
    for old in cache.glob("upstream-*.sqlite"):
        if old != target:
            old.unlink()
    return target


def build(
    target: Path, seeds: Path, cache: Path, pins: Sequence[Path], *, force: bool = False
) -> None:
    """Build the gazetteer, doing only what changed since the last time."""
    upstream = extract_path(cache, pins)
    if force or not upstream.exists():
        make_extract(cache, pins)
    digest = f"{upstream_digest(pins)}-{seeds_digest(seeds)}"
    overlay(upstream, seeds, target, digest)


def main() -> None:
    """`python -m geodata.gazetteer.build`, from a work tree."""
    root = HERE.parents[1]
    parser = argparse.ArgumentParser(prog="python -m geodata.gazetteer.build")
    parser.add_argument("--target", type=Path, default=PACKAGED)
    parser.add_argument("--seeds", type=Path, default=root / "seeds" / "gazetteer")
    parser.add_argument("--cache", type=Path, default=root / ".build" / "cache")
    parser.add_argument("--force", action="store_true", help="extract again")
    given = parser.parse_args()
    pins = [root / ".build" / "pins.txt", root / ".build" / "package-lock.json"]
    build(given.target, given.seeds, given.cache, pins, force=given.force)


if __name__ == "__main__":
    main()
