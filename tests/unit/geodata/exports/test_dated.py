"""What each format says of the time that a place is told of."""

import csv
import io
import json
from datetime import date
from xml.etree import ElementTree as ET

import fastkml.validator
import geopandas
import pyogrio
import pytest

from geodata.exports import exporter_for
from geodata.model import Atlas, Document, Feature
from tests.unit.geodata.made import (
    PYONGYANG,
    WONSAN,
    make_feature,
    make_layer,
    make_when,
)

KML = "{http://www.opengis.net/kml/2.2}"
WAR = make_when("1950-06-25", "1953-07-27")
YEAR = make_when("1948-01-01", "1948-12-31", "In 1948")
MONTH = make_when("1953-09-01", "1953-09-30", "in September 1953")


def told(place, *times):
    """A place named once for each time; None is a sentence without one."""
    named = (
        make_feature(place, when=when, start=start) for start, when in enumerate(times)
    )
    occurrences = tuple(feature.occurrences[0] for feature in named)
    return Feature(place=place, occurrences=occurrences)


LAYER = make_layer(features=(told(WONSAN, WAR, None, YEAR), told(PYONGYANG, None)))


def written(name, layer=LAYER):
    return exporter_for(name).write((layer,), about={})


def test_geojson_says_when_of_every_dated_mention_and_nothing_of_others():
    wonsan, pyongyang = json.loads(written("geojson"))["features"]
    assert [each.get("when") for each in wonsan["properties"]["mentions"]] == [
        {"start": "1950-06-25", "end": "1953-07-27", "text": "then", "how": "written"},
        None,
        {
            "start": "1948-01-01",
            "end": "1948-12-31",
            "text": "In 1948",
            "how": "written",
        },
    ]
    assert "when" not in pyongyang["properties"]["mentions"][0]


def test_tables_have_the_first_and_the_last_day():
    rows = list(csv.DictReader(io.StringIO(written("csv").decode())))
    days = [(row["when_start"], row["when_end"]) for row in rows]
    assert days == [("1948-01-01", "1953-07-27"), ("", "")]
    table = geopandas.read_parquet(io.BytesIO(written("parquet")))
    assert table["when_start"].dropna().tolist() == [date(1948, 1, 1)]
    assert table["when_end"].dropna().tolist() == [date(1953, 7, 27)]


@pytest.mark.parametrize("layer", [LAYER, make_layer(WONSAN), make_layer()])
def test_a_geopackage_has_columns_of_dates_whatever_it_holds(tmp_path, layer):
    path = tmp_path / "x.gpkg"
    path.write_bytes(written("gpkg", layer))
    info = pyogrio.read_info(path)
    types = dict(zip(info["fields"], info["ogr_types"], strict=True))
    assert (types["when_start"], types["when_end"]) == ("OFTDate", "OFTDate")
    assert types["name"] == "OFTString"
    if layer is LAYER:
        start = pyogrio.read_dataframe(path)["when_start"]
        assert [f"{day:%Y-%m-%d}" for day in start.dropna()] == ["1948-01-01"]


def test_kml_spans_the_time_of_a_place(tmp_path):
    path = tmp_path / "x.kml"
    path.write_bytes(written("kml"))
    assert fastkml.validator.validate(file_to_validate=path)
    wonsan, pyongyang = ET.parse(path).iter(f"{KML}Placemark")  # noqa: S314  our own
    span = wonsan.find(f"{KML}TimeSpan")
    assert [each.text for each in span] == ["1948-01-01", "1953-07-27"]
    assert pyongyang.find(f"{KML}TimeSpan") is None


def test_linked_places_have_every_time_once_in_short():
    layer = make_layer(features=(told(WONSAN, WAR, MONTH, YEAR, MONTH, None),))
    [record] = json.loads(written("lpf", layer))["features"]
    assert record["when"]["timespans"] == [
        {"start": {"in": "1948"}, "end": {"in": "1948"}},
        {"start": {"in": "1950-06-25"}, "end": {"in": "1953-07-27"}},
        {"start": {"in": "1953-09"}, "end": {"in": "1953-09"}},
    ]
    assert "sentences" in record["when"]["label"]


def test_linked_places_told_of_at_no_time_have_the_date_of_their_text():
    text = Document(id="a", title="A", text="", published="2025-03-21")
    atlas = Atlas(documents=(text,), resolutions={}, layers=(LAYER,), made_by={})
    records = json.loads(exporter_for("lpf").write_atlas(atlas))["features"]
    starts = [each["when"]["timespans"][0]["start"]["in"] for each in records]
    assert starts == ["1948", "2025-03-21"]


def test_an_annotation_is_tagged_with_its_time():
    collection = json.loads(
        written("annotations", make_layer(features=(told(WONSAN, WAR),)))
    )
    [item] = collection["first"]["items"]
    tags = [each for each in item["body"] if each["purpose"] == "tagging"]
    assert [each["value"] for each in tags] == ["1950-06-25/1953-07-27"]
    [plain] = json.loads(written("annotations", make_layer(WONSAN)))["first"]["items"]
    assert not [each for each in plain["body"] if each["purpose"] == "tagging"]
