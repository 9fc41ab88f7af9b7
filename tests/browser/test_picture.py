"""The map as a picture, and the page on paper."""

import base64
from pathlib import Path

import pytest
from playwright.sync_api import expect

COLOURS = """async (url) => {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, image.width, image.height);
  const seen = {};
  for (let at = 0; at < data.length; at += 4) {
    const key = [data[at], data[at + 1], data[at + 2]].join(",");
    seen[key] = (seen[key] ?? 0) + 1;
  }
  return { width: image.width, height: image.height, seen };
}"""


def pictured(page, path: Path):
    with page.expect_download() as download:
        page.get_by_role("button", name="Picture (PNG)").click()
    download.value.save_as(path)
    assert path.read_bytes().startswith(b"\x89PNG")
    encoded = base64.b64encode(path.read_bytes()).decode()
    return page.evaluate(COLOURS, f"data:image/png;base64,{encoded}")


@pytest.mark.parametrize(
    ("theme", "land", "port"),
    [("light", "244,241,234", "0,114,178"), ("dark", "29,41,50", "61,155,220")],
)
def test_the_picture_has_basemap_shapes_legend_and_credits(
    open_page, article_url, tmp_path, theme, land, port
):
    page = open_page(article_url, theme=theme)
    page.locator(".leaflet-tile-loaded").first.wait_for()
    page.wait_for_load_state("networkidle")
    found = pictured(page, tmp_path / "map.png")
    box = page.locator(".leaflet-container").bounding_box()
    assert found["width"] == int(box["width"] * 2)
    assert found["height"] > box["height"] * 2  # the credits stand below
    assert found["seen"].get(land, 0) > 1000
    assert found["seen"].get(port, 0) > 20


def test_a_layer_that_is_off_is_not_in_the_picture(page, tmp_path):
    before = pictured(page, tmp_path / "with.png")["seen"]["0,114,178"]
    page.get_by_role("checkbox", name="Ports", exact=True).uncheck()
    after = pictured(page, tmp_path / "without.png")["seen"].get("0,114,178", 0)
    assert after < before / 4


def test_the_picture_is_called_as_the_article(page):
    with page.expect_download() as download:
        page.get_by_role("button", name="Picture (PNG)").click()
    assert download.value.suggested_filename == "Baltic-ferries-run-again.png"


def test_the_legend_of_the_picture_has_only_what_can_be_on_the_map(page, tmp_path):
    page.evaluate(
        "() => { const drawn = CanvasRenderingContext2D.prototype.fillText;"
        " window.written = [];"
        " CanvasRenderingContext2D.prototype.fillText = function (text, ...at) {"
        " window.written.push(text); drawn.call(this, text, ...at); }; }"
    )
    pictured(page, tmp_path / "map.png")
    written = page.evaluate("window.written")
    assert "Ports" in written
    assert "Not located" not in written
    expect(page.locator(".panel__row[data-layer=not-located]")).to_have_count(1)


def test_paper_has_text_map_legend_and_list_one_below_the_other(page):
    page.set_viewport_size({"width": 760, "height": 1000})
    page.emulate_media(media="print")
    tops = [
        page.locator(name).bounding_box()["y"]
        for name in (".text", ".map", ".panel", ".places")
    ]
    assert tops == sorted(tops)
    expect(page.locator(".leaflet-control-attribution")).to_be_visible()
    expect(page.locator(".panel__row[data-layer=ports]")).to_be_visible()
    for name in (".controls", ".bar__nav", ".download", ".picture", ".share"):
        expect(page.locator(name)).to_be_hidden()
    expect(page.locator(".bar__language")).to_be_hidden()
    for name in (".text", ".places"):
        assert page.locator(name).bounding_box()["width"] == 760


def test_the_legend_stands_on_paper_once_even_on_a_narrow_page(page):
    page.set_viewport_size({"width": 680, "height": 1000})
    page.emulate_media(media="print")
    where = "element => getComputedStyle(element).position"
    assert page.locator(".panel").evaluate(where) == "static"


def test_paper_shows_all_of_the_map_that_the_screen_shows(page):
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.set_viewport_size({"width": 658, "height": 1000})
    page.emulate_media(media="print")
    frame = page.locator(".map").bounding_box()
    for shape in page.locator("path.shape--cities").all():
        box = shape.bounding_box()
        assert frame["x"] < box["x"] < frame["x"] + frame["width"]
        assert frame["y"] < box["y"] < frame["y"] + frame["height"]


@pytest.mark.parametrize("window", [(1400, 900), (700, 900)])
@pytest.mark.parametrize("paper", [(794, 1123), (718, 1047), (816, 1056), (1047, 718)])
def test_the_map_fills_its_frame_whatever_paper_and_window(page, window, paper):
    wide, high = window
    page.set_viewport_size({"width": wide, "height": high})
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    width, height = paper
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(media="print")
    frame = page.locator(".map").bounding_box()
    drawn = page.locator(".map > .folium-map").bounding_box()
    assert drawn == pytest.approx(frame, abs=1.5)
    assert frame["width"] == pytest.approx(width, abs=1) or frame["height"] > height / 2
    assert frame["height"] < height


def test_a_map_of_the_night_is_light_on_paper(open_page, article_url):
    for theme, turned in (("dark", True), ("light", False)):
        page = open_page(article_url, theme=theme)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print", color_scheme=theme)
        tiles = page.locator(".leaflet-tile-pane")
        style = tiles.evaluate("element => getComputedStyle(element).filter")
        assert ("invert" in style) is turned


def test_paper_lists_what_is_shown_with_its_country(page):
    page.get_by_role("checkbox", name="Cities and towns").uncheck()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".places__entry[data-layer=cities]:visible")).to_have_count(0)
    port = page.locator(".places__entry[data-layer=ports]:visible").first
    expect(port.locator(".places__where")).to_contain_text("Poland")


def test_paper_can_be_printed(page):
    assert page.pdf(format="A4").startswith(b"%PDF")
