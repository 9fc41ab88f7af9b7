"""Tests of geodata.evaluation.metrics."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.evaluation.metrics import (
    FARTHEST_KM,
    MEASURES,
    Tally,
    area,
    calibration_error,
    interval,
    pair_spans,
    reliability,
)

SPANS = st.sets(
    st.tuples(st.integers(0, 40), st.integers(1, 9)).map(
        lambda pair: (pair[0], sum(pair))
    )
)


@given(SPANS, SPANS)
def test_pairs_are_one_to_one_and_overlap(gold, found):
    pairs = pair_spans(gold, found)
    assert len({one for one, _ in pairs}) == len(pairs)
    assert len({other for _, other in pairs}) == len(pairs)
    assert all(one[0] < other[1] and other[0] < one[1] for one, other in pairs)


@given(SPANS, SPANS)
def test_equal_spans_are_paired_with_each_other(gold, found):
    pairs = set(pair_spans(gold, found))
    assert {(span, span) for span in gold & found} <= pairs


def test_f1_is_the_harmonic_mean_of_precision_and_recall():
    tallies = [Tally(gold=4, found=2, strict=2), Tally(gold=0, found=2)]
    assert MEASURES["strict_precision"](tallies) == pytest.approx(0.5)
    assert MEASURES["strict_recall"](tallies) == pytest.approx(0.5)
    assert MEASURES["strict_f1"](tallies) == pytest.approx(0.5)


def test_the_auc_goes_from_0_on_the_spot_to_1_at_the_antipode():
    assert area(0) == 0
    assert area(FARTHEST_KM) == pytest.approx(1, abs=1e-4)


def test_an_error_of_161_km_is_still_right():
    tallies = [Tally(gold_errors=[161.0, 161.1])]
    assert MEASURES["gold_acc161"](tallies) == pytest.approx(0.5)


def test_measures_of_nothing_are_no_number():
    assert math.isnan(MEASURES["gold_acc161"]([Tally()]))


def test_the_interval_holds_the_measure_and_is_the_same_at_every_run():
    tallies = [Tally(gold=2, found=2, strict=number % 3) for number in range(30)]
    measure = MEASURES["strict_f1"]
    low, high = interval(tallies, measure)
    assert low <= measure(tallies) <= high
    assert interval(tallies, measure) == (low, high)


def test_draws_in_which_nothing_is_measured_do_not_widen_the_interval():
    tallies = [Tally(), Tally(gold_errors=[1.0]), Tally(gold_errors=[200.0])]
    assert interval(tallies, MEASURES["gold_acc161"]) == (0.0, 1.0)
    assert interval(tallies[:2], MEASURES["gold_acc161"]) == (1.0, 1.0)


def test_reliability_sets_belief_beside_truth():
    tally = Tally(beliefs=[(0.95, True), (0.95, True), (0.15, True)])
    bins = reliability(tally.beliefs)
    assert [(item.low, item.count, item.right) for item in bins] == [
        (0.1, 1, 1),
        (0.9, 2, 1),
    ]
    assert calibration_error(bins) == pytest.approx((0.85 + 0.05 * 2) / 3)
