"""Shapes of regions: specks, overseas parts and slivers."""

import numpy as np
import shapely

from geodata.gazetteer.sources.curated.facts import _joined, _part


def test_a_part_overseas_and_a_speck_are_left_out():
    home = shapely.box(0, 40, 10, 50)
    whole = shapely.MultiPolygon(
        [home, shapely.box(-55, 2, -50, 6), shapely.box(12, 45, 12.01, 45.01)]
    )
    assert shapely.union_all(_part(whole, "joined")).equals(home)


def test_a_part_beyond_the_date_line_is_near():
    whole = shapely.MultiPolygon(
        [shapely.box(150, 60, 180, 70), shapely.box(-180, 60, -170, 70)]
    )
    assert len(_part(whole, "joined")) == 2


def test_the_largest_part_alone_is_the_mainland():
    whole = shapely.MultiPolygon([shapely.box(0, 0, 5, 5), shapely.box(6, 0, 7, 1)])
    assert shapely.union_all(_part(whole, "largest")).equals(shapely.box(0, 0, 5, 5))


def test_a_sliver_between_neighbours_is_closed():
    west = shapely.box(0, 0, 1, 1).difference(shapely.box(0.99, 0.4, 1, 0.6))
    joined = _joined([np.array([west]), np.array([shapely.box(1, 0, 2, 1)])])
    assert shapely.union_all(joined).equals(shapely.box(0, 0, 2, 1))
