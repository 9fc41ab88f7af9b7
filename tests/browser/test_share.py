"""The share panel, the frame in another page, and the map that follows the reader."""

import re

from playwright.sync_api import expect

READ = """mark => {
  const frame = mark.closest(".reading");
  const { top, height } = frame.getBoundingClientRect();
  frame.scrollTop += mark.getBoundingClientRect().top - top - 0.33 * height;
}"""
"""Scroll the text until a mention is where the eye is: a third of the way down."""


def test_the_link_is_that_of_the_view(page):
    page.get_by_text("Share", exact=True).click()
    page.get_by_label("Both").check()
    expect(page.get_by_label("Link to this view")).to_have_value(page.url)
    assert "sense=both" in page.url


def test_the_frame_shows_the_view_without_the_bar(page, open_page):
    page.locator("a.mark", has_text="Karlskrona").click()
    page.get_by_text("Share", exact=True).click()
    written = page.get_by_role(
        "textbox", name="This view in another page"
    ).input_value()
    source = re.search('src="([^"]+)"', written)[1].replace("&amp;", "&")
    frame = open_page(source)
    expect(frame.get_by_role("dialog", name="Karlskrona")).to_be_visible()
    expect(frame.locator(".bar")).to_be_hidden()


def test_the_frame_is_rewritten_as_options_are_set(page, open_page):
    page.get_by_text("Share", exact=True).click()
    frame = page.get_by_role("textbox", name="This view in another page")
    page.get_by_label("The map alone, without the text").check()
    page.get_by_label("Height").fill("420")
    expect(frame).to_have_value(re.compile('view=map&amp;embed=1".* height="420"'))
    source = re.search('src="([^"]+)"', frame.input_value())[1].replace("&amp;", "&")
    alone = open_page(source)
    expect(alone.locator(".reading")).to_be_hidden()
    expect(alone.locator(".map")).to_be_visible()


def test_oembed_gives_the_frame_that_the_panel_builds(page, open_page):
    address = page.locator('link[type="application/json+oembed"]').get_attribute("href")
    page.get_by_text("Share", exact=True).click()
    frame = page.get_by_role("textbox", name="This view in another page")
    expect(frame).to_have_value(page.request.get(address).json()["html"])
    view = open_page(f"{page.url}?sense=both&layers=cities,ports&q=gda%C5%84sk")
    address = view.locator('link[type="application/json+oembed"]').get_attribute("href")
    view.get_by_text("Share", exact=True).click()
    frame = view.get_by_role("textbox", name="This view in another page")
    expect(frame).to_have_value(view.request.get(address).json()["html"])


def test_a_link_that_nobody_else_can_open_is_warned_of(page):
    page.get_by_text("Share", exact=True).click()
    expect(page.locator(".share__warning")).to_contain_text("your own computer")


def test_escape_closes_the_panel_and_gives_focus_back(page):
    page.get_by_text("Share", exact=True).click()
    page.get_by_label("Link to this view").focus()
    page.keyboard.press("Escape")
    expect(page.locator(".share__panel")).to_be_hidden()
    expect(page.locator(".share summary")).to_be_focused()


def test_the_map_follows_what_is_read(open_page, article_url):
    page = open_page(f"{article_url}?at=9/40/10", height=420)
    page.get_by_role("button", name="Follow").click()
    page.locator("a.mark", has_text="Pomerania").evaluate(READ)
    expect(page).not_to_have_url(re.compile("at=9/40"))
    expect(page.get_by_role("dialog")).to_be_hidden()
