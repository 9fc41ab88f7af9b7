"""The evidence card: what is said, how sure it is, and where the text says so."""

import json
import re

import pytest
from playwright.sync_api import expect


def opened(page, name="Gdańsk"):
    page.locator("a.mark", has_text=name).first.click()
    card = page.get_by_role("dialog", name=name)
    card.wait_for()
    return card


def test_the_card_says_what_and_how_sure(page):
    card = opened(page)
    expect(card.locator(".popup__kind")).to_have_text(
        "City or town · Pomerania, Poland"
    )
    expect(card.locator(".popup__names")).to_contain_text("Danzig")
    expect(card.locator(".confidence__word")).to_have_text("Likely")
    expect(card).to_contain_text(
        "Next best: Danzig, city or town, Texas, United States."
    )


def test_list_and_map_say_where_a_namesake_lies(page):
    page.get_by_role("button", name=re.compile("^Places")).click()
    entry = page.locator(".places__entry[data-place='geonames:3099434']")
    expect(entry.locator(".places__where")).to_have_text("Pomerania, Poland · likely")
    page.locator("path[data-place='geonames:3099434']").focus()
    expect(page.locator(".map__where")).to_have_text("Pomerania, Poland")


def test_the_source_leads_to_the_record_or_says_that_it_has_no_page(page):
    facts = opened(page).locator(".popup__facts")
    link = facts.get_by_role("link", name="GeoNames 3099434")
    expect(link).to_have_attribute("href", "https://www.geonames.org/3099434")
    expect(link).to_have_attribute("rel", re.compile("noopener noreferrer"))
    expect(facts).to_contain_text("(geonames.org)")
    page.keyboard.press("Escape")
    facts = opened(page, "Poland").locator(".popup__facts")
    expect(facts).to_contain_text("Natural Earth POL, which has no page of its own")
    expect(facts.get_by_role("link", name="GeoNames 798544")).to_be_visible()


def test_reasons_are_listed(page):
    card = opened(page)
    card.get_by_text("Reasons").click()
    expect(card.locator(".popup__reasons li").first).to_contain_text("inhabitants")


def test_the_pager_walks_through_every_mention(page):
    card = opened(page)
    expect(card.locator(".popup__count")).to_have_text("1 of 2")
    expect(card.locator(".popup__quote")).to_contain_text("The first ferry left")
    card.get_by_role("button", name="Next mention").click()
    expect(card.locator(".popup__count")).to_have_text("2 of 2")
    expect(card.locator(".popup__quote")).to_contain_text("on Friday")
    expect(card.get_by_role("button", name="Next mention")).to_be_disabled()


def test_the_excerpt_has_the_name_marked_after_an_emoji(page):
    card = opened(page)
    expect(card.locator(".popup__quote mark")).to_have_text("Gdańsk")
    expect(card.locator(".popup__quote")).to_contain_text("🚢")


def test_a_mention_is_shown_in_the_text(page):
    card = opened(page)
    card.get_by_role("button", name="Next mention").click()
    card.get_by_role("button", name="Show in the text").click()
    current = page.locator(".mark--current")
    expect(current).to_have_count(1)
    expect(current).to_be_focused()
    expect(current).to_be_in_viewport()


def test_members_of_a_set_can_be_opened(page):
    page.locator(".mark--group .mark__sign").click()
    card = page.get_by_role("dialog", name="Polish ports on the Baltic Sea")
    expect(card).to_contain_text("ports of Poland within 15 km of the Baltic Sea")
    card.get_by_role("button", name="Świnoujście").click()
    expect(page.get_by_role("dialog", name="Świnoujście")).to_be_visible()


def test_a_described_place_is_given_no_position(page):
    page.locator(".mark--group .mark__sign").click()
    expect(page.locator(".popup__facts")).not_to_contain_text("Position")


