"""A described place as a question to the gazetteer, and what answers it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from geodata.gazetteer import Gazetteer
from geodata.mentions.descriptions.lookup import COUNTRIES, WATERS, sea_named
from geodata.mentions.descriptions.nouns import BY_WANTED, DIRECTIONS, Noun
from geodata.model import Mention, Place, PlaceKind, Reading, Resolution, Span

__all__ = ["COUNTRIES", "Answer", "NoAnswer", "Question", "ask", "several", "titled"]

_OF_ITS_KIND = 0.95
"""How sure the only place of the right kind is."""

_PARTS = ("of", "on", "within", "between", "start", "end")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A Reading whose spans have become places."""

    mention: Mention
    reading: Reading
    gazetteer: Gazetteer
    of: tuple[Place, ...] = ()
    on: tuple[Place, ...] = ()
    within: tuple[Place, ...] = ()
    between: tuple[Place, ...] = ()
    start: tuple[Place, ...] = ()
    end: tuple[Place, ...] = ()
    refers_to: Place | None = None
    confidence: float = 1.0
    """That of the least sure part."""
    missing: tuple[str, ...] = ()
    """Parts that have no place, in the words of the text."""

    @property
    def holders(self) -> tuple[Place, ...]:
        """Whatever the wanted places belong to or lie in."""
        return self.of + self.within

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides meant by words such as "northern", in the order of the text."""
        words = self.reading.words
        return tuple(DIRECTIONS[word] for word in words if word in DIRECTIONS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a description picks out."""

    kind: PlaceKind
    """set, line, area or point."""
    geometry: BaseGeometry
    how: str
    """A clause that goes on after "worked out:"; no full stop."""
    members: tuple[Place, ...] = ()
    rivals: tuple[Place, ...] = ()
    """Other places that fit nearly as well, the better ones first."""
    confidence: float = 0.95
    precision_km: float = 3.0
    note: str = ""
    reasons: tuple[str, ...] = ()
    """Each condition in words."""
    key: str = ""
    """What the place's id is made of; the Reading's parts if empty."""


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """Why nothing fits."""

    how: str
    """In words for a reader."""


def ask(
    text: str,
    mention: Mention,
    reading: Reading,
    resolved: Mapping[Span, Resolution],
    gazetteer: Gazetteer,
) -> Question:
    """Look the spans of a Reading up among what has been resolved."""
    parts: dict[str, tuple[Place, ...]] = {}
    missing: list[str] = []
    sure = [1.0]
    for part in _PARTS:
        places = []
        for span in getattr(reading, part):
            words = text[span[0] : span[1]]
            place, confidence = _meant(part, words, resolved.get(span), gazetteer)
            if place is None and part == "between":
                last = getattr(reading, part)[-1]
                name = _completed(words, text[last[0] : last[1]])
                place, confidence = _country_named(name, gazetteer), _OF_ITS_KIND
            if place is None:
                missing.append(words)
            else:
                places.append(place)
                sure.append(confidence)
        parts[part] = tuple(_unrepeated(places))
    _sort_waters(parts, BY_WANTED[reading.wanted])
    earlier = resolved.get(reading.refers_to) if reading.refers_to else None
    return Question(
        mention=mention,
        reading=reading,
        gazetteer=gazetteer,
        refers_to=earlier.place if earlier else None,
        confidence=min(sure),
        missing=tuple(missing),
        **parts,
    )


def _meant(
    part: str, words: str, resolution: Resolution | None, gazetteer: Gazetteer
) -> tuple[Place | None, float]:
    """The place a part means, and how sure that is.

    Ports lie *on* a sea, so that "on the Baltic" cannot mean the town of Baltic.
    """
    place = resolution.place if resolution is not None else None
    if part == "on" and (place is None or place.kind not in WATERS):
        sea = sea_named(words, gazetteer)
        if sea is not None:
            return sea, _OF_ITS_KIND
    if resolution is None or place is None:
        return None, 0.0
    return place, max(resolution.confidence, _OF_ITS_KIND * _share(resolution))


def _completed(half: str, whole: str) -> str:
    """What "North" means before "and South Korea".

    Examples
    --------
    >>> _completed("North", "South Korea")
    'North Korea'
    """
    return " ".join([half, *whole.split()[1:]])


def _country_named(name: str, gazetteer: Gazetteer) -> Place | None:
    named = (bearer.place for bearer in gazetteer.named(name))
    return next((place for place in named if place.kind in COUNTRIES), None)


def _share(resolution: Resolution) -> float:
    """The chosen place's share among all candidates.

    Within a description it is no longer in doubt that a name is one at all.
    """
    scores = [candidate.score for candidate in resolution.candidates]
    chosen = [
        candidate.score
        for candidate in resolution.candidates
        if candidate.place == resolution.place
    ]
    return sum(chosen) / sum(scores) if sum(scores) > 0 else 0.0


def _sort_waters(parts: dict[str, tuple[Place, ...]], noun: Noun) -> None:
    """Move seas to `on`, where the grammar did not know them for seas."""
    if "on" not in noun.takes:
        return
    for part in ("of", "within"):
        wet = tuple(place for place in parts[part] if place.kind in WATERS)
        parts[part] = tuple(place for place in parts[part] if place not in wet)
        parts["on"] += wet
    dry = tuple(place for place in parts["on"] if place.kind not in WATERS)
    parts["on"] = tuple(place for place in parts["on"] if place not in dry)
    parts["of"] += dry


def _unrepeated(places: Iterable[Place]) -> list[Place]:
    return list({place.id: place for place in places}.values())


def several(places: Iterable[Place] | Iterable[str]) -> str:
    """Names in a row: "A", "A and B", "A, B and C".

    Examples
    --------
    >>> several(["Rajin", "Sonbong", "Wonsan"])
    'Rajin, Sonbong and Wonsan'
    """
    names = [place if isinstance(place, str) else titled(place) for place in places]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


_WITH_ARTICLE = (
    "Sea", "Ocean", "Gulf", "Bay", "Strait", "Channel", "Peninsula", "Islands",
    "Republic", "Federation", "Kingdom", "States", "Emirates", "Netherlands",
    "Philippines", "Bahamas", "Maldives", "Sound", "Bight",
)  # fmt: skip


def titled(place: Place) -> str:
    """A place's name as it stands within an English sentence.

    Examples
    --------
    >>> from geodata.model import PlaceKind
    >>> titled(Place(id="ne:usa", name="United States", kind=PlaceKind.COUNTRY,
    ...     source="x", source_id="1"))
    'the United States'
    """
    words = place.name.split()
    takes = bool(words) and (
        words[-1] in _WITH_ARTICLE or (words[0] in _WITH_ARTICLE and "of" in words)
    )
    takes = takes and words[0] != "the" and place.kind is not PlaceKind.CITY
    return f"the {place.name}" if takes else place.name
