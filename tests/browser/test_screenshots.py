"""Pictures for the README, written where TOPOSCOPE_SCREENSHOTS says."""

import os
from pathlib import Path

import pytest

PICTURES = {
    "wide": {"width": 1400, "height": 900},
    "dark": {"width": 1400, "height": 900, "theme": "dark"},
    "phone": {"width": 390, "height": 844, "has_touch": True},
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_taken(open_page, article_url, tmp_path, name):
    folder = Path(os.environ.get("TOPOSCOPE_SCREENSHOTS") or tmp_path)
    page = open_page(article_url, **PICTURES[name])
    page.locator("a.mark[data-sense=place]").first.click()
    page.locator(".popup__name").wait_for()
    page.locator(".leaflet-tile-loaded").first.wait_for()
    page.wait_for_load_state("networkidle")
    picture = folder / f"{name}.png"
    page.screenshot(path=picture, animations="disabled")
    assert picture.read_bytes().startswith(b"\x89PNG")
