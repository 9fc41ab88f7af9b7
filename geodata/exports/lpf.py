"""Linked Places Format 1.3: one record a place, for gazetteers and those who link.

It is GeoJSON with a JSON-LD context. `when`, which the World Historical Gazetteer
requires, has the times that sentences tell of a place, or else, where a text says when
it was published, that date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from geodata.exports.exporter import credits_of
from geodata.exports.linked import (
    authority,
    by_place,
    document_iri,
    exporter_of,
    geonames_iri,
    page_of,
    place_iri,
)
from geodata.layers import confidence_word
from geodata.model import (
    BY_HAND,
    Document,
    Feature,
    Layer,
    MentionKind,
    Place,
    PlaceKind,
)
from geodata.properties import properties
from geodata.records import record_of
from geodata.shapes import bounds, geometry_json, written_shape

CONTEXT = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/"
    "linkedplaces-context-v1.1.jsonld"
)
"""What the terms mean; the format's version 1.3 still names this context."""

CERTAINTY = {"sure": "certain", "likely": "less-certain", "doubtful": "uncertain"}
"""The format's words for ours."""

CLASSES = {
    PlaceKind.CITY: "P",
    PlaceKind.COUNTRY: "A",
    PlaceKind.TERRITORY: "A",
    PlaceKind.BORDER: "A",
    PlaceKind.SEA: "H",
    PlaceKind.RIVER: "H",
    PlaceKind.LAKE: "H",
    PlaceKind.ISLAND: "T",
    PlaceKind.MOUNTAIN: "T",
    PlaceKind.RAILWAY: "R",
    PlaceKind.PORT: "S",
    PlaceKind.AIRPORT: "S",
    PlaceKind.STATION: "S",
    PlaceKind.LANDMARK: "S",
}
"""The feature class of a kind of place; L, a landscape, for any other."""

TYPES = {
    PlaceKind.CITY: ("aat:300008347", "inhabited places"),
    PlaceKind.REGION: ("aat:300182722", "regions (geographic)"),
    PlaceKind.COUNTRY: ("aat:300128207", "nations"),
    PlaceKind.TERRITORY: ("aat:300135982", "territories"),
    PlaceKind.CONTINENT: ("aat:300128176", "continents"),
    PlaceKind.SEA: ("aat:300008694", "seas"),
    PlaceKind.RIVER: ("aat:300008707", "rivers"),
    PlaceKind.LAKE: ("aat:300008680", "lakes"),
    PlaceKind.ISLAND: ("aat:300008791", "islands"),
    PlaceKind.MOUNTAIN: ("aat:300008795", "mountains"),
    PlaceKind.PORT: ("aat:300120599", "ports (settlements)"),
    PlaceKind.AIRPORT: ("aat:300000681", "airports"),
    PlaceKind.RAILWAY: ("aat:300008591", "railroads"),
    PlaceKind.LANDMARK: ("aat:300000809", "sites (locations)"),
}
"""Terms of the Getty Art & Architecture Thesaurus, of the subset that the World
Historical Gazetteer reads (feature-types-AAT of 2023-06-09)."""

_DIVISION = ("aat:300232418", "administrative divisions")
_MADE = ("text", "described", BY_HAND)
"""Sources that are no gazetteer: the text itself, and its readers."""
_YEAR, _MONTH, _DAY = len("1953"), len("1953-09"), len("1953-09-12")
_DECEMBER = 12
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?(?!\d)")


def collection(
    layers: Sequence[Layer],
    documents: Mapping[str, Document],
    about: Mapping[str, str],
) -> dict[str, Any]:
    """The feature collection before it is encoded."""
    records = by_place(layers).values()
    box = bounds(written_shape(feature.place) for _, feature in records)
    credits = credits_of(layers)
    return {
        "@context": CONTEXT,
        "type": "FeatureCollection",
        **({"bbox": list(box)} if box else {}),
        **({"attribution": credits} if credits else {}),
        **({"made_by": dict(sorted(about.items()))} if about else {}),
        "features": [_record(ids, each, documents) for ids, each in records],
    }


def _record(
    layer_ids: Sequence[str], feature: Feature, documents: Mapping[str, Document]
) -> dict[str, Any]:
    """A place; what is not known of it is left out, but for its geometry."""
    place = feature.place
    said = properties(feature, "")
    parts = {
        "types": _types(place),
        "when": _when(feature, documents),
        "links": list(_links(place)),
        "descriptions": _descriptions(said, feature, documents),
    }
    return {
        "@id": place_iri(place),
        "type": "Feature",
        "properties": {
            "title": place.name,
            **({"ccodes": [place.country]} if place.country else {}),
            "fclasses": _classes(place),
            "place_id": place.id,
            "layers": list(layer_ids),
            **{name: said[name] for name in _TAKEN_OVER},
        },
        "names": _names(feature, documents),
        **{name: value for name, value in parts.items() if value},
        "geometry": _geometry(place, said["confidence"]),
    }


def _links(place: Place) -> Iterator[dict[str, str]]:
    """The same place at GeoNames, and a page about it anywhere else."""
    address = geonames_iri(place)
    if address:
        yield {"type": "closeMatch", "identifier": address}
    record = record_of(place)
    if record and record.page and not place.id.startswith("geonames:"):
        yield {"type": "primaryTopicOf", "identifier": record.page}


_TAKEN_OVER = (
    "kind",
    "sense_counts",
    "confidence",
    "precision_km",
    "described",
    "how",
    "decided_by",
)


