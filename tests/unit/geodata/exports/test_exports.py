import csv
import io
import json
import sqlite3
import warnings
from xml.etree import ElementTree as ET

import fastkml.validator
import geojson_validator
import geopandas
import pyogrio
import pytest
import shapely
from geojson_pydantic import FeatureCollection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.errors import UnknownFormat
from geodata.exports import exporter_for, exporter_for_path, formats
from geodata.exports.csv import guarded
from geodata.layers import LAYERS
from geodata.properties import COLUMNS
from tests.unit.geodata.made import FIJI, HOSTILE, ODD_PLACES, make_layer, make_place

geojson_validator.configure_logging(enabled=False)

OWN = ("geojson", "gpkg", "kml", "csv", "parquet", "lpf", "annotations")
ABOUT = {"toposcope": "0.1.0", "gazetteer": "abc"}
ALLOWED = {"holes", "excessive_vertices", "crosses_antimeridian"}


def written(name, *layers):
    return exporter_for(name).write(layers, about=ABOUT)


def geojson(*layers):
    return json.loads(written("geojson", *layers))


@pytest.mark.parametrize("name", OWN)
def test_every_format_writes_nothing_an_empty_layer_and_a_full_one(
    name, odd_layer, empty_layer
):
    for layers in ((), (empty_layer,), (odd_layer,), (empty_layer, odd_layer)):
        assert written(name, *layers)


@pytest.mark.parametrize("name", sorted({*OWN} - {"gpkg"}))
def test_the_same_layers_give_the_same_bytes(name, odd_layer):
    assert written(name, odd_layer) == written(name, odd_layer)


def test_every_format_has_a_media_type_and_a_suffix_that_starts_with_its_name():
    for name in OWN:
        exporter = exporter_for(name)
        assert exporter.name == name
        assert exporter.suffix in (f".{name}", f".{name}.json")
        assert "/" in exporter.media_type
        assert exporter_for_path(f"A.B {exporter.suffix.upper()}") is exporter


@pytest.mark.parametrize(
    "path", ["x", "x.docx", "x.json", "x.lpf", "lpf.json", ".csv", "x.geojson.gz"]
)
def test_an_unknown_format_is_an_error_that_lists_the_known_ones(path):
    with pytest.raises(UnknownFormat, match="gpkg"):
        exporter_for_path(path)


def test_html_is_written_by_the_explorer_alone():
    if "html" in formats():
        assert exporter_for("html").name == "html"
    else:
        with pytest.raises(UnknownFormat, match="explorer"):
            exporter_for("html")


# GeoJSON


def complaints(collection):
    with warnings.catch_warnings():
        # It warns of every box across 180 degrees, which RFC 7946 asks for.
        warnings.filterwarnings("ignore", "BBOX crossing", UserWarning)
        FeatureCollection.model_validate(collection)
    structure = geojson_validator.validate_structure(collection, check_crs=True)
    found = geojson_validator.validate_geometries(collection)
    return structure or found["invalid"] or set(found["problematic"]) - ALLOWED


def test_geojson_passes_both_validators(odd_layer, empty_layer):
    assert not complaints(geojson(odd_layer))
    assert not complaints(geojson(empty_layer))
    assert not complaints(geojson())


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.floats(-200, 200), st.floats(-91, 91)), min_size=3, max_size=9
    ),
    st.text(max_size=20),
)
def test_geojson_of_any_shape_and_name_is_valid(positions, name):
    place = make_place(name, "region", geometry=shapely.Polygon(positions))
    assert not complaints(geojson(make_layer(place)))


def test_geojson_puts_longitude_first():
    [feature] = geojson(make_layer(make_place()))["features"]
    assert feature["geometry"] == {
        "type": "Point",
        "coordinates": [127.44361, 39.15278],
    }
    assert feature["bbox"] == [127.44361, 39.15278, 127.44361, 39.15278]


def test_geojson_of_a_place_across_180_is_cut_and_its_box_crosses():
    collection = geojson(make_layer(FIJI))
    [feature] = collection["features"]
    assert feature["geometry"]["type"] == "MultiPolygon"
    assert feature["bbox"] == collection["bbox"] == [177, -19, -178, -16]


def test_geojson_has_the_properties_of_the_public_interface(odd_layer):
    collection = geojson(odd_layer)
    assert "crs" not in collection
    assert collection["made_by"] == ABOUT
    assert collection["attribution"] == ["GeoNames (CC BY 4.0)"]
    ids = [feature["id"] for feature in collection["features"]]
    assert len(set(ids)) == len(ids) == len(ODD_PLACES)
    for feature in collection["features"]:
        assert tuple(feature["properties"]) == COLUMNS
        assert set(feature["properties"]["sense_counts"]) == {"place", "actor"}
        [mention] = feature["properties"]["mentions"]
        assert mention["document"] == "a"
        assert mention["phrase"] in mention["excerpt"]


