"""`/` and `/articles`: the list, the pages with their maps, and every download."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import cast

from flask import (
    Blueprint,
    Response,
    current_app,
    make_response,
    redirect,
    render_template,
    request,
)
from werkzeug.wrappers import Response as AnyResponse

from geodata.exports import exporter_for
from geodata.layers import apply, read_filters
from geodata.model import Layer
from webapp import marks, urls
from webapp.answers import is_browser, json_answer, wants_json
from webapp.contents import article_content, entry_summary, layer_summaries
from webapp.errors import BadRequest, UnknownAsset, UnsupportedBody
from webapp.glance import glance
from webapp.library import Article, Entry, Library, check_size
from webapp.maps import MapParts, compose_map, focus

bp = Blueprint("articles", __name__)

_DIGEST_LENGTH = 12
_FORM_TYPES = ("multipart/form-data", "application/x-www-form-urlencoded")


@bp.get("/")
def front() -> Response:
    """The newest article of the user's own, or else the shipped one."""
    return _answer(_library().newest())


@bp.get("/articles")
def index() -> Response:
    """Every article, and a form to add one."""
    library = _library()
    articles = [entry_summary(library, entry) for entry in library.entries()]
    if wants_json():
        return _varied(json_answer({"articles": articles}))
    page = render_template(
        "articles/list.html", articles=articles, read_only=library.read_only
    )
    return _varied(make_response(page))


@bp.post("/articles")
def add() -> AnyResponse:
    """Add an article; a browser is sent to its page, a program is told its address."""
    library = _library()
    content, title, name = _sent_article()
    check_size(content, current_app.extensions["settings"].max_article_bytes)
    entry = library.add(content, title=title, name=name)
    if is_browser():
        return redirect(urls.article(entry.id), 303)
    answer = json_answer({"id": entry.id, "title": library.title(entry)}, 201)
    answer.headers["Location"] = urls.article(entry.id)
    return answer


@bp.get("/articles/<article_id>")
def article(article_id: str) -> Response:
    """One article with its map."""
    return _answer(_library().entry(article_id))


@bp.get("/articles/<article_id>/layers")
def layers(article_id: str) -> Response:
    """What can be toggled and downloaded."""
    return json_answer({"layers": layer_summaries(_article(article_id))})


@bp.get("/articles/<article_id>/layers/<layer_id>.<format_name>")
def layer(article_id: str, layer_id: str, format_name: str) -> Response:
    """One layer in one format."""
    found = _article(article_id)
    wanted = (found.layer(layer_id),)
    return _download(found, wanted, f"{article_id}-{layer_id}", format_name)


@bp.get("/articles/<article_id>/download.<format_name>")
def download(article_id: str, format_name: str) -> Response:
    """What the filters of the address let through, in one format."""
    filters = read_filters(request.args.to_dict(flat=False))
    found = _article(article_id)
    return _download(found, apply(found.layers, filters), article_id, format_name)


@bp.get("/articles/<article_id>/map.<digest>.js")
def map_script(article_id: str, digest: str) -> Response:
    """The script that folium composed, under a name that changes with it."""
    script = _map(_article(article_id)).script
    if digest != _digest(script):
        message = f"the map of {article_id!r} has changed; reload the page"
        raise UnknownAsset(message)
    answer = make_response(script)
    answer.mimetype = "text/javascript"
    answer.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return answer


def _library() -> Library:
    return cast(Library, current_app.extensions["library"])


def _article(article_id: str) -> Article:
    library = _library()
    return library.article(library.entry(article_id))


def _answer(entry: Entry) -> Response:
    """An article as a page, or as data."""
    library = _library()
    found = library.article(entry)
    if wants_json():
        return _varied(
            json_answer(
                article_content(found, current_app.extensions["engine"].gazetteer())
            )
        )
    composed = _map(found)
    page = render_template(
        "articles/article.html",
        article=found,
        layers=layer_summaries(found),
        text_tree=marks.tree(
            found.document.text, [each.mention for each in found.resolutions]
        ),
        marks=marks.marks(found.layers),
        glance=glance(found.layers),
        symbol_of=marks.symbol_of,
        map=composed,
        map_script_url=urls.map_script(found.id, _digest(composed.script)),
        articles=[entry_summary(library, each) for each in library.entries()],
    )
    return _varied(make_response(page))


def _map(found: Article) -> MapParts:
    return compose_map(
        layer_summaries(found), asset=urls.asset, bbox=focus(found.layers)
    )


def _download(
    found: Article, layers: tuple[Layer, ...], stem: str, format_name: str
) -> Response:
    exporter = exporter_for(format_name)
    if exporter.write_atlas is not None:
        body = exporter.write_atlas(replace(found.atlas, layers=layers))
    else:
        body = exporter.write(layers, about=found.atlas.made_by)
    answer = make_response(body)
    answer.mimetype = exporter.media_type  # adds the charset to what is text
    answer.headers.set(
        "Content-Disposition", "attachment", filename=f"{stem}.{format_name}"
    )
    return answer


def _sent_article() -> tuple[bytes, str, str]:
    """Content, title and file name of what was posted, in whatever form."""
    if request.mimetype == "application/json":
        return _from_json()
    if request.mimetype not in _FORM_TYPES:
        message = (
            f"an article cannot be sent as {request.mimetype or 'nothing'!r}; use"
            f" {', '.join(_FORM_TYPES)} or application/json"
        )
        raise UnsupportedBody(message)
    text = request.form.get("text", "")
    title = request.form.get("title", "")
    file = request.files.get("file")
    if file is None or not file.filename:
        if "text" not in request.form:
            raise BadRequest("nothing was sent; give a file or a text")
        return _encoded(text), title, ""
    if text.strip():
        raise BadRequest("both a file and a text were sent; give one of them")
    return file.read(), title, file.filename


def _from_json() -> tuple[bytes, str, str]:
    told = request.get_json()
    told = told if isinstance(told, dict) else {}
    text, title = told.get("text"), told.get("title") or ""
    if not isinstance(text, str) or not isinstance(title, str):
        message = 'the JSON sent is no article; give {"title": "...", "text": "..."}'
        raise BadRequest(message)
    return _encoded(text), title, ""


def _encoded(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        message = f"the text has half a character (a surrogate) at {error.start}"
        raise BadRequest(message) from None


def _digest(script: str) -> str:
    return hashlib.sha256(script.encode()).hexdigest()[:_DIGEST_LENGTH]


def _varied(answer: Response) -> Response:
    answer.vary.add("Accept")
    return answer
