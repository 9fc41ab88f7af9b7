"""Layers to bytes: one module a format, found by name or by a file's suffix.

Further formats plug in by the entry-point group `geodata.exporters`: each entry is
an `Exporter`, and its name is the format's.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path

from geodata.errors import UnknownFormat
from geodata.exports.exporter import Exporter

__all__ = ["Exporter", "exporter_for", "exporter_for_path", "formats"]

_OWN = ("geojson", "gpkg", "kml", "csv", "parquet", "lpf", "annotations")
_GROUP = "geodata.exporters"
_ELSEWHERE = {"html": "the explorer, which writes that page, is not installed"}


def formats() -> tuple[str, ...]:
    """Names of all formats, this package's own first.

    Examples
    --------
    >>> formats()[:7]
    ('geojson', 'gpkg', 'kml', 'csv', 'parquet', 'lpf', 'annotations')
    """
    return (*_OWN, *_plugged_in())


def exporter_for(name: str) -> Exporter:
    """The exporter of a format.

    Raises
    ------
    UnknownFormat
        If there is none of this name.

    Examples
    --------
    >>> exporter_for("geojson").media_type
    'application/geo+json'
    """
    if name in _OWN:
        exporter: Exporter = import_module(f"{__name__}.{name}").EXPORTER
        return exporter
    if name in _plugged_in():
        return _loaded(name)
    reason = f"{_ELSEWHERE[name]};" if name in _ELSEWHERE else "please"
    raise UnknownFormat(
        f"cannot write {name!r}: {reason} choose one of {', '.join(formats())}"
    )


def exporter_for_path(path: Path | str) -> Exporter:
    """The exporter of the format that a file's suffix names.

    Raises
    ------
    UnknownFormat
        If the file has no suffix, or one that no format has.

    Examples
    --------
    >>> exporter_for_path("ports.lpf.json").name
    'lpf'
    """
    suffixes = "".join(Path(path).suffixes).lower()
    for name in _OWN:
        if suffixes.endswith(exporter_for(name).suffix):
            return exporter_for(name)
    last = Path(suffixes.lstrip(".")).suffix or suffixes
    if last.removeprefix(".") in _plugged_in():
        return _loaded(last.removeprefix("."))
    what = f"no format is written to {last!r} files" if last else "it has no suffix"
    raise UnknownFormat(
        f"cannot tell the format of {path}: {what}; end it in one of"
        f" {', '.join(_suffixes())}"
    )


def _suffixes() -> tuple[str, ...]:
    """What file names end in, by format; those of plug-ins are their names."""
    own = (exporter_for(name).suffix for name in _OWN)
    return (*own, *(f".{name}" for name in _plugged_in()))


@cache
def _plugged_in() -> tuple[str, ...]:
    names = {entry.name for entry in entry_points(group=_GROUP)}
    return tuple(sorted(names - set(_OWN)))


@cache
def _loaded(name: str) -> Exporter:
    (entry, *_) = entry_points(group=_GROUP, name=name)
    exporter = entry.load()
    if not isinstance(exporter, Exporter):
        raise UnknownFormat(
            f"the plug-in {entry.value} for {name!r} is no exporter; update or remove"
            " it"
        )
    return exporter
