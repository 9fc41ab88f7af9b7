"""Names on the map: the article's own before the basemap's."""

from playwright.sync_api import expect

from tests.unit.webapp.sample import CHOPIN

BELOW = """(boxes) => {
  const map = window.map_toposcope;
  const layers = Object.values(map._layers);
  const index = layers.find((layer) => layer.labelers).labelers.getIndex(map.getZoom());
  if (!index?.size()) return null; // nothing is laid out yet
  const origin = map.getPixelOrigin();
  const pane = map.getPane("mapPane").getBoundingClientRect();
  const [x, y] = [origin.x - pane.left, origin.y - pane.top];
  return boxes.filter(({ left, top, right, bottom }) => index.bboxCollides(
    { minX: left + x, maxX: right + x, minY: top + y, maxY: bottom + y }, Infinity,
  )).length;
}"""
"""How many of some parts of the page have a name of the basemap below them."""
OURS = """[...document.querySelectorAll(".name:not([hidden])")].map((name) =>
  name.getBoundingClientRect())"""


def test_no_name_of_the_basemap_lies_below_one_of_ours(open_page, article_url):
    page = open_page(f"{article_url}?at=6/54.5/17.5")
    assert page.locator(".name:not([hidden])").count() > 2
    page.wait_for_function(f"() => ({BELOW})({OURS}) === 0")
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_function("() => window.map_toposcope.getZoom() === 7")
    page.wait_for_function(f"() => ({BELOW})({OURS}) === 0")


def test_one_comes_back_where_ours_are_gone(open_page, article_url):
    page = open_page(f"{article_url}?at=6/54.5/17.5")
    page.wait_for_function(f"() => ({BELOW})({OURS}) === 0")
    page.evaluate(f"() => {{ window.ours = {OURS}; }}")
    for layer in ("cities", "ports", "described"):
        page.locator(f".panel__row[data-layer={layer}] .panel__box").uncheck()
    page.wait_for_function(f"() => ({BELOW})(window.ours) > 0")


def test_the_chosen_place_is_named_before_its_neighbours(open_page, article_url):
    view = f"{article_url}?at=2/54.5/17.5"
    page = open_page(view)
    name = page.locator(".name", has_text=CHOPIN.name)
    expect(name).to_be_hidden()
    page = open_page(f"{view}&place={CHOPIN.id}")
    expect(page.locator(".name", has_text=CHOPIN.name)).to_be_visible()
