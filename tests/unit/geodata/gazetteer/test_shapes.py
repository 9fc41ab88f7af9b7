import zlib

import numpy as np
import pytest
import shapely

from geodata.gazetteer.shapes import (
    MOST_VERTICES,
    PAGE_VERTICES,
    drawings,
    inner_point,
    simplified,
    tidied,
)


def circle(lon: float, lat: float, degrees: float, vertices: int) -> shapely.Polygon:
    return shapely.Point(lon, lat).buffer(degrees, quad_segs=vertices // 4)


def test_a_small_shape_is_left_as_it_is():
    square = shapely.box(0, 0, 1, 1)
    assert simplified(square) == (square, 0.0)


def test_a_large_shape_gets_at_most_500_vertices_and_stays_valid():
    simple, tolerance = simplified(circle(20, 50, 3, 4000))
    assert shapely.get_num_coordinates(simple) <= MOST_VERTICES
    assert simple.is_valid
    assert 0 < tolerance < 0.1


def test_of_many_islands_the_largest_stay():
    islands = [circle(lon, 0, 0.01, 16) for lon in range(-170, 170, 2)]
    mainland = circle(0, 40, 5, 400)
    simple, _ = simplified(shapely.union_all([mainland, *islands]))
    assert shapely.get_num_coordinates(simple) <= MOST_VERTICES
    assert simple.area == pytest.approx(mainland.area, rel=0.01)


def test_a_line_is_simplified_too():
    line = shapely.LineString([(i / 1000, (i % 7) / 1e5) for i in range(3000)])
    simple, _ = simplified(line)
    assert shapely.get_num_coordinates(simple) <= MOST_VERTICES
    assert simple.length == pytest.approx(3, rel=0.01)


def test_a_bow_tie_becomes_valid():
    bow = shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])
    assert tidied(bow).is_valid


def test_coordinates_at_the_antimeridian_and_the_pole_stay_there():
    box = shapely.box(170, 80, 180, 90)
    assert tidied(box).bounds == (170, 80, 180, 90)


def test_a_label_outside_moves_into_the_largest_part():
    shape = shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(10, 10, 30, 30)])
    lon, lat = inner_point(shape, 5, 5)
    assert shapely.box(10, 10, 30, 30).contains(shapely.Point(lon, lat))


def test_a_label_inside_stays():
    assert inner_point(shapely.box(0, 0, 2, 2), 0.5, 0.25) == (0.5, 0.25)


def test_a_shape_for_the_page_keeps_more_than_a_simple_one():
    coast = shapely.Point(20, 50).buffer(3, quad_segs=3000)
    rough = shapely.transform(coast, lambda xy: xy + 0.05 * np.sin(xy[:, ::-1] * 300))
    drawn = drawings(tidied(rough))
    page, simple = (shapely.from_wkb(zlib.decompress(blob)) for blob in
                    (drawn.page or b"", drawn.simple or b""))  # fmt: skip
    assert MOST_VERTICES < shapely.get_num_coordinates(page) <= PAGE_VERTICES
    assert shapely.get_num_coordinates(simple) <= MOST_VERTICES
    assert 0 < drawn.page_km < drawn.precision_km


def test_a_small_shape_is_stored_once():
    drawn = drawings(shapely.box(0, 0, 1, 1))
    assert (drawn.page, drawn.simple, drawn.precision_km) == (None, None, 0.0)


def test_islands_do_not_run_into_each_other_when_simplified():
    islands = [circle(lon / 10, lat / 10, 0.049, 64) for lon in range(20)
               for lat in range(20)]  # fmt: skip
    simple, _ = simplified(shapely.multipolygons(islands), 3000)
    assert simple.is_valid
