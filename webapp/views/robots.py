"""`/robots.txt`: nothing here is for search engines."""

from __future__ import annotations

from flask import Blueprint, Response

bp = Blueprint("robots", __name__)


@bp.get("/robots.txt")
def robots() -> Response:
    """Ask crawlers to stay out: every article costs work, and none is published."""
    return Response("User-agent: *\nDisallow: /\n", mimetype="text/plain")
