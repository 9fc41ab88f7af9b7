"""Close by, what is drawn ends where the basemap's land does."""

import re

import numpy as np
import pytest
import shapely
from playwright.sync_api import expect

from tests.browser.conftest import serve

FINER = "**/finer.json?*"
MOST_PIXELS = 3
AFAR = "?sense=both&at=5/62/6"
CLOSE = {"ne:NOR": "8/61.5/5.5", "ne:norwegian-sea": "9/67.5/13"}
TILES = """async () => {
  const map = window.map_toposcope;
  const layers = [];
  map.eachLayer((layer) => layers.push(layer));
  const { tileCache: cache } = [...layers.find(({ views }) => views).views.values()][0];
  const scale = 2 ** (map.getZoom() - 7);
  const { min, max } = map.getPixelBounds();
  const rings = [];
  for (let x = Math.floor(min.x / scale / 256); x <= max.x / scale / 256; x += 1) {
    for (let y = Math.floor(min.y / scale / 256); y <= max.y / scale / 256; y += 1) {
      const tile = await cache.get({ z: 7, x, y });
      const [side, pixel] = [256 * scale, (256 * scale) / cache.tileSize];
      const place = (at) => [x * side + at.x * pixel, y * side + at.y * pixel];
      for (const { geom } of tile.get("land") ?? []) {
        for (const ring of geom) rings.push({ tile: [x, y], ring: ring.map(place) });
      }
    }
  }
  return { rings, side: 256 * scale, view: [min.x, min.y, max.x, max.y] };
}"""
ORIGIN = "() => [map_toposcope.getPixelOrigin().x, map_toposcope.getPixelOrigin().y]"


@pytest.fixture(scope="module")
def norway(gazetteer_path, tmp_path_factory):
    folder = tmp_path_factory.mktemp("finer")
    path = folder / "norway.txt"
    words = "People live in Norway. Ships cross the Norwegian Sea. Denmark is near."
    path.write_text(words, encoding="utf-8")
    for origin in serve(folder, None, [path], GAZETTEER=gazetteer_path):
        yield f"{origin}/articles/norway"


def coast(page):
    """The edge of the basemap's land, and the view, in pixels of the world."""
    found = page.evaluate(TILES)
    lines = [
        shapely.intersection(
            shapely.LineString([*each["ring"], each["ring"][0]]),
            shapely.box(*(found["side"] * at for at in (x, y, x + 1, y + 1))),
        )
        for each in found["rings"]
        for x, y in [each["tile"]]
    ]
    return shapely.union_all(lines), shapely.box(*found["view"])


def stray(page, path):
    """How far what is drawn ends from the coast, in pixels."""
    shore, view = coast(page)
    drawn = page.locator(path).get_attribute("d")
    origin = page.evaluate(ORIGIN)
    rings = [
        np.array(re.findall(r"-?[\d.]+", part), dtype=float).reshape(-1, 2) + origin
        for part in drawn.split("M")[1:]
    ]
    edge = shapely.union_all([shapely.LineString([*ring, ring[0]]) for ring in rings])
    seen = shapely.segmentize(edge & view.buffer(-5), 2)
    spots = shapely.points(shapely.get_coordinates(seen))
    assert len(spots) > 20, "there is hardly an edge to judge by"
    return float(shapely.distance(spots, shore).max())


def path_of(place):
    return f"path.shape--area[data-place='{place}']"


def ask(page, at):
    """Move the map until finer shapes are asked for; gives the questions, held back."""
    held = []

    def hold(route):
        held.append(route)

    page.route(FINER, hold)
    zoom, lat, lon = at.split("/")
    view = f"[{lat}, {lon}], {zoom}, {{ animate: false }}"
    with page.expect_request(FINER):
        page.evaluate(f"map_toposcope.setView({view})")
    return held


def refine(page, place, at):
    """Move the map; gives how far a place strays before it is refined, and after."""
    held = ask(page, at)
    before = page.locator(path_of(place)).get_attribute("d")
    coarse = stray(page, path_of(place))
    held[-1].continue_()
    page.wait_for_function(
        "([path, before]) => document.querySelector(path).getAttribute('d') !== before",
        arg=[path_of(place), before],
    )
    return coarse, stray(page, path_of(place))


@pytest.mark.parametrize("place", CLOSE)
def test_close_by_a_place_ends_at_the_coast(open_page, norway, place):
    coarse, fine = refine(open_page(norway + AFAR), place, CLOSE[place])
    assert fine < MOST_PIXELS < coarse


def test_an_outline_that_was_left_out_comes_back_when_it_is_fine(open_page, norway):
    page = open_page(norway + AFAR)
    place = page.locator(path_of("ne:NOR"))
    held = ask(page, CLOSE["ne:NOR"])
    expect(place).to_have_css("stroke-opacity", "0")
    held[-1].continue_()
    expect(place).to_have_css("stroke-opacity", "0.7")  # it is vast


def test_the_selected_place_is_marked_along_its_coast(open_page, norway):
    page = open_page(f"{norway}?place=ne:NOR&at={CLOSE['ne:NOR']}")
    expect(page.locator("path.shape__halo")).to_contain_class("shape--fine")
    assert stray(page, "path.shape__halo") < MOST_PIXELS
    expect(page.locator(".popup__facts")).to_contain_text("but for a close map")


def test_a_view_from_afar_asks_for_nothing_finer(open_page, norway):
    page = open_page(norway + AFAR)
    page.evaluate("map_toposcope.setZoom(4, { animate: false })")
    names = "performance.getEntriesByType('resource').map(({ name }) => name)"
    assert not [name for name in page.evaluate(names) if "finer" in name]


def test_a_server_that_cannot_answer_leaves_the_map_as_it_is(open_page, norway):
    page = open_page(norway + AFAR)
    held = ask(page, CLOSE["ne:NOR"])
    before = page.locator(path_of("ne:NOR")).get_attribute("d")
    held[-1].fulfill(json={"shapes": {}})
    expect(page.locator(path_of("ne:NOR"))).to_have_attribute("d", before)
