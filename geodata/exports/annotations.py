"""W3C Web Annotation: one annotation a mention, anchored by position and by quote.

Positions are counted in code points, as the data model (Recommendation of 2017) has
it, in the text as `toposcope parse` reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from geodata.exports.exporter import credits_of
from geodata.exports.linked import (
    Spot,
    document_iri,
    exporter_of,
    geonames_iri,
    page_of,
    place_iri,
    spot,
)
from geodata.layers import confidence_word
from geodata.model import Correction, Document, Layer, Occurrence, Place
from geodata.properties import rounded_confidence, rounded_position

STANDARD_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""What the terms of the standard mean."""

OWN_TERMS = {
    "confidence": {
        "@id": "http://www.w3.org/2005/11/its/rdf#taConfidence",
        "@type": "http://www.w3.org/2001/XMLSchema#double",
    },
    "lat": "http://www.w3.org/2003/01/geo/wgs84_pos#lat",
    "long": "http://www.w3.org/2003/01/geo/wgs84_pos#long",
}
"""Terms that the standard lacks, from other vocabularies of the W3C."""

AROUND = 32
"""Code points before and after a mention that are quoted to find it again."""

_UTC = re.compile(r"(?P<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(Z|\+00:00)")


def collection(
    layers: Sequence[Layer],
    documents: Mapping[str, Document],
    about: Mapping[str, str],
) -> dict[str, Any]:
    """The collection with its one page; without annotations it has no page."""
    items = [_annotation(each, documents) for each in _in_order(layers)]
    ids = "".join(item["id"] for item in items)
    credits = credits_of(layers)
    page = {
        "id": _urn(f"page:{ids}"),
        "type": "AnnotationPage",
        "partOf": _urn(f"collection:{ids}"),
        "startIndex": 0,
        "items": items,
    }
    return {
        "@context": [STANDARD_CONTEXT, OWN_TERMS],
        "id": _urn(f"collection:{ids}"),
        "type": "AnnotationCollection",
        "label": "Places, as Toposcope reads them",
        "generator": {
            "type": "Software",
            "name": " ".join(["Toposcope", about.get("toposcope", "")]).strip(),
        },
        **({"attribution": credits} if credits else {}),
        **({"made_by": dict(sorted(about.items()))} if about else {}),
        "total": len(items),
        **({"first": page, "last": page["id"]} if items else {}),
    }


def _in_order(layers: Iterable[Layer]) -> list[Occurrence]:
    """Each mention once, whatever layers show it: text by text, in text order."""
    found: dict[Spot, Occurrence] = {}
    for layer in layers:
        for feature in layer.features:
            for occurrence in feature.occurrences:
                found.setdefault(spot(occurrence), occurrence)
    return [found[key] for key in sorted(found, key=lambda each: (*each[:2], -each[2]))]


def _annotation(
    occurrence: Occurrence, documents: Mapping[str, Document]
) -> dict[str, Any]:
    document_id, start, end = spot(occurrence)
    source = document_iri(document_id)
    resolution = occurrence.resolution
    return {
        "id": _urn(f"{source}#char={start},{end}"),
        "type": "Annotation",
        "motivation": "identifying" if resolution.place else "classifying",
        "confidence": rounded_confidence(resolution.confidence),
        **(_by_person(resolution.correction) if resolution.correction else {}),
        "body": list(_bodies(occurrence)),
        "target": _target(occurrence, documents.get(document_id)),
    }


def _by_person(correction: Correction) -> dict[str, Any]:
    """Who made an annotation that a person decided, and when."""
    made = _UTC.fullmatch(correction.made)
    return {
        "creator": {"type": "Person"},
        **({"created": f"{made['time']}Z"} if made else {}),
    }


def _bodies(occurrence: Occurrence) -> Iterator[dict[str, Any]]:
    """What a mention denotes, for whom it stands, its sense, how sure that is, when."""
    resolution = occurrence.resolution
    place, acts = resolution.place, resolution.stands_for
    if place:
        yield _place_body(place, "identifying")
    if acts and (place is None or acts.id != place.id):
        yield _place_body(acts, "linking")
    yield _words("classifying", str(resolution.mention.sense))
    if place:
        yield _words("assessing", confidence_word(resolution.confidence))
    if when := resolution.mention.when:
        yield _words("tagging", f"{when.start.isoformat()}/{when.end.isoformat()}")
    if resolution.how:
        yield {**_words("describing", resolution.how), "language": "en"}


def _place_body(place: Place, purpose: str) -> dict[str, Any]:
    position = {
        "lat": rounded_position(place.lat),
        "long": rounded_position(place.lon),
    }
    return {
        "type": "SpecificResource",
        "purpose": purpose,
        "source": {
            "id": geonames_iri(place) or place_iri(place),
            "label": place.name,
            **{name: value for name, value in position.items() if value is not None},
        },
    }


def _words(purpose: str, value: str) -> dict[str, Any]:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "value": value,
        "format": "text/plain",
    }


def _target(occurrence: Occurrence, document: Document | None) -> dict[str, Any]:
    """The stretch of the text; both selectors select the same."""
    document_id, start, end = spot(occurrence)
    page = page_of(document) if document else None
    return {
        "type": "SpecificResource",
        "source": {
            "id": document_iri(document_id),
            "type": "Text",
            "format": "text/plain",
            **({"label": document.title} if document else {}),
            **(
                {"language": document.language}
                if document and document.language
                else {}
            ),
        },
        **({"scope": page} if page else {}),
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {"type": "TextQuoteSelector", **_quote(occurrence, document)},
        ],
    }


def _quote(occurrence: Occurrence, document: Document | None) -> dict[str, str]:
    """A mention with the words around it, from the text or else from its excerpt."""
    _, start, end = spot(occurrence)
    text, offset = occurrence.excerpt, occurrence.excerpt_start
    if document:
        text, offset = document.text, 0
    first, last = start - offset, end - offset
    return {
        "exact": occurrence.resolution.mention.phrase,
        "prefix": text[max(0, first - AROUND) : first],
        "suffix": text[last : last + AROUND],
    }


def _urn(name: str) -> str:
    """An id that is always the same for the same name (RFC 9562, version 5)."""
    return uuid5(NAMESPACE_URL, f"toposcope:{name}").urn


EXPORTER = exporter_of(
    collection,
    name="annotations",
    media_type=f'application/ld+json; profile="{STANDARD_CONTEXT}"',
    title="Web Annotations",
)
