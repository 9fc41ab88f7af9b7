"""Choosing among candidates: each toponym of a document in the light of the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from geodata.gazetteer import Gazetteer
from geodata.model import (
    Candidate,
    Mention,
    MentionKind,
    Place,
    PlaceKind,
    Resolution,
    Sense,
    Verdict,
)
from geodata.places.candidates import Toponym, toponyms_of
from geodata.places.context import Neighbourhood, contextual, same_spot
from geodata.places.evidence import Subject, evidence_of, says_kind
from geodata.places.features import (
    Belief,
    Columns,
    Numbers,
    columns_of,
    known,
    known_parts,
    prior,
)
from geodata.places.ranker import Ranker, beliefs_of

MOST_GIVEN = 5
"""Candidates that a resolution lists."""

SURE_MARGIN = 0.5
"""A runner-up with more than this share of the winner's belief makes it ambiguous."""

LEAST_SURE = 0.5
"""A choice less likely right than this is ambiguous, rivalled or not."""

LEAST_BELIEF = 0.04
"""A name whose best candidate is believed less than this stays without a place."""


NOTHING_SETTLED: Mapping[int, Place | None] = MappingProxyType({})
"""Nothing is known of any mention."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What one toponym was found to mean."""

    place: Place | None
    confidence: float
    verdict: Verdict
    candidates: tuple[Candidate, ...]


def choose(
    text: str,
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
    ranker: Ranker,
    settled: Mapping[int, Place | None] = NOTHING_SETTLED,
) -> dict[int, Resolution]:
    """Resolve the names and demonyms of a text together.

    Parameters
    ----------
    text : str
        The whole text.
    mentions : sequence of Mention
        Descriptions among them are left for `described`.
    gazetteer : Gazetteer
        Where candidates come from.
    ranker : Ranker
        Weighs them.
    settled : mapping of int to Place or None
        Positions of mentions of which it is known what they mean, or that they mean
        no place; the others are chosen in that light.

    Returns
    -------
    dict
        Position in `mentions` to resolution, for every name and demonym.
    """
    toponyms = toponyms_of(text, mentions, gazetteer)
    columns, matrices, beliefs = weigh(text, mentions, toponyms, ranker, settled)
    resolutions = {}
    for toponym, own, rows, belief in zip(
        toponyms, columns, matrices, beliefs, strict=True
    ):
        choice = _choice(own, rows, belief, ranker, gazetteer)
        for position in toponym.mentions:
            resolutions[position] = _resolution(mentions[position], choice, gazetteer)
    return resolutions


def weigh(
    text: str,
    mentions: Sequence[Mention],
    toponyms: list[Toponym],
    ranker: Ranker,
    settled: Mapping[int, Place | None] = NOTHING_SETTLED,
) -> tuple[list[Columns], list[Numbers], list[Belief]]:
    """Candidates, features and final beliefs of each toponym, after every pass."""
    columns = [columns_of(toponym, text, mentions) for toponym in toponyms]
    pinned = _pinned(toponyms, columns, settled)
    beliefs = [pinned.get(number, prior(own)) for number, own in enumerate(columns)]
    matrices: list[Numbers] = [own.own for own in columns]
    for trees in ranker.passes:
        around = Neighbourhood(text, mentions, toponyms, beliefs)
        matrices = contextual(around, columns)
        if not any(len(rows) for rows in matrices):
            break
        everything = np.concatenate(matrices)
        scores = trees.scores(everything) + known(everything)
        ends = np.cumsum([len(rows) for rows in matrices])[:-1]
        beliefs = [
            pinned.get(number, beliefs_of(part))
            for number, part in enumerate(np.split(scores, ends))
        ]
    return columns, matrices, beliefs


def _pinned(
    toponyms: list[Toponym],
    columns: list[Columns],
    settled: Mapping[int, Place | None],
) -> dict[int, Belief]:
    """Beliefs that are beyond doubt, by the number of the toponym.

    What is settled for some of its mentions only says nothing of the toponym.
    """
    pinned: dict[int, Belief] = {}
    for number, (toponym, own) in enumerate(zip(toponyms, columns, strict=True)):
        if not all(position in settled for position in toponym.mentions):
            continue
        meant = {
            place.id if place else None for place in map(settled.get, toponym.mentions)
        }
        belief = np.array([float(place.id in meant) for place in own.places])
        if belief.any() or meant == {None}:
            pinned[number] = belief / max(belief.sum(), 1.0)
    return pinned


