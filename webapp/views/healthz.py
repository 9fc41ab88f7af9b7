"""`/healthz`: whether the server can do its work."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from flask import Blueprint, Response, current_app

from webapp.answers import json_answer

bp = Blueprint("healthz", __name__)


@bp.get("/healthz")
def healthz() -> Response:
    """Say that the server answers, and what it runs."""
    library = current_app.extensions["library"]
    return json_answer(
        {
            "ok": True,
            "version": _version(),
            "gazetteer": current_app.extensions["engine"].digest(),
            "articles": len(library.entries()),
        }
    )


def _version() -> str:
    try:
        return version("toposcope")
    except PackageNotFoundError:  # run from a work tree that was never installed
        return "unknown"
