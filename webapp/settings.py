"""What a server is told when it is made."""

from __future__ import annotations

import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import platformdirs

from geodata.model import Atlas, Document
from geodata.settings import read_settings
from webapp.errors import SettingError
from webapp.online import OnlineTiles, online_tiles

STATIC = Path(__file__).parent / "static"
"""The files that pages are drawn with."""

LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
"""Names under which every server is known to its own machine."""

ANY_ADDRESS = "<address>"
"""Among the hosts: any IP address, which no foreign page can take for its name."""


_EVERYWHERE = frozenset({"0.0.0.0", "::", "*", ""})  # noqa: S104  compared, not used


def _default_library() -> Path:
    return platformdirs.user_data_path("toposcope", appauthor=False) / "articles"


def _default_limit() -> int:
    given = read_settings()["max_article_bytes"]
    if not given.isdecimal() or int(given) == 0:
        message = (
            f"TOPOSCOPE_MAX_ARTICLE_BYTES is {given!r}; give a number of bytes, such as"
            " 2000000"
        )
        raise SettingError(message)
    return int(given)


def _default_hosts() -> frozenset[str]:
    given = read_settings()["hosts"].split(",")
    return LOCAL_HOSTS | {name.strip().lower() for name in given if name.strip()}


def hosts_for(host: str) -> frozenset[str]:
    """Names that a server answers to which listens on a host.

    Examples
    --------
    >>> "192.168.1.5" in hosts_for("192.168.1.5"), ANY_ADDRESS in hosts_for("0.0.0.0")
    (True, True)
    """
    names = _default_hosts() | {host.lower()}
    if host in _EVERYWHERE:
        own = socket.gethostname().lower()
        names |= {ANY_ADDRESS, own, f"{own.partition('.')[0]}.local"}
    return names


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerSettings:
    """Everything that two servers may differ in."""

    gazetteer: Path | None = None
    """The gazetteer file; None for what the settings name, or the one built in."""
    articles: tuple[Path, ...] = ()
    """Articles to serve beside the library; the shipped one if there are none."""
    library: Path = field(default_factory=_default_library)
    """Folder of what users add; made when the first article is added."""
    read_only: bool = False
    """True if nothing can be added."""
    max_article_bytes: int = field(default_factory=_default_limit)
    """Largest article that is accepted, in bytes of UTF-8."""
    hosts: frozenset[str] = field(default_factory=_default_hosts)
    """Names that the Host header may hold, without port; "*" for any."""
    build_atlas: Callable[[Document], Atlas] | None = None
    """What finds the places of a text; None for `geodata.pipeline`."""
    static: Path = STATIC
    """Folder of the static files."""
    tiles: OnlineTiles | None = field(default_factory=online_tiles)
    """Tiles from the network instead of the own basemap; None to stay offline."""
    reload_assets: bool = False
    """True to read static files anew at every request, for work on the page."""


def server_settings(config: Mapping[str, Any] | None) -> ServerSettings:
    """The settings in a Flask-like mapping of upper-case names.

    Raises
    ------
    TypeError
        If a name is unknown.

    Examples
    --------
    >>> server_settings({"READ_ONLY": True, "LIBRARY": Path("texts")}).read_only
    True
    """
    given = {name.lower(): value for name, value in (config or {}).items()}
    known = {setting.name for setting in fields(ServerSettings)}
    if unknown := sorted(given.keys() - known):
        names = ", ".join(sorted(name.upper() for name in known))
        message = f"unknown setting {unknown[0].upper()!r}; choose from {names}"
        raise TypeError(message)
    return ServerSettings(**given)
