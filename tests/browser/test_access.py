"""WCAG 2.2 AA beyond what axe sees, and axe in the states that people set."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_page import violations

ZOOMED = {"200 %": (640, 512), "400 %": (320, 256)}
"""CSS pixels that are left of a screen of 1280 x 1024."""
SMALL = """() => [...document.querySelectorAll("a, button, summary, input, select")]
  .filter(element => element.checkVisibility() && !element.closest(".text, p"))
  .map(element => [element, element.closest("label") ?? element])
  .map(([element, target]) => [element, target.getBoundingClientRect()])
  .filter(([, {width, height}]) => width > 1 && (width < 24 || height < 23.5))
  .map(([{className, textContent}, {width, height}]) =>
    `${className || textContent} ${width}x${height}`)"""
NAMELESS = """() => [...document.querySelectorAll(
    "[role=button], button, summary, a, input")]
  .filter(element => element.checkVisibility())
  .filter(element => !(element.getAttribute("aria-label") || element.textContent.trim()
    || element.labels?.length || element.title))
  .map(element => element.outerHTML.slice(0, 120))"""
OFF_SCREEN = """() => {
  const {left, top, right, bottom} = document.activeElement.getBoundingClientRect();
  return right < 0 || bottom < 0 || left > innerWidth || top > innerHeight;
}"""


@pytest.mark.parametrize("state", ["", "?place=geonames:3099434"])
def test_axe_finds_nothing_in_forced_colours(open_page, article_url, state):
    page = open_page(article_url + state, forced_colors="active")
    assert violations(page) == []


def test_signs_and_marks_are_seen_in_forced_colours(open_page, article_url):
    page = open_page(article_url, forced_colors="active")
    stroke = page.locator("path.shape--city").first.evaluate(
        "element => getComputedStyle(element).stroke"
    )
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert stroke != paper
    outline = page.locator("a.mark[data-sense=place]").first.evaluate(
        "element => getComputedStyle(element).outlineStyle"
    )
    assert outline == "solid"


@pytest.mark.parametrize("zoom", ZOOMED)
@pytest.mark.parametrize("state", ["", "?place=geonames:3099434", "?embed=1"])
def test_a_zoomed_page_needs_no_scrolling_sideways(open_page, article_url, zoom, state):
    width, height = ZOOMED[zoom]
    page = open_page(article_url + state, width=width, height=height)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []


@pytest.mark.parametrize("zoom", ZOOMED)
def test_a_card_can_be_closed_on_a_zoomed_page(open_page, article_url, zoom):
    width, height = ZOOMED[zoom]
    page = open_page(
        f"{article_url}?place=geonames:3099434", width=width, height=height
    )
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    expect(page.get_by_role("dialog")).to_be_hidden()


LOW = {"width": 320, "height": 256}
SCROLLED = """element => {
  const {width, height} = element.getBoundingClientRect();
  return [width, height, element.scrollWidth - element.clientWidth];
}"""


def roomy(scroller):
    """What scrolls has most of a low window, and scrolls one way only."""
    width, height, sideways = scroller.evaluate(SCROLLED)
    assert width >= LOW["width"] * 0.85
    assert height >= LOW["height"] * 0.7
    assert sideways <= 0


def reached(page, *targets):
    """Each can be scrolled to and is then under the pointer."""
    for target in targets:
        target.click(trial=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= LOW["width"]


def test_a_card_has_the_whole_of_a_low_window(open_page, article_url):
    page = open_page(f"{article_url}?place=geonames:3099434", **LOW)
    card = page.get_by_role("dialog")
    reasons = card.get_by_text("Reasons")
    reasons.wait_for()  # with them the card is written once more
    roomy(card.locator(".popup__body"))
    facts, close = card.locator(".popup__download"), card.locator(".popup__close")
    reached(page, reasons, facts, close)


def test_a_place_can_be_corrected_in_a_low_window(open_page, article_url):
    page = open_page(f"{article_url}?place=geonames:3099434", **LOW)
    card = page.get_by_role("dialog")
    card.locator(".correct__choices button").last.click()
    roomy(card.locator(".popup__body"))
    fields = [card.locator(f".correct__{name}") for name in ("search", "note")]
    reached(page, *fields, *card.locator(".correct__form button").all())
    page.keyboard.press("Escape")
    expect(card.locator(".correct__form")).to_be_hidden()


def test_layers_can_be_set_in_a_low_window(open_page, article_url):
    page = open_page(article_url, **LOW)
    fold = page.locator(".panel__fold")
    fold.click()
    roomy(page.locator(".panel__body"))
    rows = page.locator(".panel__row label")
    reached(page, rows.first, rows.last, page.locator(".panel__filters summary"), fold)


def test_a_view_can_be_shared_from_a_low_window(open_page, article_url):
    page = open_page(article_url, **LOW)
    page.locator(".share > summary").click()
    panel = page.locator(".share__panel")
    assert panel.evaluate(SCROLLED)[1] >= LOW["height"] * 0.6
    copies = panel.locator(".share__copy")
    reached(page, copies.first, copies.last)


def test_a_search_in_a_low_window_shows_what_it_found(open_page, article_url):
    page = open_page(article_url, **LOW)
    field = page.locator("#search")
    field.fill("danzig")
    reached(page, page.locator("a.mark", has_text="Gdańsk").first, field)
    expect(page.locator("output.search__answer")).to_be_visible()


def test_nothing_moves_if_less_motion_is_asked_for(page):
    still = "element => getComputedStyle(element).animationDuration"
    page.locator("a.mark", has_text="Karlskrona").click()
    assert page.locator(".popup").evaluate(still) == "0s"
    assert page.locator("path.shape").first.evaluate(
        "element => getComputedStyle(element).transitionDuration"
    ) in ("0s", "0ms")


def test_targets_are_large_enough_for_a_pointer(page):
    page.locator("a.mark", has_text="Gdańsk").first.click()
    page.get_by_role("button", name="Layers").click()
    page.locator(".panel__filters summary").click()
    page.locator(".panel__more summary").first.click()
    assert page.evaluate(SMALL) == []


def test_everything_that_acts_has_a_name(page):
    page.locator("a.mark", has_text="Gdańsk").first.click()
    page.get_by_role("button", name="Layers").click()
    page.get_by_label("Both").check()
    page.locator(".panel__filters summary").click()
    assert page.evaluate(NAMELESS) == []


def test_every_shape_says_its_name_its_kind_and_how_sure_it_is(page):
    page.get_by_label("Both").check()
    for shape in page.locator("path.shape[role=button]").all():
        words = shape.get_attribute("aria-label")
        assert re.search(r", .+, \d+ mentions?, (Sure|Likely|Doubtful)$", words)


def test_the_keyboard_meets_text_controls_map_and_panel_in_the_order_seen(page):
    met = []
    for _ in range(80):
        page.keyboard.press("Tab")
        part = page.evaluate(
            "['skip', 'bar', 'controls', 'text', 'map', 'panel'].find("
            "name => document.activeElement.closest(`.${name}`))"
        )
        if part and part not in met:
            met.append(part)
        assert part == "skip" or page.evaluate(OFF_SCREEN) is False
    assert met == ["skip", "bar", "controls", "text", "map", "panel"]


def test_what_is_found_is_said_without_being_looked_at(page):
    page.locator("#search").fill("danzig")
    said = page.locator("output.search__answer")
    expect(said).to_have_text("1 place")
    assert said.evaluate("element => element.tagName") == "OUTPUT"


def test_the_card_gives_focus_back_to_the_list(page):
    page.get_by_role("button", name=re.compile("^Places")).click()
    entry = page.get_by_role("link", name="Karlskrona")
    entry.press("Enter")
    expect(page.locator(".popup__name")).to_be_focused()
    page.keyboard.press("Escape")
    expect(entry).to_be_focused()
