"""What people said of an article's names, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from geodata.documents import correction_id
from geodata.gazetteer import Gazetteer
from geodata.model import (
    BY_HAND,
    Correction,
    Mention,
    MentionKind,
    Place,
    Ruling,
    Sense,
)
from webapp.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One correction, as it is listed."""

    id: str
    """Under which it is taken back."""
    correction: Correction
    """What was said."""
    words: str
    """The same in a sentence."""
    mentions: int
    """How many mentions it decided; 0 where the text has changed since."""


def rulings(article: Article, gazetteer: Gazetteer | None) -> tuple[Said, ...]:
    """Every correction of an article, the last one first."""
    applied = [each.correction for each in article.resolutions]
    return tuple(
        Said(
            id=correction_id(each),
            correction=each,
            words=words_of(each, gazetteer),
            mentions=applied.count(each),
        )
        for each in reversed(article.document.corrections)
    )


def first_of(correction: Correction, article: Article) -> int | None:
    """Where the first mention starts that a correction decides."""
    decided = (
        each.mention.start
        for each in article.resolutions
        if each.correction == correction
    )
    return min(decided, default=None)


def read_anew(before: Article, after: Article) -> tuple[str, ...]:
    """Names that nobody spoke of, and that a correction has given another place."""
    meant = dict(_read(before))
    names = [
        mention.phrase
        for mention, place_id in _read(after)
        if meant.get(mention, place_id) != place_id
    ]
    return tuple(dict.fromkeys(names))


def _read(article: Article) -> Iterator[tuple[Mention, str | None]]:
    """Names that the machine alone has read, and what it takes them for."""
    for each in article.resolutions:
        if each.correction is None and each.mention.kind is MentionKind.NAME:
            yield each.mention, each.place.id if each.place else None


def words_of(correction: Correction, gazetteer: Gazetteer | None = None) -> str:
    """What a correction says, in a sentence; without gazetteer, countries by code.

    Examples
    --------
    >>> words_of(Correction(phrase="Bath", ruling=Ruling.NOT_A_PLACE, start=7))
    'This “Bath” is no place.'
    """
    name = f"“{correction.phrase}”"
    if correction.start is not None:
        name = f"This {name}"
    place = correction.place
    if place is None:
        flagged = correction.ruling is Ruling.FLAGGED
        return (
            f"{name} {'fits none of the places known' if flagged else 'is no place'}."
        )
    where = _called(place, gazetteer)
    if correction.sense is Sense.ACTOR:
        return f"{name} means the government of {where}."
    return f"{name} means {where}."


def _called(place: Place, gazetteer: Gazetteer | None) -> str:
    """A place among its namesakes."""
    if place.source == BY_HAND:
        return f"what lies at {place.lat}, {place.lon}"
    country = place.country
    if country and gazetteer is not None:
        known = gazetteer.country(country)
        country = known.name if known else country
    around = (where for where in (place.region, country) if where != place.name)
    return f"{place.name} ({', '.join(filter(None, (str(place.kind), *around)))})"
