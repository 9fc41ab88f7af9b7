"""`/static`: files under names that change with their content."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, make_response, send_file

from webapp.answers import accepts_gzip
from webapp.assets import Asset

bp = Blueprint("static", __name__)

_FOR_EVER = "public, max-age=31536000, immutable"


@bp.get("/static/<path:name>")
def asset(name: str) -> Response:
    """One static file, to be kept for ever."""
    found: Asset = current_app.extensions["assets"].find(name)
    answer = _whole(found) if found.body is not None else _by_parts(found)
    answer.headers["Cache-Control"] = _FOR_EVER
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
    """A file that is read by byte ranges, and therefore never compressed."""
    return send_file(
        found.path, mimetype=found.media_type, etag=found.digest, conditional=True
    )
