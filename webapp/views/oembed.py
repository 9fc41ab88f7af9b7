"""`/oembed`: how another site shows a view of an article (oEmbed 1.0)."""

from __future__ import annotations

from typing import cast
from urllib.parse import SplitResult, quote, unquote, urlsplit

from flask import Blueprint, Response, current_app, request
from werkzeug.exceptions import HTTPException

from webapp import urls
from webapp.answers import json_answer
from webapp.article import Entry
from webapp.errors import BadRequest, UnknownArticle, UnsupportedAnswer
from webapp.frame import HEIGHT, frame
from webapp.library import Library

bp = Blueprint("oembed", __name__)

_WIDTH = 960
"""Pixels, where a site does not say how many it has."""
_MOST_DIGITS = 6
_AS_IT_IS = "%!$&'()*+,-./:;=?@_~"
"""What a browser leaves as it is in a query."""


@bp.get("/oembed")
def oembed() -> Response:
    """The frame of a view, by its address (`?url=`), no larger than is asked for."""
    if request.args.get("format", "json") != "json":
        message = f"oEmbed is given as json, not as {request.args['format']!r}"
        raise UnsupportedAnswer(message)
    address = request.args.get("url", "")
    if not address:
        raise BadRequest("no address to embed; give it as ?url=")
    parts = _own(address)
    library = cast(Library, current_app.extensions["library"])
    entry = _entry(library, parts, address)
    most_wide, most_high = _pixels("maxwidth"), _pixels("maxheight")
    origin = f"{parts.scheme}://{request.host}"
    title = library.title(entry)
    height = min(HEIGHT, most_high or HEIGHT)
    width = min(_WIDTH, most_wide or _WIDTH)
    return json_answer(
        {
            "version": "1.0",
            "type": "rich",
            "provider_name": "Toposcope",
            "provider_url": f"{origin}/",
            "title": title,
            "html": frame(
                f"{origin}{urls.article(entry.id)}",
                quote(parts.query, safe=_AS_IT_IS),
                f"{title} · Toposcope",
                width=width if most_wide else None,
                height=height,
            ),
            "width": width,
            "height": height,
        }
    )


def _own(address: str) -> SplitResult:
    """The parts of an address of this server.

    Raises
    ------
    UnknownArticle
        If it is of another one, or none at all.
    """
    try:
        parts = urlsplit(address)
    except ValueError:  # a bracket that is not closed
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or parts.netloc.lower() != request.host:
        raise _not_here(address)
    return parts


def _entry(library: Library, parts: SplitResult, address: str) -> Entry:
    """The article that an address shows."""
    adapter = current_app.url_map.bind(request.host)
    try:
        endpoint, values = adapter.match(unquote(parts.path) or "/", method="GET")
    except HTTPException:
        raise _not_here(address) from None
    if endpoint == "articles.front":
        return library.newest()
    if endpoint != "articles.article":
        raise _not_here(address)
    return library.entry(values["article_id"])


def _not_here(address: str) -> UnknownArticle:
    return UnknownArticle(f"no article of this server is at {address!r}")


def _pixels(name: str) -> int | None:
    given = request.args.get(name, "")
    if not given:
        return None
    if not (given.isascii() and given.isdecimal() and len(given) <= _MOST_DIGITS):
        raise BadRequest(f"{name} is {given!r}; give a number of pixels, such as 600")
    return max(1, int(given))
