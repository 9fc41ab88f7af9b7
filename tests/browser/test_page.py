"""The page as a whole: it stays at home, and anyone can use it."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

CONTENT_END = """field => field.getBoundingClientRect().right
  - parseFloat(getComputedStyle(field).paddingRight)"""
CLIPPED = "count => getComputedStyle(count).clipPath"
SIZES = {"wide": (1400, 900), "phone": (390, 844), "zoomed": (320, 256)}


def violations(page):
    found = Axe().run(page).response["violations"]
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found]


def test_the_policy_allows_nothing_but_the_own_origin(open_page, article_url):
    page = open_page(article_url)
    answer = page.request.get(article_url)
    policy = answer.headers["content-security-policy"]
    for rule in ("default-src 'none'", "script-src 'self'", "style-src 'self'"):
        assert rule in policy
    assert "unsafe" not in policy


def test_basemap_and_layers_are_there(page):
    page.locator(".leaflet-tile-loaded").first.wait_for()
    assert page.locator("path.shape--cities").count() == 2
    assert page.locator("path.shape--railway").count() == 1


def test_what_stands_on_the_page_was_counted(page):
    counts = page.locator(".glance__counts li").all_inner_texts()
    assert counts == [
        "7 places named",
        "2 described, holding 3 more",
        "1 name not located",
    ]


def test_the_head_says_what_is_left_once_governments_are_set_aside(page):
    lead = page.locator(".glance__lead")
    expect(lead).to_contain_text(
        "With governments set aside, this text is about Gdańsk"
    )
    expect(page.locator(".glance__aside")).to_contain_text(
        "2 mentions stand for governments"
    )
    expect(lead).not_to_contain_text("Poland")


def test_a_place_of_the_head_opens_its_card(page):
    page.locator(".glance__place", has_text="Gdańsk").click()
    expect(page.get_by_role("dialog", name="Gdańsk")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing(open_page, article_url, size, theme):
    width, height = SIZES[size]
    page = open_page(article_url, width=width, height=height, theme=theme)
    assert violations(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", ["wide", "phone"])
@pytest.mark.parametrize(
    "state",
    [
        "?place=geonames:3099434",
        "?place=described:polish-ports-on-the-baltic-sea",
        "?sense=both&q=ice",
        "?sense=actor",
        "?layers=none",
        "?q=nothing%20of%20this%20name",
    ],
)
def test_axe_finds_nothing_in_a_state(open_page, article_url, size, theme, state):
    width, height = SIZES[size]
    page = open_page(article_url + state, width=width, height=height, theme=theme)
    assert violations(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_the_list_of_places(open_page, article_url, theme):
    page = open_page(article_url, theme=theme)
    page.get_by_role("button", name=re.compile("^Places")).click()
    page.locator(".panel__filters summary").click()
    page.locator(".panel__more summary").first.click()
    assert violations(page) == []


def test_nothing_is_wider_than_a_page_zoomed_to_400_percent(open_page, article_url):
    page = open_page(article_url, width=320, height=256)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 320


def test_text_and_list_can_be_read_without_scripts(browser, article_url):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(article_url)
    assert page.locator("h1").first.inner_text() == "Baltic ferries run again"
    assert page.locator(".places__entry").count() == 15
    page.locator("a.mark", has_text="Karlskrona").click()
    entry = page.locator(".places__entry:target")
    assert entry.locator(".places__name").inner_text() == "Karlskrona"
    context.close()


@pytest.mark.parametrize("path", ["/articles", "/articles/none-of-this-name"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_the_other_pages(browser, origin, path, theme):
    context = browser.new_context(color_scheme=theme)
    page = context.new_page()
    page.goto(origin + path)
    assert violations(page) == []
    context.close()


SHIFTS = """new Promise((done) => {
  let moved = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) moved += value;
  }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => setTimeout(() => done(moved), 50));
})"""


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_nothing_jumps_when_the_page_is_ready(open_page, article_url, size):
    width, height = SIZES[size]
    page = open_page(article_url, width=width, height=height)
    page.locator(".leaflet-tile-loaded").first.wait_for()
    assert page.evaluate(SHIFTS) < 0.02


def test_the_count_stands_beside_what_clears_the_search(open_page, article_url):
    page = open_page(article_url, width=2200)
    page.locator("#search").fill("a")
    count = page.locator(".search__answer")
    expect(count).to_have_text(re.compile("^[0-9]+ places$"))
    end = page.locator("#search").evaluate(CONTENT_END)
    assert count.bounding_box()["x"] > end
    count.evaluate("count => { count.textContent = '100,000 places'; }")
    assert count.bounding_box()["x"] > end
    assert count.evaluate(CLIPPED) == "none"
    page.set_viewport_size({"width": 1400, "height": 900})  # the field is short here
    assert count.evaluate(CLIPPED) == "inset(50%)"


RECORD_FAILURES = """
  window.failed = [];
  const note = (error) => {
    if (error.name !== "AbortError") window.failed.push(String(error));
    throw error;
  };
  const asked = window.fetch;
  window.fetch = (...what) => asked(...what).catch(note);
  const read = Response.prototype.arrayBuffer;
  Response.prototype.arrayBuffer = function () { return read.call(this).catch(note); };
"""


def test_a_page_that_is_loaded_again_gets_every_tile_at_once(open_page, article_url):
    page = open_page(f"{article_url}?at=5/37.06/-94.66")
    page.wait_for_load_state("networkidle")
    page.add_init_script(RECORD_FAILURES)
    for _ in range(6):
        page.reload()
        page.locator(".explorer[data-ready]").wait_for()
        page.wait_for_load_state("networkidle")
        assert page.evaluate("failed") == []
