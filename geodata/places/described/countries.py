"""Countries told by where they lie: on a sea, or around a country."""

from __future__ import annotations

import shapely

from geodata.gazetteer import Gazetteer
from geodata.geo import KM_PER_DEGREE
from geodata.model import Place, PlaceKind
from geodata.places.described.borders import neighbours, shared_line
from geodata.places.described.conditions import (
    OUTLINE_KM,
    countries_in,
    shore_bounds,
    water_shapes,
)
from geodata.places.described.question import (
    COUNTRIES,
    Answer,
    NoAnswer,
    Question,
    several,
)
from geodata.places.described.shapes import (
    areas,
    full_shape,
    simple_shape,
    stray_km,
)
from geodata.places.described.sides import in_the_side, on_side


def answer(question: Question) -> Answer | NoAnswer:
    """Those that meet every condition; a region alone picks none of its own out."""
    around = [place for place in question.holders if place.kind in COUNTRIES]
    regions = [place for place in question.holders if place.kind not in COUNTRIES]
    if not around and not question.on:
        return NoAnswer("no sea and no country says which of them are meant")
    found = [
        {place.id: place for place in places}
        for places in (
            *(_bordering(question.gazetteer, country) for country in around),
            *(_on_shore(question.gazetteer, water) for water in question.on),
            *(countries_in(question.gazetteer, region) for region in regions),
        )
    ]
    shared = set(found[0]).intersection(*found[1:])
    members = tuple(on_side(question, [found[0][one] for one in sorted(shared)]))
    where = _where(question, around, regions)
    if not members:
        return NoAnswer(f"the gazetteer has no countries {where}")
    return _set_of(question.gazetteer, members, f"{len(members)} countries {where}")


def _bordering(gazetteer: Gazetteer, country: Place) -> list[Place]:
    """Inhabited countries that share a land border with one."""
    return [
        place
        for other in neighbours(gazetteer, country.id)
        if (place := gazetteer.place(other)).population
        and shared_line(gazetteer, country.id, other) is not None
    ]


def _on_shore(gazetteer: Gazetteer, water: Place) -> list[Place]:
    """Countries whose land reaches a sea or any part of it."""
    box = shore_bounds(gazetteer, water)
    if box is None:
        return []
    parts, reach = water_shapes(gazetteer, water), OUTLINE_KM / KM_PER_DEGREE
    return [
        country
        for country in gazetteer.of_kind(PlaceKind.COUNTRY, bounds=box)
        if (land := full_shape(gazetteer, country.id)) is not None
        and any(shapely.dwithin(land, part, reach) for part in parts)
    ]


def _where(question: Question, around: list[Place], regions: list[Place]) -> str:
    parts = {"of": regions, "on": question.on, "bordering": around}
    named = [f"{word} {several(ones)}" for word, ones in parts.items() if ones]
    return " ".join(named) + in_the_side(question)


def _set_of(gazetteer: Gazetteer, members: tuple[Place, ...], found: str) -> Answer:
    shapes = [simple_shape(gazetteer, place.id) for place in members]
    return Answer(
        kind=PlaceKind.SET,
        geometry=areas([shape for shape in shapes if shape is not None]),
        how=f"{found}, by their outlines",
        members=members,
        reasons=(found,),
        precision_km=max(stray_km(gazetteer, place) for place in members),
    )
