"""Axe in every state that people set: light, dark, in forced colours, and from disk."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_page import violations
from tests.unit.webapp.sample import sample_atlas, sample_document
from webapp.onefile import EXPORTER

LOOKS = {
    "light": {"theme": "light"},
    "dark": {"theme": "dark"},
    "forced": {"forced_colors": "active"},
    "phone": {"width": 390, "height": 844, "has_touch": True},
}


OPEN_ALL = """() => {
  for (const each of document.querySelectorAll(".popup details")) each.open = true;
}"""


def story(page):
    page.locator(".story__open").click()
    expect(page.locator(".story")).to_be_visible()


def share(page):
    page.locator(".share > summary").click()


def layer_menu(page):
    unfold(page)
    page.locator(".panel__row[data-layer=ports] .panel__more > summary").click()


def downloads(page):
    unfold(page)
    page.locator(".download__words").click()


def filters(page):
    unfold(page)
    page.locator(".panel__filters > summary").click()
    page.get_by_label("Port 3").check()


def whole_card(page):
    page.locator("a.mark", has_text="Gdańsk").first.click()
    page.get_by_text("Reasons").click()
    page.evaluate(OPEN_ALL)


def word_for_a_people(page):
    page.get_by_role("button", name="Polish", exact=True).click()
    expect(page.locator(".unmapped")).to_be_visible()


def how_to_read(page):
    page.locator(".key > summary").click()


def unfold(page):
    fold = page.get_by_role("button", name="Layers")
    if fold.get_attribute("aria-expanded") == "false":
        fold.click()


STATES = (
    story,
    share,
    layer_menu,
    downloads,
    filters,
    whole_card,
    how_to_read,
    word_for_a_people,
)


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_whatever_is_open(open_page, article_url, look):
    page = open_page(article_url, **LOOKS[look])
    found = {}
    for state in STATES:
        page.goto(article_url)
        page.locator(".explorer[data-ready]").wait_for()
        state(page)
        found[state.__name__] = violations(page)
    assert found == {state.__name__: [] for state in STATES}


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_in_the_one_file_page(open_page, tmp_path, look):
    path = tmp_path / "page.html"
    path.write_bytes(EXPORTER.write_atlas(sample_atlas(sample_document())))
    page = open_page(path.as_uri(), **LOOKS[look])
    assert violations(page) == []
    whole_card(page)
    assert violations(page) == []
    page.keyboard.press("Escape")
    story(page)
    assert violations(page) == []
