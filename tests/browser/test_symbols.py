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
