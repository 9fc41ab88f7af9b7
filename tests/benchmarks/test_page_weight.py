"""What the shipped article's page weighs on the wire, and how often it asks."""

from __future__ import annotations

import logging

import pytest

from geodata.pipeline import build_atlas
from geodata.seeds import shipped_articles
from tests.browser.conftest import browser_type_launch_args, serve  # noqa: F401

LOGGER = logging.getLogger(__name__)
MOST_BYTES = 300_000
MOST_REQUESTS = 15
SETTLED = ".explorer[data-ready] .leaflet-tile-loaded"


@pytest.fixture(scope="module")
def origin(built_gazetteer, tmp_path_factory):
    yield from serve(
        tmp_path_factory.mktemp("weight"),
        lambda document: build_atlas([document], built_gazetteer),
        shipped_articles()[:1],
    )


@pytest.fixture(scope="module")
def answers(browser, origin):
    """Every answer of one visit, with how many bytes it took."""
    page = browser.new_page(viewport={"width": 412, "height": 823})
    session = page.context.new_cdp_session(page)
    sizes = []
    session.on(
        "Network.loadingFinished", lambda said: sizes.append(said["encodedDataLength"])
    )
    session.send("Network.enable")
    page.goto(origin)
    page.locator(SETTLED).first.wait_for()
    page.wait_for_load_state("networkidle")
    page.close()
    LOGGER.info("%d requests, %d bytes on the wire", len(sizes), sum(sizes))
    return sizes


def test_the_page_is_light(answers):
    assert sum(answers) <= MOST_BYTES


def test_the_page_asks_for_few_things(answers):
    assert len(answers) <= MOST_REQUESTS
