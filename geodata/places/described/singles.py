"""One thing: a capital, a landmark, the place that is pointed back to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from geodata.gazetteer import Gazetteer
from geodata.model import Place, PlaceKind
from geodata.places.described.conditions import apart_km, countries_in, held_by
from geodata.places.described.question import (
    COUNTRIES,
    Answer,
    NoAnswer,
    Question,
    several,
    titled,
)
from geodata.places.described.shapes import areas, points, simple_shape, stray_km
from geodata.text import key

_LANDMARK_KM = 30.0
_WORD_START = 5
"""Letters that two words must share to be of one stem (liberation, liberators)."""

_KINSHIP = (
    frozenset({"monument", "memorial", "statue", "tower", "obelisk", "arch"}),
    frozenset({"palace", "castle", "citadel", "fortress"}),
    frozenset({"cathedral", "temple", "mosque", "shrine", "mausoleum"}),
)
"""Nouns that different writers use for one and the same thing."""


def capital(question: Question) -> Answer | NoAnswer:
    """The capital of a country, or the capitals of a region's countries."""
    cities = [
        city for owner in question.of for city in capitals_of(question.gazetteer, owner)
    ]
    if not cities:
        return NoAnswer(f"the gazetteer has no capital of {several(question.of)}")
    if question.reading.plural:
        members = tuple({city.id: city for city in cities}.values())
        return Answer(
            kind=PlaceKind.SET,
            geometry=points(members),
            how=f"the {len(members)} capitals of {several(question.of)}",
            members=members,
        )
    best = cities[0]
    owner = question.of[0]
    back = " that was named before" if question.refers_to is not None else ""
    return only(
        best,
        f"{best.name} is the capital of {titled(owner)}{back}",
        rivals=cities[1:4],
        confidence=0.7 if question.refers_to is not None else 0.95,
    )


def capitals_of(gazetteer: Gazetteer, owner: Place) -> list[Place]:
    """The capital of a country, or of each country of a region."""
    return [
        city
        for country in countries_in(gazetteer, owner)
        if country.kind is PlaceKind.COUNTRY or country.id == owner.id
        for city in gazetteer.relating(country, "capital_of")
    ]


def only(
    place: Place, how: str, *, rivals: Iterable[Place] = (), confidence: float = 0.95
) -> Answer:
    """One known place as the answer."""
    return Answer(
        kind=PlaceKind.POINT,
        geometry=points([place]).geoms[0],
        how=how,
        members=(place,),
        rivals=tuple(rivals),
        confidence=confidence,
        precision_km=place.precision_km,
    )


def landmark(question: Question) -> Answer | NoAnswer:
    """The landmark in a city whose names share the description's words."""
    if question.between:
        return _bridge(question)
    holders = question.holders
    found = [place for holder in holders for place in _landmarks(question, holder)]
    noun = question.reading.wanted
    said = [word for word in question.reading.words if len(word) > 2]
    ranked = sorted(
        ((_fit(question.gazetteer, place, noun, said), place) for place in found),
        key=lambda pair: (-pair[0], pair[1].id),
    )
    fitting = [(fit, place) for fit, place in ranked if fit > 0]
    if not fitting:
        return NoAnswer(f"the gazetteer has no such {noun} in {several(holders)}")
    best, place = fitting[0]
    rivals = [other for fit, other in fitting[1:] if fit == best]
    if rivals and not said:
        return NoAnswer(
            f"{several(holders)} has {len(rivals) + 1} of them, and nothing says which"
        )
    words = f'"{" ".join([*said, noun])}" fits its names' if said else "the only one"
    return only(
        place,
        f"{place.name}, {words}, in {several(holders)}",
        rivals=rivals[:3],
        confidence=0.9 if said and not rivals else 0.75,
    )


def _bridge(question: Question) -> Answer | NoAnswer:
    """The bridge that joins two countries."""
    first, second = question.between[0], question.between[-1]
    gazetteer = question.gazetteer
    there = {place.id for place in gazetteer.relating(second, "joins")}
    found = [
        place
        for place in gazetteer.relating(first, "joins")
        if place.id in there and "bridge" in key(place.name).split()
    ]
    if len(found) != 1:
        return NoAnswer(
            f"the gazetteer has {len(found) or 'no'} bridges between"
            f" {several(question.between)}"
        )
    return only(found[0], f"{found[0].name} joins {several(question.between)}")


