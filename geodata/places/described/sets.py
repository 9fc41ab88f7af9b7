"""Sets of places: the ports, airports, islands, cities of a country or on a sea."""

from __future__ import annotations

from collections.abc import Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.gazetteer.shapes import MOST_VERTICES
from geodata.mentions.descriptions.nouns import BY_WANTED, LARGEST
from geodata.model import Place, PlaceKind
from geodata.places.described.conditions import (
    LARGE_CITY,
    SHORE_KM,
    Test,
    amid,
    amid_bounds,
    apart_km,
    held_by,
    inside,
    of_size,
    on_shore,
    parts_of,
    shore_bounds,
)
from geodata.places.described.question import (
    Answer,
    NoAnswer,
    Question,
    several,
    titled,
)
from geodata.places.described.shapes import (
    areas,
    full_shape,
    points,
    simple_shape,
    stray_km,
    surroundings,
)
from geodata.places.described.sides import in_the_side, on_side
from geodata.places.described.singles import only

KINDS = {
    "port": PlaceKind.PORT,
    "airport": PlaceKind.AIRPORT,
    "island": PlaceKind.ISLAND,
    "city": PlaceKind.CITY,
    "station": PlaceKind.STATION,
    "province": PlaceKind.REGION,
    "region": PlaceKind.REGION,
}
"""What a noun looks for in the gazetteer."""

_INCOMPLETE = frozenset({PlaceKind.ISLAND, PlaceKind.STATION})
"""Kinds of which the gazetteer has only the best known."""

_NEAR_KM = 20.0


def answer(question: Question) -> Answer | NoAnswer:
    """The set, or the one place, of a kind that meets every condition."""
    kind = KINDS[question.reading.wanted]
    if not question.reading.plural:
        return _one(question, kind)
    places = _meeting(question, kind)
    if isinstance(places, NoAnswer):
        return places
    places = on_side(question, [place for place in places if _counts(place, kind)])
    if not places:
        return NoAnswer(f"the gazetteer has no {_wanted(question)} {_where(question)}")
    return _set_of(question, places)


def _meeting(question: Question, kind: PlaceKind) -> list[Place] | NoAnswer:
    found = _start(question, kind)
    if found is None:
        return NoAnswer("the gazetteer has no shape to look in")
    tests = _tests(question)
    if tests is None:
        return NoAnswer("the gazetteer has no shape to look in")
    kept = {place.id: place for place in found if all(test(place) for test in tests)}
    return list(kept.values())


def _start(question: Question, kind: PlaceKind) -> list[Place] | None:
    """All places that can meet the first condition."""
    gazetteer = question.gazetteer
    if question.of or question.within:
        holders = question.of or question.within
        return [place for one in holders for place in held_by(gazetteer, (kind,), one)]
    if question.on:
        boxes = [shore_bounds(gazetteer, water) for water in question.on]
        return [
            place
            for box in boxes
            if box is not None
            for place in of_size(gazetteer, kind, bounds=box)
        ]
    if len(question.between) == 2:
        box = amid_bounds(*question.between)
        return None if box is None else of_size(gazetteer, kind, bounds=box)
    return None


def _tests(question: Question) -> list[Test] | None:
    """One test for each condition after the first."""
    gazetteer = question.gazetteer
    tests: list[Test | None] = []
    if question.of and question.within:
        tests.append(_any([inside(gazetteer, place) for place in question.within]))
    if question.on:
        tests.append(_any([on_shore(gazetteer, place) for place in question.on]))
    if len(question.between) == 2:
        tests.append(amid(*question.between))
    if any(test is None for test in tests):
        return None
    return [test for test in tests if test is not None]


def _any(tests: Sequence[Test | None]) -> Test | None:
    known = [test for test in tests if test is not None]
    if len(known) < len(tests):
        return None
    return lambda place: any(test(place) for test in known)


def _counts(place: Place, kind: PlaceKind) -> bool:
    """Whether a place is important enough to be among those meant in general."""
    if kind is PlaceKind.AIRPORT:
        return place.feature_code != "AIRF"
    if kind is PlaceKind.REGION:
        return place.feature_code == "ADM1"
    return True


def _set_of(question: Question, places: list[Place]) -> Answer:
    members = tuple(sorted(places, key=_prominence))
    where = _where(question, members)
    shape = _outline(question, members)
    count = len(members)
    known = " that the gazetteer has" if members[0].kind in _INCOMPLETE else ""
    found = f"{count} {_wanted(question, count)} {where}{known}"
    return Answer(
        kind=PlaceKind.SET,
        geometry=shape,
        how=f"{found}, from {sources(question, members)}{_left_out(question, count)}",
        members=members,
        reasons=(found,),
        precision_km=max(_stray_km(question, place) for place in members),
    )


def _prominence(place: Place) -> tuple[bool, int, str]:
    return not place.id.startswith("wpi:"), -place.population, place.id


def _outline(question: Question, members: Sequence[Place]) -> BaseGeometry:
    """The members' outlines if they are areas, else their points."""
    if members[0].kind is not PlaceKind.REGION:
        return points(members[:MOST_VERTICES])
    shapes = [simple_shape(question.gazetteer, place.id) for place in members]
    return areas([shape for shape in shapes if shape is not None])


def _stray_km(question: Question, place: Place) -> float:
    if place.kind is PlaceKind.REGION:
        return stray_km(question.gazetteer, place)
    return place.precision_km


def _wanted(question: Question, count: int = 2) -> str:
    noun = BY_WANTED[question.reading.wanted]
    if question.reading.wanted == "city":
        size = f" of {LARGE_CITY:,} people and more"
        return f"{'city' if count == 1 else 'cities'}{size}"
    return noun.singular[0] if count == 1 else noun.plural[0]


