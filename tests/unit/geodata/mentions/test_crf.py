"""Tests of geodata.mentions.crf."""

import subprocess
import sys
from itertools import pairwise, product

import numpy as np
import pytest

from geodata.errors import ModelError
from geodata.mentions.crf import LABELS, best_path, marginals, pack, unpack

CHANCE = np.random.default_rng(0)
STEPS = CHANCE.normal(size=(len(LABELS), len(LABELS))).astype(np.float32)


def brute_force(scores):
    """Marginals by adding up every path."""
    shares = np.zeros(scores.shape)
    for path in product(range(len(LABELS)), repeat=len(scores)):
        steps = sum(STEPS[one, other] for one, other in pairwise(path))
        weight = np.exp(steps + sum(scores[at, label] for at, label in enumerate(path)))
        shares[np.arange(len(scores)), path] += weight
    return shares / shares.sum(axis=1, keepdims=True)


def test_marginals_are_those_of_all_paths_whatever_stands_beside():
    sentences = [
        CHANCE.normal(size=(length, len(LABELS))).astype(np.float32)
        for length in (4, 1, 3)
    ]
    for scores, shares in zip(sentences, marginals(sentences, STEPS), strict=True):
        assert shares == pytest.approx(brute_force(scores), abs=1e-4)


def test_no_sentences_have_no_marginals():
    assert marginals([], STEPS) == []


def test_an_inside_label_follows_its_own_kind_alone():
    shares = np.full((3, len(LABELS)), 0.01, np.float32)
    shares[:, LABELS.index("I-LOC")] = 0.9
    path = [LABELS[label] for label in best_path(shares)]
    assert path[0] != "I-LOC"
    assert path[1:] == ["I-LOC", "I-LOC"]
    assert path[0] == "B-LOC"


def test_a_model_is_the_same_after_packing():
    weights = CHANCE.normal(size=(2, len(LABELS))).astype(np.float16)
    data = pack(["0w=lima", "g=S"], weights.astype(np.float32), STEPS)
    model = unpack(data)
    scores = model.emissions(["Lima"], [["g=S"]])
    assert scores[0] == pytest.approx(weights.astype(np.float32).sum(axis=0), abs=1e-3)
    assert data == pack(["0w=lima", "g=S"], weights.astype(np.float32), STEPS)


def test_a_broken_model_is_told():
    with pytest.raises(ModelError, match="train it anew"):
        unpack(b"nothing")


def test_finding_names_needs_nothing_that_training_needs(gazetteer_path):
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from geodata.gazetteer import open_gazetteer\n"
        "from geodata.mentions.names import find_names\n"
        f"with open_gazetteer(Path({str(gazetteer_path)!r})) as gazetteer:\n"
        "    print(*(name.phrase for name in find_names('In Seoul.', gazetteer)))\n"
        "heavy = {'pycrfsuite', 'sklearn', 'lightgbm'}\n"
        "print(*sorted(heavy & set(sys.modules)))"
    )
    ended = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert ended.stdout.splitlines() == ["Seoul", ""]
