"""A word for a people is not on the map, and says so when it is asked."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def word(page):
    return page.get_by_role("button", name="Polish", exact=True)


def test_a_word_for_a_people_says_that_it_is_not_mapped(page, word):
    word.click()
    note = page.get_by_role("dialog", name="Not on the map")
    expect(note).to_contain_text("“Polish” is a word for a people (Poland)")
    assert note.bounding_box()["y"] >= word.bounding_box()["y"]


def test_it_leads_to_the_country_and_to_its_government(page, word):
    word.click()
    page.get_by_role("button", name="Poland itself: 1 mention").click()
    expect(page.get_by_role("dialog", name="Poland")).to_be_visible()
    expect(page.locator(".unmapped")).to_be_hidden()
    expect(page.locator(".mark--current")).to_have_text("Poland")
    word.click()
    page.get_by_role("button", name="Poland’s government: 1 mention").click()
    expect(page.locator(".popup")).to_contain_text("Government")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_it_is_asked_by_keyboard_and_gives_the_keyboard_back(page, word, key):
    word.focus()
    page.keyboard.press(key)
    note = page.get_by_role("dialog", name="Not on the map")
    expect(note).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".unmapped__way").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(word).to_be_focused()


def test_escape_leaves_an_open_card_as_it_is(page, word):
    page.locator("a.mark", has_text="Karlskrona").click()
    word.click()
    expect(page.locator(".unmapped")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".unmapped")).to_be_hidden()
    expect(page.get_by_role("dialog", name="Karlskrona")).to_be_visible()


def test_the_description_around_it_is_still_chosen_by_its_other_words(page):
    page.locator(".mark--group", has_text="Polish ports").click(
        position={"x": 70, "y": 8}
    )
    expect(page.locator(".popup__name")).to_have_text("Polish ports on the Baltic Sea")
    expect(page.locator(".unmapped")).to_be_hidden()


def test_on_a_phone_the_note_stays_on_the_screen(phone):
    phone.get_by_role("button", name="Polish", exact=True).tap()
    note = phone.locator(".unmapped")
    expect(note).to_be_visible()
    box = note.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert box["y"] + box["height"] <= 844


def test_before_scripts_and_without_them_it_is_dotted_and_no_button(
    browser, article_url
):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(article_url)
        word = page.locator(".mark--plain")
        expect(word).to_have_css("text-decoration-style", "dotted")
        expect(word).not_to_have_attribute("role", "button")
