"""The definition of an article's OGC API - Features, as OpenAPI 3.0 has it."""

from __future__ import annotations

from typing import Any

from geodata.layers.filters import CONFIDENCE_WORDS
from geodata.model import PlaceKind, Sense
from geodata.version import installed_version
from webapp.selection import DATETIME_PATTERN, LIMIT, MOST

JSON = "application/json"
GEOJSON = "application/geo+json"
HTML = "text/html"
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
"""WGS 84, longitude first."""

GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"
"""The calendar of times."""

_Object = dict[str, Any]


def definition(title: str, root: str) -> _Object:
    """The whole document.

    Parameters
    ----------
    title : str
        Of the article.
    root : str
        Address of the API's landing page.
    """
    return {
        "openapi": "3.0.3",
        "info": {
            "title": title,
            "description": "The places that an article names, layer by layer, as"
            " OGC API - Features - Part 1: Core.",
            "version": installed_version(),
        },
        "servers": [{"url": root}],
        "paths": {path: {"get": _operation(path)} for path in _PATHS},
        "components": {
            "parameters": _PARAMETERS,
            "responses": {
                "known": {"description": "What you have is still right."},
                "error": {
                    "description": "What is wrong, in a sentence.",
                    "content": {
                        JSON: {"schema": _ref("schemas/error")},
                        HTML: {"schema": {"type": "string"}},
                    },
                },
            },
            "schemas": _SCHEMAS,
        },
    }


def parameters_of(resource: str) -> tuple[str, ...]:
    """Names that the query of a resource may have.

    Examples
    --------
    >>> parameters_of("items")[:4], parameters_of("landing")
    (('f', 'limit', 'offset', 'bbox'), ('f',))
    """
    names = ("f", *_ITEM_FILTERS) if resource == "items" else ("f",)
    return tuple(name for name in names if _PARAMETERS[name]["in"] == "query")


def _ref(name: str) -> _Object:
    return {"$ref": f"#/components/{name}"}


def _operation(path: str) -> _Object:
    resource, summary, media_type, schema = _PATHS[path]
    names = [
        *(name for name in ("collectionId", "featureId") if f"{{{name}}}" in path),
        *parameters_of(resource),
    ]
    return {
        "operationId": resource,
        "summary": summary,
        "parameters": [_ref(f"parameters/{name}") for name in names],
        "responses": {
            "200": {
                "description": "Done.",
                "content": {
                    media_type: {"schema": schema},
                    HTML: {"schema": {"type": "string"}},
                },
            },
            "304": _ref("responses/known"),
            "400": _ref("responses/error"),
            "404": _ref("responses/error"),
            "default": _ref("responses/error"),
        },
    }


_PATHS: dict[str, tuple[str, str, str, _Object]] = {
    "/": ("landing", "What there is", JSON, _ref("schemas/landingPage")),
    "/conformance": (
        "conformance",
        "The standards that are kept",
        JSON,
        _ref("schemas/conformance"),
    ),
    "/api": ("api", "This definition", OPENAPI, {"type": "object"}),
    "/collections": ("collections", "The layers", JSON, _ref("schemas/collections")),
    "/collections/{collectionId}": (
        "collection",
        "One layer",
        JSON,
        _ref("schemas/collection"),
    ),
    "/collections/{collectionId}/items": (
        "items",
        "The features of a layer, by pages",
        GEOJSON,
        _ref("schemas/featureCollection"),
    ),
    "/collections/{collectionId}/items/{featureId}": (
        "item",
        "One feature",
        GEOJSON,
        _ref("schemas/feature"),
    ),
}
"""Path to the view's name, what it gives, as what, and of which form."""


def _in_query(name: str, description: str, schema: _Object) -> _Object:
    return {
        "name": name,
        "in": "query",
        "description": description,
        "required": False,
        "schema": schema,
        "style": "form",
        "explode": False,
    }


def _in_path(name: str, description: str) -> _Object:
    return {
        "name": name,
        "in": "path",
        "description": description,
        "required": True,
        "schema": {"type": "string"},
    }


def _words(*choices: str) -> _Object:
    return {"type": "array", "items": {"type": "string", "enum": list(choices)}}


_ITEM_FILTERS = (
    "limit",
    "offset",
    "bbox",
    "datetime",
    "sense",
    "kind",
    "country",
    "confidence",
    "q",
)

_FOUR_OR_SIX: _Object = {
    "type": "array",
    "oneOf": [{"minItems": 4, "maxItems": 4}, {"minItems": 6, "maxItems": 6}],
    "items": {"type": "number"},
}

