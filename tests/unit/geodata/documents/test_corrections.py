from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.documents import (
    correction_id,
    correction_of,
    correction_summary,
    corrections_json,
    read_corrections,
    read_document,
)
from geodata.errors import DocumentError
from geodata.model import Correction, Place, PlaceKind, Ruling, Sense

PARIS = Place(
    id="geonames:4717560",
    name="Paris",
    kind=PlaceKind.CITY,
    source="geonames",
    source_id="4717560",
    country="US",
    admin1="US-TX",
    lat=33.66,
    lon=-95.55,
)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
CORRECTIONS = st.builds(
    Correction,
    phrase=WORDS.map(lambda words: f"Paris {words}"),
    ruling=st.just(Ruling.PLACE),
    place=st.builds(
        Place,
        id=st.just("geonames:1"),
        source=st.just("geonames"),
        source_id=st.just("1"),
        name=WORDS.map(lambda words: f"P{words}"),
        kind=st.sampled_from(PlaceKind),
        country=st.none() | st.just("US"),
        admin1=st.none() | st.just("US-TX"),
        region=st.none() | st.just("Texas"),
        lat=st.none() | st.floats(-90, 90),
        lon=st.none() | st.floats(-180, 180),
    ),
    start=st.none() | st.integers(0, 10**6),
    sense=st.none() | st.sampled_from(Sense),
    missed=st.booleans(),
    note=WORDS,
    made=WORDS,
)


@given(st.lists(CORRECTIONS))
def test_what_is_written_is_read_again_as_it_was(tmp_path_factory, corrections):
    path = tmp_path_factory.getbasetemp() / "story.corrections.json"
    path.write_bytes(corrections_json(corrections))
    assert read_corrections(path) == tuple(corrections)


def test_an_article_is_read_with_the_corrections_beside_it(tmp_path):
    (tmp_path / "story.txt").write_text("Snow in Paris.")
    assert read_document(tmp_path / "story.txt").corrections == ()
    meant = Correction(phrase="Paris", ruling=Ruling.PLACE, place=PARIS)
    (tmp_path / "story.corrections.json").write_bytes(corrections_json([meant]))
    assert read_document(tmp_path / "story.txt").corrections == (meant,)


def test_an_id_says_what_a_correction_is_for_and_not_what_it_says():
    first = Correction(phrase="Paris", ruling=Ruling.FLAGGED)
    again = Correction(phrase="PARIS", ruling=Ruling.PLACE, place=PARIS)
    here = Correction(phrase="Paris", ruling=Ruling.FLAGGED, start=8)
    assert correction_id(first) == correction_id(again) != correction_id(here)


def test_nothing_unsaid_is_written():
    flagged = Correction(phrase="Paris", ruling=Ruling.FLAGGED)
    assert correction_summary(flagged) == {"phrase": "Paris", "ruling": "flagged"}


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("Paris", "a correction is an object"),
        ({"ruling": "flagged"}, "needs the phrase"),
        ({"phrase": "...", "ruling": "flagged"}, "needs the phrase"),
        ({"phrase": "Paris"}, "needs a ruling: flagged, not a place, place"),
        ({"phrase": "Paris", "ruling": "wrong"}, "ruling is 'wrong'; choose of"),
        ({"phrase": "Paris", "ruling": "place"}, "the ruling 'place' has a place"),
        (
            {"phrase": "Paris", "ruling": "flagged", "place": {"id": "a:1"}},
            "no other has",
        ),
        ({"phrase": "Paris", "ruling": "flagged", "start": True}, "start is True"),
        ({"phrase": "Paris", "ruling": "flagged", "start": -1}, "start is -1"),
        ({"phrase": "Paris", "ruling": "flagged", "by": "me"}, "has no 'by'; it has"),
        ({"phrase": "Paris", "ruling": "flagged", "note": 7}, "note is 7"),
        ({"phrase": "Paris", "ruling": "flagged", "missed": 1}, "missed is 1"),
        ({"phrase": "Pa\ud800", "ruling": "flagged"}, "phrase is"),
        (
            {"phrase": "Paris", "ruling": "place", "place": {"id": "texas"}},
            "give one as source:id",
        ),
        (
            {"phrase": "Paris", "ruling": "place", "place": {"id": "a:1", "lat": 91}},
            "lat is 91; give degrees from -90 to 90",
        ),
        (
            {"phrase": "Paris", "ruling": "place", "place": {"id": "a:1", "kind": "x"}},
            "kind is 'x'; choose of",
        ),
        (
            {"phrase": "Paris", "ruling": "place", "place": "a:1"},
            "a place is an object",
        ),
    ],
)
def test_what_is_no_correction_is_refused_with_what_would_be_right(told, words):
    with pytest.raises(DocumentError, match=words):
        correction_of(told)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "mend it, or remove it"),
        ("[]", "holds no corrections"),
        ('{"corrections": 1}', "holds no corrections"),
        ('{"corrections": [{"phrase": "x"}]}', "needs a ruling"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path, content, words):
    path = tmp_path / "story.corrections.json"
    path.write_text(content)
    with pytest.raises(DocumentError, match=words) as caught:
        read_corrections(path)
    assert "story.corrections.json" in str(caught.value)


def test_numbers_that_json_has_not_are_no_degrees():
    place = {"id": "a:1", "lat": float("nan")}
    told = {"phrase": "Paris", "ruling": "place", "place": place}
    with pytest.raises(DocumentError, match="lat is nan"):
        correction_of(json.loads(json.dumps(told)))
