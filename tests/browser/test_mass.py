"""More points than shapes can be: one canvas that does what shapes do."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.benchmarks.test_explorer_scale import many
from tests.browser.conftest import serve
from tests.browser.test_picture import pictured

COUNT = 2_500
CITIES = "213,94,0"
STRONGEST = """() => {
  const canvas = document.querySelector("canvas.mass");
  if (!canvas) return 0;
  const [pen, { width, height }] = [canvas.getContext("2d"), canvas];
  const { data } = pen.getImageData(0, 0, width, height);
  const strengths = data.filter((_, at) => at % 4 === 3);
  return strengths.reduce((most, strength) => Math.max(most, strength), 0);
}"""
WHERE = """async ([url, place]) => {
  const { places } = await (await fetch(url)).json();
  const [lon, lat] = places[place].at;
  const { x, y } = window.map_toposcope.latLngToContainerPoint([lat, lon]);
  const map = document.querySelector(".leaflet-container").getBoundingClientRect();
  return [map.left + x, map.top + y];
}"""


@pytest.fixture(scope="module")
def crowded(tmp_path_factory):
    folder = tmp_path_factory.mktemp("mass")
    path = folder / "towns.txt"
    path.write_text("Towns are everywhere.", encoding="utf-8")
    for origin in serve(folder, lambda document: many(document, COUNT), [path]):
        yield f"{origin}/articles/towns"


def middle_of(page, place):
    """Where a place of the mass is drawn, in pixels of the page."""
    drawn = page.locator(".explorer").get_attribute("data-drawn")
    return page.evaluate(WHERE, [drawn, place])


def test_points_are_one_canvas_and_no_shapes(open_page, crowded):
    page = open_page(crowded)
    expect(page.locator("canvas.mass")).to_have_count(1)
    expect(page.locator("path.shape")).to_have_count(0)
    assert page.evaluate(STRONGEST) == 255


def test_what_is_pointed_at_says_its_name_and_is_lifted(open_page, crowded):
    page = open_page(f"{crowded}?at=9/20.1/22.6")
    page.mouse.move(*middle_of(page, "geonames:7"))
    expect(page.locator(".map__hint")).to_contain_text("Town 7")
    expect(page.locator("path.shape__ring")).to_have_count(1)
    page.mouse.move(620, 500)
    expect(page.locator(".map__hint")).to_have_count(0)
    expect(page.locator("path.shape__ring")).to_have_count(0)


def test_a_click_chooses_what_is_drawn_there(open_page, crowded):
    page = open_page(f"{crowded}?at=9/20.1/22.6")
    page.mouse.click(*middle_of(page, "geonames:7"))
    expect(page.get_by_role("dialog", name="Town 7")).to_be_visible()
    expect(page).to_have_url(re.compile("place=geonames:7"))


def test_a_finger_may_miss_by_more_than_a_mouse(open_page, crowded):
    page = open_page(f"{crowded}?at=9/20.1/22.6", has_touch=True)
    x, y = middle_of(page, "geonames:7")
    page.mouse.click(x + 17, y)
    expect(page.get_by_role("dialog", name="Town 7")).to_be_hidden()
    page.touchscreen.tap(x + 17, y)
    expect(page.get_by_role("dialog", name="Town 7")).to_be_visible()


def test_a_layer_that_is_turned_off_leaves_nothing(open_page, crowded):
    page = open_page(crowded)
    box = page.get_by_role("checkbox", name="Cities and towns")
    box.uncheck()
    expect(page.locator("canvas.mass")).to_have_count(0)
    box.check()
    expect(page.locator("canvas.mass")).to_have_count(1)
    assert page.evaluate(STRONGEST) == 255


def test_the_slider_fades_the_canvas_too(open_page, crowded):
    page = open_page(crowded)
    page.locator(".panel__more summary").first.click()
    page.get_by_role("slider", name="Opacity of Cities and towns").fill("40")
    expect(page).to_have_url(re.compile("opacity=cities:40"))
    # Signs that lie upon each other add up, but none is drawn in full by itself.
    page.evaluate("map_toposcope.setView([20.1, 22.6], 9, {animate: false})")
    assert page.evaluate(STRONGEST) in range(95, 110)


def test_an_address_holds_how_strongly_the_canvas_is_drawn(open_page, crowded):
    page = open_page(f"{crowded}?opacity=cities:40&at=9/20.1/57")
    assert page.evaluate(STRONGEST) in range(95, 110)


def test_a_picture_shows_the_mass_as_strongly_as_the_map_does(
    open_page, crowded, tmp_path
):
    full, faint = (
        pictured(open_page(f"{crowded}?at=5/40/40{strength}"), tmp_path / "map.png")
        for strength in ("", "&opacity=cities:40")
    )
    legend = faint["seen"].get(CITIES, 0)
    assert full["seen"][CITIES] > 5 * legend


def test_the_night_has_colours_of_its_own(open_page, crowded):
    colours = [
        open_page(f"{crowded}?at=9/20.1/22.6", theme=theme).evaluate(
            """() => {
              const canvas = document.querySelector("canvas.mass");
              const { data } = canvas.getContext("2d")
                .getImageData(0, 0, canvas.width, canvas.height);
              const solid = new Set();
              for (let at = 0; at < data.length; at += 4)
                if (data[at + 3] === 255) solid.add(data.slice(at, at + 3).join());
              return [...solid].sort().join(" ");
            }"""
        )
        for theme in ("light", "dark")
    ]
    assert colours[0] != colours[1]
