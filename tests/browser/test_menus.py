"""The menus of the bar: one at a time, closed by Escape and by a click elsewhere."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import serve
from tests.unit.webapp.sample import TEXT, sample_atlas, write_sample


@pytest.fixture(scope="module")
def shelf_url(tmp_path_factory):
    """A server with two articles, so that there is one to change to."""
    folder = tmp_path_factory.mktemp("shelf")
    other = folder / "other.txt"
    other.write_text(TEXT.replace("Baltic ferries", "Other ferries"), encoding="utf-8")
    for origin in serve(folder, sample_atlas, [write_sample(folder), other]):
        yield f"{origin}/articles/baltic"


def summary(page, name):
    return page.locator(".menu > summary", has_text=name)


def test_the_articles_are_listed_with_this_one_marked(open_page, shelf_url):
    page = open_page(shelf_url)
    summary(page, "Articles").click()
    here = page.locator(".bar__switcher a[aria-current=page]")
    expect(here).to_have_text("Baltic ferries run again")
    page.get_by_role("link", name="Other ferries run again").click()
    page.locator(".explorer[data-ready]").wait_for()
    assert page.url.endswith("/articles/other")


def test_one_menu_closes_the_other_and_escape_gives_focus_back(open_page, shelf_url):
    page = open_page(shelf_url)
    summary(page, "Articles").click()
    summary(page, "Share").click()
    expect(page.locator(".bar__switcher .menu__panel")).to_be_hidden()
    expect(page.locator(".share__panel")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".share__panel")).to_be_hidden()
    expect(summary(page, "Share")).to_be_focused()


def test_a_click_elsewhere_closes_a_menu(open_page, shelf_url):
    page = open_page(shelf_url)
    summary(page, "Share").click()
    page.locator(".text__title").click(position={"x": 2, "y": 2})
    expect(page.locator(".share__panel")).to_be_hidden()


def test_on_a_phone_articles_share_and_theme_are_within_reach(open_page, shelf_url):
    phone = open_page(shelf_url, width=390, height=844, has_touch=True)
    summary(phone, "Articles").tap()
    expect(phone.locator(".bar__switcher .menu__panel")).to_be_in_viewport(ratio=1)
    summary(phone, "Share").tap()
    expect(phone.locator(".share__panel")).to_be_in_viewport()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_touch_of_the_one_sign_walks_through_the_themes(open_page, shelf_url):
    phone = open_page(shelf_url, width=390, height=844, has_touch=True)
    theme = "document.documentElement.dataset.theme ?? 'auto'"
    seen = [phone.evaluate(theme)]
    for _ in range(3):
        phone.locator(".theme__choice:visible").tap()
        seen.append(phone.evaluate(theme))
    assert seen == ["auto", "light", "dark", "auto"]


def test_escape_closes_a_menu_of_the_panel_before_the_panel(page):
    words = page.locator(".download__words")
    words.click()
    page.locator(".download a").first.focus()
    page.keyboard.press("Escape")
    expect(page.locator(".download")).not_to_have_attribute("open", "")
    expect(words).to_be_focused()
    expect(page.locator(".panel__body")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".panel__body")).to_be_hidden()
