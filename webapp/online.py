"""Tiles from the network: off unless a setting names a server."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from geodata.settings import read_settings
from webapp.errors import SettingError

_HOST = re.compile(r"(?:\{s\}\.)?[A-Za-z0-9.-]+(?::\d+)?")
_PLACES = ("{z}", "{x}", "{y}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlineTiles:
    """A tile server that pages may ask for pictures."""

    url: str
    """Template with {z}, {x} and {y}; {s} at the start of the host for a to c."""
    attribution: str
    """Whom to credit on the map, as the server's terms ask."""

    @property
    def origin(self) -> str:
        """What the content security policy must allow.

        Examples
        --------
        >>> OnlineTiles(url="https://{s}.example.org/{z}/{x}/{y}.png",
        ...             attribution="Example").origin
        'https://*.example.org'
        """
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc.replace('{s}', '*')}"


def online_tiles(given: str | None = None) -> OnlineTiles | None:
    """The tile server that TOPOSCOPE_TILES names, as "address credits"; None for none.

    Parameters
    ----------
    given : str, optional
        The setting; that of the environment if not given.

    Raises
    ------
    SettingError
        If it is no address of tiles, or names nobody to credit.

    Examples
    --------
    >>> online_tiles("https://tile.example.org/{z}/{x}/{y}.png © Example").attribution
    '© Example'
    >>> online_tiles("") is None
    True
    """
    given = read_settings()["tiles"] if given is None else given
    if not given.strip():
        return None
    url, _, attribution = given.strip().partition(" ")
    parts = urlsplit(url)
    is_known = parts.scheme in ("http", "https") and _HOST.fullmatch(parts.netloc)
    if not (is_known and attribution and all(place in url for place in _PLACES)):
        message = (
            f"TOPOSCOPE_TILES is {given!r}; give an address with {{z}}, {{x}} and"
            " {y}, a space, and whom to credit, such as"
            " 'https://tile.example.org/{z}/{x}/{y}.png © Example contributors'"
        )
        raise SettingError(message)
    return OnlineTiles(url=url, attribution=attribution.strip())
