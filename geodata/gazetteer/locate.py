"""Finding the gazetteer: the one a setting names, else the one that was built in."""

from __future__ import annotations

from pathlib import Path

from geodata.gazetteer.query import Gazetteer
from geodata.settings import read_settings

PACKAGED = Path(__file__).parents[1] / "data" / "gazetteer.sqlite"
"""Where the build puts the gazetteer, and where it lies in an installation."""


def gazetteer_path() -> Path:
    """The file that `open_gazetteer` opens when it is given none."""
    named = read_settings()["gazetteer"]
    return Path(named).expanduser() if named else PACKAGED


def open_gazetteer(path: Path | str | None = None) -> Gazetteer:
    """Open a gazetteer for reading.

    Parameters
    ----------
    path : path-like, optional
        The file; if not given, the one that the setting `gazetteer` names, else the
        one that was built in.

    Returns
    -------
    Gazetteer
        Close it, or use it in a `with` statement.

    Raises
    ------
    GazetteerError
        If there is no such file, or it is no gazetteer of this version.
    """
    return Gazetteer(gazetteer_path() if path is None else path)
