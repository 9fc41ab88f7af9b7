"""`toposcope serve`: plugged into the command line by its entry point."""

from __future__ import annotations

import threading
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geodata.errors import ToposcopeError

if TYPE_CHECKING:
    from flask import Flask

    from webapp.serving import Server


@click.command()
@click.argument(
    "articles", nargs=-1, metavar="[ARTICLE ...]", type=click.Path(path_type=Path)
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Listen here.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="Listen on this port; 0 for any that is free.",
)
@click.option("--open", "open_page", is_flag=True, help="Open the page in the browser.")
@click.option(
    "--library",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Keep added articles here, not in the user's data folder.",
)
@click.option("--read-only", is_flag=True, help="Let nobody add, remove or correct.")
def serve(
    articles: tuple[Path, ...],
    host: str,
    port: int,
    library: Path | None,
    *,
    open_page: bool,
    read_only: bool,
) -> None:
    """Show articles and their places in a browser.

    Without ARTICLE, the article that ships with Toposcope is shown.
    """
    try:
        app = _app(articles, host, library, read_only=read_only)
        server = _server(app, host, port)
    except ToposcopeError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Toposcope is at {server.url} (Ctrl+C ends it)", err=True)
    if open_page:
        threading.Thread(
            target=webbrowser.open, args=(server.url,), daemon=True
        ).start()
    ended = threading.Event()
    # No daemon: cut off inside a library's C++, one would abort the whole process.
    threading.Thread(target=_warm_up, args=(app, ended)).start()
    try:
        server.run()
    finally:
        ended.set()


def _app(
    articles: tuple[Path, ...], host: str, library: Path | None, *, read_only: bool
) -> Flask:
    """The application, once everything it was given has been found to be in order."""
    from geodata.documents import read_document
    from webapp.app import create_app
    from webapp.settings import hosts_for

    for path in articles:
        read_document(path)
    if library is not None and library.exists() and not library.is_dir():
        raise click.ClickException(f"the library {library} is a file; name a folder")
    given = {"LIBRARY": library} if library is not None else {}
    app = create_app(
        {
            "ARTICLES": articles,
            "READ_ONLY": read_only,
            "HOSTS": hosts_for(host),
            **given,
        }
    )
    app.extensions["engine"].gazetteer()
    return app


def _server(app: Flask, host: str, port: int) -> Server:
    from webapp.serving import Server

    return Server(app, host, port)


def _warm_up(app: Flask, ended: threading.Event) -> None:
    """Ask for what the front page shows, so that it is there when anybody does."""
    client = app.test_client()

    def get(address: str) -> Any:  # noqa: ANN401  whatever the JSON holds
        if ended.is_set():
            return {}
        return client.get(address, headers={"Host": "localhost"}).get_json(silent=True)

    get("/")
    for article in get("/articles?f=json").get("articles", ())[:1]:
        for layer in get(f"{article['href']}/layers").get("layers", ()):
            get(layer["links"][0]["href"])
