"""The list of articles, and the form that adds one."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import listen, serve
from tests.browser.test_page import violations
from tests.unit.webapp.sample import sample_atlas, write_sample


@pytest.fixture(scope="module")
def origin(tmp_path_factory):
    """A server of its own: what is added here is on no other test's list."""
    folder = tmp_path_factory.mktemp("articles")
    yield from serve(folder, sample_atlas, [write_sample(folder)])


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


def add(shelf, title):
    shelf.get_by_label("Title").fill(title)
    shelf.get_by_role("textbox", name="Text (").fill(f"{title} in Riga.")
    shelf.get_by_role("button", name="Find its places").click()
    shelf.locator(".explorer").wait_for()
    shelf.goto(f"{shelf.url.split('/articles')[0]}/articles")


LOOKS = ("light", "dark")


@pytest.mark.parametrize("look", LOOKS)
def test_an_article_is_removed_and_put_back(shelf, look):
    title = f"Snow, {look}"
    shelf.emulate_media(color_scheme=look)
    add(shelf, title)
    assert violations(shelf) == []
    shelf.get_by_role("button", name=f"Remove {title}").click()
    expect(shelf.get_by_role("link", name=title)).to_have_count(0)
    expect(shelf.get_by_role("status")).to_contain_text("was removed")
    expect(shelf.get_by_role("button", name=f"Put back {title}")).to_be_focused()
    assert violations(shelf) == []
    shelf.keyboard.press("Enter")
    expect(shelf.get_by_role("link", name=title)).to_be_visible()
    expect(shelf.get_by_role("status")).to_have_count(0)


def test_an_article_is_removed_and_put_back_without_scripts(browser, origin, shelf):
    add(shelf, "Ice")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{origin}/articles")
    page.get_by_role("button", name="Remove Ice").click()
    page.get_by_role("button", name="Put back Ice").click()
    expect(page.get_by_role("link", name="Ice")).to_be_visible()
    context.close()


def test_only_what_was_added_has_a_button(shelf):
    named = shelf.locator(".list__article", has_text="Baltic ferries run again")
    expect(named.get_by_role("button")).to_have_count(0)


def test_a_long_title_leaves_room_for_its_button_on_a_phone(shelf):
    add(shelf, f"Long{'long' * 18}")
    shelf.set_viewport_size({"width": 390, "height": 844})
    button = shelf.get_by_role("button", name="Remove Long")
    box = button.bounding_box()
    assert box["x"] + box["width"] <= 390
    assert box["height"] >= 44
    assert shelf.evaluate("document.documentElement.scrollWidth") <= 390
    button.click()


def test_the_list_says_what_this_is_and_where_texts_go(shelf):
    expect(shelf.locator(".list__lead")).to_contain_text("no text leaves it")
    expect(shelf.get_by_role("link", name="Baltic ferries run again")).to_be_visible()
