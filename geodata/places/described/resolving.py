"""From a Reading to a Resolution: ask, hand on, and make a place of the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from geodata.gazetteer import Gazetteer
from geodata.mentions.descriptions.nouns import BY_WANTED, CLAIMED, DIRECTIONS
from geodata.model import (
    Candidate,
    Document,
    Evidence,
    Mention,
    Place,
    PlaceKind,
    Reading,
    Resolution,
    Span,
    Verdict,
)
from geodata.places.described import (
    borders,
    coasts,
    countries,
    railways,
    sets,
    singles,
)
from geodata.places.described.again import again
from geodata.places.described.question import Answer, NoAnswer, Question, ask, several
from geodata.text import key

SOURCE = "described"
"""`Place.source` of what was worked out from a description."""

_MOST_GIVEN = 5
_RIVAL_SHARE = 0.15
_CLOSE = 0.8
"""Confidence below which a rival counts as nearly as good."""

Handler = Callable[[Question], Answer | NoAnswer]

_HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(sets.KINDS, sets.answer),
    "border": borders.answer,
    "countries": countries.answer,
    "neighbours": countries.answer,
    "railway": railways.answer,
    "coast": coasts.coast,
    "waters": coasts.waters,
    "capital": singles.capital,
}


def resolution_of(
    document: Document,
    mention: Mention,
    resolved: Mapping[Span, Resolution],
    gazetteer: Gazetteer,
) -> Resolution:
    """What `describe` gives."""
    if mention.reading is None:
        return _nothing(mention, "the description was not taken apart")
    question = ask(document.text, mention, mention.reading, resolved, gazetteer)
    if question.missing:
        return _nothing(mention, f"no place was found for {several(question.missing)}")
    found = _handler(mention.reading)(question)
    if isinstance(found, NoAnswer):
        return _nothing(mention, found.how)
    return _resolution(question, found)


def _handler(reading: Reading) -> Handler:
    noun = BY_WANTED[reading.wanted]
    if reading.refers_to is not None and (noun.is_itself or reading.plural):
        return again if reading.plural else singles.itself
    if reading.wanted == "region" and CLAIMED & set(reading.words):
        return singles.claimed
    if noun.landmark:
        return singles.landmark
    return _HANDLERS.get(reading.wanted, _cannot)


def _cannot(question: Question) -> NoAnswer:
    return NoAnswer(f"no way is known to find a {question.reading.wanted}")


def _nothing(mention: Mention, why: str) -> Resolution:
    return Resolution(
        mention=mention,
        place=None,
        confidence=round(0.5 * mention.confidence, 4),
        verdict=Verdict.UNKNOWN,
        how=f"A description that no place fits: {why}.",
    )


def _resolution(question: Question, found: Answer) -> Resolution:
    mention = question.mention
    place = _place(question, found)
    sure = mention.confidence * question.confidence * found.confidence
    doubt = _RIVAL_SHARE * len(found.rivals)
    chosen = Candidate(
        place=place,
        score=round(1 - doubt, 4),
        evidence=tuple(Evidence(reason=words, weight=1.0) for words in found.reasons)
        or (Evidence(reason=found.how, weight=1.0),),
    )
    rivals = [Candidate(place=rival, score=_RIVAL_SHARE) for rival in found.rivals]
    return Resolution(
        mention=mention,
        place=place,
        confidence=round(sure, 4),
        verdict=_verdict(found),
        how=f"Worked out: {found.how}.",
        candidates=(chosen, *rivals)[:_MOST_GIVEN],
    )


def _verdict(found: Answer) -> Verdict:
    close = bool(found.rivals) and found.confidence < _CLOSE
    return Verdict.AMBIGUOUS if close else Verdict.RESOLVED


def _place(question: Question, found: Answer) -> Place:
    lon, lat = _spot(found)
    countries = {member.country for member in found.members}
    only = found.members[0] if found.kind is PlaceKind.POINT else None
    place_id = _id(question, found)
    return Place(
        id=place_id,
        name=_name(question, found),
        kind=found.kind,
        source=SOURCE,
        source_id=place_id.partition(":")[2],
        lon=round(lon, 5),
        lat=round(lat, 5),
        country=countries.pop() if len(countries) == 1 else None,
        geonameid=only.geonameid if only else None,
        precision_km=round(found.precision_km, 3),
        geometry=found.geometry,
        members=found.members,
        note=found.note,
    )


def _name(question: Question, found: Answer) -> str:
    """The phrase; what points back gets in brackets what it points to."""
    phrase = " ".join(question.mention.phrase.split())
    if phrase != phrase.lower():
        return phrase
    if found.kind is PlaceKind.POINT or question.refers_to in found.members:
        return f"{phrase} ({found.members[0].name})"
    if question.between:
        return f"{phrase} ({several([side.name for side in question.between])})"
    if question.refers_to is not None:
        return question.refers_to.name
    return phrase


def _spot(found: Answer) -> tuple[float, float]:
    """The representative point: on the line, in the area, at a member."""
    if found.kind is PlaceKind.LINE:
        longest = max(_parts(found), key=lambda part: (part.length, part.wkb))
        middle = longest.interpolate(0.5, normalized=True)
        return middle.x, middle.y
    if found.kind is PlaceKind.SET and found.geometry.geom_type == "MultiPoint":
        centre = found.geometry.centroid
        nearest = min(_parts(found), key=lambda part: (part.distance(centre), part.wkb))
        return nearest.x, nearest.y
    inner = found.geometry.representative_point()
    return inner.x, inner.y


def _parts(found: Answer) -> list:  # type: ignore[type-arg]
    geometry = found.geometry
    return list(geometry.geoms) if hasattr(geometry, "geoms") else [geometry]


def _id(question: Question, found: Answer) -> str:
    """An id that is made of the meaning, whatever the words were."""
    if found.key.startswith(f"{SOURCE}:"):
        return found.key
    if found.key:
        return f"{SOURCE}:{_slug(found.key)}"
    wanted = question.reading.wanted
    if found.kind is PlaceKind.POINT:
        return f"{SOURCE}:{_slug(f'{wanted} {found.members[0].id}')}"
    parts = [wanted, *_words_that_matter(question.reading)]
    holders = sorted(place.id for place in question.holders)
    parts += ["of", *holders] if holders else []
    for part in ("on", "between", "start", "end"):
        ids = [_content_id(place) for place in getattr(question, part)]
        parts += [part, *ids] if ids else []
    if question.refers_to is not None and not holders:
        parts.append(question.refers_to.id)
    return f"{SOURCE}:{_slug(' '.join(parts))}"


def _words_that_matter(reading: Reading) -> list[str]:
    kept = CLAIMED | set(DIRECTIONS)
    return [word for word in reading.words if word in kept]


def _content_id(place: Place) -> str:
    return place.id.removeprefix(f"{SOURCE}:")


def _slug(words: str) -> str:
    return key(words).replace(" ", "-")
