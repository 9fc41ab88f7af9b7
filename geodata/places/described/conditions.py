"""Which places of a kind belong to a country, lie on a sea, or stand in a city."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from shapely.geometry.base import BaseGeometry

from geodata.gazetteer import Gazetteer
from geodata.geo import distance_km
from geodata.model import Place, PlaceKind
from geodata.places.described.question import COUNTRIES
from geodata.places.described.shapes import Bounds, full_shape, grown, reaches

SHORE_KM = 15.0
"""How far from its polygon a place may lie that lies on a sea."""

OUTLINE_KM = 5.0
"""How far outlines of land and sea, drawn apart, may stand off one shore."""

CITY_KM = 40.0
"""How far from its centre a place may lie that a city calls its own."""

SLACK_KM = 3.0
"""How far outside a polygon a harbour may lie that belongs to it."""

DETOUR = 1.2
"""How much longer the way over a place may be that lies between two others."""

LARGE_CITY = 100_000
"""Inhabitants from which a place counts among "the cities of" a country."""

Test = Callable[[Place], bool]


def parts_of(gazetteer: Gazetteer, place: Place) -> list[Place]:
    """A sea and, level by level, whatever is part of it."""
    found = {place.id: place}
    queue = [place]
    while queue:
        for part in gazetteer.relating(queue.pop(0), "part_of"):
            if part.id not in found and part.kind is place.kind:
                found[part.id] = part
                queue.append(part)
    return list(found.values())


def countries_in(gazetteer: Gazetteer, place: Place) -> list[Place]:
    """The countries of a region, level by level; a country itself."""
    if place.kind in COUNTRIES:
        return [place]
    found: dict[str, Place] = {}
    queue, seen = [place], {place.id}
    while queue:
        for member in gazetteer.relating(queue.pop(0), "member_of"):
            if member.kind in COUNTRIES:
                found[member.id] = member
            elif member.id not in seen:
                seen.add(member.id)
                queue.append(member)
    return list(found.values())


def held_by(
    gazetteer: Gazetteer, kinds: Sequence[PlaceKind], holder: Place
) -> list[Place]:
    """Places of some kinds that belong to, or lie in, a country, region or city."""
    countries = countries_in(gazetteer, holder)
    codes = [country.country for country in countries if country.country]
    if codes:
        return [
            place
            for kind in kinds
            for code in codes
            for place in of_size(gazetteer, kind, country=code)
        ]
    fits = inside(gazetteer, holder)
    bounds = reach(gazetteer, holder)
    if fits is None or bounds is None:
        return []
    return [
        place
        for kind in kinds
        for place in of_size(gazetteer, kind, bounds=bounds)
        if fits(place)
    ]


def of_size(
    gazetteer: Gazetteer,
    kind: PlaceKind,
    *,
    country: str | None = None,
    bounds: Bounds | None = None,
) -> list[Place]:
    """Places of a kind; of cities only the large ones."""
    least = LARGE_CITY if kind is PlaceKind.CITY else 0
    return gazetteer.of_kind(
        kind, country=country, bounds=bounds, least_population=least
    )


def reach(gazetteer: Gazetteer, place: Place) -> Bounds | None:
    """The bounds within which something in or on a place can lie."""
    shape = full_shape(gazetteer, place.id)
    if shape is not None:
        return grown(shape.bounds, SHORE_KM)
    if place.lon is None or place.lat is None:
        return None
    return grown((place.lon, place.lat, place.lon, place.lat), CITY_KM)


def inside(gazetteer: Gazetteer, holder: Place) -> Test | None:
    """The test whether a place lies in another; None if that cannot be known."""
    codes = {country.country for country in countries_in(gazetteer, holder)} - {None}
    if codes:
        return lambda place: place.country in codes
    shape = full_shape(gazetteer, holder.id)
    if shape is not None:
        return lambda place: reaches([shape], place, SLACK_KM)
    if holder.kind is not PlaceKind.CITY or holder.lon is None or holder.lat is None:
        return None
    return lambda place: apart_km(holder, place) <= CITY_KM


def water_shapes(gazetteer: Gazetteer, water: Place) -> list[BaseGeometry]:
    """The shapes of a sea and of whatever is part of it."""
    return [
        shape
        for part in parts_of(gazetteer, water)
        if (shape := full_shape(gazetteer, part.id)) is not None
    ]


def on_shore(gazetteer: Gazetteer, water: Place) -> Test | None:
    """The test whether a place lies on a sea or any part of it."""
    shapes = water_shapes(gazetteer, water)
    if not shapes:
        return None
    return lambda place: reaches(shapes, place, SHORE_KM)


def shore_bounds(gazetteer: Gazetteer, water: Place) -> Bounds | None:
    """The bounds of a sea with all its parts, and a strip of land around them."""
    boxes = [shape.bounds for shape in water_shapes(gazetteer, water)]
    if not boxes:
        return None
    west, south = (min(box[edge] for box in boxes) for edge in (0, 1))
    east, north = (max(box[edge] for box in boxes) for edge in (2, 3))
    return grown((west, south, east, north), SHORE_KM)


def amid(first: Place, second: Place) -> Test:
    """The test whether a place lies between two others, as the crow flies."""
    whole = apart_km(first, second)
    return lambda place: (
        apart_km(first, place) + apart_km(place, second) <= DETOUR * whole
    )


def amid_bounds(first: Place, second: Place) -> Bounds | None:
    """The bounds of what can lie between two places."""
    if None in (first.lon, first.lat, second.lon, second.lat):
        return None
    lons, lats = sorted((first.lon, second.lon)), sorted((first.lat, second.lat))  # type: ignore[type-var]
    box = (lons[0], lats[0], lons[1], lats[1])
    return grown(box, apart_km(first, second) / 3)  # type: ignore[arg-type]


def apart_km(first: Place, second: Place) -> float:
    """Distance of two places' points; infinite if one has none."""
    if first.lon is None or first.lat is None or second.lon is None:
        return float("inf")
    if second.lat is None:
        return float("inf")
    return distance_km(first.lon, first.lat, second.lon, second.lat)
