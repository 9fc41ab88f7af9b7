import pytest

from geodata.exports.linked import by_place, document_iri, page_of, place_iri
from geodata.model import Document
from tests.unit.geodata.made import (
    NORTH_KOREA,
    WONSAN,
    make_feature,
    make_layer,
    make_place,
)


def text(source):
    return Document(id="a", title="A", text="", source=source)


@pytest.mark.parametrize(
    ("source", "page"),
    [
        ("https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e"),
        ("http://example.org/é <x>", "http://example.org/%C3%A9%20%3Cx%3E"),
        ("javascript:alert(1)", None),
        ("https:relative", None),
        ("https://[", None),
        ("https://example.org/\n", None),
        ("The Daily News", None),
        (None, None),
    ],
)
def test_only_an_address_of_the_web_is_the_page_of_a_text(source, page):
    assert page_of(text(source)) == page


def test_ids_of_any_letters_are_addresses_without_spaces_and_brackets():
    assert place_iri(make_place(id='text:a "b"<평>')) == (
        "text:a%20%22b%22%3C%ED%8F%89%3E"
    )
    assert document_iri("a b/ü") == "document:a%20b/%C3%BC"


def test_a_place_of_two_layers_is_there_once_with_the_mentions_of_both():
    said = make_feature(NORTH_KOREA, "North Korea said no.", sense="actor")
    visited = make_feature(NORTH_KOREA, "They left for North Korea.")
    found = by_place(
        [
            make_layer(layer_id="countries", features=(visited,)),
            make_layer(layer_id="governments", features=(said,)),
            make_layer(layer_id="described", features=(visited, make_feature(WONSAN))),
        ]
    )
    assert list(found) == ["ne:PRK", "geonames:Wonsan"]
    ids, feature = found["ne:PRK"]
    assert ids == ["countries", "governments", "described"]
    assert feature.occurrences == (*visited.occurrences, *said.occurrences)
