import dataclasses
import json

import pytest

from geodata.exports import exporter_for
from geodata.exports.annotations import AROUND
from geodata.layers import apply, compose, read_filters
from geodata.model import Atlas, Correction, Document, Ruling
from tests.unit.geodata.exports.linked_data import OA, statements
from tests.unit.geodata.made import (
    NORTH_KOREA,
    PYONGYANG,
    WONSAN,
    make_feature,
    make_layer,
    make_place,
    make_resolution,
)

ANNOTATIONS = exporter_for("annotations")
TEXT = Document(
    id="a b",
    title="Two cities",
    text="🚢🚢 Pyongyang said no. 🗺️ They met in Wonsan. Atlantis does not.",
    language="en",
    source="https://example.org/two",
)
RESOLUTIONS = (
    make_resolution(
        TEXT.text, "Pyongyang", PYONGYANG, sense="actor", stands_for=NORTH_KOREA
    ),
    make_resolution(
        TEXT.text,
        "Wonsan",
        dataclasses.replace(WONSAN, geonameid=1871859),
        confidence=0.6,
    ),
    make_resolution(TEXT.text, "Atlantis"),
)


@pytest.fixture
def atlas(small_gazetteer):
    resolutions = {TEXT.id: RESOLUTIONS}
    return Atlas(
        documents=(TEXT,),
        resolutions=resolutions,
        layers=compose((TEXT,), resolutions, small_gazetteer),
        made_by={"toposcope": "1.2"},
    )


@pytest.fixture
def items(atlas):
    return json.loads(ANNOTATIONS.write_atlas(atlas))["first"]["items"]


def body(item, purpose):
    return [each for each in item["body"] if each["purpose"] == purpose]