def _where(question: Question, members: Sequence[Place] = ()) -> str:
    parts = [in_the_side(question).strip()]
    if question.of:
        parts.append(f"of {several(question.of)}")
    if question.within:
        parts.append(f"in {several(question.within)}")
    if question.on:
        parts.append(f"within {SHORE_KM:.0f} km of {_waters(question, members)}")
    if question.between:
        parts.append(f"between {several(question.between)}")
    return " ".join(part for part in parts if part)


_MOST_PARTS_NAMED = 3


def _waters(question: Question, members: Sequence[Place]) -> str:
    """The seas that were named, and those of their parts that members lie on."""
    around = shapely.union_all(surroundings(members, SHORE_KM))
    shapely.prepare(around)
    parts = [
        part
        for water in question.on
        for part in parts_of(question.gazetteer, water)
        if part not in question.on
        and (shape := full_shape(question.gazetteer, part.id)) is not None
        and around.intersects(shape)
    ]
    names = several(question.on)
    if not parts:
        return names
    if len(parts) > _MOST_PARTS_NAMED:
        return f"{names} or one of its parts"
    noun = "part" if len(parts) == 1 else "parts"
    return f"{names} or its {noun} {several(parts)}"


def sources(question: Question, members: Sequence[Place]) -> str:
    """The sources of some places, by their titles."""
    titles = {source.name: source.title for source in question.gazetteer.sources()}
    names = dict.fromkeys(place.source for place in members)
    return several([titles.get(name, name) for name in names])


def _left_out(question: Question, count: int) -> str:
    """What was said and not weighed."""
    idle = [
        word
        for word in question.reading.words
        if word in ("main", "major", "principal", "key", "important", "big", "large")
    ]
    words = f'; "{" ".join(idle)}" was not weighed' if idle else ""
    many = question.reading.plural and count > MOST_VERTICES
    return f"{words}; {MOST_VERTICES} of them are drawn" if many else words


# One of a kind: "the airport in Lima", "Japan's largest city".


def _one(question: Question, kind: PlaceKind) -> Answer | NoAnswer:
    ranks = [LARGEST[word] for word in question.reading.words if word in LARGEST]
    if ranks:
        return _largest(question, kind, ranks[0])
    city = next(iter(question.holders), None)
    if city is None:
        return NoAnswer("nothing says where to look")
    tests = _tests(question) or []
    found = [
        place
        for place in _serving(question, kind, city)
        if all(test(place) for test in tests)
    ]
    if not found:
        return NoAnswer(f"the gazetteer has no {_wanted(question, 1)} in {city.name}")
    if len(found) > 1 and city.kind is not PlaceKind.CITY:
        return NoAnswer(
            f"{titled(city)} has {len(found)} {_wanted(question)}, and nothing says"
            " which is meant"
        )
    return _point(question, city, found)


def _largest(question: Question, kind: PlaceKind, rank: int) -> Answer | NoAnswer:
    places = _meeting(question, kind)
    if isinstance(places, NoAnswer):
        return places
    ranked = sorted(places, key=lambda place: (-place.population, place.id))
    if len(ranked) < rank:
        return NoAnswer(f"the gazetteer has no such city {_where(question)}")
    best = ranked[rank - 1]
    which = "largest" if rank == 1 else f"number {rank} by size"
    return only(
        best,
        f"{best.name} is the {which} of the cities {_where(question)}"
        f" ({best.population:,} people)",
    )


def _serving(question: Question, kind: PlaceKind, city: Place) -> list[Place]:
    """What a city calls its own, the likeliest first."""
    gazetteer = question.gazetteer
    related = [
        place
        for predicate in ("serves", "lies_in")
        for place in gazetteer.relating(city, predicate)
        if place.kind is kind and city.kind is PlaceKind.CITY
    ]
    found = related or _within_reach(question, kind, city)
    major = [place for place in found if place.feature_code != "AIRF"]
    return sorted(major or found, key=lambda place: _rank(place, city))


def _within_reach(question: Question, kind: PlaceKind, city: Place) -> list[Place]:
    found = held_by(question.gazetteer, (kind,), city)
    if city.kind is not PlaceKind.CITY:
        return found
    reach_km = 2 * _NEAR_KM if kind is PlaceKind.AIRPORT else _NEAR_KM
    return [place for place in found if apart_km(place, city) <= reach_km]


def _rank(place: Place, city: Place) -> tuple[bool, bool, bool, bool, float, str]:
    return *_standing(place, city), apart_km(place, city), place.id


def _standing(place: Place, city: Place) -> tuple[bool, bool, bool, bool]:
    """What sets the main one apart by its row alone; the least is the best."""
    name, own = place.name.casefold(), city.name.casefold()
    return (
        place.feature_code == "AIRF",
        not (name == f"{own} airport" or place.id.startswith("wpi:")),
        not ("international" in name or "intl" in name),
        own not in name,
    )


def _point(question: Question, city: Place, found: Sequence[Place]) -> Answer:
    best, rivals = found[0], tuple(found[1:4])
    tied = bool(rivals) and _standing(best, city) == _standing(rivals[0], city)
    which = "the nearest" if tied else "the main one"
    noun = _wanted(question, 1) if not rivals else _wanted(question)
    rank = "the only" if not rivals else f"{which} of {len(found)}"
    far = apart_km(best, city)
    away = f", {far:.0f} km from its centre" if city.kind is PlaceKind.CITY else ""
    return only(
        best,
        f"{best.name} is {rank} {noun} of {titled(city)}{away}, from"
        f" {sources(question, [best])}",
        rivals=rivals,
        confidence=0.5 if tied else 0.85 if rivals else 0.95,
    )
