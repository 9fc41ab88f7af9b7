"""The interface in other languages; the article stays as it is."""

from __future__ import annotations


def tongue(page) -> str:
    return page.locator("html").get_attribute("lang")


def choose(page, name: str) -> None:
    page.locator(".bar__language summary").click()
    page.locator(".language__choice", has_text=name).click()
    page.locator(".explorer[data-ready]").wait_for()


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
    assert page.locator(".notice").count() == 0


def test_english_asks_for_no_catalogue(open_page, article_url):
    page = open_page(article_url)
    names = "performance.getEntriesByType('resource').map(({ name }) => name)"
    assert not [name for name in page.evaluate(names) if "/languages/" in name]