def test_the_collection_and_its_page_have_what_the_model_requires(atlas):
    written = json.loads(ANNOTATIONS.write_atlas(atlas))
    assert written["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert written["type"] == "AnnotationCollection"
    assert written["label"]
    assert written["total"] == 3
    assert written["generator"] == {"type": "Software", "name": "Toposcope 1.2"}
    page = written["first"]
    assert "@context" not in page
    assert page["type"] == "AnnotationPage"
    assert page["partOf"] == written["id"]
    assert page["startIndex"] == 0
    ids = [written["id"], page["id"], *(item["id"] for item in page["items"])]
    assert len(set(ids)) == len(ids)
    assert all(each.startswith("urn:uuid:") for each in ids)


def test_a_collection_of_nothing_has_no_page(empty_layer):
    written = json.loads(ANNOTATIONS.write((empty_layer,), about={}))
    assert written["total"] == 0
    assert not {"first", "last"} & set(written)


def test_every_annotation_has_what_the_model_requires(items):
    assert [item["type"] for item in items] == ["Annotation"] * 3
    for item in items:
        assert item["body"]
        assert {each["type"] for each in item["body"]} <= {
            "SpecificResource",
            "TextualBody",
        }
        assert item["target"]["source"]["id"] == "document:a%20b"
        kinds = [each["type"] for each in item["target"]["selector"]]
        assert kinds == ["TextPositionSelector", "TextQuoteSelector"]


def test_positions_count_code_points_whatever_stands_before(items):
    words = [resolution.mention.phrase for resolution in RESOLUTIONS]
    for item, phrase in zip(items, words, strict=True):
        position, quote = item["target"]["selector"]
        assert TEXT.text[position["start"] : position["end"]] == phrase
        assert quote["exact"] == phrase
    assert items[0]["target"]["selector"][0] == {
        "type": "TextPositionSelector",
        "start": 3,
        "end": 12,
    }


def test_the_quote_stands_between_its_prefix_and_its_suffix(items):
    for item in items:
        quote = item["target"]["selector"][1]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in TEXT.text
        assert max(len(quote["prefix"]), len(quote["suffix"])) <= AROUND
    assert items[0]["target"]["selector"][1]["prefix"] == "🚢🚢 "


def test_without_the_text_the_excerpt_is_quoted(atlas, items):
    alone = json.loads(ANNOTATIONS.write(atlas.layers, about={}))["first"]["items"]
    for item, known in zip(alone, items, strict=True):
        quote, longer = (each["target"]["selector"][1] for each in (item, known))
        assert longer["prefix"].endswith(quote["prefix"])
        assert longer["suffix"].startswith(quote["suffix"])
        assert item["id"] == known["id"]
    assert alone[1]["target"]["selector"][1]["prefix"] == "🗺️ They met in "


def test_the_body_identifies_the_place_and_whom_it_stands_for(items):
    [denoted], [actor] = body(items[0], "identifying"), body(items[0], "linking")
    assert denoted["source"]["label"] == "Pyongyang"
    assert actor["source"]["id"] == "ne:PRK"
    [denoted] = body(items[1], "identifying")
    assert denoted["source"] == {
        "id": "https://sws.geonames.org/1871859/",
        "label": "Wonsan",
        "lat": 39.15278,
        "long": 127.44361,
    }
    assert body(items[1], "linking") == []


def test_a_country_that_acts_itself_is_not_linked_to_itself():
    feature = make_feature(NORTH_KOREA, sense="actor", stands_for=NORTH_KOREA)
    layer = make_layer(features=(feature,))
    [item] = json.loads(ANNOTATIONS.write((layer,), about={}))["first"]["items"]
    assert body(item, "linking") == []


def test_the_sense_and_the_confidence_are_said(items):
    senses = [body(item, "classifying")[0]["value"] for item in items]
    assert senses == ["actor", "place", "place"]
    assert [each["value"] for each in body(items[1], "assessing")] == ["likely"]
    assert items[1]["confidence"] == 0.6


def test_a_name_that_is_not_located_is_kept_without_a_place(items):
    assert body(items[2], "identifying") == []
    assert items[2]["motivation"] == "classifying"


def test_the_page_of_the_text_is_its_scope(items):
    assert items[0]["target"]["scope"] == "https://example.org/two"
    assert items[0]["target"]["source"]["language"] == "en"


def test_filters_act_on_mentions(atlas):
    left = apply(atlas.layers, read_filters({"sense": "place", "q": "wonsan"}))
    told = ANNOTATIONS.write_atlas(dataclasses.replace(atlas, layers=left))
    [item] = json.loads(told)["first"]["items"]
    assert item["target"]["selector"][1]["exact"] == "Wonsan"


def test_a_mention_that_several_layers_show_is_one_annotation():
    layers = make_layer(WONSAN), make_layer(WONSAN, layer_id="described")
    assert json.loads(ANNOTATIONS.write(layers, about={}))["total"] == 1


def test_the_same_mention_has_the_same_id_in_every_run(atlas, items):
    again = json.loads(ANNOTATIONS.write_atlas(atlas))["first"]["items"]
    assert [item["id"] for item in again] == [item["id"] for item in items]


def test_it_can_be_read_as_linked_data(atlas, odd_layer):
    said = statements(ANNOTATIONS.write_atlas(atlas))
    starts = {int(each[2]) for each in said if each[1] == f"{OA}start"}
    assert starts == {resolution.mention.start for resolution in RESOLUTIONS}
    purposes = {each[2] for each in said if each[1] == f"{OA}hasPurpose"}
    assert f"{OA}identifying" in purposes
    confidences = {each[2] for each in said if each[1].endswith("taConfidence")}
    assert {float(each) for each in confidences} == {0.6, 0.9}
    targets = {each[2] for each in said if each[1] == f"{OA}hasSource"}
    assert "https://sws.geonames.org/1871859/" in targets
    odd = statements(ANNOTATIONS.write((odd_layer,), about={}))
    ends = {
        feature.occurrences[0].resolution.mention.end for feature in odd_layer.features
    }
    assert {int(each[2]) for each in odd if each[1] == f"{OA}end"} == ends


@pytest.mark.parametrize(
    ("made", "created"),
    [
        ("2026-11-27T17:33:43+00:00", {"created": "2026-11-27T17:33:43Z"}),
        ("yesterday", {}),
    ],
)
def test_what_a_person_decided_says_so(made, created):
    said = Correction(phrase="Wonsan", ruling=Ruling.PLACE, place=WONSAN, made=made)
    feature = make_feature(WONSAN, correction=said)
    layer = make_layer(features=(feature,))
    [item] = json.loads(ANNOTATIONS.write((layer,), about={}))["first"]["items"]
    assert item["creator"] == {"type": "Person"}
    assert {name: item[name] for name in item if name == "created"} == created


def test_a_place_without_position_says_none():
    place = make_place("the West", "area", lon=None, lat=None, id="seed:the west")
    [item] = json.loads(ANNOTATIONS.write((make_layer(place),), about={}))["first"][
        "items"
    ]
    [denoted] = body(item, "identifying")
    assert denoted["source"] == {"id": "seed:the%20west", "label": "the West"}
