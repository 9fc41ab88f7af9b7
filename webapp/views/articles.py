"""`/` and `/articles`: the list, the pages with their maps, and every download."""

from __future__ import annotations

import hashlib
from typing import Any, cast

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

from geodata.documents import CORRECTIONS_SUFFIX, corrections_json, language_notice
from geodata.errors import DocumentError
from geodata.exports import exporter_for
from geodata.gazetteer import Gazetteer
from geodata.layers import apply, read_filters
from webapp import marks, urls
from webapp.answers import is_browser, json_answer, sentence, wants_json
from webapp.article import KEPT_ARTICLES, Article, Entry
from webapp.contents import (
    article_content,
    correction_summaries,
    entry_summaries,
    layer_file,
    layer_summaries,
    written,
)
from webapp.drawn import drawn_file
from webapp.engine import Engine
from webapp.errors import BadRequest, UnknownAsset, status_of
from webapp.finer import finer, read_view
from webapp.glance import glance
from webapp.library import Library
from webapp.maps import MapParts, compose_map, focus
from webapp.once import kept
from webapp.openapi import OPENAPI
from webapp.rulings import first_of, read_anew, rulings
from webapp.submissions import sent_article, sent_correction, sent_day
from webapp.symbols import symbol_for, symbol_of_layer

bp = Blueprint("articles", __name__)

_DIGEST_LENGTH = 12


@bp.get("/")
def front() -> Response:
    """The newest article of the user's own, or else the shipped one."""
    return _answer(_library().newest())


@bp.get("/articles")
def index() -> Response:
    """Every article, and a form to add one."""
    if wants_json():
        return _varied(json_answer({"articles": _summaries(_library())}))
    return _varied(make_response(_list_page()))


def _summaries(library: Library) -> list[dict[str, Any]]:
    return entry_summaries(library)


def _list_page(error: str = "") -> str:
    """The list, with what was sent in vain still in its form."""
    library = _library()
    removed = request.args.get("removed", "")
    return render_template(
        "articles/list.html",
        articles=_summaries(library),
        read_only=library.read_only,
        limit=current_app.extensions["settings"].max_article_bytes,
        error=error,
        sent=request.form,
        removed=removed,
        removed_title=library.removed_title(removed),
    )


@bp.post("/articles")
def add() -> AnyResponse:
    """Add an article; a browser is sent to its page, a program is told its address."""
    try:
        return _added()
    except (BadRequest, DocumentError) as error:
        if not is_browser():
            raise
        return make_response(_list_page(sentence(str(error))), status_of(error))


def _added() -> AnyResponse:
    library = _library()
    content, title, name = sent_article()
    entry = library.add(content, title=title, name=name, published=sent_day())
    return _told_of(entry, back=urls.page(entry.id))


def _told_of(entry: Entry, *, back: str) -> AnyResponse:
    """Send a browser on, and tell a program where an article is now."""
    if is_browser():
        return redirect(back, 303)
    answer = json_answer({"id": entry.id, "title": _library().title(entry)}, 201)
    answer.headers["Location"] = urls.article(entry.id)
    return answer


@bp.delete("/articles/<article_id>")
@bp.post("/articles/<article_id>/remove")
def remove(article_id: str) -> AnyResponse:
    """Take an article off the list; a browser is shown the list, and a way back."""
    library = _library()
    removed = library.remove(library.entry(article_id))
    if request.method == "POST" and is_browser():
        return redirect(urls.articles_without(removed), 303)
    answer = make_response("", 204)
    answer.headers["Link"] = f'<{urls.restore(removed)}>; rel="restore"'
    return answer


@bp.post("/articles/<removed>/restore")
def restore(removed: str) -> AnyResponse:
    """Put an article back, by the name it was removed as."""
    return _told_of(_library().restore(removed), back=urls.articles())


@bp.get("/articles/<article_id>")
def article(article_id: str) -> Response:
    """One article with its map."""
    return _answer(_library().entry(article_id))


@bp.get("/articles/<article_id>/layers")
def layers(article_id: str) -> Response:
    """What can be toggled and downloaded."""
    found = _article(article_id)
    answer = json_answer({"layers": layer_summaries(found)})
    link = f'<{urls.definition(found.id)}>; rel="service-desc"; type="{OPENAPI}"'
    answer.headers["Link"] = link
    return answer


@bp.get("/articles/<article_id>/drawn.json")
def drawn(article_id: str) -> Response:
    """What the page draws; made for its scripts, and no promise to others."""
    answer = make_response(drawn_file(_article(article_id)))
    answer.mimetype = "application/json"
    return answer


