"""One address is one view, both ways."""

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect


def query(page):
    return {
        name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()
    }


def test_the_address_of_the_first_view_is_plain(page, article_url):
    assert page.url == article_url


def test_what_is_chosen_goes_into_the_address(page):
    page.locator("a.mark", has_text="Karlskrona").click()
    assert query(page)["place"] == "geonames:2701713"
    page.get_by_role("button", name="Layers").click()
    page.locator(".panel__row[data-layer=ports] .panel__box").uncheck()
    assert "ports" not in query(page)["layers"].split(",")
    page.get_by_label("Both").check()
    assert query(page)["sense"] == "both"


def test_an_address_opens_the_view_it_was_taken_from(open_page, article_url):
    first = open_page(article_url)
    first.locator("a.mark", has_text="Gdańsk").last.click()
    first.get_by_role("button", name="Layers").click()
    first.get_by_label("Both").check()
    first.locator("#search").fill("friday")
    expect(first).to_have_url(re.compile("q=friday"))
    second = open_page(first.url)
    expect(second.get_by_role("dialog", name="Gdańsk")).to_be_visible()
    expect(second.locator(".popup__count")).to_have_text("2 of 2")
    expect(second.get_by_label("Both")).to_be_checked()
    expect(second.locator("#search")).to_have_value("friday")
    assert second.url == first.url


def test_the_list_of_places_is_a_view_of_its_own(page, open_page):
    page.locator(".views__choice", has_text="Places").click()
    assert query(page)["view"] == "places"
    again = open_page(page.url)
    expect(again.locator(".places__entry:visible").first).to_be_visible()
    page.go_back()
    expect(page.locator(".text__title")).to_be_visible()


def test_a_position_is_restored(open_page, article_url):
    page = open_page(f"{article_url}?at=7/50.06/19.94")
    page.locator(".leaflet-tile-loaded").first.wait_for()
    assert query(page)["at"] == "7/50.06/19.94"


def test_the_back_button_undoes_a_choice(page):
    page.locator("a.mark", has_text="Karlskrona").click()
    page.get_by_role("button", name="Layers").click()
    page.locator(".panel__row[data-layer=ports] .panel__box").uncheck()
    page.go_back()
    expect(page.locator(".panel__row[data-layer=ports] .panel__box")).to_be_checked()
    expect(page.get_by_role("dialog", name="Karlskrona")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_what_is_not_understood_is_said(open_page, article_url):
    page = open_page(f"{article_url}?layers=cities,rivers&sense=smell&colour=red")
    notice = page.locator(".notice")
    expect(notice).to_contain_text("layers=rivers, sense=smell, colour=red")
    expect(page.locator(".panel__box:checked")).to_have_count(1)
    notice.get_by_role("button", name="Close").click()
    expect(notice).to_have_count(0)
