"""The search finds in the text as well as on the map, and leaves the text as it is."""

import re

import pytest
from playwright.sync_api import expect

HITS = """name => [...(CSS.highlights.get(name) ?? [])].map(range => {
  const live = new Range();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live.toString();
})"""
SEEN = """() => {
  const [hit] = CSS.highlights.get("hit-current");
  const live = new Range();
  live.setStart(hit.startContainer, hit.startOffset);
  live.setEnd(hit.endContainer, hit.endOffset);
  const { top, bottom } = live.getBoundingClientRect();
  const controls = document.querySelector(".controls").getBoundingClientRect();
  return top >= controls.bottom && bottom <= innerHeight;
}"""
NO_HIGHLIGHTS = "Object.defineProperty(CSS, 'highlights', {value: undefined})"


def hits(page, name="hit"):
    return page.evaluate(HITS, name)


@pytest.fixture
def low(open_page, article_url):
    """A window that holds a few lines only."""
    return open_page(article_url, height=400)


def test_hits_in_the_text_are_marked_and_counted_beside_the_places(page):
    page.locator("#search").fill("gdansk")
    assert hits(page) == ["Gdańsk", "Gdańsk"]
    expect(page.locator(".search__words")).to_have_text("1 of 2")
    expect(page.locator(".search__answer")).to_have_text(re.compile(r"^\d+ places$"))


def test_words_are_found_across_marks_and_punctuation(page):
    page.locator("#search").fill("for karlskrona on monday warsaw SAID polish")
    assert hits(page) == ["for Karlskrona on Monday, Warsaw said. Polish"]


def test_the_name_of_a_sign_is_no_word_of_the_text(page):
    page.locator("#search").fill("show")
    expect(page.locator(".search__words")).to_have_text("0 hits")
    expect(page.locator(".search__next")).to_be_hidden()


def test_a_search_does_not_touch_the_text(page):
    text = page.locator(".text")
    before = text.evaluate("element => element.textContent")
    nodes = "element => element.querySelectorAll('*').length"
    count = text.evaluate(nodes)
    page.locator("#search").fill("a")
    page.keyboard.press("Enter")
    assert len(hits(page)) > 20
    assert text.evaluate("element => element.textContent") == before
    assert text.evaluate(nodes) == count


def test_enter_goes_from_hit_to_hit_and_shift_goes_back(low):
    low.locator("#search").fill("a")
    count = len(hits(low))
    for key, number in [("Enter", 2), ("Enter", 3), ("Shift+Enter", 2)]:
        low.keyboard.press(key)
        expect(low.locator(".search__words")).to_have_text(f"{number} of {count}")
    low.keyboard.press("Shift+Enter")
    low.keyboard.press("Shift+Enter")
    expect(low.locator(".search__words")).to_have_text(f"{count} of {count}")
    assert low.evaluate(SEEN)
    expect(low.locator("#search")).to_be_focused()


def test_as_one_types_the_text_goes_to_the_first_hit(low):
    low.locator("#search").press_sequentially("sailor")
    assert hits(low, "hit-current") == ["sailor"]
    assert low.evaluate(SEEN)


def test_typing_goes_on_from_where_one_reads(low):
    low.locator("a.mark", has_text="Gdańsk").last.scroll_into_view_if_needed()
    low.locator("#search").fill("gdansk")
    expect(low.locator(".search__words")).to_have_text("2 of 2")


def test_arrows_lead_from_hit_to_hit_while_there_are_any(page):
    page.locator("#search").fill("gdansk")
    expect(page.locator(".steps__next")).to_be_hidden()
    page.get_by_role("button", name="Next hit").click()
    expect(page.locator(".search__words")).to_have_text("2 of 2")
    page.get_by_role("button", name="Previous hit").click()
    expect(page.locator(".search__words")).to_have_text("1 of 2")
    page.locator("#search").press("Escape")
    expect(page.locator(".steps__next")).to_be_visible()
    expect(page.locator(".search__next")).to_be_hidden()


def test_escape_clears_the_marks_too(page):
    page.locator("#search").fill("gdansk")
    page.keyboard.press("Escape")
    assert hits(page) == hits(page, "hit-current") == []
    expect(page.locator(".search__words")).to_have_text("")


def test_from_the_list_a_hit_is_shown_in_the_text(page):
    page.get_by_role("button", name=re.compile("^Places")).click()
    page.locator("#search").fill("gdansk")
    expect(page.locator(".search__words")).to_have_text("2 hits")
    page.keyboard.press("Enter")
    expect(page.locator(".text")).to_be_visible()
    expect(page.locator(".search__words")).to_have_text("1 of 2")


def test_an_address_marks_what_it_searches_for_and_scrolls_nowhere(
    open_page, article_url
):
    page = open_page(f"{article_url}?q=sailor", height=400)
    assert hits(page) == ["sailor"]
    assert page.locator(".reading").evaluate("element => element.scrollTop") == 0


def test_on_a_phone_the_hit_lies_below_map_and_controls(phone):
    phone.get_by_role("button", name=re.compile("^Places")).tap()
    phone.locator("#search").fill("sailor")
    phone.locator(".search__next").tap()
    assert phone.evaluate(SEEN)


def test_a_browser_that_cannot_mark_still_goes_from_hit_to_hit(browser, article_url):
    with browser.new_context(reduced_motion="reduce") as context:
        context.add_init_script(NO_HIGHLIGHTS)
        page = context.new_page()
        page.set_viewport_size({"width": 1400, "height": 400})
        errors = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(article_url)
        page.locator(".explorer[data-ready]").wait_for()
        page.locator("#search").fill("sailor")
        expect(page.locator(".search__words")).to_have_text("1 of 1")
        assert page.locator(".reading").evaluate("element => element.scrollTop") > 0
        assert errors == []


def test_enter_goes_to_the_one_place_that_the_text_calls_otherwise(page):
    field = page.locator("#search")
    field.fill("danzig")
    expect(page.locator(".search__words")).to_have_text("Enter goes there")
    field.press("Enter")
    expect(page.locator(".popup__name")).to_have_text("Gdańsk")
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    field.fill("gdańsk")
    field.press("Enter")
    expect(page.locator(".popup")).to_be_hidden()
    expect(page.locator(".search__words")).to_have_text(re.compile(r"^\d of \d$"))
