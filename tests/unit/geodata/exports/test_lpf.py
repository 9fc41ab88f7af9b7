import json

import pytest

from geodata.exports import exporter_for
from geodata.exports.lpf import CERTAINTY, CONTEXT
from geodata.layers.filters import CONFIDENCE_WORDS
from geodata.model import Atlas, Document
from tests.unit.geodata.exports.linked_data import LPO, SKOS, statements
from tests.unit.geodata.exports.test_exports import complaints
from tests.unit.geodata.made import (
    NORTH_KOREA,
    WONSAN,
    make_feature,
    make_layer,
    make_place,
)

LPF = exporter_for("lpf")
TEXT = Document(
    id="a",
    title="Ferries",
    text="They met in Wonsan.",
    language="en",
    published="2025-03-21T10:00:00Z",
    source="https://example.org/ferries",
)


def atlas(*layers, documents=(TEXT,)):
    return Atlas(
        documents=documents, resolutions={}, layers=layers, made_by={"toposcope": "1"}
    )


def records(*layers, documents=(TEXT,)):
    written = json.loads(LPF.write_atlas(atlas(*layers, documents=documents)))
    return written["features"]


def record(place, **more):
    [found] = records(make_layer(features=(make_feature(place, **more),)))
    return found


def test_every_record_has_what_the_format_requires(odd_layer):
    written = json.loads(LPF.write((odd_layer,), about={}))
    assert written["@context"] == CONTEXT
    assert written["type"] == "FeatureCollection"
    ids = [each["@id"] for each in written["features"]]
    assert len(set(ids)) == len(ids) == len(odd_layer.features)
    for each in written["features"]:
        assert each["type"] == "Feature"
        assert each["properties"]["title"]
        assert set(each["properties"]["fclasses"]) <= set("AHLPRST")
        assert each["properties"]["fclasses"]
        assert each["names"][0]["citations"]
        assert all(name["toponym"] for name in each["names"])
        assert "geometry" in each
        assert "id" not in each  # which its context takes for another @id


def test_it_is_geojson_to_those_who_read_no_linked_data(odd_layer, empty_layer):
    for layers in ((odd_layer,), (empty_layer,), ()):
        assert not complaints(json.loads(LPF.write(layers, about={})))


def test_names_carry_their_language_and_who_attests_them():
    place = make_place(id="geonames:1871859", names={"en": "Wonsan", "ko": "원산"})
    names = record(place)["names"]
    assert [(name["toponym"], name["lang"]) for name in names] == [
        ("Wonsan", "en"),
        ("원산", "ko"),
    ]
    assert names[0]["citations"][0]["label"] == "GeoNames 1871859"
    assert names[0]["citations"][1] == {
        "label": "Ferries",
        "@id": "https://example.org/ferries",
    }
    assert len(names[1]["citations"]) == 1


def test_a_name_is_given_as_the_text_writes_it_too():
    feature = make_feature(WONSAN)
    [occurrence] = feature.occurrences
    [found] = records(
        make_layer(features=(feature,)),
        make_layer(features=(make_feature(make_place("Port Lazarev", id=WONSAN.id)),)),
    )
    assert occurrence.resolution.place == WONSAN
    assert [name["toponym"] for name in found["names"]] == ["Wonsan", "Port Lazarev"]


@pytest.mark.parametrize(
    ("published", "date"),
    [
        ("2025-03-21T10:00:00Z", "2025-03-21"),
        ("2025-03", "2025-03"),
        ("2025", "2025"),
        ("20250321", None),
        ("yesterday", None),
        (None, None),
    ],
)
def test_a_text_with_a_date_dates_its_places(published, date):
    text = Document(id="a", title="A", text="", published=published)
    [found] = records(make_layer(WONSAN), documents=(text,))
    spans = found.get("when", {}).get("timespans")
    assert spans == (date and [{"start": {"in": date}, "end": {"in": date}}])


