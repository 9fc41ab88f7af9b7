"""The story: text and map walk together from place to place."""

import re

from playwright.sync_api import expect


def begin(page):
    page.get_by_role("button", name="Walk through its places").click()
    expect(page.locator(".story__words")).to_have_text(re.compile(r"^1 of \d+"))


def test_a_stop_is_selected_in_text_card_and_address(page):
    begin(page)
    name = page.locator(".story__name").inner_text()
    expect(page.locator(".popup__name")).to_have_text(re.compile(re.escape(name), re.I))
    expect(page.locator(".mark--current")).to_be_in_viewport()
    assert "story=1" in page.url


def test_described_places_come_first(page):
    begin(page)
    expect(page.locator(".story__kind")).to_have_text("described")


def test_arrow_keys_walk_and_escape_ends_where_it_began(page):
    begin(page)
    expect(page.locator(".story__next")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".story__words")).to_have_text(re.compile("^2 of"))
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".story__words")).to_have_text(re.compile("^1 of"))
    expect(page.locator(".story__previous")).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("Escape")
    expect(page.locator(".story")).to_be_hidden()
    expect(page.locator(".popup")).to_be_hidden()
    expect(page.locator(".story__open")).to_be_focused()
    assert "story" not in page.url


def test_an_address_opens_at_its_stop(page, open_page, article_url):
    begin(page)
    page.locator(".story__next").click()
    name = page.locator(".story__name").inner_text()
    again = open_page(f"{article_url}?story=2")
    expect(again.locator(".story__name")).to_have_text(name)
    expect(again.locator(".popup")).to_be_visible()
    expect(again.locator(".mark--current")).to_be_in_viewport()


def test_the_back_button_walks_back(page):
    begin(page)
    page.locator(".story__next").click()
    expect(page.locator(".story__words")).to_have_text(re.compile("^2 of"))
    page.go_back()
    expect(page.locator(".story__words")).to_have_text(re.compile("^1 of"))


def test_a_stop_that_is_none_is_reported(open_page, article_url):
    page = open_page(f"{article_url}?story=99")
    expect(page.locator(".notice")).to_contain_text("story=99")


def test_the_story_fits_a_phone(phone):
    begin(phone)
    expect(phone.locator(".map")).to_be_in_viewport(ratio=0.9)
    phone.locator(".story__next").click()  # the card leaves it free
    expect(phone.locator(".story__words")).to_have_text(re.compile("^2 of"))
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    for name in ("previous", "next", "close"):
        box = phone.locator(f".story__{name}").bounding_box()
        assert min(box["width"], box["height"]) >= 44


def test_a_stop_is_told_whole_in_longer_words(open_page, article_url):
    page = open_page(f"{article_url}?lang=de", width=320, height=844, has_touch=True)
    page.locator(".story__open").tap()
    cut = "e => e.scrollWidth > e.clientWidth || e.scrollHeight > e.clientHeight"
    for _ in range(5):
        assert not page.locator(".story__stop").evaluate(cut)
        page.locator(".story__next").tap()
