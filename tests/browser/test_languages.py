"""The interface in other languages; the article stays as it is."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_page import violations
from tests.unit.webapp.sample import sample_atlas, sample_document
from webapp.languages import LANGUAGES, catalogue
from webapp.onefile import EXPORTER

OTHERS = LANGUAGES[1:]
PHONE = {"width": 390, "height": 844, "has_touch": True}
UNFOLD = """() => {
  const folded = ".popup details, .panel__filters, .key";
  for (const each of document.querySelectorAll(folded)) each.open = true;
}"""
CUT = """() => {
  const short = "button, summary, legend, .panel__name, .bar a, .views__choice";
  const isCut = ({ clientWidth, scrollWidth }) => scrollWidth > clientWidth + 1;
  return [...document.querySelectorAll(short)]
    .filter((each) => each.checkVisibility() && !each.matches(".hidden"))
    .filter((each) => each.clientWidth && isCut(each))
    .map((each) => each.textContent.trim());
}"""
LABELS = """() => {
  const names = ["aria-label", "title", "placeholder"];
  const foreign = "[lang]:not(:lang(" + document.documentElement.lang + "))";
  return [...document.querySelectorAll(names.map((name) => `[${name}]`).join())]
    .filter((each) => !each.closest(`${foreign}, .leaflet-control-attribution`))
    .flatMap((each) => names.map((name) => each.getAttribute(name)))
    .filter(Boolean);
}"""
WIDER = "() => document.documentElement.scrollWidth - window.innerWidth"
FETCHED = "() => performance.getEntriesByType('resource').map(({ name }) => name)"


def tongue(page) -> str:
    return page.locator("html").get_attribute("lang")


def choose(page, name: str) -> None:
    page.locator(".bar__language summary").click()
    page.locator(".language__choice", has_text=name).click()
    page.locator(".explorer[data-ready]").wait_for()


def open_card(page) -> None:
    page.locator("a.mark", has_text="Gdańsk").first.click()
    page.locator(".popup__reasons").wait_for()
    page.evaluate(UNFOLD)


def open_panel(page) -> None:
    if page.locator(".panel__fold").get_attribute("aria-expanded") == "false":
        page.locator(".panel__fold").click()
    page.evaluate(UNFOLD)


def correct(page) -> None:
    open_card(page)
    page.locator(".correct__choices button").last.click()
    page.locator(".correct__form").wait_for()


def share(page) -> None:
    page.locator(".share > summary").click()


STATES = {
    "rest": lambda _page: None,
    "card": open_card,
    "panel": open_panel,
    "correct": correct,
    "share": share,
}


def test_the_switch_keeps_the_view_and_is_remembered(open_page, article_url):
    page = open_page(f"{article_url}?view=places")
    assert tongue(page) == "en"
    choose(page, "Deutsch")
    assert tongue(page) == "de"
    assert page.url.endswith("?view=places")
    page.goto(article_url)
    assert tongue(page) == "de"
    choose(page, "English")
    assert tongue(page) == "en"


def test_the_address_asks_for_a_language_and_keeps_it(open_page, article_url):
    page = open_page(f"{article_url}?lang=de")
    assert tongue(page) == "de"
    page.locator(".views__choice[data-view=places]").click()
    assert "lang=de" in page.url
    expect(page.locator(".notice")).to_have_count(0)


def test_the_browser_s_language_is_spoken(browser, article_url):
    context = browser.new_context(locale="de-AT")
    page = context.new_page()
    page.goto(article_url)
    assert tongue(page) == "de"
    context.close()


def test_a_frame_speaks_the_language_of_its_address(open_page, article_url):
    page = open_page(f"{article_url}?lang=de&embed=1")
    expect(page.locator(".panel__fold")).to_contain_text("Ebenen")


def test_english_asks_for_no_catalogue(open_page, article_url):
    page = open_page(article_url)
    assert not [name for name in page.evaluate(FETCHED) if "/languages/" in name]


def test_another_language_asks_for_its_catalogue_once(open_page, article_url):
    page = open_page(f"{article_url}?lang=de")
    page.locator("a.mark").first.click()
    names = [name for name in page.evaluate(FETCHED) if "/languages/" in name]
    assert len(names) == 1


def test_the_article_keeps_its_own_language(open_page, article_url):
    page = open_page(f"{article_url}?lang=de")
    assert page.locator("article.text").get_attribute("lang") == "en"
    assert page.locator(".glance").get_attribute("lang") == "de"
    page.locator("a.mark").first.click()
    assert page.locator(".popup__quote").get_attribute("lang") == "en"


def test_what_has_no_translation_says_that_it_is_english(open_page, article_url):
    page = open_page(f"{article_url}?lang=de")
    open_card(page)
    [words] = page.locator(".popup__confidence [lang=en]").all_inner_texts()
    assert words.startswith("the largest city of this name")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("size", [{}, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_cut_in_any_language(open_page, article_url, language, size, state):
    page = open_page(f"{article_url}?lang={language}", **size)
    STATES[state](page)
    assert page.evaluate(WIDER) <= 0
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("language", OTHERS)
def test_axe_finds_nothing_in_any_language(open_page, article_url, language):
    page = open_page(f"{article_url}?lang={language}")
    open_card(page)
    assert violations(page) == []


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_read_aloud_is_said_in_the_language(open_page, article_url, language):
    labels = []
    for each in ("en", language):
        page = open_page(f"{article_url}?lang={each}")
        open_card(page)
        labels.append(set(page.evaluate(LABELS)))
    known = catalogue(language)
    same = {
        label
        for label in labels[0] & labels[1]
        if known.say(label) != label or label not in known.messages
    }
    names = re.compile(r"Baltic|Gda|39\.03|\[|/|^[^A-Za-z]*$")
    assert {label for label in same if not names.search(label)} == set()


@pytest.mark.parametrize("language", OTHERS)
def test_a_file_from_disk_speaks_its_language(open_page, tmp_path, language):
    path = tmp_path / "page.html"
    atlas = sample_atlas(sample_document())
    path.write_bytes(EXPORTER.write_atlas_in(atlas, language))
    page = open_page(path.as_uri())
    said = catalogue(language).say("Show in the text")
    page.locator("a.mark").first.click()
    expect(page.locator(".popup__read")).to_have_text(said)
    assert tongue(page) == language
