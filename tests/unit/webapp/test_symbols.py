from dataclasses import replace

import pytest
import shapely

from geodata.model import Feature, Layer
from tests.unit.webapp.sample import place
from webapp.symbols import form_of, symbol_for, symbol_of, symbol_of_layer

VOLGA = place("seed:volga", "Volga", "river", 45, 55, precision_km=1000)
POST = place("seed:post", "Khasan crossing", "border", 130.6, 42.4, precision_km=2)
PEAK = place("seed:peak", "Paektu", "mountain", 128, 42, precision_km=5)
OGADEN = place("seed:ogaden", "Ogaden", "area", 44, 7, precision_km=300)
LAGOS = place("geonames:1", "Lagos", "city", 3.4, 6.5, precision_km=40)


def layer_of(layer_id, *places):
    features = tuple(Feature(place=each, occurrences=()) for each in places)
    return Layer(id=layer_id, title=layer_id, about="", features=features)


@pytest.mark.parametrize(
    ("layer_id", "known", "symbol"),
    [
        ("regions", VOLGA, "about"),
        ("regions", replace(VOLGA, geometry=shapely.Point(45, 55)), "about"),
        ("regions", PEAK, "dot"),
        ("regions", OGADEN, "region"),
        ("routes", POST, "crossing"),
        ("described", VOLGA, "point"),
        ("described", POST, "point"),
        ("cities", LAGOS, "city"),
        ("not-located", replace(VOLGA, lon=None, lat=None), "unknown"),
    ],
)
def test_a_point_has_a_sign_that_promises_no_more_than_is_known(
    layer_id, known, symbol
):
    assert symbol_for(layer_id, known) == symbol


def test_what_has_a_shape_has_the_sign_of_its_layer():
    line = shapely.LineString([(32, 57), (48, 46)])
    assert form_of(replace(VOLGA, geometry=line)) == "shape"
    assert symbol_for("regions", replace(VOLGA, geometry=line)) == "region"


def test_a_layer_has_the_sign_of_its_places_if_they_have_one():
    assert symbol_of_layer(layer_of("routes", POST, POST)) == "crossing"
    assert symbol_of_layer(layer_of("regions", VOLGA, PEAK)) == "region"


def test_a_layer_of_its_own_has_the_sign_of_a_point():
    assert symbol_of("mine") == "point"
