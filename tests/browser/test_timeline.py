"""The timeline: when the text's places are spoken of, and a filter by it."""

import json
import re
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import serve
from tests.browser.test_page import violations
from tests.unit.webapp.dated import DAYS, dated_atlas, dated_document, write_dated
from webapp.onefile import EXPORTER

PHONE = {"width": 390, "height": 844, "has_touch": True}


@pytest.fixture(scope="module")
def dated_url(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dated")
    for origin in serve(folder, dated_atlas, [write_dated(folder)]):
        yield f"{origin}/articles/ferries"


@pytest.fixture
def dated(open_page, dated_url):
    return open_page(dated_url)


def bar(page, time):
    return page.get_by_role("button", name=re.compile(rf"^{_spaced(time)}:"))


def _spaced(time):
    """A range may be written with thin blanks."""
    return time.replace(" ", r"\s")


def fold(page):
    return page.locator(".timeline__fold")


def shown(page):
    return page.locator(".mark:not([data-quiet])")


def test_each_time_says_how_much_is_spoken_of_it(dated):
    expect(bar(dated, "1945")).to_be_visible()
    bars = dated.locator(".timeline__bar").all()
    names = [each.get_attribute("aria-label").replace("\u2009", " ") for each in bars]
    assert names == [
        "1945: 1 mention, 1 place",
        "1948: 1 mention, 1 place",
        "1950 – 1953: 2 mentions, 2 places",
        "September 1953: 2 mentions, 2 places",
        "2023: 1 mention, 1 place",
        "25 July 2023: 1 mention, 1 place",
    ]
    expect(dated.locator(".timeline__words")).to_have_text("2 mentions carry no date")


def test_a_pause_that_stands_out_is_told(dated):
    expect(dated.locator(".timeline__pause", has_text="69 years")).to_be_visible()
    assert dated.locator(".timeline__pause").all_inner_texts() == ["", "", "69 years"]


def test_a_time_filters_all_of_the_page_and_any_time_comes_back(dated):
    bar(dated, "1945").click()
    expect(shown(dated)).to_have_count(1)
    expect(dated.locator("path.shape--cities")).to_have_count(1)
    expect(dated.locator(".panel__badge [data-count]")).to_have_text("1")
    expect(bar(dated, "1945")).to_have_attribute("aria-pressed", "true")
    chips = dated.get_by_role("list", name="Filters in use")
    expect(chips).to_contain_text("1945")
    assert dated.url.endswith("?datetime=1945")
    bar(dated, "1945").click()
    expect(shown(dated)).to_have_count(10)
    assert "datetime" not in dated.url


def test_a_time_shows_what_the_bars_it_touches_count(dated):
    bar(dated, "September 1953").click()
    pressed = dated.locator(".timeline__bar[aria-pressed=true] .timeline__count")
    expect(pressed).to_have_text(["2", "2"])
    expect(shown(dated)).to_have_count(4)


def test_shift_and_a_click_take_the_times_between(dated):
    bar(dated, "1948").click()
    bar(dated, "September 1953").click(modifiers=["Shift"])
    expect(dated.locator(".timeline__bar[aria-pressed=true]")).to_have_count(3)
    assert dated.url.endswith("?datetime=1948/1953")
    dated.go_back()
    expect(dated.locator(".timeline__bar[aria-pressed=true]")).to_have_count(1)
    dated.go_back()
    expect(shown(dated)).to_have_count(10)


def test_the_keyboard_goes_from_time_to_time_and_escape_leaves(dated):
    bar(dated, "1945").focus()
    dated.keyboard.press("ArrowRight")
    expect(bar(dated, "1948")).to_be_focused()
    dated.keyboard.press("Enter")
    expect(bar(dated, "1948")).to_have_attribute("aria-pressed", "true")
    dated.keyboard.press("Shift+ArrowRight")
    expect(dated.locator(".timeline__bar[aria-pressed=true]")).to_have_count(3)
    dated.keyboard.press("End")
    expect(bar(dated, "25 July 2023")).to_be_focused()
    stops = dated.locator(".timeline__bar[tabindex='0']")
    expect(stops).to_have_count(1)
    dated.keyboard.press("Escape")
    expect(shown(dated)).to_have_count(10)
    expect(bar(dated, "25 July 2023")).to_be_focused()
    dated.keyboard.press("Escape")
    expect(fold(dated)).to_be_focused()


def test_two_lists_choose_a_stretch(dated):
    dated.get_by_label("From").select_option("1948")
    expect(shown(dated)).to_have_count(7)
    assert dated.url.endswith("?datetime=1948/..")
    dated.get_by_label("To", exact=True).select_option("1953")
    assert dated.url.endswith("?datetime=1948/1953")
    dated.get_by_label("To", exact=True).select_option("1945")
    expect(dated.get_by_label("From")).to_have_value("")
    dated.get_by_role("button", name="Any time").click()
    expect(shown(dated)).to_have_count(10)
    expect(dated.get_by_role("button", name="Any time")).to_be_hidden()


def test_a_time_that_is_pointed_at_is_lifted_out_of_map_and_text(dated):
    bar(dated, "1950 – 1953").hover()
    expect(dated.locator("path.shape--lifted")).to_have_count(2)
    expect(dated.locator(".mark--lifted")).to_have_text(
        [re.compile("Gdańsk"), re.compile("Karlskrona")]
    )
    dated.locator(".text__title").hover()
    expect(dated.locator("path.shape--lifted")).to_have_count(0)
    expect(dated.locator(".mark--lifted")).to_have_count(0)


def test_an_address_opens_at_its_time(open_page, dated_url):
    page = open_page(f"{dated_url}?datetime=1940/1949-06")
    expect(shown(page)).to_have_count(2)
    expect(page.get_by_label("From")).to_have_value("1940-01-01")
    expect(page.locator(".chips__chip")).to_have_text(re.compile("January 1940"))
    expect(page.locator(".notice")).to_have_count(0)


def test_a_time_that_is_none_is_reported(open_page, dated_url):
    page = open_page(f"{dated_url}?datetime=yesterday")
    expect(page.locator(".notice")).to_contain_text("datetime=yesterday")
    expect(shown(page)).to_have_count(10)


def test_what_is_hidden_for_want_of_a_date_is_counted(open_page, article_url):
    page = open_page(f"{article_url}?datetime=1953")
    expect(page.locator(".chips__note")).to_have_text("hides 13 places without a date")
    expect(page.locator(".timeline")).to_have_count(0)


def test_the_download_holds_that_time_alone(open_page, dated_url):
    page = open_page(f"{dated_url}?datetime=1953-09")
    page.locator(".download summary").click()
    with page.expect_download() as started:
        page.locator(".download").get_by_role("link", name="GeoJSON").click()
    content = json.loads(started.value.path().read_text(encoding="utf-8"))
    said = {
        feature["properties"]["name"]: len(feature["properties"]["mentions"])
        for feature in content["features"]
    }
    assert said == {"Gdańsk": 2, "Karlskrona": 1, "Baltic Sea": 1}


def test_a_card_says_when(dated):
    dated.locator("a.mark", has_text="Baltic Sea").click()
    expect(dated.locator(".popup__when")).to_have_text(
        "When: September 1953 — as written: “in September 1953”"
    )
    dated.locator("a.mark", has_text="Warsaw Chopin Airport").click()
    expect(dated.locator(".popup__when")).to_have_text(
        "When: 25 July 2023 — counted from the article’s date: “on 25 July 2023”"
    )
    dated.locator("a.mark", has_text="Karlskrona").last.click()
    expect(dated.get_by_role("dialog", name="Karlskrona")).to_be_visible()
    expect(dated.locator(".popup__when")).to_have_count(0)


def test_nothing_is_asked_for_before_it_is_seen(open_page, dated_url, article_url):
    page = open_page(dated_url, **PHONE)
    assert asked(page, "timeline.js") == 0
    fold(page).tap()
    expect(bar(page, "1945")).to_be_visible()
    assert asked(page, "timeline.js") == 1
    other = open_page(article_url)
    assert asked(other, "timeline.js") + asked(other, "timeline.css") == 0


def asked(page, name):
    """How often a page has asked for a file, whose name holds a digest."""
    stem, _, suffix = name.partition(".")
    names = page.evaluate(
        "performance.getEntriesByType('resource').map(each => each.name)"
    )
    return len([each for each in names if re.search(rf"/{stem}\.\w+\.{suffix}$", each)])


def test_it_lies_below_the_map_and_covers_nothing(dated):
    expect(bar(dated, "1945")).to_be_visible()
    strip = dated.locator(".timeline").bounding_box()
    credits = dated.locator(".leaflet-control-attribution").bounding_box()
    assert credits["y"] + credits["height"] <= strip["y"]
    assert strip["y"] + strip["height"] <= 900


def test_it_folds_and_says_what_it_filters(dated):
    bar(dated, "1945").click()
    fold(dated).click()
    expect(bar(dated, "1945")).to_be_hidden()
    expect(fold(dated)).to_have_text(re.compile("1945 – 2023.*1945$", re.S))


@pytest.mark.parametrize("width", [390, 320])
def test_it_fits_a_phone(open_page, dated_url, width):
    page = open_page(dated_url, **{**PHONE, "width": width})
    fold(page).tap()
    bar(page, "1945").tap()
    expect(shown(page)).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for control in page.locator(".timeline :is(button, select):visible").all():
        box = control.bounding_box()
        assert min(box["width"], box["height"]) >= 44
    bar(page, "25 July 2023").scroll_into_view_if_needed()
    expect(bar(page, "25 July 2023")).to_be_in_viewport()


def test_a_time_of_the_address_is_scrolled_to(open_page, dated_url):
    page = open_page(f"{dated_url}?datetime=2023-07-25", **{**PHONE, "width": 320})
    fold(page).tap()
    expect(bar(page, "25 July 2023")).to_be_in_viewport(ratio=0.9)
    expect(bar(page, "25 July 2023")).to_have_attribute("tabindex", "0")


def test_other_filters_lower_the_bars_and_leave_the_row_as_it_is(open_page, dated_url):
    page = open_page(f"{dated_url}?kind=sea,airport")
    expect(bar(page, "September 1953")).to_have_attribute(
        "aria-label", "September 1953: 1 mention, 1 place"
    )
    expect(bar(page, "1945")).to_have_attribute("aria-label", re.compile("0 mentions"))
    expect(bar(page, "1945").locator(".timeline__height")).to_be_hidden()
    expect(page.locator(".timeline__bar")).to_have_count(6)


def test_a_frame_has_it_folded(open_page, dated_url):
    page = open_page(f"{dated_url}?embed=1&view=map", width=700, height=500)
    expect(bar(page, "1945")).to_be_hidden()
    fold(page).click()
    expect(bar(page, "25 July 2023")).to_be_in_viewport(ratio=0.9)
    expect(page.locator(".leaflet-control-attribution")).to_be_in_viewport()


def test_paper_leaves_it_out(dated):
    dated.emulate_media(media="print")
    expect(dated.locator(".timeline")).to_be_hidden()


@pytest.mark.parametrize(
    "look",
    [{"theme": "light"}, {"theme": "dark"}, {"forced_colors": "active"}, PHONE],
    ids=["light", "dark", "forced", "phone"],
)
def test_axe_finds_nothing(open_page, dated_url, look):
    page = open_page(f"{dated_url}?datetime=1950/1953", **look)
    if look is PHONE:
        fold(page).tap()
    expect(bar(page, "1945")).to_be_visible()
    assert violations(page) == []


def test_the_one_file_page_has_it_too(open_page, tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(EXPORTER.write_atlas(dated_atlas(dated_document())))
    page = open_page(path.as_uri())
    bar(page, "1945").click()
    expect(shown(page)).to_have_count(1)
    page.locator(".download__words").click()
    with page.expect_download() as saved:
        page.locator('.download a[href^="#shown"]').click()
    content = json.loads(Path(saved.value.path()).read_text(encoding="utf-8"))
    [feature] = content["features"]
    assert feature["properties"]["name"] == "Gdańsk"
    assert len(feature["properties"]["mentions"]) == 1


@pytest.fixture(scope="module")
def days_url(tmp_path_factory):
    folder = tmp_path_factory.mktemp("days")
    atlas = partial(dated_atlas, sentences=DAYS)
    for origin in serve(folder, atlas, [write_dated(folder, DAYS)]):
        yield f"{origin}/articles/ferries"


CROWDED = """() => {
  const labels = [...document.querySelectorAll(".timeline__label")];
  const words = document.querySelectorAll(".timeline__label, .timeline__pause span");
  const boxes = [...words].map((each) => each.getBoundingClientRect());
  const seen = boxes.filter(({ width }) => width);
  const cut = labels.filter(
    (each) =>
      each.scrollWidth > each.clientWidth || each.scrollHeight > each.clientHeight,
  );
  const met = seen.filter(
    (box, index) => index && box.left < seen[index - 1].right - 0.5,
  );
  return {
    count: labels.length,
    cut: cut.map((each) => each.textContent),
    met: met.length,
  };
}"""


@pytest.mark.parametrize("size", [{"width": 1400}, PHONE, {**PHONE, "width": 320}])
@pytest.mark.parametrize("language", ["en", "ru", "ja", "ko", "zh-Hans"])
def test_times_have_the_room_their_words_need(open_page, days_url, language, size):
    page = open_page(f"{days_url}?lang={language}", **size)
    if fold(page).get_attribute("aria-expanded") == "false":
        fold(page).click()
    page.locator(".timeline__label").first.wait_for()
    assert page.evaluate(CROWDED) == {"count": len(DAYS), "cut": [], "met": 0}
