from itertools import pairwise

import pytest

from geodata.errors import DocumentError, SpanError
from geodata.model import Document, MentionKind
from geodata.pipeline import build_atlas, geoparse


def note(text: str) -> Document:
    return Document(id="note", title="Note", text=text)


def test_given_spans_are_kept_in_order_with_duplicates_and_overlaps(gazetteer):
    text = "Seoul and Pyongyang"
    spans = [(10, 19), (0, 5), (0, 5), (0, 19)]
    found = geoparse(note(text), gazetteer, spans=spans)
    assert [(r.mention.start, r.mention.end) for r in found] == spans
    assert [r.mention.phrase for r in found] == [text[s:e] for s, e in spans]


@pytest.mark.parametrize("span", [(0, 0), (3, 1), (-1, 2), (0, 99)])
def test_a_span_outside_the_text_is_an_error_that_says_so(span, gazetteer):
    with pytest.raises(SpanError, match="does not fit a text of 5 characters"):
        geoparse(note("Seoul"), gazetteer, spans=[span])


def test_a_text_without_places_gives_nothing(gazetteer):
    assert geoparse(note("Nothing happened at all."), gazetteer) == ()


def test_an_empty_text_gives_nothing(gazetteer):
    assert geoparse(note(""), gazetteer) == ()


def test_offsets_are_code_points_whatever_comes_before(gazetteer):
    text = "😀 평양 e\u0301 — a train left Pyongyang for Moscow."
    for resolution in geoparse(note(text), gazetteer):
        mention = resolution.mention
        assert text[mention.start : mention.end] == mention.phrase


def test_mentions_come_sorted_and_names_never_overlap(gazetteer):
    text = "South Korean ports, North Korean ports on the Sea of Japan; Seoul said."
    found = [r.mention for r in geoparse(note(text), gazetteer)]
    assert found == sorted(found, key=lambda m: (m.start, -m.end))
    names = [m for m in found if m.kind is not MentionKind.DESCRIPTION]
    assert all(a.end <= b.start for a, b in pairwise(names))


def test_an_atlas_says_how_it_was_made(gazetteer):
    atlas = build_atlas([note("They met in Pyongyang.")], gazetteer)
    assert atlas.made_by["gazetteer"] == gazetteer.digest
    assert [layer.id for layer in atlas.layers] == ["cities"]


def test_an_atlas_without_places_has_no_layers(gazetteer):
    assert build_atlas([note("Nothing.")], gazetteer).layers == ()


def test_two_documents_of_one_id_are_refused(gazetteer):
    with pytest.raises(DocumentError, match="two documents have the id 'note'"):
        build_atlas([note("They met in Seoul."), note("Nothing.")], gazetteer)
