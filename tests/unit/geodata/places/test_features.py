import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.places.features import FEATURES, group, softmax


@pytest.mark.parametrize(
    ("place_id", "column"),
    [
        ("ne:PRK", "country"),
        ("ne:RU-PRI", "state"),
        ("geonames:1871859", "city"),
        ("ne:sea-of-japan", "water"),
        ("seed:northeast-asia", "region"),
    ],
)
def test_every_kind_of_place_has_its_column(place_id, column, gazetteer):
    assert group(gazetteer.place(place_id)) == column
    assert column in FEATURES


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=20))
def test_shares_sum_to_one_and_keep_the_order(scores):
    shares = softmax(np.array(scores))
    assert shares.sum() == pytest.approx(1)
    assert scores[int(np.argmax(shares))] == pytest.approx(max(scores))
