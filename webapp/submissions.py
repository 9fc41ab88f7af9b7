"""What a browser or a program sends when it adds an article or corrects a place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from flask import request

from geodata.documents import correction_of, place_summary
from geodata.errors import DocumentError, UnknownPlace
from geodata.gazetteer import Gazetteer
from geodata.mentions.missed import free_spans
from geodata.model import BY_HAND, Correction, Place, PlaceKind, Resolution
from geodata.text import key
from webapp.article import Article
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


def sent_day() -> str:
    """The day an article was published, as it was sent with it; empty if none was.

    Raises
    ------
    BadRequest
        If it is no day.
    """
    if request.mimetype == "application/json":
        given = _sent_object().get("published") or ""
    elif request.mimetype == "text/plain":
        given = request.args.get("published", "")
    else:
        given = request.form.get("published", "")
    try:
        return date.fromisoformat(given).isoformat() if given else ""
    except (TypeError, ValueError):
        message = f"published cannot be {given!r}; give a day such as 2024-03-14"
        raise BadRequest(message) from None


def sent_correction(article: Article, gazetteer: Gazetteer | None) -> Correction:
    """What a person says of a name of an article, as JSON.

    The place is an id of the gazetteer or of a candidate, or `{"lat", "lon"}` for one
    that is put by hand; all else is as the corrections' file has it.

    Raises
    ------
    UnsupportedBody
        If it is not sent as JSON.
    BadRequest
        If it says what cannot be, or is for a name that the article has not.
    """
    if request.mimetype != "application/json":
        message = f"a correction is sent as JSON, not as {request.mimetype!r}"
        raise UnsupportedBody(message)
    told = _sent_object()
    meant = told.get("place")
    found = _named(article, told)
    if found and found.correction and found.correction.missed:
        told.setdefault("missed", True)  # or the name would be found no more
    try:
        if isinstance(meant, Mapping):
            told["place"] = _by_hand(told["phrase"], found, meant)
        elif isinstance(meant, str):
            told["place"] = place_summary(_chosen(article, meant, gazetteer))
        told["made"] = datetime.now(UTC).isoformat(timespec="seconds")
        return correction_of(told)
    except DocumentError as error:
        raise BadRequest(str(error)) from None


def _named(article: Article, told: Mapping[str, Any]) -> Resolution | None:
    """The mention that is corrected; of a name that is meant everywhere, the first.

    None for a name that the article has, and that was missed.
    """
    phrase, start = told.get("phrase"), told.get("start")
    if not isinstance(phrase, str) or not key(phrase):
        raise BadRequest(f"the article has no name {phrase!r} to correct")
    for found in article.resolutions:
        mention = found.mention
        here = start is None or mention.start == start
        if here and key(mention.phrase) == key(phrase):
            return found
    known = [found.mention for found in article.resolutions]
    missed = told.get("missed") is True
    if missed and free_spans(article.document.text, phrase, known, start):
        return None
    where = "" if start is None else f" at {start!r}"
    raise BadRequest(f"the article has no name {phrase!r}{where} to correct")


def _chosen(article: Article, place_id: str, gazetteer: Gazetteer | None) -> Place:
    for found in article.resolutions:
        for place in (found.place, *(each.place for each in found.candidates)):
            if place is not None and place.id == place_id:
                return place
    try:
        if gazetteer is not None:
            return gazetteer.place(place_id)
    except UnknownPlace:
        pass
    raise BadRequest(f"no place has the id {place_id!r}; search for one at /gazetteer")


_SPOTS = (
    PlaceKind.CITY,
    PlaceKind.PORT,
    PlaceKind.AIRPORT,
    PlaceKind.STATION,
    PlaceKind.LANDMARK,
    PlaceKind.MOUNTAIN,
)
"""Kinds that stay what they are when they are put elsewhere, because they are spots."""


def _by_hand(
    phrase: str, found: Resolution | None, at: Mapping[str, Any]
) -> dict[str, Any]:
    """A place of the mention's name and kind where a person says that it lies."""
    lat, lon = _degrees(at, "lat"), _degrees(at, "lon")
    was = found.place if found else None
    return {
        "id": f"{BY_HAND}:{lat},{lon}",
        "name": found.mention.phrase if found else phrase,
        "kind": str(was.kind if was and was.kind in _SPOTS else PlaceKind.POINT),
        "lat": lat,
        "lon": lon,
    }


def _degrees(at: Mapping[str, Any], name: str) -> float:
    """Degrees with five decimals, a metre."""
    value = at.get(name)
    if not isinstance(value, int | float):
        raise BadRequest(f"the place has {name} {value!r}; give degrees")
    return round(float(value), 5)


def _sent_object() -> dict[str, Any]:
    try:
        told = json.loads(request.get_data())
    except (ValueError, RecursionError):
        told = None
    return told if isinstance(told, dict) else {}


def _from_json() -> tuple[bytes, str, str]:
    told = _sent_object()
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
