"""How fast candidates are weighed."""

import numpy as np

from geodata.places.features import FEATURES
from geodata.places.ranker import shipped_ranker


def made_rows(count):
    return np.random.default_rng(7).uniform(0, 5, (count, len(FEATURES)))


def test_a_thousand_candidates_are_scored(measure):
    trees = shipped_ranker().passes[-1]
    assert len(measure(trees.scores, made_rows(1000), group="ranker")) == 1000


def test_fifty_candidates_are_given_reasons(measure):
    trees, rows = shipped_ranker().passes[-1], made_rows(50)
    found = measure(lambda: [trees.reasons(row) for row in rows], group="ranker")
    assert len(found) == 50
