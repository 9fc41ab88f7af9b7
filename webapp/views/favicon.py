"""`/favicon.ico`: the sign for those who ask without reading the page."""

from __future__ import annotations

from flask import Blueprint, redirect
from werkzeug.wrappers import Response

from webapp import urls

bp = Blueprint("favicon", __name__)


@bp.get("/favicon.ico")
def favicon() -> Response:
    """Send on to the drawing."""
    return redirect(urls.asset("img/favicon.svg"), 302)
