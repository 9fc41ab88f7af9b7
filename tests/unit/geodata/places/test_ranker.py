import numpy as np
import pytest

from geodata.errors import ModelError
from geodata.places import ranker
from geodata.places.features import FEATURES
from geodata.places.ranker import (
    Ranker,
    Trees,
    beliefs_of,
    pack,
    shipped_ranker,
    unpack,
)


def stump(feature: int) -> Trees:
    """One tree: +1 above 0.5, else -1."""
    return Trees(
        root=np.array([0], dtype=np.int32),
        feature=np.array([feature, -1, -1], dtype=np.int32),
        threshold=np.array([0.5, 0.0, 0.0]),
        left=np.array([1, 1, 2], dtype=np.int32),
        right=np.array([2, 1, 2], dtype=np.int32),
        value=np.array([0.0, -1.0, 1.0]),
    )


def made() -> Ranker:
    return Ranker((stump(3),), np.array([0.0, 1.0]), np.array([0.1, 0.9]))


def test_a_row_falls_to_its_leaf():
    rows = np.zeros((2, len(FEATURES)))
    rows[1, 3] = 1
    assert stump(3).scores(rows).tolist() == [-1, 1]


def test_the_reasons_add_up_to_the_score():
    trees = shipped_ranker().passes[-1]
    row = np.random.default_rng(1).random(len(FEATURES))
    mean = trees.value[trees.root].sum()
    assert mean + trees.reasons(row).sum() == pytest.approx(trees.scores(row[None])[0])


def test_beliefs_leave_room_for_none_of_them():
    beliefs = beliefs_of(np.array([-3.0, -4.0]))
    assert 0 < beliefs.sum() < 0.1


def test_beliefs_of_nothing_are_nothing():
    assert beliefs_of(np.array([])).size == 0


def test_a_ranker_survives_packing():
    again = unpack(pack(made()))
    assert again.passes[0].scores(np.ones((1, len(FEATURES)))).tolist() == [1]
    assert again.confidence(0.5) == pytest.approx(0.5)


def test_a_ranker_for_other_features_is_refused(monkeypatch):
    packed = pack(made())
    monkeypatch.setattr(ranker, "FEATURES", ("one", "two"))
    with pytest.raises(ModelError, match="train it again"):
        unpack(packed)


def test_the_shipped_calibration_never_falls():
    assert (np.diff(shipped_ranker().right) >= 0).all()
