"""Articles as OGC API - Features - Part 1: Core 1.0.1 has them.

Each article is an API of its own, and each of its layers a collection of it. So the
articles are listed without working any of them out, and who opens one waits for that
one alone. The id of a feature is that of its place, which is unique within a layer and
needs no encoding in an address.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from geodata.exports.geojson import collection as feature_collection
from geodata.layers import LAYER_IDS, apply
from geodata.model import Feature, Layer
from geodata.properties import properties, time_span
from geodata.shapes import bounds, written_shape
from webapp import urls
from webapp.article import Article
from webapp.contents import boxes
from webapp.errors import UnknownFeature
from webapp.library import Library
from webapp.once import kept
from webapp.openapi import CRS84, GEOJSON, GREGORIAN, HTML, JSON, OPENAPI
from webapp.selection import Selection

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

CONFORMS_TO = tuple(
    f"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{name}"
    for name in ("core", "oas30", "html", "geojson")
)
"""The conformance classes that are kept; none that is not tested."""

Content = dict[str, Any]

_KEPT_LAYERS = 3 * len(LAYER_IDS)
"""Layers whose shapes are kept as they are written: a program asks for many pages of
the same ones."""


def apis(library: Library, form: str) -> Content:
    """Every article's API."""
    return {
        "title": "Layers for other programs",
        "description": "Each article is an OGC API - Features of its own: give its"
        " address to QGIS, GDAL or a script.",
        "links": [
            *_itself(form, "This list", "apis"),
            *(
                _onward(
                    "item", form, library.title(entry), "landing", article_id=entry.id
                )
                for entry in library.entries()
            ),
        ],
    }


def landing(article_id: str, title: str, form: str) -> Content:
    """What an API begins with."""
    where = {"article_id": article_id}
    return {
        "title": title,
        "description": "The places that this article names, layer by layer.",
        "links": [
            *_itself(form, "The API", "landing", **where),
            _link("service-desc", OPENAPI, "Definition", "api", **where, f="json"),
            _link("service-doc", HTML, "Documentation", "api", **where, f="html"),
            _onward("conformance", form, "Standards kept", "conformance", **where),
            _onward("data", form, "Layers", "collections", **where),
            _onward("up", form, "All articles", "apis"),
            {
                "rel": "related",
                "type": HTML,
                "title": "The article and its map",
                "href": urls.article(article_id, whole=True),
            },
        ],
    }


def conformance(article_id: str, form: str) -> Content:
    """Which standards are kept."""
    where = {"article_id": article_id}
    return {
        "conformsTo": list(CONFORMS_TO),
        "links": [
            *_itself(form, "Standards kept", "conformance", **where),
            _onward("up", form, "The API", "landing", **where),
        ],
    }


def collections(article: Article, form: str) -> Content:
    """Every layer of an article."""
    where = {"article_id": article.id}
    return {
        "title": article.title,
        "links": [
            *_itself(form, "Layers", "collections", **where),
            _onward("up", form, "The API", "landing", **where),
        ],
        "collections": [_collection(article, each, form) for each in article.layers],
    }


def collection(article: Article, layer_id: str, form: str) -> Content:
    """One layer of an article, word for word as the list of them has it."""
    return _collection(article, article.layer(layer_id), form)


def items(
    article: Article,
    layer_id: str,
    selection: Selection,
    asked: Mapping[str, Sequence[str]],
    form: str,
) -> Content:
    """A page of the features of a layer.

    Parameters
    ----------
    article : Article
        The article.
    layer_id : str
        The layer.
    selection : Selection
        Which features, how many, from which on.
    asked : mapping of str to sequence of str
        The parameters that say so, for the addresses of this page and its neighbours.
    form : str
        json or html.
    """
    layer = article.layer(layer_id)
    shapes = _shapes(article, layer_id)
    [matched] = apply(
        [layer], selection.filters, shape_of=lambda place: shapes[place.id]
    )
    end = selection.offset + selection.limit
    page = matched.features[selection.offset : end]
    box = bounds(shapes[feature.place.id] for feature in page)
    where = {"article_id": article.id, "layer_id": layer_id}
    return {
        "type": "FeatureCollection",
        **({"bbox": list(box)} if box else {}),
        "attribution": sorted(layer.attribution),
        "links": [
            *_itself(form, layer.title, "items", GEOJSON, **asked, **where),
            *_neighbours(selection, len(matched.features), asked, where, form),
            _onward("collection", form, "The layer", "collection", **where),
        ],
        "timeStamp": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "numberMatched": len(matched.features),
        "numberReturned": len(page),
        "features": [_as_geojson(article, layer_id, feature) for feature in page],
    }


