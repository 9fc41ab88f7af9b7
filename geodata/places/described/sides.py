"""The northern, southern, eastern or western half of a place, and what lies there."""

from __future__ import annotations

from collections.abc import Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.model import Place
from geodata.places.described.question import Question
from geodata.places.described.shapes import Bounds, full_shape, grown, lines_only

_MARGIN_KM = 50.0


def in_the_side(question: Question) -> str:
    """The sides in words, after a blank: " in the north-east"; "" if none was said."""
    return f" in the {'-'.join(question.sides)}" if question.sides else ""


def cut_to_side(
    question: Question, line: BaseGeometry, whole: BaseGeometry
) -> BaseGeometry:
    """What of a line lies in the half of a shape that the words say."""
    for side in question.sides:
        line = lines_only(shapely.clip_by_rect(line, *half(whole, side)))
    return line


def half(shape: BaseGeometry, side: str) -> Bounds:
    """The box of a shape's northern, southern, eastern or western half."""
    west, south, east, north = grown(shape.bounds, _MARGIN_KM)
    middle = shape.centroid
    if side == "north":
        south = middle.y
    elif side == "south":
        north = middle.y
    elif side == "east":
        west = middle.x
    else:
        east = middle.x
    return west, south, east, north


def on_side(question: Question, places: Sequence[Place]) -> list[Place]:
    """Those beyond the middle of what holds them, as the words say.

    None is, where a side was said of nothing that has a shape.
    """
    kept = list(places)
    if not question.sides:
        return kept
    shapes = [full_shape(question.gazetteer, place.id) for place in question.holders]
    middle = next((shape.centroid for shape in shapes if shape is not None), None)
    if middle is None:
        return []
    for side in question.sides:
        kept = [place for place in kept if _lies(place, side, middle.x, middle.y)]
    return kept


def _lies(place: Place, side: str, lon: float, lat: float) -> bool:
    if place.lon is None or place.lat is None:
        return False
    ahead = {
        "north": place.lat - lat,
        "south": lat - place.lat,
        "east": place.lon - lon,
        "west": lon - place.lon,
    }
    return ahead[side] > 0
