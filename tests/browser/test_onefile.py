"""The one-file page: opened from disk, it does all that the served one does."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from geodata.exports import exporter_for
from geodata.model import Document
from tests.browser.test_injection import PAYLOADS, hostile_atlas
from tests.unit.webapp.sample import sample_atlas, sample_document
from webapp.onefile import EXPORTER


def written(path: Path, atlas) -> str:
    path.write_bytes(EXPORTER.write_atlas(atlas))
    return path.as_uri()


@pytest.fixture(scope="module")
def file_url(tmp_path_factory):
    path = tmp_path_factory.mktemp("onefile") / "page.html"
    return written(path, sample_atlas(sample_document()))


@pytest.fixture
def file(open_page, file_url):
    return open_page(file_url)


def test_nothing_but_the_file_is_asked_for(file_url, browser):
    page = browser.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file_url)
    page.locator(".explorer[data-ready]").wait_for()
    page.locator("canvas").first.wait_for()
    assert asked == [file_url]
    page.close()


def test_a_mention_opens_the_card_with_its_reasons(file):
    file.locator("a.mark", has_text="Karlskrona").first.click()
    expect(file.get_by_role("dialog", name="Karlskrona")).to_be_visible()
    expect(file.locator(".popup__quote mark")).to_have_text("Karlskrona")
    expect(file.locator(".notice")).to_have_count(0)


def test_layers_turn_off_and_on(file):
    box = file.get_by_role("checkbox", name="Cities and towns")
    cities = file.locator("path.shape--cities")
    before = cities.count()
    assert before
    box.uncheck()
    expect(cities).to_have_count(0)
    box.check()
    expect(cities).to_have_count(before)


def test_search_and_list_work(file):
    file.get_by_role("searchbox").fill("karlskrona")
    expect(file.locator(".search__answer")).to_have_text("2 places")
    file.locator(".views__choice", has_text="Places").click()
    expect(file.locator(".places__entry:visible")).to_have_count(2)


def test_the_basemap_is_drawn_from_the_file(file):
    painted = """() => [...document.querySelectorAll(".leaflet-tile-pane canvas")]
      .some((canvas) => {
        const { data } = canvas.getContext("2d").getImageData(0, 0, 64, 64);
        return data.some((value) => value !== 0);
      })"""
    file.wait_for_function(painted)


def test_what_is_shown_is_saved_from_the_page(file):
    file.get_by_role("searchbox").fill("karlskrona")
    expect(file.locator(".search__answer")).to_have_text("2 places")
    file.locator(".download__words").click()
    with file.expect_download() as saved:
        file.locator('.download a[href^="#shown"]').click()
    content = json.loads(Path(saved.value.path()).read_text(encoding="utf-8"))
    names = [each["properties"]["name"] for each in content["features"]]
    assert names == ["Gdańsk", "Karlskrona"]


def test_a_layer_is_saved_as_the_export_writes_it(file):
    atlas = sample_atlas(sample_document())
    layer = next(each for each in atlas.layers if each.id == "countries")
    exact = json.loads(exporter_for("geojson").write((layer,), about=atlas.made_by))
    file.get_by_label("About Countries, and downloads").click()
    with file.expect_download() as saved:
        file.locator('.panel a[href^="#data-countries"]').click()
    content = json.loads(Path(saved.value.path()).read_text(encoding="utf-8"))
    assert content == exact
    assert "Polygon" in content["features"][0]["geometry"]["type"]


def test_the_view_is_kept_in_the_address(open_page, file):
    file.locator("a.mark", has_text="Karlskrona").first.click()
    expect(file.get_by_role("dialog", name="Karlskrona")).to_be_visible()
    again = open_page(file.url)
    expect(again.get_by_role("dialog", name="Karlskrona")).to_be_visible()


def test_payloads_in_the_file_are_words(open_page, tmp_path):
    text = "\n".join(PAYLOADS)
    document = Document(id="hostile", title=PAYLOADS[1], text=text)
    page = open_page(written(tmp_path / "hostile.html", hostile_atlas(document)))
    assert page.locator(".places__name").all_inner_texts() == list(PAYLOADS)
    for number, payload in enumerate(PAYLOADS):
        page.locator(".mark").nth(number).click()
        page.locator(".popup__name").get_by_text(payload, exact=True).wait_for()
    assert page.evaluate("window.ran") is None
