"""In another page's frame: one finger is the page's, two are the map's."""

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def embedded(open_page, article_url):
    url = f"{article_url}?embed=1&at=5/56/15"
    return open_page(url, width=390, height=844, has_touch=True, is_mobile=True)


def fingers_on(page):
    return page.context.new_cdp_session(page)


def touch(session, kind, *points):
    session.send(
        "Input.dispatchTouchEvent",
        {
            "type": kind,
            "touchPoints": [
                {"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)
            ],
        },
    )


def test_one_finger_scrolls_and_is_told_of_two(embedded):
    expect(embedded.locator(".fingers")).to_be_hidden()
    hand = fingers_on(embedded)
    touch(hand, "touchStart", (200, 250))
    touch(hand, "touchMove", (200, 200))
    touch(hand, "touchMove", (200, 150))
    expect(embedded.locator(".fingers")).to_be_visible()
    touch(hand, "touchEnd")
    assert "at=5/56/15" in embedded.url
    expect(embedded.locator(".fingers")).to_be_hidden()


def test_two_fingers_move_the_map(embedded):
    hand = fingers_on(embedded)
    touch(hand, "touchStart", (150, 150), (250, 150))
    for y in (180, 210, 240):
        touch(hand, "touchMove", (150, y), (250, y))
    touch(hand, "touchEnd")
    expect(embedded).not_to_have_url(re.compile("at=5/56/15"))
    expect(embedded.locator(".fingers")).to_be_hidden()


def test_a_page_of_its_own_moves_by_one_finger(open_page, article_url):
    page = open_page(
        f"{article_url}?at=5/56/15",
        width=390,
        height=844,
        has_touch=True,
        is_mobile=True,
    )
    hand = fingers_on(page)
    touch(hand, "touchStart", (200, 250))
    for y in (220, 190, 160):
        touch(hand, "touchMove", (200, y))
    touch(hand, "touchEnd")
    expect(page).not_to_have_url(re.compile("at=5/56/15"))
