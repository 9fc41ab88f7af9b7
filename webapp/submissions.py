"""What a browser or a program sends when it adds an article."""

from __future__ import annotations

import json

from flask import request

from webapp.errors import BadRequest, UnsupportedBody

_FORM_TYPES = ("multipart/form-data", "application/x-www-form-urlencoded")


def sent_article() -> tuple[bytes, str, str]:
    """Content, title and file name of what was posted: a form, a file, JSON or text.

    A plain text is its own body, with its title in the address (`?title=`).

    Raises
    ------
    UnsupportedBody
        If the body is none of these.
    BadRequest
        If there is no article in it, or more than one.
    """
    if request.mimetype == "application/json":
        return _from_json()
    if request.mimetype == "text/plain":
        return request.get_data(), request.args.get("title", ""), ""
    if request.mimetype not in _FORM_TYPES:
        message = (
            f"an article cannot be sent as {request.mimetype or 'nothing'!r}; use"
            f" {', '.join(_FORM_TYPES)}, text/plain or application/json"
        )
        raise UnsupportedBody(message)
    text = request.form.get("text", "")
    title = request.form.get("title", "")
    file = request.files.get("file")
    if file is None or not file.filename:
        if "text" not in request.form:
            raise BadRequest("nothing was sent; give a file or a text")
        return _encoded(text), title, ""
    if text.strip():
        raise BadRequest("both a file and a text were sent; give one of them")
    name = "" if file.filename == "-" else file.filename  # curl's standard input
    return file.read(), title, name


def _from_json() -> tuple[bytes, str, str]:
    try:
        told = json.loads(request.get_data())
    except (ValueError, RecursionError):
        told = None
    told = told if isinstance(told, dict) else {}
    text, title = told.get("text"), told.get("title") or ""
    if not isinstance(text, str) or not isinstance(title, str):
        message = 'the JSON sent is no article; give {"title": "...", "text": "..."}'
        raise BadRequest(message)
    return _encoded(text), title, ""


def _encoded(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        message = f"the text has half a character (a surrogate) at {error.start}"
        raise BadRequest(message) from None
