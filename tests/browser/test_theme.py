"""Light and dark, by preference and by switch."""

import pytest

BACKGROUND = "getComputedStyle(document.documentElement).backgroundColor"
PAPER = {"light": "rgb(253, 251, 246)", "dark": "rgb(18, 25, 31)"}


@pytest.mark.parametrize("theme", PAPER)
def test_the_theme_of_the_system_is_taken(open_page, article_url, theme):
    assert open_page(article_url, theme=theme).evaluate(BACKGROUND) == PAPER[theme]


def test_a_theme_that_was_chosen_stays(open_page, article_url):
    page = open_page(article_url)
    page.get_by_label("Dark").check()
    assert page.evaluate(BACKGROUND) == PAPER["dark"]
    page.wait_for_load_state("networkidle")
    page.reload()
    page.locator(".explorer[data-ready]").wait_for()
    assert page.evaluate(BACKGROUND) == PAPER["dark"]
    page.get_by_label("As the system").check()
    assert page.evaluate(BACKGROUND) == PAPER["light"]
