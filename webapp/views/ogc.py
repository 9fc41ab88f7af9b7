"""`/ogc`: layers for QGIS, GDAL and scripts, by OGC API - Features."""

from __future__ import annotations

from typing import Any, cast

from flask import (
    Blueprint,
    Response,
    current_app,
    make_response,
    render_template,
    request,
)

from webapp import features, urls
from webapp.answers import json_answer, wants_page
from webapp.article import Article, Entry
from webapp.errors import BadRequest
from webapp.library import Library
from webapp.openapi import GEOJSON, JSON, OPENAPI, definition, parameters_of
from webapp.selection import read_selection

bp = Blueprint("ogc", __name__, url_prefix="/ogc")

_NOT_IN_HEADER = ("item", "items")


@bp.before_request
def check_parameters() -> None:
    """Refuse a parameter that the definition does not have, as the standard asks."""
    known = parameters_of(str(request.endpoint).rpartition(".")[2])
    for name in request.args:
        if name not in known:
            message = f"there is no parameter {name!r} here; choose of"
            raise BadRequest(f"{message} {', '.join(known)}")


@bp.get("", strict_slashes=False)
def apis() -> Response:
    """Every article's API."""
    content = features.apis(_library(), form := _form())
    return _answer(content, form, heading=content["title"])


@bp.get("/<article_id>", strict_slashes=False)
def landing(article_id: str) -> Response:
    """What the API of an article begins with."""
    entry, title = _entry(article_id)
    content = features.landing(entry.id, title, form := _form())
    return _answer(content, form, heading=title)


@bp.get("/<article_id>/conformance")
def conformance(article_id: str) -> Response:
    """Which standards are kept."""
    entry, title = _entry(article_id)
    content = features.conformance(entry.id, form := _form())
    return _answer(content, form, heading="Standards kept", within=title)


@bp.get("/<article_id>/api")
def api(article_id: str) -> Response:
    """The definition of the API."""
    entry, title = _entry(article_id)
    content = definition(title, urls.ogc("landing", article_id=entry.id))
    return _answer(content, _form(OPENAPI), OPENAPI, heading="The API", within=title)


@bp.get("/<article_id>/collections")
def collections(article_id: str) -> Response:
    """Every layer of an article."""
    article = _article(article_id)
    content = features.collections(article, form := _form())
    return _answer(content, form, heading="Layers", within=article.title)


@bp.get("/<article_id>/collections/<layer_id>")
def collection(article_id: str, layer_id: str) -> Response:
    """One layer."""
    article = _article(article_id)
    content = features.collection(article, layer_id, form := _form())
    return _answer(content, form, heading=content["title"], within=article.title)


@bp.get("/<article_id>/collections/<layer_id>/items")
def items(article_id: str, layer_id: str) -> Response:
    """The features of a layer, by pages."""
    article = _article(article_id)
    heading = article.layer(layer_id).title
    asked = request.args.to_dict(flat=False)
    asked.pop("f", None)
    selection = read_selection(asked)
    form = _form(GEOJSON)
    content = features.items(article, layer_id, selection, asked, form)
    return _answer(content, form, GEOJSON, heading=heading, within=article.title)


@bp.get("/<article_id>/collections/<layer_id>/items/<path:feature_id>")
def item(article_id: str, layer_id: str, feature_id: str) -> Response:
    """One feature."""
    article = _article(article_id)
    content = features.item(article, layer_id, feature_id, form := _form(GEOJSON))
    heading = content["properties"]["name"]
    return _answer(content, form, GEOJSON, heading=heading, within=article.title)


def _library() -> Library:
    return cast(Library, current_app.extensions["library"])


def _entry(article_id: str) -> tuple[Entry, str]:
    """An article that need not be worked out, and its title."""
    library = _library()
    entry = library.entry(article_id)
    return entry, library.title(entry)


def _article(article_id: str) -> Article:
    library = _library()
    return library.article(library.entry(article_id))


def _form(media_type: str = JSON) -> str:
    """The form that is asked for, whether or not it names the type's version."""
    of_any_version = media_type.partition(";")[0]
    return "html" if wants_page(media_type, of_any_version) else "json"


def _answer(
    content: dict[str, Any],
    form: str,
    media_type: str = JSON,
    *,
    heading: str,
    within: str = "",
) -> Response:
    if form == "html":
        name = "ogc/api.html" if media_type == OPENAPI else "ogc/document.html"
        page = render_template(name, content=content, heading=heading, within=within)
        answer = make_response(page)
    else:
        answer = json_answer(content)
        answer.content_type = media_type
    for link in content.get("links", ()):
        if link["rel"] not in _NOT_IN_HEADER:
            value = f'<{link["href"]}>; rel="{link["rel"]}"; type="{link["type"]}"'
            answer.headers.add("Link", value)
    answer.vary.add("Accept")
    return answer
