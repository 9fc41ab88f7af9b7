"""On a phone: a sheet from below, and targets for fingers."""

import re

import pytest
from playwright.sync_api import expect

FREE = """mark => {
  const {top, bottom} = mark.getBoundingClientRect();
  const edge = name => document.querySelector(name).getBoundingClientRect();
  return top >= edge(".controls").bottom && bottom <= edge(".popup").top;
}"""
SMALL = """() => [...document.querySelectorAll(
    "button, summary, .senses__choice, .panel__label, .theme__choice, .places__button")]
  .filter(element => element.checkVisibility())
  .map(element => [element.className || element.textContent,
                   element.getBoundingClientRect()])
  .filter(([, {width, height}]) => height < 39.5 || width < 24)
  .map(([name, {width, height}]) => `${name} ${width}x${height}`)"""


def test_the_card_is_a_sheet_at_the_foot(phone):
    phone.locator("a.mark", has_text="Gdańsk").first.tap()
    card = phone.get_by_role("dialog", name="Gdańsk")
    expect(card).to_be_visible()
    frame = card.bounding_box()
    assert frame["x"] == 0
    assert frame["width"] == 390
    assert round(frame["y"] + frame["height"]) == 844
    assert frame["height"] <= 844 * 0.55


def test_the_place_is_not_under_the_sheet(phone):
    phone.locator("a.mark", has_text="Karlskrona").tap()
    shape = phone.locator("path[data-place='geonames:2701713']").bounding_box()
    sheet = phone.get_by_role("dialog").bounding_box()
    assert shape["y"] + shape["height"] < sheet["y"]


def test_a_place_that_is_chosen_comes_close(open_page, article_url):
    far = f"{article_url}?at=3/54.5/17.5"
    phone = open_page(far, width=390, height=844, has_touch=True)
    phone.locator("a.mark", has_text="Karlskrona").tap()
    phone.wait_for_function("() => window.map_toposcope.getZoom() === 5")


def from_text(phone):
    phone.locator("a.mark", has_text="Gdańsk").last.tap()


def from_list(phone):
    phone.get_by_role("button", name=re.compile("^Places")).tap()
    phone.get_by_role("link", name="Pomerania").tap()


def from_map(phone):
    box = phone.locator("path[data-place='geonames:2701713']").bounding_box()
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    phone.touchscreen.tap(*middle)


@pytest.mark.parametrize("choose", [from_text, from_list, from_map])
def test_what_is_shown_in_the_text_lies_between_map_and_sheet(phone, choose):
    choose(phone)
    card = phone.get_by_role("dialog")
    card.get_by_role("button", name="Show in the text").tap()
    current = phone.locator(".mark--current")
    expect(current).to_be_focused()
    assert current.evaluate(FREE)
    assert card.bounding_box()["height"] <= 96  # scroll-margin in text.css
    assert card.bounding_box()["width"] == 390
    card.get_by_role("button", name="More").tap()
    expect(card.get_by_role("button", name="Show in the text")).to_be_visible()
    expect(card.get_by_role("button", name="More")).to_be_hidden()


def test_an_address_with_a_mention_opens_at_its_sentence(open_page, phone):
    phone.locator("a.mark", has_text="Gdańsk").last.tap()
    expect(phone.get_by_role("button", name="Show in the text")).to_be_visible()
    again = open_page(phone.url, width=390, height=844, has_touch=True)
    assert again.locator(".mark--current").evaluate(FREE)
    card = again.get_by_role("dialog", name="Gdańsk")
    expect(card.get_by_role("button", name="Show in the text")).to_be_hidden()
    card.get_by_role("button", name="More").tap()
    expect(card.get_by_role("button", name="Show in the text")).to_be_visible()


def test_walking_from_name_to_name_one_sees_each(phone):
    for _ in range(6):
        phone.locator(".steps__next").tap()
        assert phone.locator(".mark--current").first.evaluate(FREE)


def test_layers_open_as_a_sheet_and_fold_again(phone):
    fold = phone.get_by_role("button", name="Layers")
    expect(phone.locator(".panel__body")).to_be_hidden()
    fold.tap()
    expect(phone.locator(".panel__body")).to_be_visible()
    fold.tap()
    expect(phone.locator(".panel__body")).to_be_hidden()


def test_targets_are_large_enough_for_fingers(phone):
    assert phone.evaluate(SMALL) == []
    phone.get_by_role("button", name="Layers").tap()
    assert phone.evaluate(SMALL) == []


def test_nothing_is_wider_than_the_screen(phone):
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_zooming_is_not_forbidden(phone):
    viewport = phone.locator("meta[name=viewport]").get_attribute("content")
    assert "user-scalable" not in viewport
    assert "maximum-scale" not in viewport


def test_a_finger_need_not_hit_a_sign_exactly(phone):
    sign = phone.locator("path[data-place='geonames:2701713']").bounding_box()
    x, y = sign["x"] + sign["width"] / 2, sign["y"] + sign["height"] / 2
    phone.touchscreen.tap(x - 14, y - 8)
    expect(phone.get_by_role("dialog", name="Karlskrona")).to_be_visible()


@pytest.fixture
def close(open_page, article_url):
    """Gdańsk in the middle of a phone's map: a sign inside Pomerania."""
    address = f"{article_url}?at=8/54.35/18.65&layers=cities,regions"
    return open_page(address, width=390, height=844, has_touch=True)


def middle_of(page, place):
    box = page.locator(f"path[data-place='{place}']").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_touch_beside_a_sign_means_the_sign_and_not_the_area_around_it(close):
    x, y = middle_of(close, "geonames:3099434")
    close.touchscreen.tap(x - 12, y + 8)
    expect(close.get_by_role("dialog", name="Gdańsk")).to_be_visible()


def test_a_touch_further_away_means_the_area(close):
    x, y = middle_of(close, "geonames:3099434")
    close.touchscreen.tap(x - 22, y + 8)
    expect(close.get_by_role("dialog", name="Pomerania")).to_be_visible()


def test_a_mouse_means_what_it_points_at(close):
    x, y = middle_of(close, "geonames:3099434")
    close.mouse.click(x - 12, y + 8)
    expect(close.get_by_role("dialog", name="Pomerania")).to_be_visible()
