"""Tests of geodata.mentions.natural, through the rules."""

import pytest

from geodata.mentions.names import find_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The raiders were seen on Turner's Creek before dawn.", "Turner's Creek"),
        ("We crossed at Hobson\u2019s Ford and made camp.", "Hobson\u2019s Ford"),
        ("Goats graze below Slippery Rock Ridge all summer.", "Slippery Rock Ridge"),
        ("The guns of Fort Wetherby opened at noon.", "Fort Wetherby"),
        ("Gales are due at Cape Tresco tonight.", "Cape Tresco"),
        ("The ferry ran up the Sound of Kerra in fog.", "Sound of Kerra"),
    ],
)
def test_rivers_ridges_and_forts_are_names_as_a_whole(built_gazetteer, text, name):
    assert name in [item.phrase for item in find_names(text, built_gazetteer)]


@pytest.mark.parametrize(
    "text",
    [
        "He wrote the Green River Anthology at school.",
        "The Valley was quiet.",
        "It's Bridge night at the club.",
        "That's Point One on the list.",
        "Southern Hills rose before us.",
    ],
)
def test_what_only_ends_like_a_river_is_none(built_gazetteer, text):
    assert not find_names(text, built_gazetteer)
