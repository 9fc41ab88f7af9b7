"""`/healthz`: whether the server can do its work."""

from __future__ import annotations

from flask import Blueprint, Response, current_app

from geodata.version import installed_version
from webapp.answers import json_answer

bp = Blueprint("healthz", __name__)


@bp.get("/healthz")
def healthz() -> Response:
    """Say that the server answers, and what it runs."""
    library = current_app.extensions["library"]
    return json_answer(
        {
            "ok": True,
            "version": installed_version(),
            "gazetteer": current_app.extensions["engine"].digest(),
            "articles": len(library.entries()),
        }
    )
