"""`/gazetteer`: places by name, for who corrects one."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, current_app, request

from geodata.gazetteer import Gazetteer, Named
from geodata.model import PlaceKind
from geodata.properties import member_summary
from webapp.answers import json_answer
from webapp.errors import BadRequest

bp = Blueprint("gazetteer", __name__)

_COUNTRIES = (PlaceKind.COUNTRY, PlaceKind.TERRITORY)
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
    found = _found(gazetteer, words) if gazetteer else []
    return json_answer({"places": [_summary(each) for each in found]})


def _found(gazetteer: Gazetteer, words: str) -> list[Named]:
    """Places under these words, which may say region or country after a comma."""
    head, _, around = words.partition(",")
    if not around.strip():
        return gazetteer.search(words, MOST_FOUND)
    whole = gazetteer.named(words)
    holders = {bearer.place for bearer in gazetteer.named(around)}
    regions = {place.admin1 for place in holders if place.feature_code == "ADM1"}
    countries = {place.country for place in holders if place.kind in _COUNTRIES}
    within = [
        bearer
        for bearer in gazetteer.named(head)
        if bearer.place.admin1 in regions or bearer.place.country in countries
    ]
    return [*whole, *within][:MOST_FOUND]


def _summary(found: Named) -> dict[str, Any]:
    place = found.place
    told = {"called": found.name, "population": place.population}
    return {**member_summary(place), **told}
