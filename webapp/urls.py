"""Every address that a page or an answer can name."""

from __future__ import annotations

from typing import Any, cast

from flask import current_app, request, url_for

from webapp.assets import Assets


def front() -> str:
    """What the server opens with."""
    return _onward("articles.front")


def articles() -> str:
    """The list of articles; also where new ones are sent."""
    return _onward("articles.index")


def articles_without(removed: str) -> str:
    """The list, with a way to put back what was removed just now."""
    return _onward("articles.index", removed=removed)


def remove(article_id: str) -> str:
    """Where an article is taken off the list."""
    return _onward("articles.remove", article_id=article_id)


def restore(removed: str) -> str:
    """Where an article is put back, by the name it was removed as."""
    return _onward("articles.restore", removed=removed)


def language() -> str:
    """Where a reader chooses the language of the pages."""
    return url_for("language.choose")


def page(article_id: str) -> str:
    """Where a reader goes on to an article."""
    return _onward("articles.article", article_id=article_id)


def _onward(endpoint: str, **values: Any) -> str:  # noqa: ANN401  ids
    """An address that keeps the language which this one asks for."""
    return url_for(endpoint, lang=request.args.get("lang"), **values)


def article(article_id: str, *, whole: bool = False) -> str:
    """One article with its map; the whole address, if it is for another program."""
    return url_for("articles.article", article_id=article_id, _external=whole)


def drawn(article_id: str) -> str:
    """What the page of an article draws."""
    return url_for("articles.drawn", article_id=article_id)


def finer(article_id: str) -> str:
    """Areas as fine as a view shows them; the view goes into the query."""
    return url_for("articles.finer_shapes", article_id=article_id)


def layers(article_id: str) -> str:
    """The layers of an article, as JSON."""
    return url_for("articles.layers", article_id=article_id)


def layer(article_id: str, layer_id: str, format_name: str) -> str:
    """One layer as a file."""
    return url_for(
        "articles.layer",
        article_id=article_id,
        layer_id=layer_id,
        format_name=format_name,
    )


def download(article_id: str, format_name: str) -> str:
    """All layers as a file; filters go into the query."""
    return url_for("articles.download", article_id=article_id, format_name=format_name)


def corrections(article_id: str) -> str:
    """What people said of the names of an article; also where that is sent."""
    return url_for("articles.corrections", article_id=article_id)


def corrections_file(article_id: str) -> str:
    """The same as a file to keep."""
    return url_for("articles.corrections_file", article_id=article_id)


def gazetteer() -> str:
    """Where places are searched for by name."""
    return url_for("gazetteer.search")


def oembed(article_id: str, query: str = "") -> str:
    """Where other sites ask how to show a view of an article; a whole address."""
    view = url_for("articles.article", article_id=article_id, _external=True)
    return url_for(
        "oembed.oembed",
        url=f"{view}?{query}" if query else view,
        format="json",
        _external=True,
    )


def definition(article_id: str) -> str:
    """What the OGC API - Features of an article can do, as OpenAPI."""
    return ogc("api", whole=False, article_id=article_id, f="json")


def ogc(
    resource: str,
    *,
    whole: bool = True,
    **values: Any,  # noqa: ANN401  ids, lists of a query
) -> str:
    """A resource of OGC API - Features, by the name of its view.

    Whatever is no id goes into the query.
    """
    return url_for(f"ogc.{resource}", _external=whole, **values)


def map_script(article_id: str, digest: str) -> str:
    """The script that folium composed for an article."""
    return url_for("articles.map_script", article_id=article_id, digest=digest)


def asset(name: str) -> str:
    """A static file, by a name that changes with its content.

    A file that is missing keeps its plain name, which answers 404: a page without its
    basemap still shows its places.
    """
    assets = cast(Assets, current_app.extensions["assets"])
    return url_for("static.asset", name=assets.hashed_name(name))


def modules(name: str) -> list[str]:
    """Every module that a page asks for to run one."""
    assets = cast(Assets, current_app.extensions["assets"])
    return [asset(each) for each in assets.modules(name)]
