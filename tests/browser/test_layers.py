"""The layer panel: what is on, how many, all at once, and narrowed by filters."""

import re

import pytest
from playwright.sync_api import expect


def box(page, name):
    return page.locator(".panel__row", has_text=name).get_by_role("checkbox")


def count(page, layer):
    return page.locator(f".panel__row[data-layer={layer}] .panel__count")


def test_a_layer_is_taken_off_the_map_and_put_back(page):
    cities = page.locator("path.shape--cities")
    expect(cities).to_have_count(2)
    box(page, "Cities and towns").uncheck()
    expect(cities).to_have_count(0)
    box(page, "Cities and towns").check()
    expect(cities).to_have_count(2)


def test_all_layers_are_turned_at_once(page):
    everything = page.get_by_label("All layers")
    everything.check()
    expect(page.locator("path.shape--governments")).to_have_count(2)
    everything.uncheck()
    expect(page.locator("path.shape")).to_have_count(0)
    expect(page.locator(".panel__box:checked")).to_have_count(0)


def test_the_box_for_all_is_mixed_when_some_are_off(page):
    everything = page.get_by_label("All layers")
    assert everything.evaluate("box => box.indeterminate") is True
    everything.check()
    assert everything.evaluate("box => box.indeterminate") is False


def test_a_group_is_turned_at_once_and_is_mixed_when_some_are_off(page):
    named = page.get_by_label("Named in the text")
    expect(named).to_be_checked()
    ports = page.get_by_role("checkbox", name="Ports", exact=True)
    ports.uncheck()
    assert named.evaluate("box => box.indeterminate") is True
    named.check()
    expect(ports).to_be_checked()
    named.uncheck()
    expect(page.locator("path.shape--city")).to_have_count(0)
    expect(box(page, "Described places")).to_be_checked()


def test_what_is_set_aside_is_a_group_of_its_own(page):
    aside = page.get_by_label("Set aside")
    assert aside.evaluate("box => box.indeterminate") is True
    aside.check()
    expect(box(page, "Governments")).to_be_checked()
    expect(page.get_by_label("Both")).to_be_checked()


def test_governments_are_off_until_asked_for(page):
    expect(box(page, "Governments")).not_to_be_checked()
    expect(page.locator("path.shape--governments")).to_have_count(0)
    page.get_by_label("Both").check()
    expect(box(page, "Governments")).to_be_checked()
    expect(page.locator("path.shape--governments")).to_have_count(2)


def test_actors_alone_leave_the_places_off(page):
    page.get_by_label("Actors").check()
    expect(page.locator("path.shape")).to_have_count(2)
    expect(count(page, "cities")).to_have_text("0/2")


def test_counts_tell_what_a_filter_leaves(page):
    expect(count(page, "cities")).to_have_text("2")
    page.locator("#search").fill("karlskrona")
    expect(count(page, "cities")).to_have_text("2")
    page.locator("#search").fill("icebreakers")
    expect(count(page, "cities")).to_have_text("0/2")
    expect(page.locator(".panel__badge [data-count]")).to_have_text("1")


def test_filters_are_cleared_at_once(page):
    page.locator("#search").fill("icebreakers")
    page.get_by_role("button", name="Clear all filters").click()
    expect(count(page, "cities")).to_have_text("2")
    expect(page.locator("#search")).to_have_value("")
    expect(page.locator(".panel__badge")).to_be_hidden()


def test_a_facet_narrows_map_list_and_text(page):
    page.locator(".panel__filters summary").click()
    page.get_by_label("Port 3").check()
    expect(page.locator("path.shape")).to_have_count(3)
    expect(page.locator(".mark[data-quiet]", has_text="Karlskrona")).to_have_count(1)
    page.get_by_role("button", name=re.compile("^Places")).click()
    expect(page.locator(".places__entry:visible")).to_have_count(3)


def test_a_layer_is_zoomed_to(page):
    page.get_by_role("button", name="Zoom to Airports and landmarks").click()
    expect(page).to_have_url(re.compile("at="))
    zoom, lat, lon = page.url.split("at=")[1].split("/")
    assert int(zoom) >= 8
    assert (round(float(lat)), round(float(lon))) == (52, 21)


def test_the_swatch_is_the_sign_of_the_map(page):
    row = page.locator(".panel__row[data-layer=ports] use")
    assert row.get_attribute("href") == "#symbol-port"
    assert page.locator("path.shape--port").count() == 3
    colour = "element => getComputedStyle(element).fill"
    swatch = page.locator(".panel__row[data-layer=cities] .symbol").evaluate(colour)
    assert page.locator("path.shape--city").first.evaluate(colour) == swatch


def test_every_layer_can_be_taken_away_in_every_format(page):
    page.locator(".panel__row[data-layer=ports] .panel__more summary").click()
    links = page.locator(".panel__row[data-layer=ports] .panel__formats a")
    names = [link.get_attribute("href").rsplit(".", 1)[-1] for link in links.all()]
    assert {"geojson", "gpkg", "csv", "lpf", "annotations"} <= set(names)
    titles = links.all_inner_texts()
    assert {"GeoJSON", "CSV (spreadsheet)"} <= set(titles)


