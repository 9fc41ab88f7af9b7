"""`/static`: files under names that change with their content."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, make_response, request
from werkzeug.exceptions import RequestedRangeNotSatisfiable

from webapp.answers import accepts_gzip
from webapp.assets import Asset

bp = Blueprint("static", __name__)

_FOR_EVER = "public, max-age=31536000, immutable"
_NEVER = "no-store"
"""Chromium fails parts of a file that it keeps when several are asked for at once."""


@bp.get("/static/<path:name>")
def asset(name: str) -> Response:
    """One static file, to be kept for ever if it is sent whole."""
    found: Asset = current_app.extensions["assets"].find(name)
    whole = found.body is not None
    answer = _whole(found) if whole else _by_parts(found)
    answer.headers["Cache-Control"] = _FOR_EVER if whole else _NEVER
    return answer


def _whole(found: Asset) -> Response:
    compressed = found.compressed if accepts_gzip() else None
    answer = make_response(found.body if compressed is None else compressed)
    answer.headers["Content-Type"] = found.media_type
    if found.compressed is not None:
        answer.vary.add("Accept-Encoding")
    if compressed is None:
        answer.set_etag(found.digest)
    else:
        answer.headers["Content-Encoding"] = "gzip"
        answer.set_etag(f"{found.digest}-gzip")
    return answer


def _by_parts(found: Asset) -> Response:
    """A file that is read by byte ranges, and therefore never compressed.

    The part that is asked for is read here and now: a file that stays open until its
    answer is sent would stay open for good when the browser gives the answer up.
    """
    size = found.path.stat().st_size
    start, stop = _span(found, size)
    with found.path.open("rb") as file:
        file.seek(start)
        answer = make_response(file.read(stop - start))
    answer.headers["Content-Type"] = found.media_type
    answer.headers["Accept-Ranges"] = "bytes"
    answer.set_etag(found.digest)
    if stop - start < size:
        answer.status_code = 206
        answer.content_range.set(start, stop, size)
    return answer


def _span(found: Asset, size: int) -> tuple[int, int]:
    """Which bytes to send: those asked for, if they are of this very file.

    Raises
    ------
    RequestedRangeNotSatisfiable
        If the range lies beyond the end.
    """
    wanted = request.range
    condition = request.if_range
    older = condition.date is not None or condition.etag not in (None, found.digest)
    if wanted is None or older or len(wanted.ranges) > 1:
        return 0, size
    span = wanted.range_for_length(size)
    if span is None:
        raise RequestedRangeNotSatisfiable(size)
    return span