def test_this_place_can_be_taken_away(page):
    card = opened(page)
    with page.expect_download() as started:
        card.get_by_role("link", name="This place as GeoJSON").click()
    written = json.loads(started.value.path().read_text(encoding="utf-8"))
    [feature] = written["features"]
    assert feature["properties"]["name"] == "Gdańsk"
    assert feature["geometry"]["coordinates"] == [18.64912, 54.35227]


def test_the_position_can_be_copied(open_page, article_url):
    page = open_page(article_url, permissions=["clipboard-read", "clipboard-write"])
    card = opened(page)
    card.get_by_role("button", name="Copy").click()
    expect(card.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "54.35227, 18.64912"


def test_a_place_says_that_it_is_also_a_government(page):
    card = opened(page, "Poland")
    card.get_by_role("button", name="Also: 1 mention of its government").click()
    expect(page.locator(".popup__kind")).to_have_text("Government · Poland")
    expect(page.get_by_label("Both")).to_be_checked()


def test_closing_the_card_gives_the_switch_back(page):
    opened(page, "Poland").get_by_role(
        "button", name="Also: 1 mention of its government"
    ).click()
    expect(page.get_by_label("Both")).to_be_checked()
    page.keyboard.press("Escape")
    expect(page.locator(".popup")).to_be_hidden()
    expect(page.locator(".senses [value=place]")).to_be_checked()
    assert "sense=" not in page.url


def test_going_back_gives_the_switch_back(page):
    opened(page, "Poland").get_by_role(
        "button", name="Also: 1 mention of its government"
    ).click()
    expect(page.get_by_label("Both")).to_be_checked()
    page.go_back()
    expect(page.locator(".senses [value=place]")).to_be_checked()


def test_a_switch_the_reader_turned_stays_when_the_card_closes(page):
    opened(page, "Poland").get_by_role(
        "button", name="Also: 1 mention of its government"
    ).click()
    page.locator(".panel__fold").click()  # it folded to make room
    page.locator(".senses [value=actor]").check()
    page.locator(".popup__close").click()
    expect(page.locator(".popup")).to_be_hidden()
    expect(page.locator(".senses [value=actor]")).to_be_checked()


def test_card_list_and_map_say_how_the_text_writes_a_place(page):
    opened(page, "Poland").get_by_role(
        "button", name="Also: 1 mention of its government"
    ).click()
    words = page.locator(".popup__written")
    expect(words).to_have_text(re.compile("^Written “[^”]+”$"))
    said = words.inner_text().removeprefix("W")
    page.get_by_role("button", name=re.compile("^Places")).click()
    entry = page.locator(".places__entry[data-layer=governments][data-place='ne:POL']")
    expect(entry.locator(".places__written")).to_have_text(f"W{said}")
    page.get_by_role("button", name="Text", exact=True).click()
    page.locator("path.shape--governments[data-place='ne:POL']").focus()
    expect(page.locator(".map__hint")).to_have_text(f"Poland, w{said}")
    page.locator(".popup__close").click()
    page.locator("a.mark", has_text="Poland").first.click()
    expect(page.locator(".popup__kind")).to_have_text("Country")
    expect(words).to_have_count(0)  # the text calls it Poland


def overlap(one, other):
    return all(
        one[axis] < other[axis] + other[size] and other[axis] < one[axis] + one[size]
        for axis, size in (("x", "width"), ("y", "height"))
    )


@pytest.mark.parametrize("width", [1100, 1280, 1400, 1920])
def test_the_place_lies_under_neither_card_nor_panel(open_page, article_url, width):
    page = open_page(f"{article_url}?at=6/53/24", width=width, height=800)
    dialog = opened(page)
    dialog.get_by_text("Reasons").wait_for()  # with them the card grows
    card = dialog.bounding_box()
    panel = page.locator(".panel").bounding_box()
    shape = page.locator("path.shape--cities[data-place='geonames:3099434']")
    shown = shape.bounding_box()
    assert not overlap(shown, card)
    assert not overlap(shown, panel)
