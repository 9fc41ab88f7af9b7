"""What is said of a feature wherever it is written: the same words in every form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geodata.records import record_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from geodata.model import Feature, Mention, Occurrence, Place, Resolution

COLUMNS = (
    "layer",
    "place_id",
    "name",
    "names",
    "kind",
    "country",
    "region",
    "sense_counts",
    "confidence",
    "precision_km",
    "described",
    "how",
    "members",
    "source",
    "source_id",
    "mentions",
    "note",
    "geonameid",
    "runner_up",
    "decided_by",
    "source_url",
)
"""Names of the properties, in the order they are written."""

TIME_COLUMNS = ("when_start", "when_end")
"""What tables have besides: the first and the last day its mentions are dated to."""

MACHINE, PERSON = "machine", "person"
"""Who can have decided what a mention means."""

_CONFIDENCE_DECIMALS = 3
_POSITION_DECIMALS = 6


def feature_id(feature: Feature, layer_id: str) -> str:
    """An id that no other feature has, in whatever layers are written together."""
    return f"{layer_id}/{feature.place.id}"


def properties(feature: Feature, layer_id: str) -> dict[str, Any]:
    """Every property of a feature, under the names of `COLUMNS`."""
    place = feature.place
    record = record_of(place)
    surest = max(
        (occurrence.resolution for occurrence in feature.occurrences),
        key=lambda resolution: resolution.confidence,
        default=None,
    )
    return {
        "layer": layer_id,
        "place_id": place.id,
        "name": place.name,
        "names": dict(sorted(place.names.items())),
        "kind": str(place.kind),
        "country": place.country,
        "region": place.region,
        "sense_counts": _sense_counts(feature),
        "confidence": rounded_confidence(surest.confidence if surest else 0.0),
        "precision_km": place.precision_km,
        "described": feature.described,
        "how": surest.how if surest else "",
        "members": [member_summary(member) for member in place.members],
        "source": place.source,
        "source_id": place.source_id,
        "mentions": [_mention(occurrence) for occurrence in feature.occurrences],
        "note": place.note,
        "geonameid": place.geonameid,
        "runner_up": _runner_up(surest) if surest else None,
        "decided_by": decided_by(surest) if surest else MACHINE,
        "source_url": record.page or None if record else None,
    }


def decided_by(resolution: Resolution) -> str:
    """Who says what a mention means: a person, or the machine alone."""
    return PERSON if resolution.correction else MACHINE


def when_of(mention: Mention) -> dict[str, Any]:
    """The time of a mention under its name; nothing, if its sentence says none."""
    when = mention.when
    if when is None:
        return {}
    return {
        "when": {
            "start": when.start.isoformat(),
            "end": when.end.isoformat(),
            "text": when.text,
            "how": str(when.how),
        }
    }


def time_span(features: Iterable[Feature]) -> tuple[date, date] | None:
    """The first and the last day that the mentions of some features are dated to."""
    times = [
        when
        for feature in features
        for occurrence in feature.occurrences
        if (when := occurrence.resolution.mention.when)
    ]
    if not times:
        return None
    return min(when.start for when in times), max(when.end for when in times)


def member_summary(place: Place) -> dict[str, Any]:
    """A place of a set, in short."""
    return {
        "id": place.id,
        "name": place.name,
        "kind": str(place.kind),
        "country": place.country,
        "region": place.region,
        "lat": rounded_position(place.lat),
        "lon": rounded_position(place.lon),
    }


def rounded_position(degrees: float | None) -> float | None:
    """Degrees with six decimals, a tenth of a metre.

    Examples
    --------
    >>> rounded_position(127.44360001), rounded_position(-0.0), rounded_position(None)
    (127.4436, 0.0, None)
    """
    return None if degrees is None else round(degrees, _POSITION_DECIMALS) + 0.0


def rounded_confidence(confidence: float) -> float:
    """A probability with three decimals."""
    return round(confidence, _CONFIDENCE_DECIMALS)


def _sense_counts(feature: Feature) -> dict[str, int]:
    senses = [
        str(occurrence.resolution.mention.sense) for occurrence in feature.occurrences
    ]
    return {"place": senses.count("place"), "actor": senses.count("actor")}


def _mention(occurrence: Occurrence) -> dict[str, Any]:
    resolution = occurrence.resolution
    mention = resolution.mention
    return {
        "document": occurrence.document,
        "start": mention.start,
        "end": mention.end,
        "phrase": mention.phrase,
        "sense": str(mention.sense),
        "excerpt": occurrence.excerpt,
        "excerpt_start": occurrence.excerpt_start,
        "kind": str(mention.kind),
        "verdict": str(resolution.verdict),
        "confidence": rounded_confidence(resolution.confidence),
        "decided_by": decided_by(resolution),
        **when_of(mention),
    }


def _runner_up(resolution: Resolution) -> dict[str, Any] | None:
    """The best candidate that was not chosen."""
    chosen = resolution.place.id if resolution.place else None
    for candidate in resolution.candidates:
        if candidate.place.id != chosen:
            return {
                "id": candidate.place.id,
                "name": candidate.place.name,
                "kind": str(candidate.place.kind),
                "country": candidate.place.country,
                "region": candidate.place.region,
                "score": rounded_confidence(candidate.score),
            }
    return None
