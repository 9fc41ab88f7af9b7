"""Finding the gazetteer: what a setting names, else the user's, else the built-in."""

from __future__ import annotations

from pathlib import Path

from geodata.gazetteer.query import Gazetteer
from geodata.settings import read_settings

PACKAGED = Path(__file__).parents[1] / "data" / "gazetteer.sqlite"
"""Where the build puts the gazetteer, and where it lies in an installation."""


def gazetteer_path() -> Path:
    """The file that `open_gazetteer` opens when it is given none."""
    users = users_path()
    return users if users.exists() or read_settings()["gazetteer"] else PACKAGED


def users_path() -> Path:
    """Where a gazetteer of the user's own lies, or will when something is added.

    It is what the setting `gazetteer` names, else a file in the user-data folder.
    """
    named = read_settings()["gazetteer"]
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path  # here: not needed where one is named

    return user_data_path("toposcope", appauthor=False) / "gazetteer.sqlite"


def open_gazetteer(path: Path | str | None = None) -> Gazetteer:
    """Open a gazetteer for reading.

    Parameters
    ----------
    path : path-like, optional
        The file; if not given, the one that the setting `gazetteer` names, else the
        user's own if something was added, else the one that was built in.

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
