"""Which version of Toposcope this is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def installed_version() -> str:
    """The version of this distribution; "unknown" in a bare work tree."""
    try:
        return version("toposcope")
    except PackageNotFoundError:
        return "unknown"
