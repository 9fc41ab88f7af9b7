"""Borders: the line that two neighbours' polygons share."""

from __future__ import annotations

from functools import lru_cache

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.gazetteer import Gazetteer
from geodata.gazetteer.shapes import simplified
from geodata.geo import KM_PER_DEGREE
from geodata.model import Place, PlaceKind
from geodata.places.described.again import again
from geodata.places.described.question import (
    COUNTRIES,
    Answer,
    NoAnswer,
    Question,
    several,
    titled,
)
from geodata.places.described.shapes import (
    full_shape,
    grown,
    length_km,
    lines_only,
    simple_shape,
)
from geodata.places.described.sides import cut_to_side, in_the_side

_GAP_KM = 2.0
"""How far apart the outlines of two sources may run along one border."""

_ROUNDING_KM = 1.0

_STRAY_DEGREES = 0.5


def answer(question: Question) -> Answer | NoAnswer:
    """The border between two places, or all land borders of one."""
    if question.refers_to is not None and not question.between:
        return again(question)
    sides = question.between
    if len(sides) == 2:
        return _between(question, sides[0], sides[1])
    if len(question.of) == 1 and question.of[0].kind in COUNTRIES:
        return _around(question, question.of[0])
    return NoAnswer("a border needs two sides, or one country")


def _between(question: Question, first: Place, second: Place) -> Answer | NoAnswer:
    gazetteer = question.gazetteer
    for side in (first, second):
        if full_shape(gazetteer, side.id) is None:
            return NoAnswer(f"the gazetteer has no outline of {titled(side)}")
    line = shared_line(gazetteer, first.id, second.id)
    if line is None:
        return NoAnswer(
            f"the outlines of {titled(first)} and {titled(second)} do not touch"
        )
    crossings = _crossings(gazetteer, first, second)
    simple, tolerance = simplified(line)
    how = (
        f"the line that the outlines of {several([first, second])} share,"
        f" {_length(line)} km"
    )
    if crossings:
        how += f", with the crossing{'s' * (len(crossings) > 1)} {several(crossings)}"
    return Answer(
        kind=PlaceKind.LINE,
        geometry=simple,
        how=how,
        members=tuple(crossings),
        precision_km=max(_ROUNDING_KM, tolerance * KM_PER_DEGREE),
        key="border:" + ":".join(sorted((first.id, second.id))),
    )


def _length(line: BaseGeometry) -> str:
    return f"{max(1.0, length_km(line)):,.0f}"


def _crossings(gazetteer: Gazetteer, first: Place, second: Place) -> list[Place]:
    """Known crossings that join both sides."""
    there = {place.id for place in gazetteer.relating(second, "joins")}
    return [
        place
        for place in gazetteer.relating(first, "joins")
        if place.id in there and place.kind is PlaceKind.BORDER
    ]


@lru_cache(maxsize=256)
def shared_line(
    gazetteer: Gazetteer, first_id: str, second_id: str
) -> BaseGeometry | None:
    """The line two outlines have in common; None if they do not touch."""
    first = full_shape(gazetteer, first_id)
    second = full_shape(gazetteer, second_id)
    if first is None or second is None:
        return None
    mine = _outline_near(first, second)
    theirs = _outline_near(second, first)
    if mine.is_empty or theirs.is_empty:
        return None
    line = lines_only(shapely.intersection(mine, theirs))
    sources = {gazetteer.place(place_id).source for place_id in (first_id, second_id)}
    if line.is_empty or len(sources) > 1:
        line = lines_only(shapely.intersection(mine, _strip(theirs)))
    return None if line.is_empty else line


def _outline_near(shape: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    box = grown(other.bounds, 2 * _GAP_KM)
    return lines_only(shapely.clip_by_rect(shape.boundary, *box))


def _strip(line: BaseGeometry) -> BaseGeometry:
    """A narrow strip along a line, for outlines drawn by different hands."""
    coarse = shapely.simplify(line, _GAP_KM / KM_PER_DEGREE / 4)
    return shapely.buffer(coarse, _GAP_KM / KM_PER_DEGREE, quad_segs=2)


@lru_cache(maxsize=64)
def neighbours(gazetteer: Gazetteer, place_id: str) -> tuple[str, ...]:
    """Ids of the countries whose outline touches this one's."""
    shape = full_shape(gazetteer, place_id)
    if shape is None:
        return ()
    box = grown(shape.bounds, _GAP_KM)
    return tuple(
        place.id
        for kind in sorted(COUNTRIES)
        for place in gazetteer.of_kind(kind, bounds=box)
        if place.id != place_id and _near(gazetteer, place_id, place.id)
    )


def _near(gazetteer: Gazetteer, first_id: str, second_id: str) -> bool:
    """A quick look at the simplified shapes, which stray a little."""
    first = simple_shape(gazetteer, first_id)
    second = simple_shape(gazetteer, second_id)
    if first is None or second is None:
        return False
    return bool(shapely.dwithin(first, second, _STRAY_DEGREES))


def _around(question: Question, country: Place) -> Answer | NoAnswer:
    gazetteer = question.gazetteer
    lines = [
        line
        for other in neighbours(gazetteer, country.id)
        if (line := shared_line(gazetteer, country.id, other)) is not None
    ]
    whole = full_shape(gazetteer, country.id)
    if whole is None or not lines:
        return NoAnswer(f"{titled(country)} has no land border in the gazetteer")
    joined = cut_to_side(question, lines_only(shapely.union_all(lines)), whole)
    if joined.is_empty:
        return NoAnswer(f"{titled(country)} has no land border on that side")
    simple, tolerance = simplified(joined)
    return Answer(
        kind=PlaceKind.LINE,
        geometry=simple,
        how=f"every land border of {titled(country)}{in_the_side(question)},"
        f" {_length(joined)} km: the text names no other side",
        confidence=0.6,
        precision_km=max(_ROUNDING_KM, tolerance * KM_PER_DEGREE),
    )
