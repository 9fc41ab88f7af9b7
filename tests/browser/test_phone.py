"""On a phone: a sheet from below, and targets for fingers."""

from playwright.sync_api import expect

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