def test_each_filter_in_use_goes_by_its_own_button(page):
    page.locator(".panel__filters summary").click()
    page.get_by_label("Port 3").check()
    page.locator("#search").fill("ferr")
    chips = page.locator(".chips__chip")
    expect(chips).to_have_count(2)
    chips.filter(has_text="ferr").click()
    expect(chips).to_have_count(1)
    expect(page.locator("#search")).to_have_value("")
    chips.filter(has_text="Port").click()
    expect(page.locator(".chips")).to_be_hidden()
    expect(page.locator(".panel__badge")).to_be_hidden()


def test_what_a_search_finds_in_hidden_layers_is_offered(page):
    page.locator("#search").fill("karlskrona")
    expect(page.locator(".search__answer")).to_have_text("2 places")
    page.get_by_role("button", name="1 more in what is off").click()
    expect(page.locator(".search__answer")).to_have_text("3 places")
    expect(page.locator(".chips__more")).to_have_count(0)


def test_what_is_set_aside_is_counted_all_the_same(page):
    expect(count(page, "governments")).to_have_text("2")
    expect(page.locator(".senses__aside")).to_have_text(
        "2 mentions of governments set aside"
    )
    page.get_by_label("Both").check()
    expect(page.locator(".senses__aside")).to_be_hidden()


def test_an_empty_list_offers_everything_again(page):
    page.locator("#search").fill("nothing of this name")
    page.get_by_role("button", name="Places 0").click()
    page.locator(".places").get_by_role("button", name="Show everything").click()
    expect(page.locator("#search")).to_have_value("")
    expect(page.locator(".places__entry:visible").first).to_be_visible()


def test_an_empty_map_offers_everything_again(page):
    page.get_by_label("All layers").check()
    page.get_by_label("All layers").uncheck()
    expect(page.locator(".download__words")).to_have_text("Nothing to download")
    page.locator(".map").get_by_role("button", name="Show everything").click()
    expect(page.locator("path.shape--city").first).to_be_visible()
    expect(page.locator(".map .empty")).to_be_hidden()


def test_a_panel_that_was_opened_beside_a_card_stays_open(page):
    fold = page.get_by_role("button", name="Layers")
    page.locator("a.mark", has_text="Karlskrona").click()
    expect(fold).to_have_attribute("aria-expanded", "false")
    fold.click()
    page.locator("a.mark", has_text="Gdańsk").first.click()
    expect(fold).to_have_attribute("aria-expanded", "true")


def test_a_panel_that_leaves_no_map_folds_while_a_card_is_open(page):
    fold = page.get_by_role("button", name="Layers")
    expect(fold).to_have_attribute("aria-expanded", "true")
    page.locator("a.mark", has_text="Karlskrona").click()
    expect(fold).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Escape")
    expect(fold).to_have_attribute("aria-expanded", "true")


@pytest.mark.parametrize("view", ["", "&at=5/55/17"])
def test_an_address_that_selects_folds_it_too(page, open_page, view):
    page.locator("a.mark", has_text="Karlskrona").click()
    page.locator(".popup__reasons").wait_for()  # the card is as high as it gets
    again = open_page(page.url.split("&at=")[0].split("&mention=")[0] + view)
    fold = again.get_by_role("button", name="Layers")
    expect(fold).to_have_attribute("aria-expanded", "false")
    again.locator(".popup__reasons").wait_for()
    card = again.locator(".popup").bounding_box()
    point = again.locator(".shape__halo").first.bounding_box()
    if not view:  # which the address would keep as it is
        beside = point["x"] > card["x"] + card["width"]
        assert beside or point["y"] + point["height"] < card["y"]
    again.keyboard.press("Escape")
    expect(fold).to_have_attribute("aria-expanded", "true")


def test_the_panel_comes_back_when_a_story_ends_or_one_goes_back(page):
    fold = page.get_by_role("button", name="Layers")
    page.get_by_role("button", name="Walk through its places").click()
    expect(fold).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Escape")
    expect(fold).to_have_attribute("aria-expanded", "true")
    page.locator("a.mark", has_text="Karlskrona").click()
    expect(fold).to_have_attribute("aria-expanded", "false")
    page.go_back()
    expect(page.locator(".popup")).to_be_hidden()
    expect(fold).to_have_attribute("aria-expanded", "true")


def test_what_the_reader_folds_stays_folded(page):
    fold = page.get_by_role("button", name="Layers")
    fold.click()
    page.locator("a.mark", has_text="Karlskrona").click()
    page.keyboard.press("Escape")
    expect(fold).to_have_attribute("aria-expanded", "false")
    fold.click()
    page.locator("a.mark", has_text="Karlskrona").click()
    expect(fold).to_have_attribute("aria-expanded", "false")
    fold.click()
    fold.click()
    page.locator(".popup__close").click()
    expect(fold).to_have_attribute("aria-expanded", "false")
