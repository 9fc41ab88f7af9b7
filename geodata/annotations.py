"""Resolutions in JSON: what `toposcope parse` writes for one document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from geodata.documents import correction_id, correction_summary
from geodata.model import (
    Candidate,
    Correction,
    Document,
    Place,
    Resolution,
    Verdict,
)
from geodata.properties import (
    decided_by,
    member_summary,
    rounded_confidence,
    when_of,
)

if TYPE_CHECKING:
    from geodata.gazetteer import Gazetteer

MOST_VERTICES = 500
"""Vertices of a geometry at most."""

MOST_CANDIDATES = 5
"""Candidates of a mention at most, the chosen one included."""


def annotate(
    document: Document,
    resolutions: Iterable[Resolution],
    *,
    geometry: bool = True,
    gazetteer: Gazetteer | None = None,
    as_given: bool = False,
) -> dict[str, Any]:
    """A document's mentions, ready for JSON.

    Parameters
    ----------
    document : Document
        The text they were found in.
    resolutions : iterable of Resolution
        In any order.
    geometry : bool, optional
        Whether places get their shape, each at its first mention only.
    gazetteer : Gazetteer, optional
        Asked for the shape of places that did not bring one.
    as_given : bool, optional
        Keep every resolution in its order, as for spans that were asked for;
        otherwise they are sorted by (start, -end).

    Returns
    -------
    dict
        `{"id", "mentions": [...]}`, as README.md describes it.
    """
    chosen = list(resolutions) if as_given else _sorted(resolutions)
    shapes = _Shapes(gazetteer) if geometry else None
    return {
        "id": document.id,
        "mentions": [_mention(resolution, shapes) for resolution in chosen],
    }


def _sorted(resolutions: Iterable[Resolution]) -> list[Resolution]:
    found = [one for one in resolutions if one.verdict is not Verdict.NOT_A_PLACE]
    return sorted(found, key=lambda one: (one.mention.start, -one.mention.end))


class _Shapes:
    """The shapes of one document's places, each given once."""

    def __init__(self, gazetteer: Gazetteer | None) -> None:
        self._gazetteer = gazetteer
        self._precision: dict[str, float] = {}

    def of(self, place: Place) -> dict[str, Any]:
        """The precision of a place and, the first time it is asked for, its shape."""
        if place.id in self._precision:
            return {"precision_km": self._precision[place.id]}
        detailed = place
        if place.geometry is None and not place.members and self._gazetteer is not None:
            detailed = self._gazetteer.detailed(place)
        precision, shape = _drawn(detailed)
        self._precision[place.id] = precision
        return {"precision_km": precision, **shape}


def _drawn(place: Place) -> tuple[float, dict[str, Any]]:
    """A place's precision, and its geometry object of at most 500 vertices."""
    from geodata.shapes import geometry_json, simplified, tidy, written_shape

    shape = written_shape(place)
    if shape is None:
        return place.precision_km, {}
    simple, strayed_km = simplified(shape, MOST_VERTICES)
    if simple is not shape:
        # Making it valid again may add a vertex or two: leave room for them.
        simple, strayed_km = simplified(shape, MOST_VERTICES * 9 // 10)
        simple = tidy(simple) or simple
    precision = max(place.precision_km, strayed_km)
    return precision, {"geometry": geometry_json(simple)}


def _mention(resolution: Resolution, shapes: _Shapes | None) -> dict[str, Any]:
    mention, actor = resolution.mention, resolution.stands_for
    none = resolution.verdict is Verdict.NOT_A_PLACE or resolution.place is None
    place = None if none else resolution.place
    return {
        "start": mention.start,
        "end": mention.end,
        "phrase": mention.phrase,
        "kind": str(mention.kind),
        "sense": str(mention.sense),
        "verdict": str(Verdict.UNKNOWN if none else resolution.verdict),
        "confidence": rounded_confidence(resolution.confidence),
        "place": _place(place, shapes) if place else None,
        "stands_for": {"id": actor.id, "name": actor.name} if actor else None,
        "how": resolution.how,
        "candidates": [_candidate(one) for one in _shortlist(resolution, place)],
        "decided_by": decided_by(resolution),
        **when_of(mention),
        **_correction(resolution.correction),
    }


def _correction(correction: Correction | None) -> dict[str, Any]:
    """What a person said, under the id that takes it back."""
    if correction is None:
        return {}
    told = {"id": correction_id(correction), **correction_summary(correction)}
    return {"correction": told}


def _place(place: Place, shapes: _Shapes | None) -> dict[str, Any]:
    described = {
        **_summary(place),
        "source": place.source,
        "precision_km": place.precision_km,
    }
    if shapes is not None:
        described |= shapes.of(place)
    if place.members:
        described["members"] = [member_summary(member) for member in place.members]
    return described


def _summary(place: Place) -> dict[str, Any]:
    return {**member_summary(place), "geonameid": place.geonameid}


def _shortlist(resolution: Resolution, place: Place | None) -> Sequence[Candidate]:
    """The best candidates, best first; the chosen place is always among them."""
    ranked = sorted(resolution.candidates, key=lambda candidate: -candidate.score)
    if place is None:
        return ranked[:MOST_CANDIDATES]
    chosen = next(
        (one for one in ranked if one.place.id == place.id),
        Candidate(place=place, score=resolution.confidence),
    )
    best = ranked[:MOST_CANDIDATES]
    if chosen in best:
        return best
    kept = [*ranked[: MOST_CANDIDATES - 1], chosen]
    return sorted(kept, key=lambda candidate: -candidate.score)


def _candidate(candidate: Candidate) -> dict[str, Any]:
    return {
        **_summary(candidate.place),
        "population": candidate.place.population,
        "score": rounded_confidence(candidate.score),
        "evidence": [
            {"reason": one.reason, "weight": rounded_confidence(one.weight)}
            for one in candidate.evidence
        ],
    }
