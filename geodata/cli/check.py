"""`toposcope check`: does this installation work, and what to do if not."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import click

from geodata.errors import ToposcopeError

_LEAST_FREE_BYTES = 200_000_000
_SENTENCE = "The minister flew from Paris to Tokyo."


class Finding(NamedTuple):
    """One line of the report."""

    status: str
    """OK, WARN or FAIL."""
    words: str
    """What was found."""
    hint: str = ""
    """What to do about it."""


@click.command()
def check() -> None:
    """Check this installation; each line OK, WARN or FAIL with a hint."""
    failed = False
    for finding in findings():
        failed |= finding.status == "FAIL"
        hint = f" -> {finding.hint}" if finding.hint else ""
        click.echo(f"{finding.status:<5}{finding.words}{hint}")
    if failed:
        sys.exit(1)


def findings() -> Iterator[Finding]:
    """Every check, in order."""
    checks: tuple[Callable[[], Iterator[Finding]], ...] = (
        _gazetteer,
        _reading,
        _formats,
        _articles,
        _explorer,
        _disk,
    )
    for one in checks:
        try:
            yield from one()
        except ToposcopeError as error:
            yield Finding("FAIL", str(error))
        except OSError as error:
            yield Finding("FAIL", str(error), "check the file and the disk")
        except ImportError as error:
            yield Finding("FAIL", f"a part is missing: {error}", "reinstall toposcope")


def _gazetteer() -> Iterator[Finding]:
    from geodata.gazetteer import open_gazetteer

    with open_gazetteer() as gazetteer:
        sources = gazetteer.sources()
        rows = sum(source.rows for source in sources)
        words = f"gazetteer: {len(sources)} sources, {rows:,} rows, {gazetteer.path}"
    if rows:
        yield Finding("OK", words)
    else:
        yield Finding("FAIL", words, "reinstall toposcope")


def _reading() -> Iterator[Finding]:
    from geodata.gazetteer import open_gazetteer
    from geodata.model import Document
    from geodata.pipeline import geoparse

    document = Document(id="check", title=_SENTENCE, text=_SENTENCE)
    with open_gazetteer() as gazetteer:
        found = [one for one in geoparse(document, gazetteer) if one.place]
    if found:
        yield Finding("OK", f"models: {len(found)} places read in a sentence of two")
    else:
        yield Finding("FAIL", "models: no place read", "reinstall toposcope")


def _formats() -> Iterator[Finding]:
    from geodata.exports import exporter_for, formats

    for name in formats():
        try:
            exporter_for(name).write((), about={})
        except (ImportError, OSError, ToposcopeError) as error:
            yield Finding("FAIL", f"format {name}: {error}", "reinstall toposcope")
        else:
            yield Finding("OK", f"format {name}")


def _articles() -> Iterator[Finding]:
    from geodata.seeds import seeds_folder, shipped_articles

    if shipped_articles():
        yield Finding("OK", f"shipped articles: {len(shipped_articles())}")
    else:
        hint = "name an article to `toposcope serve`"
        yield Finding("WARN", f"no articles in {seeds_folder()}", hint)


def _explorer() -> Iterator[Finding]:
    """What the explorer serves, found without importing it."""
    entry = next(iter(entry_points(group="geodata.commands", name="serve")), None)
    spec = find_spec(entry.module.partition(".")[0]) if entry else None
    if spec is None or spec.origin is None:
        yield Finding("WARN", "explorer: not installed", "install toposcope whole")
        return
    vendor = Path(spec.origin).parent / "static" / "vendor"
    for title, pattern in (
        ("basemap", "*.pmtiles"),
        ("map library", "**/leaflet*.js"),
        ("vector map library", "**/protomaps-leaflet*.js"),
    ):
        files = sorted(vendor.glob(pattern))
        if files:
            size = sum(file.stat().st_size for file in files)
            yield Finding("OK", f"{title}: {size:,} bytes")
        else:
            yield Finding("FAIL", f"{title}: missing", "reinstall toposcope")


def _disk() -> Iterator[Finding]:
    free = shutil.disk_usage(Path.home()).free
    words = f"disk: {free / 1e9:.1f} GB free in {Path.home()}"
    if free >= _LEAST_FREE_BYTES:
        yield Finding("OK", words)
    else:
        yield Finding("WARN", words, "free some space before adding articles")
