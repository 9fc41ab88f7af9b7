from __future__ import annotations

import pytest

from geodata.model import Document
from geodata.pipeline import geoparse


def meanings(text, gazetteer):
    found = geoparse(Document(id="a", title="A", text=text), gazetteer)
    return [(one.mention.phrase, one.place and one.place.region) for one in found]


@pytest.mark.parametrize(
    ("phrase", "state"),
    [("Florence, Ala.", "Alabama"), ("Clinton, Iowa", "Iowa")],
)
def test_a_state_right_after_a_town_outweighs_its_neighbours(
    built_gazetteer, phrase, state
):
    text = (
        "JACKSON, Miss. (AP) - Crews joined those of Vicksburg, Natchez and Clinton."
        f" {phrase}, sent a truck."
    )
    told = meanings(text, built_gazetteer)
    assert (phrase.split(",")[0], state) in told
    assert ("Clinton", "Mississippi") in told


@pytest.mark.parametrize(
    "text",
    [
        "Cases rose in Georgia, Oklahoma, Pennsylvania and California.",
        "Trade with Mexico, China, Japan and Brazil grew.",
    ],
)
def test_a_list_of_states_or_countries_is_no_address(built_gazetteer, text):
    found = geoparse(Document(id="a", title="A", text=text), built_gazetteer)
    assert not [one for one in found if one.how.endswith("named after it")]


def test_it_is_said_how_it_was_told(built_gazetteer):
    text = "JACKSON, Miss. - Crews of Vicksburg and Natchez met. Clinton, Iowa, helped."
    found = geoparse(Document(id="a", title="A", text=text), built_gazetteer)
    [clinton] = [one for one in found if one.mention.phrase == "Clinton"]
    assert clinton.place.region == "Iowa"