def item(article: Article, layer_id: str, feature_id: str, form: str) -> Content:
    """One feature of a layer.

    Raises
    ------
    UnknownLayer, UnknownFeature
        If there is no such layer, or nothing of this id in it.
    """
    layer = article.layer(layer_id)
    for feature in layer.features:
        if feature.place.id == feature_id:
            break
    else:
        message = f"no feature {feature_id!r} in layer {layer_id!r}"
        raise UnknownFeature(message)
    where = {"article_id": article.id, "layer_id": layer_id}
    own = {**where, "feature_id": feature_id}
    return {
        **_as_geojson(article, layer_id, feature),
        "links": [
            *_itself(form, feature.place.name, "item", GEOJSON, **own),
            _onward("collection", form, layer.title, "collection", **where),
        ],
    }


def _collection(article: Article, layer: Layer, form: str) -> Content:
    where = {"article_id": article.id, "layer_id": layer.id}
    extent = _extent(layer, boxes(article)[layer.id])
    return {
        "id": layer.id,
        "title": layer.title,
        "description": layer.about,
        "attribution": "; ".join(layer.attribution),
        **({"extent": extent} if extent else {}),
        "itemType": "feature",
        "crs": [CRS84],
        "links": [
            *_itself(form, layer.title, "collection", **where),
            _link("items", GEOJSON, "Features as GeoJSON", "items", **where, f="json"),
            _link("items", HTML, "Features as a page", "items", **where, f="html"),
            _onward("up", form, "All layers", "collections", article_id=article.id),
        ],
    }


def _extent(layer: Layer, box: list[float] | None) -> Content:
    """Where the features of a layer lie, and of what time their sentences tell."""
    span = time_span(layer.features)
    extent: Content = {}
    if box:
        extent["spatial"] = {"bbox": [box], "crs": CRS84}
    if span:
        interval = [f"{span[0]}T00:00:00Z", f"{span[1]}T23:59:59Z"]
        extent["temporal"] = {"interval": [interval], "trs": GREGORIAN}
    return extent


@kept(_KEPT_LAYERS)
def _shapes(article: Article, layer_id: str) -> dict[str, BaseGeometry | None]:
    """The shapes of a layer by the ids of its places."""
    layer = article.layer(layer_id)
    return {each.place.id: written_shape(each.place) for each in layer.features}


@kept(_KEPT_LAYERS)
def _written(article: Article, layer_id: str) -> dict[str, Content]:
    """The features of a layer as the download has them, under their ids here."""
    layer = article.layer(layer_id)
    written = feature_collection([layer], about={})["features"]
    return {
        feature.place.id: {**each, "id": feature.place.id}
        for feature, each in zip(layer.features, written, strict=True)
    }


def _as_geojson(article: Article, layer_id: str, feature: Feature) -> Content:
    """A feature, some of whose mentions may have been filtered away."""
    return {
        **_written(article, layer_id)[feature.place.id],
        "properties": properties(feature, layer_id),
    }


def _neighbours(
    selection: Selection,
    matched: int,
    asked: Mapping[str, Sequence[str]],
    where: Mapping[str, str],
    form: str,
) -> Iterator[Content]:
    """The page after, and the one before, which ends where this one begins."""
    media_type = HTML if form == "html" else GEOJSON
    end = selection.offset + selection.limit
    if end < matched:
        query = {**asked, **where, "limit": selection.limit, "offset": end, "f": form}
        yield _link("next", media_type, "Next page", "items", **query)
    if selection.offset:
        limit = min(selection.limit, selection.offset)
        offset = selection.offset - limit
        query = {**asked, **where, "limit": limit, "offset": offset, "f": form}
        yield _link("prev", media_type, "Page before", "items", **query)


def _itself(
    form: str,
    title: str,
    resource: str,
    media_type: str = JSON,
    **values: Any,  # noqa: ANN401  ids, lists of a query
) -> list[Content]:
    """Links to a document in the form it is given in, and in the other one."""
    return [
        _link(
            "self" if name == form else "alternate",
            given_as,
            f"{title} {words}",
            resource,
            **values,
            f=name,
        )
        for name, given_as, words in (
            ("json", media_type, "as JSON"),
            ("html", HTML, "as a page"),
        )
    ]


def _onward(
    rel: str,
    form: str,
    title: str,
    resource: str,
    **values: str,
) -> Content:
    """A link to another document, which comes in the form that this one came in."""
    return _link(rel, HTML if form == "html" else JSON, title, resource, **values)


def _link(
    rel: str,
    media_type: str,
    title: str,
    resource: str,
    **values: Any,  # noqa: ANN401  ids, lists of a query
) -> Content:
    href = urls.ogc(resource, **values)
    return {"rel": rel, "type": media_type, "title": title, "href": href}
