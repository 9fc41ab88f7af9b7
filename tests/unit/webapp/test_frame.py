from __future__ import annotations

import pytest

from webapp.frame import frame


def written(query="", title="B", *, width=None, height=600):
    address = "http://a.example/articles/b"
    return frame(address, query, title, width=width, height=height)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", "embed=1"),
        ("sense=both&at=5/1/2", "sense=both&amp;at=5/1/2&amp;embed=1"),
        ("embed=0&embed=1&sense=both", "sense=both&amp;embed=1"),
        ("view=map&q=a%26b", "q=a%26b&amp;view=map&amp;embed=1"),
        ("view=upside-down", "embed=1"),
        ("view=map&view=text", "view=map&amp;embed=1"),
    ],
)
def test_the_frame_keeps_the_view_and_asks_for_no_bar(query, shown):
    assert f'src="http://a.example/articles/b?{shown}"' in written(query)


def test_the_frame_is_as_wide_as_there_is_room_unless_that_is_known():
    assert ' width="100%" height="600" ' in written()
    assert ' width="300" height="200" ' in written(width=300, height=200)


def test_no_attribute_of_the_frame_can_be_left():
    told = written('q="><script>', '"><img src=x onerror=alert(1)>')
    assert told.count("<") == 2
    assert told.count('"') == 8
