"""`/gazetteer`: places by name, for who corrects one."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, current_app, request

from geodata.gazetteer import Gazetteer, Named
from geodata.properties import member_summary
from webapp.answers import json_answer
from webapp.errors import BadRequest

bp = Blueprint("gazetteer", __name__)

MOST_FOUND = 10
"""Places that an answer holds."""
_LONGEST = 200
"""Characters of what is searched for."""


@bp.get("/gazetteer")
def search() -> Response:
    """Places whose name is, or begins with, what is searched for (`?q=`)."""
    words = request.args.get("q", "")
    if not words.strip() or len(words) > _LONGEST:
        message = f"nothing to search for; give ?q= with 1 to {_LONGEST} characters"
        raise BadRequest(message)
    gazetteer: Gazetteer | None = current_app.extensions["engine"].gazetteer()
    found = gazetteer.search(words, MOST_FOUND) if gazetteer else []
    return json_answer({"places": [_summary(each) for each in found]})


def _summary(found: Named) -> dict[str, Any]:
    return {**member_summary(found.place), "called": found.name}
