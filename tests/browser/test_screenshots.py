"""Pictures for the README: of the shipped article, where TOPOSCOPE_SCREENSHOTS says.

    TOPOSCOPE_SCREENSHOTS=.github/images pytest tests/browser/test_screenshots.py

makes them anew. Without that variable the sample is pictured, and the pictures are
thrown away.
"""

import os
from pathlib import Path

import pytest

from tests.browser.conftest import serve

FOLDER = os.environ.get("TOPOSCOPE_SCREENSHOTS")
PICTURES = {
    "explorer": {"width": 1600, "height": 1000},
    "dark": {"width": 1600, "height": 1000, "theme": "dark"},
    "phone": {"width": 390, "height": 844, "has_touch": True},
}


@pytest.fixture(scope="module")
def pictured_url(article_url, tmp_path_factory):
    if not FOLDER:
        yield article_url
        return
    for origin in serve(tmp_path_factory.mktemp("shipped"), None, ()):
        yield f"{origin}/"


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_taken(open_page, pictured_url, tmp_path, name):
    folder = Path(FOLDER or tmp_path)
    page = open_page(pictured_url, **PICTURES[name])
    if name != "explorer":  # which has the layers where others have a card
        page.locator("a.mark[data-sense=place]").first.click()
        page.locator(".popup__reasons").wait_for()
    page.locator(".leaflet-tile-loaded").first.wait_for()
    page.wait_for_load_state("networkidle")
    picture = folder / f"{name}.png"
    page.screenshot(path=picture, animations="disabled")
    assert picture.read_bytes().startswith(b"\x89PNG")
