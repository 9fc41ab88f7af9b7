"""`/language`: the language that a reader wants the pages in."""

from __future__ import annotations

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from webapp.errors import BadRequest
from webapp.languages import LANGUAGES, without_language

bp = Blueprint("language", __name__)

_YEAR_S = 365 * 24 * 3600


@bp.post("/language")
def choose() -> Response:
    """Note the choice in a cookie, and go back to where it was made."""
    wanted = request.form.get("language", "")
    if wanted not in LANGUAGES:
        message = f"language must be one of {', '.join(LANGUAGES)}, not {wanted!r}"
        raise BadRequest(message)
    answer = redirect(without_language(request.form.get("back", "/")), 303)
    answer.set_cookie("language", wanted, max_age=_YEAR_S, samesite="Lax")
    return answer
