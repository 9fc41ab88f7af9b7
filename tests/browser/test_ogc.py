"""The pages of `/ogc`, which need no script."""

import pytest

from tests.browser.conftest import complaints_at_the_end, listen
from tests.browser.test_page import violations

PATHS = {
    "apis": "",
    "landing": "/baltic",
    "api": "/baltic/api",
    "conformance": "/baltic/conformance",
    "collections": "/baltic/collections",
    "items": "/baltic/collections/regions/items?limit=1",
    "item": "/baltic/collections/ports/items/wpi:28640",
}


@pytest.fixture
def plain(browser, origin):
    """Open a page without scripts."""
    complaints, contexts = [], []

    def opened(path, **options):
        context = browser.new_context(reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        listen(page, complaints, allowed=origin)
        page.goto(f"{origin}/ogc{path}")
        return page

    yield opened
    heard = complaints_at_the_end(contexts, complaints)
    for context in contexts:
        context.close()
    assert heard == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_axe_finds_nothing(plain, path, theme):
    page = plain(path, color_scheme=theme)
    page.evaluate(
        "() => document.querySelectorAll('details').forEach(d => d.open = true)"
    )
    assert violations(page) == []


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_a_phone_never_scrolls_sideways(plain, path):
    page = plain(path, viewport={"width": 320, "height": 640})
    page.evaluate(
        "() => document.querySelectorAll('details').forEach(d => d.open = true)"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_one_gets_from_the_list_of_articles_to_a_feature_by_links(plain, origin):
    page = plain("")
    names = (
        "Baltic ferries run again",
        "Layers",
        "Ports",
        "Features as a page",
        "Gdynia",
    )
    for name in names:
        page.locator("main").get_by_role("link", name=name, exact=True).first.click()
    assert page.url == f"{origin}/ogc/baltic/collections/ports/items/wpi:28640"
    page.get_by_role("link", name="Ports", exact=True).click()
    assert page.url == f"{origin}/ogc/baltic/collections/ports"