def preferred(own: Columns, belief: Belief) -> tuple[int, float]:
    """The candidate to choose, and the belief in it and what lies where it lies."""
    best = int(np.argmax(belief))
    return best, float(belief[same_spot(own, best)].sum())


def _choice(
    own: Columns, rows: Numbers, belief: Belief, ranker: Ranker, gazetteer: Gazetteer
) -> Choice:
    if not len(belief):
        return Choice(None, 1.0, Verdict.UNKNOWN, ())
    best, mass = preferred(own, belief)
    order = np.argsort(-belief, kind="stable")[:MOST_GIVEN]
    reasons = ranker.passes[-1].reasons(rows[order])
    candidates = tuple(
        Candidate(
            place=own.places[index],
            score=round(float(belief[index]), 4),
            evidence=evidence_of(
                Subject(own.places[index], lies_in(own.places[index], gazetteer)),
                rows[index],
                parts + known_parts(rows[index]),
            ),
        )
        for index, parts in zip(order, reasons, strict=True)
    )
    if belief[best] < LEAST_BELIEF:
        return Choice(None, 1.0 - float(belief.sum()), Verdict.UNKNOWN, candidates)
    confidence = ranker.confidence(mass)
    rivals = belief[~same_spot(own, best)]
    rivalled = bool(rivals.size) and float(rivals.max()) > SURE_MARGIN * float(
        belief[best]
    )
    doubtful = rivalled or confidence < LEAST_SURE
    verdict = Verdict.AMBIGUOUS if doubtful else Verdict.RESOLVED
    return Choice(own.places[best], confidence, verdict, candidates)


def _resolution(mention: Mention, choice: Choice, gazetteer: Gazetteer) -> Resolution:
    place = choice.place
    acts = mention.sense is Sense.ACTOR
    return Resolution(
        mention=mention,
        place=place,
        confidence=round(mention.confidence * choice.confidence, 4),
        verdict=choice.verdict,
        how=_how(mention, choice, gazetteer),
        stands_for=stands_for(place, gazetteer) if place and acts else None,
        candidates=choice.candidates,
    )


def stands_for(place: Place, gazetteer: Gazetteer) -> Place:
    """Whom a place's name stands for when it acts: a capital, for its country."""
    if place.kind is PlaceKind.CITY:
        for predicate in ("capital_of", "seat_of"):
            for country in gazetteer.related(place, predicate):
                return country
    return place


def lies_in(place: Place, gazetteer: Gazetteer) -> str:
    """The country a place lies in; empty for countries and what several share."""
    if place.country is None or place.kind in {PlaceKind.COUNTRY, PlaceKind.TERRITORY}:
        return ""
    country = gazetteer.country(place.country)
    return country.name if country else place.country


def whereabouts(place: Place, gazetteer: Gazetteer) -> str:
    """Region and country a place lies in; no name is said twice."""
    region = None if place.region == place.name else place.region
    parts = (region, lies_in(place, gazetteer))
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _how(mention: Mention, choice: Choice, gazetteer: Gazetteer) -> str:
    if choice.place is None:
        if not choice.candidates:
            return f"no place of the gazetteer is called {mention.phrase!r}"
        return f"no place called {mention.phrase!r} fits this text"
    evidence = choice.candidates[0].evidence
    reasons = [e.reason for e in evidence if e.weight > 0 and not says_kind(e.reason)]
    lies = whereabouts(choice.place, gazetteer)
    what = f"{choice.place.kind} in {lies}" if lies else f"{choice.place.kind}"
    if mention.kind is MentionKind.DEMONYM:
        said = f"a word for the people of {choice.place.name}"
    else:
        said = f"{choice.place.name} ({what})"
    because = f": {'; '.join(reasons[:2])}" if reasons else ""
    return f"{mention.phrase} is read as {said}{because}"
