"""What a gazetteer of the user's own was made from, and whether it still fits."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from geodata.errors import GazetteerError


def base_for(target: Path, built_in: Path) -> tuple[Path, str]:
    """What to add to, and a sentence on why it is not the target as it stands.

    Parameters
    ----------
    target : Path
        Where the user's gazetteer lies, or will.
    built_in : Path
        The one that came with the package.

    Returns
    -------
    tuple of (Path, str)
        The target, unless there is none yet, or it was made from another built-in
        gazetteer than this; then the built-in one, and the sentence on that.

    Raises
    ------
    GazetteerError
        If the target is no gazetteer; nobody's file is overwritten.
    """
    if not target.exists():
        return built_in, ""
    if is_outdated(target, built_in):
        return built_in, (
            f"{target} was made from another version of the built-in gazetteer: it is"
            " made anew, so add again whatever else you had added"
        )
    return target, ""


def is_outdated(target: Path, built_in: Path) -> bool:
    """Whether a gazetteer was made by adding to another built-in one than this."""
    meta, version = _facts(target)
    built_in_meta, current = _facts(built_in)
    if "added_to" in meta:
        return version != current or meta["added_to"] != built_in_meta.get("digest")
    if version != current:
        raise GazetteerError(
            f"{target} has gazetteer format {version}, this version writes {current};"
            " move it away, or name another in TOPOSCOPE_GAZETTEER"
        )
    return False  # of the user's own making


def _facts(path: Path) -> tuple[dict[str, str], int]:
    """Table meta of a gazetteer of any version, and which version it is."""
    uri = f"{path.resolve().as_uri()}?mode=ro"
    try:
        with contextlib.closing(sqlite3.connect(uri, uri=True)) as sql:
            version = sql.execute("PRAGMA user_version").fetchone()[0]
            return dict(sql.execute("SELECT key, value FROM meta")), int(version)
    except sqlite3.DatabaseError as error:
        raise GazetteerError(
            f"{path} is no gazetteer ({error}); move it away, or name another in"
            " TOPOSCOPE_GAZETTEER"
        ) from None
