"""A person's word on what a name means: said in the card, kept, shown, taken back."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import serve
from tests.browser.test_axe import violations

TEXT = """Snow in Paris

Snow fell in Paris on Monday. Trains from Paris to Moscow stood still, and Moscow \
said so. A courier from Vinetaburg was late. They met at \
the old oak, and the old oak fell.
"""


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "articles" / "snow.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def snow(story, gazetteer_path, tmp_path):
    """Address of an article that is read by the real pipeline, and can be corrected."""
    for origin in serve(tmp_path, None, [story], GAZETTEER=gazetteer_path):
        yield f"{origin}/articles/snow"


@pytest.fixture
def closed(story, gazetteer_path, tmp_path):
    """The same on a server that takes nothing."""
    settings = {"GAZETTEER": gazetteer_path, "READ_ONLY": True}
    for origin in serve(tmp_path, None, [story], **settings):
        yield f"{origin}/articles/snow"


def kept(story):
    path = story.with_name("snow.corrections.json")
    return json.loads(path.read_text("utf-8"))["corrections"] if path.exists() else []


def card_of(page, name, number=0):
    page.locator(".text__paragraph .mark", has_text=name).nth(number).click()
    card = page.locator(".popup")
    card.locator(".correct").wait_for()
    return card


def form_of(page, name, number=0):
    card = card_of(page, name, number)
    card.get_by_role("button", name="Change…").click()
    return card.locator(".correct__form")


def notice(page, words):
    found = page.locator(".notice", has_text=words)
    found.wait_for()
    page.locator(".explorer[data-ready]").wait_for()
    return found


def test_a_place_is_confirmed_and_says_so(snow, open_page, story):
    page = open_page(snow)
    card_of(page, "Paris").get_by_role("button", name="Confirm").click()
    notice(page, "“Paris” means Paris (city, Île-de-France, France).")
    card = page.locator(".popup")
    expect(card.locator(".correct__state")).to_contain_text("By a person, on 20")
    expect(card.locator(".popup__confidence")).to_contain_text(
        "Sure: confirmed by a person"
    )
    expect(page.locator(".popup__name")).to_be_focused()
    assert [one["ruling"] for one in kept(story)] == ["place"]


def test_another_candidate_holds_for_every_same_name(snow, open_page):
    page = open_page(snow)
    form = form_of(page, "Paris")
    form.get_by_role("button", name="Texas").first.click()
    notice(page, "“Paris” means Paris (city, Texas, United States).")
    card = page.locator(".popup")
    expect(card.locator(".popup__kind")).to_contain_text("United States")
    expect(card.locator(".popup__count")).to_have_text("2 of 3")
    page.locator('.views__choice[data-view="places"]').click()
    places = page.locator(".places__entry", has_text="Paris")
    expect(places).to_have_count(1)
    expect(places.locator(".places__where")).to_contain_text("by a person")


def test_one_mention_alone_can_be_corrected(snow, open_page):
    page = open_page(snow)
    form = form_of(page, "Paris", 1)
    form.get_by_label("Here alone, not all 3 times").check()
    form.get_by_label("Why").fill("the by-line says Texas")
    form.get_by_role("button", name="Texas").first.click()
    notice(page, "This “Paris” means")
    expect(page.locator(".popup__count")).to_have_text("Named once")
    expect(page.locator(".popup__confidence")).to_contain_text(
        "who says: the by-line says Texas"
    )
    expect(page.locator(".places__entry", has_text="Paris")).to_have_count(2)


def test_any_place_of_the_gazetteer_can_be_searched_for(snow, open_page, story):
    page = open_page(snow)
    form = form_of(page, "Moscow")
    expect(form.locator(".correct__title")).to_be_focused()
    field = form.get_by_label("Another place")
    field.fill("qqqq")
    expect(form.locator(".correct__found")).to_have_text("No place is called “qqqq”.")
    field.fill("Pyongyang")
    form.locator(".correct__found").get_by_role(
        "button", name="Pyongyang"
    ).first.click()
    notice(page, "“Moscow” means Pyongyang (city")
    assert kept(story)[0]["place"]["id"] == "geonames:1871859"


def test_a_place_that_is_thought_of_is_seen_on_the_map(snow, open_page):
    page = open_page(snow)
    form = form_of(page, "Paris")
    texas = form.get_by_role("button", name="Texas").first
    texas.hover()
    ring = page.locator(".preview")
    expect(ring).to_have_count(1)
    expect(page).to_have_url(re.compile(r"at=\d+(/|%2F)3\d\."))
    page.mouse.move(5, 5)
    expect(ring).to_have_count(0)
    texas.focus()
    expect(ring).to_have_count(1)
    page.keyboard.press("Escape")
    expect(ring).to_have_count(0)
    expect(page.get_by_role("button", name="Change…")).to_be_focused()


def test_a_place_is_put_on_the_map_by_a_click(snow, open_page, story):
    page = open_page(snow)
    form_of(page, "Paris").get_by_role("button", name="Point to it").click()
    expect(page.locator(".pick__words")).to_be_visible()
    box = page.locator(".map .leaflet-container").bounding_box()
    # On another place: that it lies there is meant, and not to select it.
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 60)
    notice(page, "“Paris” means what lies at")
    [told] = kept(story)
    assert told["place"]["id"].startswith("person:")
    expect(page.locator(".popup__facts")).to_contain_text("put on the map by a person")
    expect(page.locator(".pick")).to_have_count(0)


def test_a_finger_is_told_what_to_do_and_can_leave(snow, open_page):
    page = open_page(snow, width=390, height=844, has_touch=True, is_mobile=True)
    form_of(page, "Paris").get_by_role("button", name="Point to it").tap()
    words = page.locator(".pick__words")
    expect(words).to_contain_text("Tap where it lies")
    expect(words).not_to_contain_text("Escape")
    words.get_by_role("button", name="Cancel").tap()
    expect(page.locator(".pick")).to_have_count(0)
    expect(page.get_by_role("button", name="Point to it")).to_be_focused()


def test_the_keyboard_points_under_the_cross_or_leaves_it(snow, open_page, story):
    page = open_page(snow)
    form_of(page, "Paris").get_by_role("button", name="Point to it").press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator(".pick")).to_have_count(0)
    expect(page.locator(".popup")).to_be_visible()
    expect(page.get_by_role("button", name="Point to it")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".leaflet-container")).to_be_focused()
    page.keyboard.press("Enter")
    notice(page, "“Paris” means what lies at")
    assert len(kept(story)) == 1


def test_a_position_can_be_typed_and_a_wrong_one_is_named(snow, open_page, story):
    page = open_page(snow)
    form = form_of(page, "Paris")
    field = form.get_by_label("Latitude, longitude")
    field.fill("95, 10")
    form.get_by_role("button", name="Put", exact=True).click()
    assert "Give latitude and longitude" in field.evaluate("it => it.validationMessage")
    assert kept(story) == []
    field.fill("33.66° N, 95.55° W")
    field.press("Enter")
    notice(page, "“Paris” means what lies at 33.66, -95.55.")


def test_what_fits_nothing_is_flagged_and_stays_in_the_list(snow, open_page):
    page = open_page(snow)
    form_of(page, "Paris").get_by_role("button", name="None of these").click()
    notice(page, "“Paris” fits none of the places known.")
    entry = page.locator('.places__entry[data-layer="not-located"]', has_text="Paris")
    expect(entry.locator(".places__why")).to_contain_text("by a person")
    expect(page.locator(".popup__name")).to_have_text("Paris")


def test_what_is_no_place_can_be_undone_at_once_or_taken_back(snow, open_page, story):
    page = open_page(snow)
    form_of(page, "Paris").get_by_role("button", name="No place at all").click()
    said = notice(page, "“Paris” is no place.")
    expect(page.locator(".text__paragraph .mark", has_text="Paris")).to_have_count(0)
    expect(page.locator(".popup")).to_be_hidden()
    said.get_by_role("button", name="Undo").click()
    notice(page, "“Paris” is read by the machine again.")
    assert kept(story) == []
    expect(page.locator(".popup__name")).to_have_text("Paris")
    form_of(page, "Moscow").get_by_role("button", name="No place at all").click()
    notice(page, "“Moscow” is no place.")
    page.locator(".glance__corrected a").click()
    page.get_by_role("button", name="Take back: “Moscow” is no place.").click()
    notice(page, "“Moscow” is read by the machine again.")
    assert kept(story) == []


def test_the_list_writes_days_as_the_language_does(snow, open_page, story):
    page = open_page(f"{snow}?lang=de")
    card = card_of(page, "Paris")
    card.get_by_role("button", name="Ändern …").click()
    card.get_by_role("button", name="Gar kein Ort").click()
    day = page.locator(".corrections time")
    [said] = kept(story)
    expect(day).to_have_attribute("datetime", said["made"][:10])
    expect(day).to_have_text(re.compile(r"^\d+\. \w+ \d{4}$"))


def test_undoing_a_second_word_brings_the_first_one_back(snow, open_page, story):
    page = open_page(snow)
    form_of(page, "Paris").get_by_role("button", name="Texas").first.click()
    notice(page, "“Paris” means Paris (city, Texas, United States).")
    first = kept(story)
    form = page.locator(".popup")
    form.get_by_role("button", name="Change…").click()
    form.get_by_role("button", name="None of these").click()
    notice(page, "fits none").get_by_role("button", name="Undo").click()
    notice(page, "“Paris” means Paris (city, Texas, United States).")
    assert [one["place"] for one in kept(story)] == [one["place"] for one in first]


def test_a_government_here_is_no_government_elsewhere(snow, open_page):
    page = open_page(snow)
    form = form_of(page, "Moscow")
    form.get_by_role("button", name="Its government is meant here").click()
    notice(page, "This “Moscow” means the government of Moscow")
    expect(page.locator(".popup__kind")).to_contain_text("Government")


def test_a_correction_that_is_not_kept_is_said_and_nothing_is_lost(
    browser, snow, story
):
    page = browser.new_page()  # whose console may tell of the server's refusal
    page.goto(snow)
    page.locator(".explorer[data-ready]").wait_for()
    form = form_of(page, "Paris")
    form.get_by_label("Why").fill("a long thought")
    path = story.with_name("snow.corrections.json")
    path.write_text("mine", encoding="utf-8")
    with page.expect_response("**/corrections"):
        form.get_by_role("button", name="None of these").click()
    expect(page.locator(".notice")).to_contain_text("The correction was not kept:")
    expect(form.get_by_label("Why")).to_have_value("a long thought")
    assert path.read_text("utf-8") == "mine"
    page.close()


def test_nothing_can_be_corrected_where_nothing_is_taken(closed, open_page):
    page = open_page(closed)
    page.locator(".text__paragraph .mark", has_text="Paris").first.click()
    page.locator(".popup__reasons").wait_for()
    expect(page.locator(".correct")).to_have_count(0)


def test_a_frame_in_another_page_takes_no_corrections(snow, open_page):
    page = open_page(f"{snow}?embed=1")
    page.locator(".text__paragraph .mark", has_text="Paris").first.click()
    page.locator(".popup__reasons").wait_for()
    expect(page.locator(".correct")).to_have_count(0)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_state_of_it_breaks_a_rule_of_access(snow, open_page, theme):
    page = open_page(snow, theme=theme)
    form = form_of(page, "Paris")
    form.get_by_label("Another place").fill("Pyongyang")
    form.locator(".correct__found .correct__option").first.wait_for()
    assert violations(page) == []
    form.get_by_role("button", name="Point to it").click()
    assert violations(page) == []
    page.keyboard.press("Escape")
    form.get_by_role("button", name="None of these").click()
    notice(page, "fits none")
    page.locator('.views__choice[data-view="places"]').click()
    assert violations(page) == []


@pytest.mark.parametrize("size", [(390, 844), (320, 568)])
def test_a_phone_has_room_for_it(snow, open_page, size):
    width, height = size
    page = open_page(snow, width=width, height=height, has_touch=True)
    form = form_of(page, "Paris")
    for button in form.get_by_role("button").all():
        assert button.bounding_box()["height"] >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    form.get_by_role("button", name="Point to it").click()
    expect(page.locator(".popup")).to_be_hidden()
    page.touchscreen.tap(160, 200)
    notice(page, "“Paris” means what lies at")


def selected(page, words):
    """Select some words of the text, as a drag of the mouse does."""
    page.locator(".text__paragraph").last.evaluate(
        """(block, words) => {
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const start = walker.currentNode.data.indexOf(words);
            if (start < 0) continue;
            getSelection().setBaseAndExtent(
              walker.currentNode, start, walker.currentNode, start + words.length);
            return;
          }
        }""",
        words,
    )


def test_a_place_that_was_missed_is_selected_and_found_everywhere(
    snow, open_page, story
):
    page = open_page(snow)
    selected(page, "old oak")
    page.get_by_role("button", name="Say which place this is").click()
    card = page.locator(".popup")
    expect(card.locator(".popup__name")).to_have_text("old oak")
    expect(card.locator(".popup__name")).to_be_focused()
    expect(card.locator(".correct__found")).to_contain_text("No place is called")
    assert violations(page) == []
    card.get_by_label("Latitude, longitude").fill("51.5, -0.1")
    card.get_by_role("button", name="Put", exact=True).click()
    notice(page, "“old oak” means what lies at 51.5, -0.1.")
    expect(page.locator(".text .mark", has_text="old oak")).to_have_count(2)
    expect(page.locator(".popup__count")).to_have_text("1 of 2")
    expect(page.locator(".popup__confidence")).to_contain_text(
        "without that, no name was found here"
    )
    [told] = kept(story)
    assert told["missed"] is True
    page.get_by_role("button", name="Undo").click()
    notice(page, "“old oak” is read by the machine again.")
    expect(page.locator(".text .mark", has_text="old oak")).to_have_count(0)


def test_a_missed_name_may_be_meant_in_one_place_alone(snow, open_page, story):
    page = open_page(snow)
    selected(page, "old oak")
    page.get_by_role("button", name="Say which place this is").click()
    card = page.locator(".popup")
    card.get_by_label("Here alone, not all 2 times").check()
    card.get_by_label("Latitude, longitude").fill("51.5, -0.1")
    card.get_by_role("button", name="Put", exact=True).click()
    notice(page, "This “old oak” means what lies at 51.5, -0.1.")
    expect(page.locator(".text .mark", has_text="old oak")).to_have_count(1)
    [told] = kept(story)
    text = page.request.get(snow, headers={"accept": "application/json"}).json()["text"]
    assert text[told["start"] :].startswith("old oak")


def test_why_is_asked_before_what_acts_at_once(snow, open_page):
    page = open_page(snow)
    page.locator("a.mark", has_text="Paris").first.click()
    page.locator(".correct__choices button").last.click()
    page.locator(".correct__form").wait_for()
    order = page.locator(".correct__form").evaluate(
        "form => [...form.querySelectorAll('input, button')].map(one => one.className)"
    )
    assert order.index("correct__note") < order.index("correct__option")
    assert order.index("correct__here") < order.index("correct__option")


def test_nothing_is_offered_for_what_is_marked_or_no_name(snow, open_page):
    page = open_page(snow)
    mark = page.locator(".missed__mark")
    selected(page, "old oak")
    expect(mark).to_be_visible()
    for words in ("Paris", ". "):
        selected(page, words)
        expect(mark).to_be_hidden()
    selected(page, "old oak")
    page.locator('.views__choice[data-view="places"]').click()
    expect(mark).to_be_hidden()
    page.locator('.views__choice[data-view="text"]').click()
    expect(mark).to_be_visible()
    page.evaluate("getSelection().removeAllRanges()")
    expect(mark).to_be_hidden()


def test_a_missed_name_can_be_typed_and_left_by_the_keyboard(snow, open_page):
    page = open_page(snow)
    page.locator('.views__choice[data-view="places"]').click()
    field = page.get_by_label("A place that the machine missed")
    field.fill("old oak")
    field.press("Enter")
    expect(page.locator(".popup__name")).to_have_text("old oak")
    page.keyboard.press("Escape")
    expect(page.locator(".popup")).to_be_hidden()
    expect(field).to_be_focused()
