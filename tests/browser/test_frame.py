"""Only what the map shows; and how strongly each layer is drawn."""

import json
import re
from urllib.parse import parse_qs, urljoin, urlsplit

from playwright.sync_api import expect


def only(page):
    return page.get_by_label("Only what the map shows")


def test_list_count_address_and_badge_hold_to_the_frame(open_page, article_url):
    page = open_page(f"{article_url}?at=8/56.16/15.58")
    everything = page.locator(".download__words").inner_text()
    only(page).check()
    expect(page.locator(".download__words")).not_to_have_text(everything)
    expect(page.locator(".panel__badge [data-count]")).to_have_text("1")
    assert re.search(r"bbox=[\d.,]+", page.url)
    page.get_by_role("button", name="Clear all filters").click()
    expect(only(page)).not_to_be_checked()
    expect(page.locator(".download__words")).to_have_text(everything)


def test_the_download_holds_what_the_page_counts(open_page, article_url):
    page = open_page(f"{article_url}?at=7/56.16/15.58")
    only(page).check()
    expect(page).to_have_url(re.compile("bbox="))
    words = page.locator(".download__words").inner_text()
    link = page.locator('.download a[href*=".geojson"]').get_attribute("href")
    box = parse_qs(urlsplit(link).query)["bbox"]
    assert box == parse_qs(urlsplit(page.url).query)["bbox"]
    content = json.loads(page.request.get(urljoin(page.url, link)).body())
    assert int(re.search(r"\d+", words)[0]) == len(content["features"]) > 0


def test_the_frame_moves_with_the_map(open_page, article_url):
    page = open_page(f"{article_url}?at=8/56.16/15.58")
    only(page).check()
    expect(page).to_have_url(re.compile("bbox="))
    before = page.url
    page.locator(".leaflet-container").focus()
    page.keyboard.press("ArrowDown")
    expect(page).not_to_have_url(before)
    assert "bbox=" in page.url


def test_an_address_frames_the_map(open_page, article_url):
    page = open_page(f"{article_url}?bbox=15,55.5,16.5,56.5")
    expect(only(page)).to_be_checked()
    expect(page.locator("a.mark", has_text="Karlskrona").first).not_to_have_attribute(
        "data-quiet", ""
    )


def test_a_layer_fades_and_the_address_says_so(page, open_page):
    row = page.locator('.panel__row[data-layer="ports"]')
    row.locator(".panel__more summary").click()
    page.get_by_label("Opacity of Ports").fill("40")
    port = page.locator("path.shape--ports").first
    expect(port).to_have_css("opacity", "0.4")
    expect(page).to_have_url(re.compile("opacity=ports:40"))
    expect(page.locator("path.shape--cities").first).to_have_css("opacity", "1")
    again = open_page(page.url)
    expect(again.locator("path.shape--ports").first).to_have_css("opacity", "0.4")


def test_about_a_layer_names_its_sources(page):
    row = page.locator('.panel__row[data-layer="ports"]')
    row.locator(".panel__more summary").click()
    expect(row.locator(".panel__credit")).to_contain_text("Sources and licences")