def _landmarks(question: Question, holder: Place) -> list[Place]:
    found = held_by(question.gazetteer, (PlaceKind.LANDMARK,), holder)
    if holder.kind is PlaceKind.CITY:
        return [place for place in found if apart_km(place, holder) <= _LANDMARK_KM]
    return found


def _fit(gazetteer: Gazetteer, place: Place, noun: str, said: Sequence[str]) -> int:
    """Words of the description that the landmark's names hold; 0 if it cannot be."""
    names = {word for name in gazetteer.spellings(place) for word in key(name).split()}
    names |= set(key(place.name).split())
    kin = next((group for group in _KINSHIP if noun in group), frozenset({noun}))
    if not names & kin:
        return 0
    matches = sum(any(_same_stem(word, name) for name in names) for word in said)
    if said and not matches:
        return 0
    return 2 * matches + (noun in names)


def _same_stem(word: str, name: str) -> bool:
    return word == name or (
        min(len(word), len(name)) >= _WORD_START
        and word[:_WORD_START] == name[:_WORD_START]
    )


def itself(question: Question) -> Answer | NoAnswer:
    """The place that "the city" or "the peninsula" points back to."""
    place = question.refers_to
    if place is None:
        return NoAnswer("what it points back to has no place")
    how = f'"the {question.mention.phrase}" points back to {titled(place)}'
    shape = simple_shape(question.gazetteer, place.id)
    if shape is None or place.kind is PlaceKind.CITY:
        if place.lon is None:
            return NoAnswer(f"{titled(place)} has no location")
        return only(place, how, confidence=0.8)
    return Answer(
        kind=PlaceKind.AREA if shape.area else PlaceKind.LINE,
        geometry=shape,
        how=how,
        members=(place,),
        confidence=0.9,
        precision_km=place.precision_km,
        note=place.note,
    )


def claimed(question: Question) -> Answer | NoAnswer:
    """Units of one country that another claims: "new regions of" the claimant."""
    gazetteer = question.gazetteer
    recent = "new" in question.reading.words or "newly" in question.reading.words
    units: list[Place] = []
    for owner in question.holders:
        if owner.kind in COUNTRIES:
            units += claims_by(gazetteer, owner, recent=recent)
            units += [] if recent else claims_on(gazetteer, owner)
    if not units:
        return NoAnswer(
            f"the gazetteer knows no region that {several(question.holders)} claims"
        )
    return _claimed(question, units)


def claims_by(gazetteer: Gazetteer, owner: Place, *, recent: bool) -> list[Place]:
    """What a country claims; with `recent`, only by its latest claims."""
    found = [
        (year, unit)
        for year, unit in gazetteer.relating_at(owner, "claimed_by")
        if unit.kind is PlaceKind.REGION
    ]
    latest = max((year for year, _ in found), default=0)
    return [unit for year, unit in found if not recent or year == latest]


def claims_on(gazetteer: Gazetteer, owner: Place) -> list[Place]:
    """The regions of a country that another claims."""
    return [
        unit
        for unit in gazetteer.of_kind(PlaceKind.REGION, country=owner.country)
        if unit.feature_code == "ADM1" and gazetteer.related(unit, "claimed_by")
    ]


def _claimants(gazetteer: Gazetteer, units: Sequence[Place]) -> list[Place]:
    found = {
        claimant.id: claimant
        for unit in units
        for claimant in gazetteer.related(unit, "claimed_by")
    }
    return list(found.values())


def _claimed(question: Question, units: Sequence[Place]) -> Answer:
    gazetteer = question.gazetteer
    shapes = [simple_shape(gazetteer, unit.id) for unit in units]
    holders = {unit.country for unit in units if unit.country}
    countries = [gazetteer.country(code) for code in sorted(holders)]
    owners = several([country for country in countries if country is not None])
    claimant = several(_claimants(gazetteer, units))
    notes = dict.fromkeys(unit.note for unit in units if unit.note)
    note = ". ".join([f"Regions of {owners} claimed by {claimant}", *notes])
    return Answer(
        kind=PlaceKind.SET,
        geometry=areas([shape for shape in shapes if shape is not None]),
        how=f"{len(units)} regions of {owners} claimed by {claimant}: {several(units)}",
        members=tuple(units),
        note=note,
        precision_km=max(stray_km(gazetteer, unit) for unit in units),
    )
