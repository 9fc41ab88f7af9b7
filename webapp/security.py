"""Who may ask, and what a page may do.

The server listens on the user's own machine, where two things must not happen: a page
of another site reads from it under a name of its own (DNS rebinding: the Host header
gives it away), or sends it a form (the Origin and Sec-Fetch-Site headers do).
"""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import Response, request

from webapp.errors import ForeignHost, ForeignOrigin
from webapp.online import OnlineTiles
from webapp.settings import ANY_ADDRESS

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:{};"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {}"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN_SITES = frozenset({"same-origin", "none"})


def check_host(hosts: frozenset[str]) -> None:
    """Refuse a request that calls the server by a name it does not go by.

    A request without a Host header comes from no browser, and is let through.

    Raises
    ------
    ForeignHost
        If the name is not among `hosts`.
    """
    named = request.environ.get("HTTP_HOST")
    if named is None or "*" in hosts or _is_known(_host_name(named), hosts):
        return
    known = ", ".join(sorted(hosts - {ANY_ADDRESS}))
    message = (
        f"this server does not go by the name {named!r}; it answers to {known}, and to"
        " what the setting TOPOSCOPE_HOSTS adds"
    )
    raise ForeignHost(message)


def check_origin() -> None:
    """Refuse a change that a page of another origin asks for.

    A request with neither header comes from a program, which no other site can steer.

    Raises
    ------
    ForeignOrigin
        If the request changes something and comes from another origin.
    """
    if request.method in _SAFE_METHODS:
        return
    origin = request.headers.get("Origin")
    site = request.headers.get("Sec-Fetch-Site")
    foreign_origin = origin is not None and _net_location(origin) != request.host
    if foreign_origin or (site is not None and site not in _OWN_SITES):
        message = (
            "changes can only be made from this server's own pages, not from"
            f" {origin or site!r}"
        )
        raise ForeignOrigin(message)


def add_security_headers(response: Response, tiles: OnlineTiles | None) -> Response:
    """Say what the page may load, and who may frame it."""
    images = f" {tiles.origin}" if tiles else ""
    frames = "*" if request.args.get("embed") == "1" else "'self'"
    response.headers["Content-Security-Policy"] = _POLICY.format(images, frames)
    response.headers.extend(_HEADERS)
    return response


def _net_location(origin: str) -> str:
    """Host and port of an origin; nothing for what has none, as `null` has."""
    try:
        return urlsplit(origin).netloc
    except ValueError:  # a bracket that is not closed
        return ""


def _is_known(name: str, hosts: frozenset[str]) -> bool:
    if name in hosts or name.endswith(".localhost"):
        return True
    if ANY_ADDRESS not in hosts:
        return False
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _host_name(host: str) -> str:
    """The name without its port: `[::1]:8000` -> `::1`."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:  # a bracket that is not closed
        return ""
