"""What is downloaded is what is shown."""

import json
import re

import pytest
from playwright.sync_api import expect

VIEWS = [
    "",
    "?sense=both",
    "?sense=actor",
    "?layers=cities,ports",
    "?layers=none",
    "?kind=port,city",
    "?country=PL",
    "?confidence=likely",
    "?confidence=doubtful,sure&sense=both",
    "?q=danzig",
    "?q=ICE",
    "?q=Gdańsk&kind=city",
]


def downloaded(page):
    page.locator(".download summary").click()
    with page.expect_download() as started:
        page.locator(".download").get_by_role("link", name="GeoJSON").click()
    return json.loads(started.value.path().read_text(encoding="utf-8"))["features"]


@pytest.mark.parametrize("view", VIEWS)
def test_the_file_holds_what_the_list_shows(open_page, article_url, view):
    page = open_page(article_url + view)
    page.get_by_role("button", name=re.compile("^Places")).click()
    entries = page.locator(".places__entry:not([hidden])")
    shown = [
        (entry["layer"], entry["place"], int(entry["count"]))
        for entry in entries.evaluate_all(
            "entries => entries.map(entry => ({...entry.dataset,"
            " count: entry.querySelector('.places__count').textContent}))"
        )
    ]
    written = [
        (each["layer"], each["place_id"], len(each["mentions"]))
        for each in (feature["properties"] for feature in downloaded(page))
    ]
    assert sorted(written) == sorted(shown)


def test_the_button_says_how_many(page):
    words = page.locator(".download__words")
    expect(words).to_have_text("Download the 12 places shown and 1 not located")
    page.locator("#search").fill("karlskrona")
    expect(words).to_have_text("Download the 2 places shown")
