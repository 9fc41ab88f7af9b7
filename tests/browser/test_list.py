"""The list of articles, and the form that adds one."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import listen
from tests.browser.test_page import violations


@pytest.fixture
def shelf(browser, origin):
    page = browser.new_page()
    complaints = []
    listen(page, complaints, allowed=origin)
    page.goto(f"{origin}/articles")
    yield page
    page.close()
    refused = [said for said in complaints if "status of 4" not in said]
    assert refused == []


def test_a_text_that_cannot_be_read_stays_in_its_form(shelf):
    shelf.get_by_label("Title").fill("Snow")
    shelf.get_by_role("textbox", name="Text (").fill("   ")
    shelf.get_by_role("button", name="Find its places").click()
    expect(shelf.get_by_role("alert")).to_have_text(
        "The text is empty; give a text with words in it."
    )
    expect(shelf.get_by_label("Title")).to_have_value("Snow")
    expect(shelf.get_by_role("textbox", name="Text (")).to_be_focused()
    assert violations(shelf) == []


def test_the_list_says_what_this_is_and_where_texts_go(shelf):
    expect(shelf.locator(".list__lead")).to_contain_text("no text leaves it")
    expect(shelf.get_by_role("link", name="Baltic ferries run again")).to_be_visible()