_PARAMETERS: dict[str, _Object] = {
    "collectionId": _in_path("collectionId", "Id of a layer"),
    "featureId": _in_path("featureId", "Id of a feature: that of its place"),
    "f": _in_query(
        "f",
        "The form of the answer, in place of the Accept header",
        {"type": "string", "enum": ["json", "html"]},
    ),
    "limit": _in_query(
        "limit",
        f"How many features at most; {MOST:,} is as much as there is",
        {"type": "integer", "minimum": 1, "maximum": MOST, "default": LIMIT},
    ),
    "offset": _in_query(
        "offset",
        "How many features are passed over first",
        {"type": "integer", "minimum": 0, "default": 0},
    ),
    "bbox": _in_query(
        "bbox",
        "West, south, east, north in degrees, perhaps with a height after each corner;"
        " west > east crosses 180 degrees. What has no location passes",
        _FOUR_OR_SIX,
    ),
    "datetime": _in_query(
        "datetime",
        "A time or an interval of them, taken as whole days. Of a feature the mentions"
        " pass whose sentences tell of that time; what no sentence dates passes whole",
        {"type": "string", "pattern": DATETIME_PATTERN},
    ),
    "sense": _in_query(
        "sense",
        "Whether mentions mean the place or who acts from there",
        _words(*(str(each) for each in Sense)),
    ),
    "kind": _in_query(
        "kind", "What the place is", _words(*(str(each) for each in PlaceKind))
    ),
    "country": _in_query(
        "country",
        "Codes of ISO 3166-1 with two letters",
        {"type": "array", "items": {"type": "string", "pattern": "^[A-Za-z]{2}$"}},
    ),
    "confidence": _in_query(
        "confidence", "How sure mentions are", _words(*CONFIDENCE_WORDS)
    ),
    "q": _in_query(
        "q",
        "Words in the names, the name of the region, or the sentence around a mention",
        {"type": "string", "maxLength": 200},
    ),
}


def _object(*required: str, **members: _Object) -> _Object:
    needed = {"required": list(required)} if required else {}
    return {"type": "object", **needed, "properties": members}


def _array(items: _Object, **more: Any) -> _Object:  # noqa: ANN401  JSON schema
    return {"type": "array", "items": items, **more}


_TEXT: _Object = {"type": "string"}
_LINKS = _array(_ref("schemas/link"))
_GEOMETRIES = (
    "Point",
    "MultiPoint",
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
    "GeometryCollection",
)

_SCHEMAS: dict[str, _Object] = {
    "error": _object(
        "ok",
        "error",
        "status",
        ok={"type": "boolean"},
        error=_TEXT,
        status={"type": "integer"},
    ),
    "link": _object(
        "href",
        "rel",
        "type",
        href={"type": "string", "format": "uri"},
        rel=_TEXT,
        type=_TEXT,
        title=_TEXT,
    ),
    "landingPage": _object(
        "title", "links", title=_TEXT, description=_TEXT, links=_LINKS
    ),
    "conformance": _object("conformsTo", conformsTo=_array(_TEXT), links=_LINKS),
    "collections": _object(
        "links",
        "collections",
        title=_TEXT,
        links=_LINKS,
        collections=_array(_ref("schemas/collection")),
    ),
    "collection": _object(
        "id",
        "links",
        id=_TEXT,
        title=_TEXT,
        description=_TEXT,
        attribution=_TEXT,
        extent=_object(
            spatial=_object(
                bbox=_array(_FOUR_OR_SIX, minItems=1),
                crs={"type": "string", "enum": [CRS84]},
            ),
            temporal=_object(
                interval=_array(
                    _array(
                        {"type": "string", "format": "date-time", "nullable": True},
                        minItems=2,
                        maxItems=2,
                    ),
                    minItems=1,
                ),
                trs={"type": "string", "enum": [GREGORIAN]},
            ),
        ),
        itemType={"type": "string", "enum": ["feature"]},
        crs=_array(_TEXT),
        links=_LINKS,
    ),
    "featureCollection": _object(
        "type",
        "features",
        type={"type": "string", "enum": ["FeatureCollection"]},
        bbox=_FOUR_OR_SIX,
        attribution=_array(_TEXT),
        links=_LINKS,
        timeStamp={"type": "string", "format": "date-time"},
        numberMatched={"type": "integer", "minimum": 0},
        numberReturned={"type": "integer", "minimum": 0},
        features=_array(_ref("schemas/feature")),
    ),
    "feature": _object(
        "type",
        "id",
        "geometry",
        "properties",
        type={"type": "string", "enum": ["Feature"]},
        id=_TEXT,
        bbox=_FOUR_OR_SIX,
        geometry={
            "type": "object",
            "nullable": True,
            "required": ["type"],
            "properties": {
                "type": {"type": "string", "enum": list(_GEOMETRIES)},
                "coordinates": {"type": "array", "items": {}},
                "geometries": {"type": "array", "items": {"type": "object"}},
            },
        },
        properties={"type": "object"},
        links=_LINKS,
    ),
}
