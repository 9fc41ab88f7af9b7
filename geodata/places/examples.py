"""Marked texts made ready for training the resolver."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from geodata.gazetteer import Gazetteer
from geodata.geo import distance_km
from geodata.mentions import kind_of
from geodata.mentions.senses import with_senses
from geodata.model import Mention, Place
from geodata.places.candidates import Toponym, toponyms_of
from geodata.places.features import Columns, columns_of, group
from geodata.text import key

RIGHT_KM = 161.0
"""The field's radius of a right answer: 100 miles (Leidner, 2007)."""

SAME_KM = 50.0
"""A candidate this near to gold that gives no id is the place itself."""

_VAST = {"country", "region", "water"}
"""Kinds so large that a point says little: here the same name is the same place."""


@dataclass(slots=True)
class Gold:
    """Where an annotated name lies."""

    lon: float
    lat: float
    geonameid: int | None
    name: str


@dataclass(slots=True)
class Example:
    """A document ready for training: its toponyms and which candidate is right."""

    text: str
    mentions: tuple[Mention, ...]
    toponyms: list[Toponym]
    columns: list[Columns]
    right: list[int | None]
    """For each toponym the right candidate's row, -1 if none fits, None if no gold."""
    weight: float = 1.0
    corpus: str = ""
    """What it belongs to: texts of one collection are left out together."""


def example_of(
    text: str,
    gold: Mapping[tuple[int, int], Gold],
    found: Iterable[Mention],
    gazetteer: Gazetteer,
    *,
    weight: float = 1.0,
    corpus: str = "",
) -> Example:
    """A gold document with its candidates looked up.

    Parameters
    ----------
    text : str
        The document.
    gold : mapping
        (start, end) to what is annotated there.
    found : iterable of Mention
        Names the recogniser finds; those that touch no gold span join as context.
    gazetteer : Gazetteer
        Where candidates come from.
    weight : float
        How much the document counts.
    corpus : str
        What collection it belongs to.
    """
    mentions = [_gold_mention(text, span, gazetteer) for span in gold]
    mentions += [
        m for m in found if not any(m.start < e and s < m.end for s, e in gold)
    ]
    ordered = with_senses(
        text, tuple(sorted(mentions, key=lambda m: (m.start, -m.end))), gazetteer
    )
    toponyms = toponyms_of(text, ordered, gazetteer)
    columns = [columns_of(toponym, text, ordered) for toponym in toponyms]
    right = [
        _right_row(toponym, own, ordered, gold)
        for toponym, own in zip(toponyms, columns, strict=True)
    ]
    return Example(text, ordered, toponyms, columns, right, weight, corpus)


def _gold_mention(text: str, span: tuple[int, int], gazetteer: Gazetteer) -> Mention:
    start, end = span
    phrase = text[start:end]
    return Mention(start=start, end=end, phrase=phrase, kind=kind_of(phrase, gazetteer))


def _right_row(
    toponym: Toponym,
    own: Columns,
    mentions: Sequence[Mention],
    gold: Mapping[tuple[int, int], Gold],
) -> int | None:
    answers = [
        gold[span]
        for position in toponym.mentions
        if (span := (mentions[position].start, mentions[position].end)) in gold
    ]
    if not answers:
        return None
    rows = [_matching_row(own.places, answer) for answer in answers]
    known = [row for row in rows if row >= 0]
    return max(known, key=known.count) if known else -1


def _matching_row(places: Sequence[Place], gold: Gold) -> int:
    """The candidate that an annotation means, or -1."""
    for row, place in enumerate(places):
        if gold.geonameid is not None and place.geonameid == gold.geonameid:
            return row
    gold_key = key(gold.name.replace("_", " "))
    for row, place in enumerate(places):
        if group(place) in _VAST and key(place.name) == gold_key:
            return row
    near = [
        (distance_km(place.lon, place.lat, gold.lon, gold.lat), row)
        for row, place in enumerate(places)
        if place.lon is not None and place.lat is not None
    ]
    if not near:
        return -1
    km, row = min(near)
    return row if km <= (RIGHT_KM if gold.geonameid is None else SAME_KM) else -1