@bp.get("/articles/<article_id>/finer.json")
def finer_shapes(article_id: str) -> Response:
    """Areas as fine as a view shows them; made for the page's scripts, too."""
    view = read_view(request.args.to_dict(flat=False))
    return json_answer({"shapes": finer(_article(article_id), _gazetteer(), view)})


@bp.get("/articles/<article_id>/corrections")
def corrections(article_id: str) -> Response:
    """What people said of the names of an article."""
    library = _library()
    given = library.corrections(library.entry(article_id))
    return json_answer({"corrections": correction_summaries(given, _gazetteer())})


@bp.get("/articles/<article_id>/corrections.json")
def corrections_file(article_id: str) -> Response:
    """The same as a file, to keep or to lay beside the article elsewhere."""
    library = _library()
    answer = make_response(
        corrections_json(library.corrections(library.entry(article_id)))
    )
    answer.mimetype = "application/json"
    answer.headers.set(
        "Content-Disposition",
        "attachment",
        filename=f"{article_id}{CORRECTIONS_SUFFIX}",
    )
    return answer


@bp.post("/articles/<article_id>/corrections")
def correct(article_id: str) -> Response:
    """Take what a person says of a name, in place of what was said before.

    The answer has the correction, the first mention it decides, and the names that are
    read anew in its light.
    """
    library = _library()
    entry = library.entry(article_id)
    before = library.article(entry)
    correction = sent_correction(before, _gazetteer())
    library.correct(entry, correction)
    [told] = correction_summaries([correction], _gazetteer())
    after = library.article(entry)
    more = {
        "first": first_of(correction, after),
        "read_anew": list(read_anew(before, after)),
    }
    return json_answer(told | more, 201)


@bp.delete("/articles/<article_id>/corrections/<correction_id>")
def take_back(article_id: str, correction_id: str) -> Response:
    """Forget a correction: what was worked out counts again."""
    library = _library()
    library.take_back(library.entry(article_id), correction_id)
    return make_response("", 204)


@bp.get("/articles/<article_id>/layers/<layer_id>.<format_name>")
def layer(article_id: str, layer_id: str, format_name: str) -> Response:
    """One layer in one format."""
    body = layer_file(_article(article_id), layer_id, format_name)
    return _as_file(body, f"{article_id}-{layer_id}", format_name)


@bp.get("/articles/<article_id>/download.<format_name>")
def download(article_id: str, format_name: str) -> Response:
    """What the filters of the address let through, in one format."""
    given = request.args.to_dict(flat=False)
    given.pop("lang", None)  # of a page; it filters nothing
    filters = read_filters(given)
    found = _article(article_id)
    body = written(found, apply(found.layers, filters), format_name)
    return _as_file(body, article_id, format_name)


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


def _gazetteer() -> Gazetteer | None:
    engine = cast(Engine, current_app.extensions["engine"])
    return engine.gazetteer()


def _article(article_id: str) -> Article:
    library = _library()
    return library.article(library.entry(article_id))


def _answer(entry: Entry) -> Response:
    """An article as a page, or as data."""
    library = _library()
    found = library.article(entry)
    if wants_json():
        return _varied(json_answer(article_content(found, _gazetteer())))
    composed = _map(found)
    page = render_template(
        "articles/article.html",
        article=found,
        layers=layer_summaries(found),
        text_tree=marks.tree(found.document.text, marks.shown(found.resolutions)),
        marks=marks.marks(found.layers),
        glance=glance(found.layers),
        language_notice=language_notice(found.document),
        symbol_for=symbol_for,
        swatches={each.id: symbol_of_layer(each) for each in found.layers},
        rulings=rulings(found, _gazetteer()),
        map=composed,
        oembed_url=urls.oembed(
            found.id, request.query_string.decode("ascii", "ignore")
        ),
        map_script_url=urls.map_script(found.id, _digest(composed.script)),
        articles=_summaries(library),
        read_only=library.read_only,
    )
    return _varied(make_response(page))


@kept(KEPT_ARTICLES)
def _focus(found: Article) -> tuple[float, float, float, float] | None:
    return focus(found.layers)


def _map(found: Article) -> MapParts:
    return compose_map(
        layer_summaries(found),
        asset=urls.asset,
        bbox=_focus(found),
        tiles=current_app.extensions["settings"].tiles,
    )


def _as_file(body: bytes, stem: str, format_name: str) -> Response:
    exporter = exporter_for(format_name)
    answer = make_response(body)
    answer.mimetype = exporter.media_type  # with charset, if text
    answer.headers.set(
        "Content-Disposition", "attachment", filename=f"{stem}{exporter.suffix}"
    )
    return answer


def _digest(script: str) -> str:
    return hashlib.sha256(script.encode()).hexdigest()[:_DIGEST_LENGTH]


def _varied(answer: Response) -> Response:
    answer.vary.add("Accept")
    return answer
