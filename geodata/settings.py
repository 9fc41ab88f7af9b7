"""Settings: each with its default and its help, read once and never at import."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple


class Setting(NamedTuple):
    """One thing a user can set, by the environment variable TOPOSCOPE_<NAME>."""

    name: str
    default: str
    help: str


SETTINGS = (
    Setting(
        "gazetteer",
        "",
        "Path of the gazetteer file; empty for your own, if you added to it, else the"
        " one that was built in.",
    ),
    Setting(
        "max_article_bytes",
        "2000000",
        "Largest article the server accepts, in bytes; the command line has no limit.",
    ),
    Setting(
        "hosts",
        "",
        "Further names the server answers to, separated by commas; * for any.",
    ),
    Setting(
        "tiles",
        "",
        "A tile server for the basemap, as 'address credits'; empty to stay offline.",
    ),
)


def read_settings(environ: Mapping[str, str] | None = None) -> dict[str, str]:
    """Every setting with its value, from the environment or else its default.

    Parameters
    ----------
    environ : mapping of str to str, optional
        Variables to read; those of the process if not given.

    Returns
    -------
    dict
        Setting name to value.

    Examples
    --------
    >>> read_settings({})["max_article_bytes"]
    '2000000'
    >>> read_settings({"TOPOSCOPE_GAZETTEER": "my.sqlite"})["gazetteer"]
    'my.sqlite'
    """
    variables = os.environ if environ is None else environ
    return {
        setting.name: variables.get(
            f"TOPOSCOPE_{setting.name.upper()}", setting.default
        )
        for setting in SETTINGS
    }
