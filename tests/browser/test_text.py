"""Text and map are one: what is chosen in one is shown in the other."""

import re

import pytest
from playwright.sync_api import expect


def test_the_text_is_the_article_to_the_letter(page):
    paragraph = page.locator(".text__paragraph").last
    assert paragraph.evaluate("element => element.textContent") == (
        "Germany and Poland will pay for two icebreakers <b>each</b>; Pomerania asked"
        " for more. A sailor from Vinetaburg & his crew came back to Gdańsk on Friday."
    )


def test_every_mention_is_marked(page):
    assert page.locator(".mark").count() == 14


def test_sense_is_told_by_form_and_not_by_colour_alone(page):
    page.get_by_label("Both").check()
    style = "element => getComputedStyle(element).textDecorationLine"
    actor = page.locator(".mark", has_text="Germany")
    place = page.locator("a.mark", has_text="Karlskrona")
    assert actor.evaluate(style) == "underline"
    assert place.evaluate(style) == "none"


def test_pointing_at_a_name_lifts_the_place(page):
    page.locator("a.mark", has_text="Karlskrona").hover()
    expect(page.locator("path.shape--lifted")).to_have_count(1)


def test_pointing_at_a_place_lifts_every_sentence(page):
    page.locator("path[data-place='geonames:2701713']").hover()
    expect(page.locator(".mark--lifted")).to_have_text(["Karlskrona"])


def test_choosing_a_place_marks_it_everywhere(page):
    page.locator("path[data-place='geonames:2701713']").click()
    expect(page.locator(".mark--selected")).to_have_text(["Karlskrona"])
    expect(page.get_by_role("dialog", name="Karlskrona")).to_be_visible()
    expect(page.locator("path.shape__halo")).to_have_count(1)


def test_mentions_are_walked_in_text_order(page):
    forward = page.locator(".steps__next")
    seen = []
    for _ in range(4):
        forward.click()
        seen.append(page.locator(".popup__name").inner_text())
    assert seen == [
        "Gdańsk",
        "Karlskrona",
        "Polish ports on the Baltic Sea",
        "Baltic Sea",
    ]
    page.locator(".steps__previous").click()
    expect(page.locator(".popup__name")).to_have_text("Polish ports on the Baltic Sea")


def test_the_list_is_an_equal_way_in(page):
    page.get_by_role("button", name=re.compile("^Places")).click()
    page.get_by_role("link", name="Pomerania").click()
    expect(page.get_by_role("dialog", name="Pomerania")).to_be_visible()
    expect(page.locator(".places__button[aria-current]")).to_have_text("Pomerania")


def test_what_is_not_located_is_listed_with_why(page):
    page.get_by_role("button", name=re.compile("^Places")).click()
    lost = page.locator(".places__entry[data-layer=not-located]")
    expect(lost).to_contain_text("Vinetaburg")
    expect(lost.locator(".places__why")).to_have_text("no place fits")


def test_the_bar_repeats_the_title_where_the_heading_is_out_of_sight(
    open_page, article_url
):
    page = open_page(article_url, height=300)
    title = page.locator(".bar__title")
    expect(title).to_be_hidden()
    page.locator("a.mark").last.scroll_into_view_if_needed()
    expect(title).to_be_visible()
    page.locator(".text__title").scroll_into_view_if_needed()
    expect(title).to_be_hidden()


@pytest.mark.parametrize("size", [(1400, 420), (390, 500)])
def test_text_and_list_are_found_again_where_they_were_left(
    open_page, article_url, size
):
    width, height = size
    page = open_page(article_url, width=width, height=height)
    scrolled = """() => {
      const reading = document.querySelector(".reading");
      const own = getComputedStyle(reading).overflowY === "auto";
      return (own ? reading : document.scrollingElement).scrollTop;
    }"""
    page.locator(".text__paragraph").last.scroll_into_view_if_needed()
    press = "button => button.click()"  # a click of the mouse would scroll to it
    left = page.evaluate(scrolled)
    assert left > 0
    page.locator('.views__choice[data-view="places"]').evaluate(press)
    assert page.evaluate(scrolled) == 0
    page.locator('.views__choice[data-view="text"]').evaluate(press)
    assert page.evaluate(scrolled) == left
