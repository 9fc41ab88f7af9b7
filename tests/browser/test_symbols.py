"""One sign and one colour a layer: in the panel, in the text and on the map."""

import pytest
from playwright.sync_api import expect

from geodata.layers.styles import STYLES

COLOUR = "element => getComputedStyle(element).color"
FILL = "element => getComputedStyle(element).fill"
ON_THE_MAP = [layer for layer in STYLES if layer != "not-located"]


def rgb(colour):
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return f"rgb({red}, {green}, {blue})"


@pytest.fixture(scope="module")
def everything(browser, article_url):
    page = browser.new_page(
        color_scheme="light", viewport={"width": 1400, "height": 900}
    )
    page.goto(f"{article_url}?sense=both")
    page.locator(".explorer[data-ready]").wait_for()
    yield page
    page.close()


@pytest.mark.parametrize("layer", STYLES)
def test_the_swatch_has_the_colour_of_the_exports(everything, layer):
    row = everything.locator(f".panel__row[data-layer={layer}] .symbol")
    assert row.evaluate(COLOUR) == rgb(STYLES[layer].color)


@pytest.mark.parametrize("layer", ON_THE_MAP)
def test_the_map_has_the_colour_of_the_swatch(everything, layer):
    swatch = everything.locator(f".panel__row[data-layer={layer}] .symbol")
    shape = everything.locator(f"path.shape[data-layer={layer}]").first
    expect(shape).to_be_attached()
    assert shape.evaluate(COLOUR) == swatch.evaluate(COLOUR)


@pytest.mark.parametrize("layer", ["cities", "ports", "landmarks"])
def test_every_point_of_a_layer_is_filled_as_its_swatch(everything, layer):
    swatch = everything.locator(f".panel__row[data-layer={layer}] .symbol")
    shapes = everything.locator(f"path.shape--point[data-layer={layer}]").all()
    assert {shape.evaluate(FILL) for shape in shapes} == {swatch.evaluate(FILL)}


def test_what_is_only_described_has_a_dashed_edge(everything):
    dash = "element => getComputedStyle(element).strokeDasharray"
    described = everything.locator("path.shape--point.shape--described").all()
    named = everything.locator("path.shape--city").all()
    assert "none" not in {shape.evaluate(dash) for shape in described}
    assert {shape.evaluate(dash) for shape in named} == {"none"}


HOW = """(element) => {
  const find = (name) => document.querySelector(name);
  const used = element.querySelector("use")?.getAttribute("href");
  const shape = used ? find(used).children[0] : element;
  const style = getComputedStyle(element);
  const said = (name, none) =>
    used ? (shape.getAttribute(name) ?? none) : style.getPropertyValue(name);
  const [fill, dash] = [said("fill"), said("stroke-dasharray", "none")];
  if (fill === "none") return dash === "none" ? "line" : "dashed line";
  const pattern = fill?.match(/#hatch-[a-z]+/)?.[0];
  if (pattern ? find(pattern) : used && find(used).children.length > 1) {
    return "patterned area";
  }
  return Number(said("fill-opacity", 1)) < 0.5 ? "tinted area" : "solid sign";
}"""
"""How a shape of the map, or the sign in the panel, is drawn."""
DRAWN = {
    "cities": "solid sign",
    "regions": "patterned area",
    "countries": "tinted area",
    "ports": "solid sign",
    "landmarks": "solid sign",
    "governments": "patterned area",
}


@pytest.mark.parametrize("layer", DRAWN)
def test_the_swatch_is_drawn_as_the_map_draws_the_layer(everything, layer):
    swatch = everything.locator(f".panel__row[data-layer={layer}] .symbol")
    shape = everything.locator(f"path.shape[data-layer={layer}]").first
    assert (swatch.evaluate(HOW), shape.evaluate(HOW)) == (DRAWN[layer],) * 2


@pytest.mark.parametrize("layer", ["described", "routes"])
def test_the_swatch_of_lines_and_described_places_is_an_edge(everything, layer):
    swatch = everything.locator(f".panel__row[data-layer={layer}] .symbol")
    shape = everything.locator(f"path.shape[data-layer={layer}]").first
    dash = "element => getComputedStyle(element).strokeDasharray"
    assert swatch.evaluate(HOW) == shape.evaluate(HOW)
    assert (shape.evaluate(dash) == "none") is (layer == "routes")


def test_a_government_is_no_country_even_without_colours(everything):
    dots, lines = "pattern#hatch-governments circle", "pattern#hatch-regions path"
    assert everything.locator(dots).count() == 2
    assert everything.locator(lines).count() == 1
    sign = everything.locator(".panel__row[data-layer=governments] use")
    other = everything.locator(".panel__row[data-layer=countries] use")
    assert sign.get_attribute("href") != other.get_attribute("href")


@pytest.mark.parametrize(("zoom", "drawn"), [(6, True), (8, False)])
def test_the_coarse_edge_of_a_continent_is_left_out_close_by(
    open_page, article_url, zoom, drawn
):
    page = open_page(f"{article_url}?at={zoom}/52/19")
    edge = page.locator("path.shape--area").first.evaluate(
        "element => { element.classList.add('shape--vast');"
        " return getComputedStyle(element).strokeOpacity; }"
    )
    assert (float(edge) > 0) is drawn
