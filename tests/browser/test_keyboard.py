"""Everything by keyboard, and the way back is never lost."""

import re

from playwright.sync_api import expect


def test_every_shape_has_a_name_and_can_be_reached(page):
    shapes = page.locator("path[role=button]")
    assert shapes.count() == 12
    for shape in shapes.all():
        assert shape.get_attribute("tabindex") == "0"
        assert shape.get_attribute("aria-label")


def test_a_shape_opens_by_enter_and_escape_gives_focus_back(page):
    said = "Karlskrona, city or town, Sweden, 1 mention, Sure"
    shape = page.get_by_role("button", name=said)
    shape.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Karlskrona")).to_be_visible()
    expect(page.locator(".popup__name")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(shape).to_be_focused()


def test_a_name_in_the_text_opens_and_gives_focus_back(page):
    mark = page.locator("a.mark", has_text="Karlskrona")
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".popup__name")).to_be_focused()
    page.keyboard.press("Escape")
    expect(mark).to_be_focused()


def test_escape_closes_the_card_from_anywhere(page):
    page.locator("a.mark", has_text="Karlskrona").click()
    page.locator("#map_toposcope").focus()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_arrow_keys_turn_the_pages_of_the_card(page):
    page.locator("a.mark", has_text="Gdańsk").first.click()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".popup__count")).to_have_text("2 of 2")


def test_the_list_is_one_tab_stop_with_arrow_keys_inside(page):
    page.get_by_role("button", name=re.compile("^Places")).click()
    assert page.locator(".places__button[tabindex='0']").count() == 1
    page.locator(".places__button[tabindex='0']").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".places__button").nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator(".places__button", has_text="Vinetaburg")).to_be_focused()
    page.keyboard.press("Home")
    expect(page.locator(".places__button").first).to_be_focused()


def test_a_slash_jumps_to_the_search(page):
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("danzig")
    expect(page.locator(".search__answer")).to_have_text("1 place")
    page.keyboard.press("Escape")
    expect(page.locator("#search")).to_have_value("")


def test_skip_links_come_first(page):
    page.keyboard.press("Tab")
    expect(page.locator(".skip").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#text")).to_be_focused()


def test_how_many_places_are_shown_is_said_aloud(page):
    said = page.locator("output.views__said")
    expect(said).to_have_text("12 places shown")
    page.get_by_role("checkbox", name="Ports", exact=True).uncheck()
    expect(said).to_have_text("9 places shown")


def test_the_ring_of_a_card_s_name_cuts_no_words(page):
    page.locator("a.mark", has_text="Karlskrona").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".popup__name")).to_be_focused()
    gap = page.evaluate(
        """() => {
          const name = document.querySelector(".popup__name");
          const { outlineOffset, outlineWidth } = getComputedStyle(name);
          const words = document.querySelector(".popup__body > *");
          return words.getBoundingClientRect().top - name.getBoundingClientRect().bottom
            - parseFloat(outlineOffset) - parseFloat(outlineWidth);
        }"""
    )
    assert gap >= 0
