from geodata.properties import COLUMNS, TIME_COLUMNS
from tests.unit.geodata.made import ODD_PLACES


def test_a_frame_has_the_columns_of_the_geojson_and_of_tables(odd_layer):
    frame = odd_layer.to_frame()
    assert tuple(frame.columns) == (*COLUMNS, *TIME_COLUMNS, "geometry")
    assert frame.crs.to_epsg() == 4326
    assert len(frame) == len(ODD_PLACES)
    assert frame.index[0] == "cities/ne:RU-CHU"
    assert frame["names"].iloc[4] == {"ko": "평양", "x": "🗺️", "zh": "平壤"}


def test_a_place_without_location_has_a_null_geometry(odd_layer):
    assert list(odd_layer.to_frame().geometry.isna()) == [False] * 9 + [True]


def test_the_empty_layer_gives_an_empty_frame(empty_layer):
    frame = empty_layer.to_frame()
    assert tuple(frame.columns) == (*COLUMNS, *TIME_COLUMNS, "geometry")
    assert len(frame) == 0
    assert frame.crs.to_epsg() == 4326
