"""What lies outside the first view is told, and reached."""

import re

from playwright.sync_api import expect


def test_what_is_not_seen_is_counted_and_shown_by_the_keyboard(open_page, article_url):
    page = open_page(f"{article_url}?at=8/54.352/18.649")
    outside = page.locator(".outside")
    expect(outside).to_have_text(re.compile(r"^\d+ places outside the view – show all"))
    outside.focus()
    page.keyboard.press("Enter")
    expect(outside).to_be_hidden()
    expect(page.locator(".leaflet-container")).to_be_focused()
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="Zoom in").click()
    expect(outside).to_be_visible()


def test_nothing_is_said_while_all_is_seen(open_page, article_url):
    page = open_page(f"{article_url}?at=2/40/-30")
    expect(page.locator(".outside")).to_be_hidden()


def test_what_filters_leave_out_is_not_missed(open_page, article_url):
    page = open_page(f"{article_url}?at=8/54.352/18.649")
    expect(page.locator(".outside")).to_be_visible()
    page.locator("#search").fill("danzig")
    expect(page.locator(".outside")).to_be_hidden()


def test_it_leaves_the_layers_of_a_phone_in_reach(open_page, article_url):
    page = open_page(
        f"{article_url}?at=8/54.352/18.649", width=360, height=700, has_touch=True
    )
    said = page.locator(".outside").bounding_box()
    panel = page.locator(".panel").bounding_box()
    assert said["x"] + said["width"] <= panel["x"]
    page.locator(".outside").tap()
    expect(page.locator(".outside")).to_be_hidden()
