"""Reads linked data back as statements, without a network.

The contexts stand for the published ones: the same terms as far as they are written,
with the same meaning. Any other address fails.
"""

import json

from pyld import jsonld

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
DC = "http://purl.org/dc/elements/1.1/"
DCT = "http://purl.org/dc/terms/"
LPO = "https://github.com/LinkedPasts/linked-pasts-ontology/blob/main/lpo_latest.ttl#"
GEOJSON = "https://purl.org/geojson/vocab#"
SKOS = "http://www.w3.org/2004/02/skos/core#"

_OWN_TERMS = (
    "Annotation",
    "TextualBody",
    "SpecificResource",
    "TextQuoteSelector",
    "TextPositionSelector",
    "classifying",
    "identifying",
    "linking",
    "assessing",
    "describing",
    "start",
    "end",
    "exact",
    "prefix",
    "suffix",
)
_OWN_SHAPES = (
    "FeatureCollection",
    "Feature",
    "Point",
    "MultiPoint",
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
    "properties",
)


def _link(iri, **more):
    return {"@id": iri, "@type": "@id", **more}


def _attestations(iri, kind):
    return {"@id": LPO + iri, "@type": LPO + kind, "@container": "@set"}


ANNOTATION = {
    "schema": "http://schema.org/",
    "id": _link("@id"),
    "type": _link("@type"),
    **{name: OA + name for name in _OWN_TERMS},
    "Text": "http://purl.org/dc/dcmitype/Text",
    "Software": f"{AS}Application",
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "body": _link(f"{OA}hasBody"),
    "target": _link(f"{OA}hasTarget"),
    "source": _link(f"{OA}hasSource"),
    "selector": _link(f"{OA}hasSelector"),
    "scope": _link(f"{OA}hasScope"),
    "motivation": {"@type": "@vocab", "@id": f"{OA}motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": f"{OA}hasPurpose"},
    "Person": "http://xmlns.com/foaf/0.1/Person",
    "creator": _link(f"{DCT}creator"),
    "created": {
        "@id": f"{DCT}created",
        "@type": "http://www.w3.org/2001/XMLSchema#dateTime",
    },
    "generator": _link(f"{AS}generator"),
    "items": _link(f"{AS}items", **{"@container": "@list"}),
    "partOf": _link(f"{AS}partOf"),
    "first": _link(f"{AS}first"),
    "last": _link(f"{AS}last"),
    "total": {
        "@id": f"{AS}totalItems",
        "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger",
    },
    "startIndex": f"{AS}startIndex",
    "format": f"{DC}format",
    "language": f"{DC}language",
    "value": f"{RDF}value",
    "name": "http://xmlns.com/foaf/0.1/name",
    "label": f"{RDFS}label",
}
LINKED_PLACES = {
    "id": "@id",
    "type": "@type",
    "aat": "http://vocab.getty.edu/aat/",
    "gn": "http://www.geonames.org/ontology#",
    **{name: GEOJSON + name for name in _OWN_SHAPES},
    "geometry": "https://github.com/kgeographer/geojson-t/geometry",
    "coordinates": {"@container": "@list", "@id": f"{GEOJSON}coordinates"},
    "bbox": {"@container": "@list", "@id": f"{GEOJSON}bbox"},
    "features": {
        "@id": f"{LPO}hasFeature",
        "@type": f"{GEOJSON}Feature",
        "@container": "@set",
    },
    "names": _attestations("name_attestation", "NameAttestation"),
    "types": _attestations("type_attestation", "TypeAttestation"),
    "links": _attestations("link_attestation", "LinkAttestation"),
    "timespans": _attestations("timespan", "Timespan"),
    "when": {"@id": f"{LPO}when"},
    "start": f"{LPO}has_start",
    "end": f"{LPO}has_end",
    "in": f"{LPO}in",
    "toponym": f"{LPO}toponym",
    "sourceLabels": {"@id": f"{LPO}source_label"},
    "certainty": f"{LPO}has_certainty",
    "closeMatch": f"{SKOS}closeMatch",
    "citations": _link("http://purl.org/spar/cito#cites"),
    "descriptions": _link(f"{DCT}description", **{"@container": "@set"}),
    "lang": f"{DCT}language",
    "identifier": f"{DCT}identifier",
    "title": f"{DCT}title",
    "ccodes": {"@id": "gn:countryCode"},
    "label": {"@id": f"{RDFS}label"},
    "value": {"@id": f"{RDF}value"},
}
CONTEXTS = {
    "http://www.w3.org/ns/anno.jsonld": ANNOTATION,
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/"
    "linkedplaces-context-v1.1.jsonld": LINKED_PLACES,
}


def statements(written: bytes) -> list[tuple[str, str, str]]:
    """Subject, predicate and object of everything that a file says."""
    graph = jsonld.to_rdf(json.loads(written), {"documentLoader": _known_context})
    return [
        (each["subject"]["value"], each["predicate"]["value"], each["object"]["value"])
        for each in graph["@default"]
    ]


def _known_context(address, _options):
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": address,
        "document": {"@context": CONTEXTS[address]},
    }
