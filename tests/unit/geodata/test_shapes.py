import geojson_validator
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geodata.shapes import bounds, geometry_json, simplified, tidy

geojson_validator.configure_logging(enabled=False)

LONS = st.floats(-400, 400, allow_nan=False)
LATS = st.floats(-95, 95, allow_nan=False)
POSITIONS = st.tuples(LONS, LATS)
ALLOWED = {"holes", "excessive_vertices"}


def complaints(shape):
    """What geojson-validator says, but for what is allowed."""
    if shape is None:
        return {}
    found = geojson_validator.validate_geometries(geometry_json(shape))
    touching = set()
    if any(abs(lon) == 180 for lon, _ in shapely.get_coordinates(shape)):
        touching = {"crosses_antimeridian"}
    problems = set(found["problematic"]) - ALLOWED - touching
    return found["invalid"] or problems or found["skipped_validation"]


@given(st.lists(POSITIONS, min_size=3, max_size=12))
def test_any_ring_becomes_valid_geojson(positions):
    assert not complaints(tidy(shapely.Polygon(positions)))


@given(st.lists(POSITIONS, min_size=2, max_size=12))
def test_any_line_becomes_valid_geojson(positions):
    assert not complaints(tidy(shapely.LineString(positions)))


@given(st.lists(POSITIONS, min_size=1, max_size=6))
def test_tidying_twice_changes_nothing_more(positions):
    once = tidy(shapely.MultiPoint(positions))
    assert tidy(once).equals(once)


def test_a_polygon_across_180_is_cut_in_two():
    fiji = tidy(shapely.Polygon([(177, -19), (-178, -19), (-178, -16), (177, -16)]))
    assert fiji.geom_type == "MultiPolygon"
    assert fiji.area == pytest.approx(15)
    assert bounds([fiji]) == (177, -19, -178, -16)


def test_antarctica_keeps_its_edge_along_the_pole():
    ring = [(-180, -70), (-180, -90), (180, -90), (180, -70), (0, -65), (-180, -70)]
    assert tidy(shapely.Polygon(ring)).area == pytest.approx(360 * 20 + 360 * 5 / 2)


def test_no_edge_along_a_pole_is_wider_than_half_the_world():
    ring = [(-191, -94), (-40, -89), (-75, -89), (0, 0), (1.5, -40)]
    south = tidy(shapely.Polygon(ring))
    assert not complaints(south)
    for part in shapely.get_parts(south):
        edges = zip(part.exterior.coords, part.exterior.coords[1:], strict=False)
        assert all(abs(east - west) <= 180 for (west, _), (east, _) in edges)


def test_an_ocean_round_the_world_keeps_its_long_edge():
    ring = [(-180, -60), (179.9999, -60), (179.9999, -72), (0, -70), (-180, -72)]
    assert tidy(shapely.Polygon(ring)).area == pytest.approx(11 * 360, rel=0.001)


def test_a_polygon_with_corners_on_both_sides_of_180_crosses_there():
    ring = [(179, 1), (180, 1), (-180, 1), (-179, 1), (-179, 2), (-180, 2), (180, 2)]
    assert tidy(shapely.Polygon([*ring, (179, 2)])).area == pytest.approx(2)


def test_a_ring_round_the_pole_is_closed_along_it():
    cap = tidy(shapely.Polygon([(-120, 80), (0, 80), (120, 80)]))
    assert cap.area == pytest.approx(3600)
    assert cap.bounds == (-180, 80, 180, 90)


def test_exterior_rings_run_counter_clockwise_and_holes_clockwise():
    outer = [(0, 0), (0, 9), (9, 9), (9, 0)]
    ring = tidy(shapely.Polygon(outer, [[(1, 1), (2, 1), (2, 2), (1, 2)]]))
    assert ring.exterior.is_ccw
    assert not ring.interiors[0].is_ccw


def test_a_bow_tie_becomes_two_triangles():
    tie = tidy(shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)]))
    assert tie.is_valid
    assert tie.geom_type == "MultiPolygon"


def test_nothing_stays_nothing():
    assert tidy(None) is None
    assert tidy(shapely.Polygon()) is None
    assert bounds([None]) is None


def test_coordinates_have_six_decimals_and_no_height():
    point = tidy(shapely.Point(127.123456789, -0.00000001, 12))
    assert geometry_json(point)["coordinates"] == [127.123457, 0.0]
    assert "-0.0" not in str(geometry_json(point))


@pytest.mark.parametrize(
    "shape",
    [
        shapely.Point(0, 0).buffer(10, quad_segs=900),
        shapely.MultiPoint([(n / 10, 0) for n in range(1700)]),
        shapely.MultiPolygon([shapely.box(n, 0, n + 0.5, 1) for n in range(170)]),
    ],
)
def test_simplified_shapes_have_at_most_500_vertices(shape):
    simple, strayed_km = simplified(shape, 500)
    assert 0 < shapely.get_num_coordinates(simple) <= 500
    assert strayed_km >= 0


def test_a_small_shape_is_not_simplified():
    assert simplified(shapely.box(0, 0, 1, 1), 500) == (shapely.box(0, 0, 1, 1), 0.0)


def test_russia_has_a_box_that_crosses_180_and_the_world_has_not():
    russia = [shapely.box(27, 41, 180, 80), shapely.box(-180, 62, -169, 72)]
    assert bounds(russia) == (27, 41, -169, 80)
    assert bounds([*russia, shapely.box(-160, 20, 10, 60)]) == (-180, 20, 180, 80)
