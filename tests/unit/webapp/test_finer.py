"""Norway and the Norwegian Sea around Bodø: a coast of fjords and skerries."""

from __future__ import annotations

from functools import reduce
from types import SimpleNamespace

import numpy as np
import pytest
import shapely

from geodata.errors import FilterError
from geodata.layers.compose import detailed
from tests.unit.geodata.made import make_layer, make_place
from tests.unit.webapp.test_drawn import corners
from webapp.errors import BadRequest
from webapp.finer import finer, read_view

BOX = (12.0, 66.5, 15.5, 68.0)
PIXEL = 360 / (256 * 2**8)
FAR = 10 * PIXEL


def view_of(*places, box=BOX, zoom=8):
    asked = {"place": places, "bbox": [",".join(map(str, box))], "zoom": [str(zoom)]}
    return read_view(asked)


@pytest.fixture(scope="module")
def article(gazetteer):
    """What `library.article` gives, as far as it matters here."""
    ids = ("ne:NOR", "ne:SWE", "ne:norwegian-sea")
    places = [detailed(gazetteer.place(each), gazetteer) for each in ids]
    members = tuple(map(gazetteer.place, ids[:2]))
    both = make_place(
        "neighbours",
        "set",
        id="described:both",
        members=members,
        geometry=shapely.box(5, 58, 31, 71),
    )
    spot = make_place("Bodø", geometry=None)
    return SimpleNamespace(layers=(make_layer(*places, both, spot),))


def shape_of(article, gazetteer, place, **view):
    packed = finer(article, gazetteer, view_of(place, **view))[place]
    scale = packed["scale"]
    rings = [
        shapely.Polygon(line)
        for polygon in packed["parts"]
        for ring in polygon
        if len(line := corners(ring, scale)) > 3
    ]
    # Even-odd, as the page fills them: what lies in two rings lies in a hole.
    return reduce(shapely.symmetric_difference, map(shapely.make_valid, rings))


def edge_of(shape):
    """The edges of the polygons of a shape."""
    return shapely.union_all([each.boundary for each in shapely.get_parts(shape)])


def farthest(edge, other):
    """How far an edge strays from another within the view, in degrees."""
    seen = shapely.intersection(edge, shapely.box(*BOX).buffer(-PIXEL))
    spots = shapely.get_coordinates(shapely.segmentize(seen, PIXEL))
    return float(np.max(shapely.distance(shapely.points(spots), other)))


def test_in_view_a_country_ends_at_its_coast(article, gazetteer):
    norway = gazetteer.place("ne:NOR")
    coast = gazetteer.shape(norway, detail="full").boundary
    page = gazetteer.shape(norway, detail="page").boundary
    fine = shape_of(article, gazetteer, "ne:NOR").boundary
    assert farthest(page, coast) > FAR / 2
    assert farthest(fine, coast) < PIXEL
    assert farthest(coast, fine) < 2 * PIXEL  # no skerry is left out


def test_beyond_the_view_a_country_is_as_the_page_has_it(article, gazetteer):
    page = gazetteer.shape(gazetteer.place("ne:NOR"), detail="page")
    fine = shape_of(article, gazetteer, "ne:NOR")
    beyond = shapely.symmetric_difference(page, fine) - shapely.box(*BOX)
    assert beyond.area < 0.01 * page.area


def test_from_farther_away_a_view_has_fewer_corners(article, gazetteer):
    far, close = (
        shapely.get_num_coordinates(
            shape_of(article, gazetteer, "ne:NOR", zoom=zoom) & shapely.box(*BOX)
        )
        for zoom in (5, 9)
    )
    assert far < close / 2


def test_a_sea_ends_where_the_land_begins(article, gazetteer):
    land = shapely.clip_by_rect(
        gazetteer.shape(gazetteer.place("ne:NOR"), detail="full"), *BOX
    )
    sea = gazetteer.place("ne:norwegian-sea")
    loose = gazetteer.shape(sea, detail="full")
    fine = shape_of(article, gazetteer, sea.id)
    shore = shapely.boundary(land) & shapely.box(12.5, 66.7, 14, 67.5)
    assert (loose & land).area > 20 * (fine & land).area
    spots = shapely.points(shapely.get_coordinates(shapely.segmentize(shore, PIXEL)))
    assert np.quantile(shapely.distance(spots, edge_of(loose)), 0.5) > PIXEL
    assert np.quantile(shapely.distance(spots, edge_of(fine)), 0.5) < PIXEL / 2


def test_from_afar_a_sea_is_not_led_to_the_shore(article, gazetteer):
    sea = gazetteer.place("ne:norwegian-sea")
    loose = gazetteer.shape(sea, detail="full")
    fine = shape_of(article, gazetteer, sea.id, zoom=5)
    assert farthest(edge_of(fine), edge_of(loose)) < 8 * PIXEL  # of zoom 5


def test_a_set_ends_where_its_members_do(article, gazetteer):
    fine = shape_of(article, gazetteer, "described:both")
    members = shapely.union_all(
        [
            gazetteer.shape(gazetteer.place(each), detail="full")
            for each in ("ne:NOR", "ne:SWE")
        ]
    )
    assert farthest(fine.boundary, members.boundary) < PIXEL


def test_what_is_no_area_or_not_asked_for_is_left_out(article, gazetteer):
    view = view_of("ne:NOR", "geonames:Bodø", "ne:ATL")
    assert set(finer(article, gazetteer, view)) == {"ne:NOR"}


def test_what_is_not_in_view_is_left_out(article, gazetteer):
    far = view_of("ne:NOR", "ne:norwegian-sea", box=(40, -10, 41, -9))
    assert finer(article, gazetteer, far) == {}


def test_without_a_gazetteer_nothing_finer_is_known(article):
    assert finer(article, None, view_of("ne:NOR")) == {}


@pytest.mark.parametrize(
    ("changed", "error", "message"),
    [
        ({"zoom": []}, BadRequest, "zoom cannot be ''"),
        ({"zoom": ["13"]}, BadRequest, "zoom cannot be '13'"),
        ({"zoom": ["8", "9"]}, BadRequest, "zoom cannot be '89'"),
        ({"bbox": []}, BadRequest, "bbox must be"),
        ({"bbox": ["170,50,-170,60"]}, BadRequest, "not cross 180 degrees"),
        ({"bbox": ["0,0,90,50"]}, BadRequest, "16,384 pixels wide or high at zoom 8"),
        ({"bbox": ["a"]}, FilterError, "bbox cannot be 'a'"),
    ],
)
def test_a_view_that_cannot_be_read_is_told(changed, error, message):
    asked = {"place": ["ne:NOR"], "bbox": ["1,2,3,4"], "zoom": ["8"]} | changed
    with pytest.raises(error, match=message):
        read_view(asked)