def test_geojson_keeps_places_without_location_without_a_box(odd_layer):
    west = geojson(odd_layer)["features"][-1]
    assert west["geometry"] is None
    assert "bbox" not in west
    assert "bbox" not in geojson(make_layer(ODD_PLACES[-1]))


# CSV


def rows(*layers):
    return list(csv.DictReader(io.StringIO(written("csv", *layers).decode())))


def test_csv_has_a_row_a_feature_with_wkt(odd_layer):
    table = rows(odd_layer)
    assert len(table) == len(ODD_PLACES)
    for row, place in zip(table, ODD_PLACES, strict=True):
        assert json.loads(row["mentions"])[0]["phrase"] == place.name
        if row["wkt"]:
            assert shapely.from_wkt(row["wkt"]).is_valid
    assert table[-1]["wkt"] == ""
    assert table[4]["name"] == "평양"


def test_csv_of_the_empty_layer_is_its_header(empty_layer):
    assert rows(empty_layer) == []
    assert written("csv", empty_layer).startswith(b"id,layer,place_id,name,")


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1"]
)
def test_csv_leaves_no_cell_that_a_spreadsheet_would_run(cell):
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5", "+5", "-5.25", "1e-3", "-.5", "a=b", "x", ""])
def test_csv_leaves_numbers_and_words_alone(cell):
    assert guarded(cell) == cell


def test_csv_guards_the_names_of_places(odd_layer):
    table = rows(odd_layer)
    assert table[5]["name"] == f"'{HOSTILE}"
    assert table[5]["note"] == "'=1+1"
    assert table[6]["name"] == "-5"
    assert table[6]["lon"] == "-5.0"


@given(st.text())
def test_no_guarded_cell_starts_like_a_formula(text):
    cell = guarded(text)
    assert cell[:1] not in tuple("=@\t\r") or not cell
    plain = text.replace("\0", "")
    assert cell in (plain, f"'{plain}")


# KML


def test_kml_is_valid_against_its_schema(odd_layer, empty_layer, tmp_path):
    for layers in ((), (empty_layer,), (odd_layer, make_layer(layer_id="ports"))):
        path = tmp_path / "x.kml"
        path.write_bytes(written("kml", *layers))
        assert fastkml.validator.validate(file_to_validate=path)


def test_kml_says_names_as_they_are_but_for_what_xml_cannot_hold(odd_layer):
    root = ET.fromstring(written("kml", odd_layer))  # noqa: S314  our own
    kml = "{http://www.opengis.net/kml/2.2}"
    names = [mark.find(f"{kml}name").text for mark in root.iter(f"{kml}Placemark")]
    assert names[4] == "평양"
    assert names[5] == HOSTILE.replace("\x0b", "\ufffd").replace("\x1b", "\ufffd")
    words = [
        mark.find(f"{kml}description").text for mark in root.iter(f"{kml}Placemark")
    ]
    assert "<b>" not in words[5]


def test_kml_can_be_read_by_gdal(odd_layer, tmp_path):
    (tmp_path / "x.kml").write_bytes(written("kml", odd_layer))
    read = pyogrio.read_dataframe(tmp_path / "x.kml")
    assert len(read) == len(ODD_PLACES)


# GeoPackage


def test_geopackage_has_a_table_a_layer(odd_layer, tmp_path):
    path = tmp_path / "x.gpkg"
    layers = [make_layer(layer_id=kind.id) for kind in LAYERS[1:]]
    path.write_bytes(written("gpkg", odd_layer, *layers))
    tables = [name for name, _ in pyogrio.list_layers(path)]
    assert tables == [kind.id for kind in LAYERS]
    read = pyogrio.read_dataframe(path, layer="cities")
    assert read.crs.to_epsg() == 4326
    assert list(read["name"]) == [place.name for place in ODD_PLACES]
    assert json.loads(read["mentions"][4])[0]["phrase"] == "평양"
    assert len(pyogrio.read_dataframe(path, layer="not-located")) == 0


def test_the_same_layers_give_the_same_tables(odd_layer, tmp_path):
    dumps = []
    for name in ("a.gpkg", "b.gpkg"):
        (tmp_path / name).write_bytes(written("gpkg", odd_layer))
        with sqlite3.connect(tmp_path / name) as file:
            [(changed,)] = file.execute("SELECT last_change FROM gpkg_contents")
            tables = file.execute("SELECT * FROM cities").fetchall()
        file.close()
        dumps.append((changed, tables))
    assert dumps[0] == dumps[1]
    assert dumps[0][0] == "1970-01-01T00:00:00.000Z"


# GeoParquet


def test_parquet_can_be_read_back(odd_layer, empty_layer):
    read = geopandas.read_parquet(io.BytesIO(written("parquet", odd_layer)))
    empty = geopandas.read_parquet(io.BytesIO(written("parquet", empty_layer)))
    assert list(read["name"]) == [place.name for place in ODD_PLACES]
    assert list(empty.columns) == list(read.columns)
    assert list(empty.dtypes) == list(read.dtypes)
    assert len(empty) == 0
    assert read.crs.to_epsg() == 4326