@pytest.mark.parametrize(
    ("confidence", "certainty"),
    [(0.9, "certain"), (0.6, "less-certain"), (0.2, "uncertain")],
)
def test_the_geometry_says_how_certain_it_is(confidence, certainty):
    assert record(WONSAN, confidence=confidence)["geometry"]["certainty"] == certainty
    assert set(CERTAINTY) == set(CONFIDENCE_WORDS)


def test_a_place_without_location_has_no_geometry():
    place = make_place("the West", "area", lon=None, lat=None, id="text:the west")
    found = record(place)
    assert found["geometry"] is None
    assert found["@id"] == "text:the%20west"
    assert [cited["label"] for cited in found["names"][0]["citations"]] == ["Ferries"]


def test_a_place_put_by_hand_is_attested_by_the_text_alone():
    place = make_place("Camp", id="person:39.1,127.4")
    [cited] = record(place)["names"][0]["citations"]
    assert cited["label"] == "Ferries"


def test_what_geonames_knows_is_linked_and_nothing_else():
    assert "links" not in record(WONSAN)
    [link] = record(make_place(geonameid=1871859))["links"]
    assert link == {
        "type": "closeMatch",
        "identifier": "https://sws.geonames.org/1871859/",
    }


def test_a_page_about_the_place_is_linked_as_such():
    [link] = record(make_place(id="airports:EGLL"))["links"]
    assert link == {
        "type": "primaryTopicOf",
        "identifier": "https://ourairports.com/airports/EGLL/",
    }
    cited = make_place(id="seed:x", cited="Wikipedia: Khasan, Russia", geonameid=1)
    assert [each["type"] for each in record(cited)["links"]] == [
        "closeMatch",
        "primaryTopicOf",
    ]


@pytest.mark.parametrize(
    ("kind", "code", "classes"),
    [
        ("city", "PPL", ["P"]),
        ("region", "ADM1", ["A"]),
        ("region", "RGN", ["L"]),
        ("river", None, ["H"]),
        ("port", "PRT", ["S"]),
    ],
)
def test_a_kind_has_its_feature_class_and_its_type(kind, code, classes):
    found = record(make_place(kind=kind, feature_code=code))
    assert found["properties"]["fclasses"] == classes
    [term] = found["types"]
    assert term["identifier"].startswith("aat:300")
    assert term["sourceLabels"] == [{"label": kind, "lang": "en"}]


def test_a_set_has_the_classes_of_its_members_and_a_line_of_stations_is_a_route():
    members = (make_place("Rajin", "port"), WONSAN)
    for kind, classes in (("set", ["P", "S"]), ("line", ["R"])):
        place = make_place("these", kind, id="described:a", members=members)
        assert record(place)["properties"]["fclasses"] == classes


def test_the_sentences_are_descriptions_with_their_page():
    [told] = record(WONSAN)["descriptions"]
    assert told == {
        "value": "They met in Wonsan.",
        "lang": "en",
        "source": "https://example.org/ferries",
    }


def test_a_place_in_two_layers_is_one_record():
    [found] = records(
        make_layer(NORTH_KOREA, layer_id="countries"),
        make_layer(NORTH_KOREA, layer_id="governments"),
    )
    assert found["properties"]["layers"] == ["countries", "governments"]
    assert found["properties"]["sense_counts"] == {"place": 1, "actor": 0}


def test_it_can_be_read_as_linked_data(odd_layer):
    place = make_place(geonameid=1871859, names={"ko": "원산"})
    said = statements(LPF.write_atlas(atlas(odd_layer, make_layer(place))))
    names = {each[2] for each in said if each[1] == f"{LPO}toponym"}
    assert {"Wonsan", "원산", "평양"} <= names
    features = {each[2] for each in said if each[1] == f"{LPO}hasFeature"}
    assert {"geonames:Wonsan", "ne:FJI", "seed:the-west"} <= features
    kinds = {each[2] for each in said if each[1].endswith("#type")}
    assert f"{SKOS}closeMatch" in kinds