def _classes(place: Place) -> list[str]:
    """The classes of a place, of its members if it has any; a line of sites is R."""
    found = {each for member in place.members for each in _classes(member)}
    if place.kind is PlaceKind.LINE and "S" in found:
        return ["R"]
    return sorted(found) or [_class(place)]


def _class(place: Place) -> str:
    return "A" if _is_division(place) else CLASSES.get(place.kind, "L")


def _types(place: Place) -> list[dict[str, Any]]:
    term = _DIVISION if _is_division(place) else TYPES.get(place.kind)
    if term is None:
        return []
    source = [{"label": str(place.kind), "lang": "en"}]
    return [{"identifier": term[0], "label": term[1], "sourceLabels": source}]


def _is_division(place: Place) -> bool:
    code = place.feature_code or ""
    return place.kind is PlaceKind.REGION and code.startswith("ADM")


def _names(feature: Feature, documents: Mapping[str, Document]) -> list[dict[str, Any]]:
    """Every toponym once: the gazetteer's, then how the texts write it."""
    place = feature.place
    names = {place.name: _attested(place.name)}
    for language, toponym in sorted(place.names.items()):
        names.setdefault(toponym, _attested(toponym)).setdefault("lang", language)
    known = [] if place.source in _MADE else [_source_citation(place)]
    for name in names.values():
        name["citations"].extend(known)
    for phrase, document_id in _written(feature):
        citation = _text_citation(document_id, documents)
        citations = names.setdefault(phrase, _attested(phrase))["citations"]
        if citation not in citations:
            citations.append(citation)
    return list(names.values())


def _attested(toponym: str) -> dict[str, Any]:
    return {"toponym": toponym, "citations": []}


def _written(feature: Feature) -> Iterator[tuple[str, str]]:
    """The words that texts have for a place, and the ids of those texts."""
    made = feature.place.source in _MADE
    for occurrence in feature.occurrences:
        resolution = occurrence.resolution
        if made:
            yield feature.place.name, occurrence.document
        if (resolution.place or feature.place).id != feature.place.id:
            continue  # it stands for this place, or is a set that this belongs to
        if made or resolution.mention.kind is MentionKind.NAME:
            yield " ".join(resolution.mention.phrase.split()), occurrence.document


def _source_citation(place: Place) -> dict[str, Any]:
    address = geonames_iri(place) if place.id.startswith("geonames:") else None
    return {"label": authority(place), "@id": address or place_iri(place)}


def _text_citation(
    document_id: str, documents: Mapping[str, Document]
) -> dict[str, Any]:
    document = documents.get(document_id)
    address = page_of(document) if document else None
    return {
        "label": document.title if document else document_id,
        "@id": address or document_iri(document_id),
    }


def _when(feature: Feature, documents: Mapping[str, Document]) -> dict[str, Any] | None:
    """The times that sentences tell of a place, or else the dates of their texts."""
    told = [each.resolution.mention.when for each in feature.occurrences]
    if spans := sorted({(when.start, when.end) for when in told if when}):
        return {
            "timespans": [
                {"start": {"in": start}, "end": {"in": end}}
                for start, end in (_in_short(*span) for span in spans)
            ],
            "label": "times that the sentences which name it tell of",
        }
    texts = (documents.get(each.document) for each in feature.occurrences)
    dated = (_DATE.match(text.published) for text in texts if text and text.published)
    dates = sorted({found[0] for found in dated if found})
    if not dates:
        return None
    return {
        "timespans": [{"start": {"in": each}, "end": {"in": each}} for each in dates],
        "label": "named in texts published then",
    }


def _in_short(start: date, end: date) -> tuple[str, str]:
    """First and last day; of whole years the years, of whole months the months.

    Examples
    --------
    >>> _in_short(date(1950, 1, 1), date(1953, 12, 31))
    ('1950', '1953')
    """
    kept = _DAY
    if start.day == 1 and (end + timedelta(1)).day == 1:
        kept = _YEAR if start.month == 1 and end.month == _DECEMBER else _MONTH
    return start.isoformat()[:kept], end.isoformat()[:kept]


def _descriptions(
    said: Mapping[str, Any], feature: Feature, documents: Mapping[str, Document]
) -> list[dict[str, Any]]:
    """A caveat, how a described place was worked out, and what the texts say."""
    own = [said["note"], said["how"] if said["described"] else ""]
    told = [{"value": words, "lang": "en"} for words in own if words]
    quotes = dict.fromkeys(
        (each.document, each.excerpt) for each in feature.occurrences
    )
    return [*told, *_quoted(quotes, documents)]


def _quoted(
    quotes: Iterable[tuple[str, str]], documents: Mapping[str, Document]
) -> Iterator[dict[str, Any]]:
    for document_id, words in quotes:
        document = documents.get(document_id)
        page = page_of(document) if document else None
        language = document.language if document else None
        yield {
            "value": words,
            **({"lang": language} if language else {}),
            **({"source": page} if page else {}),
        }


def _geometry(place: Place, confidence: float) -> dict[str, Any] | None:
    shape = written_shape(place)
    if shape is None:
        return None
    certainty = CERTAINTY[confidence_word(confidence)]
    return {**geometry_json(shape), "certainty": certainty}


EXPORTER = exporter_of(
    collection,
    name="lpf",
    media_type="application/ld+json",
    title="Linked Places",
)
