"""A real server, a real browser, and a page that may not complain."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from waitress import create_server, wasyncore

from tests.unit.webapp.sample import sample_atlas, write_sample
from webapp.app import create_app

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    told = {"executable_path": found} if found else {}
    return {**browser_type_launch_args, **told, "args": list(QUIET)}


def serve(folder: Path, build_atlas, articles, **settings) -> Iterator[str]:
    """Serve articles by threads on a free port; gives the address."""
    app = create_app(
        {
            "ARTICLES": tuple(articles),
            "LIBRARY": folder / "library",
            "BUILD_ATLAS": build_atlas,
            **settings,
        }
    )
    channels = {}
    server = create_server(app, host="127.0.0.1", port=0, threads=8, map=channels)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.trigger.pull_trigger(lambda: wasyncore.close_all(channels))
    thread.join()
    server.task_dispatcher.shutdown()


@pytest.fixture(scope="session")
def origin(tmp_path_factory):
    folder = tmp_path_factory.mktemp("articles")
    yield from serve(folder, sample_atlas, [write_sample(folder)])


@pytest.fixture(scope="session")
def article_url(origin):
    return f"{origin}/articles/baltic"


@pytest.fixture
def open_page(browser: Browser):
    """Open an address in a browser of some size and theme.

    When the test is over, any message of the console, any uncaught error and any
    request to another host fails it.
    """
    contexts, complaints = [], []

    def opened(url: str, *, width=1400, height=900, theme="light", **options) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=theme,
            reduced_motion="reduce",
            accept_downloads=True,
            locale="en-GB",
            timezone_id="UTC",
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        listen(page, complaints, allowed=url.split("/articles")[0].rstrip("/"))
        page.goto(url)
        page.locator(".explorer[data-ready]").wait_for()
        return page

    yield opened
    heard = complaints_at_the_end(contexts, complaints)
    for context in contexts:
        context.close()
    assert heard == []


def complaints_at_the_end(contexts, complaints: list[str]) -> list[str]:
    """All that was said until now; closing cuts off requests, which is not a fault."""
    for context in contexts:
        for page in context.pages:
            page.evaluate("0")  # by its answer, all that was said before has come
    return list(complaints)


def listen(page: Page, complaints: list[str], allowed: str) -> None:
    """Note whatever a page should not do."""
    page.on("console", lambda said: complaints.append(f"console: {said.text}"))
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))

    def check(request) -> None:
        if not request.url.startswith((allowed, "data:", "blob:")):
            complaints.append(f"foreign request: {request.url}")

    page.on("request", check)


@pytest.fixture
def page(open_page, article_url):
    return open_page(article_url)


@pytest.fixture
def phone(open_page, article_url):
    return open_page(article_url, width=390, height=844, has_touch=True)
