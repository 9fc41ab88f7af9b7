"""One sign and one colour a layer: in the panel, in the text and on the map."""

import pytest
from playwright.sync_api import expect

from geodata.layers.styles import STYLES
from geodata.model import Atlas, Feature, Layer, Occurrence
from tests.browser.conftest import serve
from tests.unit.geodata.made import make_place, make_resolution

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


@pytest.mark.parametrize(("zoom", "drawn"), [(5, True), (8, False)])
def test_an_outline_that_strays_too_far_is_left_out_close_by(
    open_page, article_url, zoom, drawn
):
    page = open_page(f"{article_url}?at={zoom}/52/19")
    poland = page.locator("path.shape--countries[data-place='ne:POL']")
    edge = "element => Number(getComputedStyle(element).strokeOpacity)"
    assert (poland.evaluate(edge) > 0) is drawn
    page.locator("a.mark", has_text="Poland").first.click()
    halo = page.locator("path.shape__halo")
    assert (halo.evaluate(edge) > 0) is drawn
    assert (
        halo.evaluate("element => getComputedStyle(element).fill") == "none"
    ) is drawn
    expect(page.locator(".popup__facts")).to_contain_text("it may stray by 40 km")


def test_outlines_come_and_go_as_the_map_moves(open_page, article_url):
    page = open_page(f"{article_url}?at=5/52/19")
    poland = page.locator("path.shape--countries[data-place='ne:POL']")
    expect(poland).not_to_contain_class("shape--coarse")
    page.evaluate("window.map_toposcope.setZoom(8, { animate: false })")
    expect(poland).to_contain_class("shape--coarse")
    page.evaluate("window.map_toposcope.setZoom(5, { animate: false })")
    expect(poland).not_to_contain_class("shape--coarse")


POINTS = {
    "regions": [
        make_place("Volga", "river", 45, 55, precision_km=1000),
        make_place("Elbrus", "mountain", 42.4, 43.3, precision_km=5),
        make_place("Ogaden", "area", 44, 7, precision_km=300),
    ],
    "routes": [make_place("Khasan", "border", 130.6, 42.4, precision_km=2)],
    "landmarks": [make_place("Pulkovo", "airport", 30.3, 59.8, precision_km=3)],
}
"""Places of which no shape is known."""


def pointed(document):
    """An atlas of them; the text names each."""

    def feature(place):
        found = make_resolution(document.text, place.name, place)
        said = Occurrence(
            document=document.id, resolution=found, excerpt=place.name,
            excerpt_start=found.mention.start,
        )  # fmt: skip
        return Feature(place=place, occurrences=(said,))

    layers = tuple(
        Layer(id=name, title=name, about="", features=tuple(map(feature, places)))
        for name, places in POINTS.items()
    )
    found = tuple(
        occurrence.resolution
        for layer in layers
        for feature in layer.features
        for occurrence in feature.occurrences
    )
    return Atlas(
        documents=(document,),
        resolutions={document.id: found},
        layers=layers,
        made_by={},
    )


@pytest.fixture(scope="module")
def points_url(tmp_path_factory):
    folder = tmp_path_factory.mktemp("points")
    path = folder / "points.txt"
    names = [place.name for places in POINTS.values() for place in places]
    path.write_text(f"{', '.join(names)}.", encoding="utf-8")
    for origin in serve(folder, pointed, [path]):
        yield f"{origin}/articles/points"


SIGN = "use => use.getAttribute('href').replace('#symbol-', '')"


def test_a_point_has_one_sign_in_text_list_card_and_map(open_page, points_url):
    page = open_page(points_url)
    signs = {}
    for layer, places in POINTS.items():
        for place in places:
            entry = page.locator(f".places__entry[data-place='{place.id}'] use")
            mark = page.locator("a.mark", has_text=place.name)
            signs[place.name] = entry.evaluate(SIGN)
            assert mark.locator("use").evaluate(SIGN) == signs[place.name]
            shape = page.locator(f"path.shape[data-place='{place.id}']")
            assert f"shape--{signs[place.name]}" in shape.get_attribute("class")
            mark.click()
            card = page.locator(".popup__header use")
            assert card.evaluate(SIGN) == signs[place.name]
            assert page.locator(f"path.shape--{layer}").count()
    assert signs == {
        "Volga": "about",
        "Elbrus": "dot",
        "Ogaden": "region",
        "Khasan": "crossing",
        "Pulkovo": "airport",
    }


def test_a_layer_of_one_sign_has_it_for_its_swatch(open_page, points_url):
    page = open_page(points_url)
    swatches = {
        layer: page.locator(f".panel__row[data-layer={layer}] use").evaluate(SIGN)
        for layer in POINTS
    }
    assert swatches == {
        "regions": "region",
        "routes": "crossing",
        "landmarks": "airport",
    }


def test_a_river_is_a_small_sign_at_every_zoom_and_its_card_says_why(
    open_page, points_url
):
    for zoom in (3, 8):
        page = open_page(f"{points_url}?at={zoom}/55/45")
        ring = page.locator("path.shape__about")
        expect(ring).to_have_count(1)
        assert ring.bounding_box()["width"] < 30
    page.locator("a.mark", has_text="Volga").click()
    expect(page.locator(".popup__facts")).to_contain_text(
        "Only a point of it is known; it may reach 1,000 km from there."
    )
