import numpy as np
import pytest

from geodata.places.features import FEATURES
from geodata.places.ranker import beliefs_of, pack
from geodata.places.training import _Table, calibration, folds, slopes, train
from tests.unit.geodata.golden import PARIS, PYONGYANG, example


def examples(gazetteer):
    return [
        example(f"Day {day}: news from Pyongyang.", "Pyongyang", PYONGYANG, gazetteer)
        for day in range(12)
    ] + [
        example(f"Day {day}: news from Paris.", "Paris", PARIS, gazetteer)
        for day in range(12)
    ]


def test_training_twice_gives_the_same_bytes(gazetteer):
    once = pack(train(examples(gazetteer)))
    assert once == pack(train(examples(gazetteer)))


def test_trees_in_numpy_agree_with_lightgbm():
    import lightgbm

    from geodata.places.training import PARAMETERS, trees_of

    random = np.random.default_rng(3)
    rows = random.random((400, len(FEATURES)))
    labels = (rows[:, 0] + rows[:, 5] > 1).astype(int)
    booster = lightgbm.train(PARAMETERS, lightgbm.Dataset(rows, labels), 20)
    ours = trees_of(booster.dump_model()).scores(rows)
    theirs = booster.predict(rows, raw_score=True)
    assert ours == pytest.approx(theirs, abs=1e-9)


def test_a_corpus_is_held_out_whole(gazetteer):
    made = examples(gazetteer)
    for number, one in enumerate(made):
        one.corpus = "one" if number < 5 else "other"
    assert [[len(held), len(rest)] for held, rest in folds(made)] == [[5, 19], [19, 5]]


def test_texts_of_one_corpus_are_dealt_in_turn(gazetteer):
    made = examples(gazetteer)
    dealt = [held for held, _ in folds(made)]
    assert len(dealt) == 5
    assert sum(map(len, dealt)) == len(made)


def test_the_slope_is_belief_less_truth_among_rivals_and_alone():
    rows = np.zeros((3, len(FEATURES)))
    table = _Table(rows, np.array([1.0, 0, 0]), np.ones(3), np.array([0, 2]))
    scores = np.array([0.5, -0.5, 1.0])
    slope, curve = slopes(table, scores)
    among = np.array([*beliefs_of(scores[:2]), *beliefs_of(scores[2:])])
    alone = 1 / (1 + np.exp(-scores))
    assert slope == pytest.approx((among + alone) / 2 - table.labels)
    assert (curve > 0).all()


def test_what_lies_where_the_right_one_lies_is_no_counter_example():
    rows = np.zeros((2, len(FEATURES)))
    table = _Table(rows, np.array([1.0, 0]), np.array([1.0, 0]), np.array([0]))
    slope, _ = slopes(table, np.array([0.0, 4.0]))
    assert slope == pytest.approx([-0.5, 0])


def test_a_calibration_never_falls():
    random = np.random.default_rng(5)
    believed = random.random(500)
    right = (random.random(500) < believed).astype(float)
    knots, shares = calibration(believed, right)
    assert (np.diff(shares) >= 0).all()
    assert knots[0] == 0
    assert knots[-1] == 1
