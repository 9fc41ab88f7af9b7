"""The application: made by a function, so that a process can hold several."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from flask import Flask, request

from geodata.seeds import shipped_articles
from webapp import answers, languages, security, urls
from webapp.assets import Assets
from webapp.engine import Engine
from webapp.library import Library
from webapp.settings import ServerSettings, server_settings
from webapp.views import (
    articles,
    favicon,
    gazetteer,
    healthz,
    language,
    oembed,
    ogc,
    robots,
    static,
)

_VIEWS = (
    articles,
    favicon,
    gazetteer,
    healthz,
    language,
    oembed,
    ogc,
    robots,
    static,
)
_JSON_GROWTH = 6
"""Bytes that JSON may spend on one: a control character is written as \\u0001."""
_FORM_OVERHEAD = 65_536
"""Bytes that boundaries, field names and the title may add to an article."""


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """Make the explorer.

    Nothing is opened before the first request asks for it; what was removed from the
    library a month ago is deleted.

    Parameters
    ----------
    config : mapping, optional
        Upper-case names of `webapp.settings.ServerSettings` with their values.

    Returns
    -------
    Flask
        A WSGI application.
    """
    settings = server_settings(config)
    app = Flask(__name__, static_folder=None)
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.json.compact = True  # type: ignore[attr-defined]
    longest = settings.max_article_bytes * _JSON_GROWTH + _FORM_OVERHEAD
    app.config.update(MAX_CONTENT_LENGTH=longest, MAX_FORM_MEMORY_SIZE=longest)
    _add_extensions(app, settings)
    _add_guards(app, settings)
    answers.register_errors(app)
    for view in _VIEWS:
        app.register_blueprint(view.bp)
    app.jinja_env.globals.update(asset=urls.asset, urls=urls)
    app.jinja_env.globals.update(languages.WORDS)
    return app


def _add_extensions(app: Flask, settings: ServerSettings) -> None:
    engine = Engine(settings)
    app.extensions["settings"] = settings
    app.extensions["engine"] = engine
    app.extensions["assets"] = Assets(
        settings.static,
        reload=settings.reload_assets,
        made={
            f"languages/{each}.json": partial(languages.page_messages, each)
            for each in languages.LANGUAGES[1:]
        },
    )
    app.extensions["library"] = Library(
        settings.library,
        shipped=() if settings.articles else shipped_articles(),
        named=settings.articles,
        build_atlas=engine.build_atlas,
        read_only=settings.read_only,
        max_bytes=settings.max_article_bytes,
    )
    app.extensions["library"].clear_out()


def _add_guards(app: Flask, settings: ServerSettings) -> None:
    assets = app.extensions["assets"]

    @app.before_request
    def check() -> None:
        # First, because what is refused is told in a language, too.
        languages.speak(
            languages.chosen(
                languages.LANGUAGES,
                asked=request.args.get("lang"),
                kept=request.cookies.get("language"),
                accepted=request.accept_languages.values(),
            )
        )
        security.check_host(settings.hosts)
        security.check_origin()
        assets.refresh()

    app.teardown_request(lambda _error: languages.speak(languages.ENGLISH))
    # Run in the opposite order: an answer is finished, then gets its headers.
    app.after_request(
        lambda response: security.add_security_headers(response, settings.tiles)
    )
    app.after_request(answers.finish)
