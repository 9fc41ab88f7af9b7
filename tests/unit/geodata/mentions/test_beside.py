"""Tests of geodata.mentions.beside."""

from geodata import geoparse
from geodata.mentions import mentions_at
from geodata.mentions.beside import names_beside
from geodata.model import Document

TEXT = "Halifax is a town in North Carolina, United States, south of Virginia."


def document(text):
    return Document(id="a", title="", text=text)


def test_names_beside_a_span_are_found_and_the_span_is_left(built_gazetteer):
    given = mentions_at(document(TEXT), [(0, 7)], built_gazetteer)
    found = names_beside(TEXT, given, built_gazetteer)
    assert [mention.phrase for mention in found] == [
        "North Carolina",
        "United States",
        "Virginia",
    ]


def test_what_a_span_touches_is_not_found_again(built_gazetteer):
    start = TEXT.index("Carolina")
    given = mentions_at(document(TEXT), [(start, start + 3)], built_gazetteer)
    found = names_beside(TEXT, given, built_gazetteer)
    assert "North Carolina" not in [mention.phrase for mention in found]


def test_a_given_span_is_placed_by_the_names_beside_it(built_gazetteer):
    [answer] = geoparse(document(TEXT), built_gazetteer, spans=[(0, 7)])
    assert answer.place is None or answer.place.country == "US"
    assert answer.mention.phrase == "Halifax"
