"""Training the resolver from gold documents (needs the extra `toposcope[train]`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geodata.geo import distance_km
from geodata.places.choose import preferred
from geodata.places.context import Neighbourhood, contextual, same_spot
from geodata.places.examples import RIGHT_KM, Example
from geodata.places.features import (
    FEATURES,
    Belief,
    Columns,
    Numbers,
    known,
    prior,
)
from geodata.places.ranker import Ranker, Trees, beliefs_of

PASSES = 2
FOLDS = 5
DEALS = 4
"""Parts of the documents, each believed by trees of the others, between passes."""


PARAMETERS: dict[str, Any] = {
    "learning_rate": 0.06,
    "num_leaves": 15,
    "min_data_in_leaf": 5,
    "min_sum_hessian_in_leaf": 0.05,
    "feature_fraction": 0.7,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbosity": -1,
}
ROUNDS = 220
_LEAST_CURVE = 1e-9
"""Keeps what counts nothing from dividing by nothing."""


def train(examples: Sequence[Example]) -> Ranker:
    """A ranker from examples; its calibration from texts it was not trained on.

    Deterministic: the same examples in the same order give the same ranker.
    """
    outcomes = [
        outcome
        for held_out, rest in folds(examples)
        for outcome in _outcomes(held_out, _passes(rest))
    ]
    believed, right, weight = (
        np.array(column) for column in zip(*outcomes, strict=True)
    )
    knots, shares = calibration(believed, right, weight)
    return Ranker(_passes(examples), knots, shares)


def folds(
    examples: Sequence[Example],
) -> Iterable[tuple[list[Example], list[Example]]]:
    """Each fold's held-out documents and the rest.

    A fold is a corpus, since what users bring is of none that we know; of one corpus
    alone, documents are dealt in turn.
    """
    names = [example.corpus for example in examples]
    if len(set(names)) == 1:
        names = [str(number % FOLDS) for number in range(len(examples))]
    for name in dict.fromkeys(names):
        pairs = list(zip(names, examples, strict=True))
        yield [e for n, e in pairs if n == name], [e for n, e in pairs if n != name]


_Beliefs = list[list[Belief]]


def _passes(examples: Sequence[Example]) -> tuple[Trees, ...]:
    """The trees of each pass, trained in turn."""
    passes: tuple[Trees, ...] = ()
    beliefs = _priors(examples)
    for number in range(PASSES):
        matrices = _matrices(examples, beliefs)
        passes = (*passes, _fit(_table(examples, matrices)))
        if number + 1 < PASSES:
            beliefs = _unseen(examples, matrices)
    return passes


def _unseen(
    examples: Sequence[Example], matrices: Sequence[Sequence[Numbers]]
) -> _Beliefs:
    """What trees of this pass believe of documents they were not trained on.

    A pass that learned from beliefs in what is known already would trust them too
    much in texts that are new.
    """
    beliefs: _Beliefs = [[] for _ in examples]
    numbers = range(len(examples))
    for deal in range(DEALS):
        rest = [number for number in numbers if number % DEALS != deal]
        trees = _fit(_table([examples[n] for n in rest], [matrices[n] for n in rest]))
        for number in numbers[deal::DEALS]:
            beliefs[number] = _believed(trees, matrices[number])
    return beliefs


def _priors(examples: Sequence[Example]) -> _Beliefs:
    return [[prior(own) for own in example.columns] for example in examples]


def _matrices(examples: Sequence[Example], beliefs: _Beliefs) -> list[list[Numbers]]:
    """The features of each toponym of each document, given what is believed."""
    return [
        contextual(
            Neighbourhood(example.text, example.mentions, example.toponyms, belief),
            example.columns,
        )
        for example, belief in zip(examples, beliefs, strict=True)
    ]


def _believed(trees: Trees, matrices: Sequence[Numbers]) -> list[Belief]:
    if not matrices:
        return []
    rows = np.concatenate(matrices)
    ends = np.cumsum([len(matrix) for matrix in matrices])[:-1]
    scores = trees.scores(rows) + known(rows)
    return [beliefs_of(part) for part in np.split(scores, ends)]


def _outcomes(
    examples: Sequence[Example], passes: Sequence[Trees]
) -> Iterable[tuple[float, float, float]]:
    """Belief in each choice, whether it was right, and how much it counts."""
    beliefs = _priors(examples)
    for trees in passes:
        beliefs = [_believed(trees, m) for m in _matrices(examples, beliefs)]
    for example, document in zip(examples, beliefs, strict=True):
        for belief, answer, own, toponym in zip(
            document, example.right, example.columns, example.toponyms, strict=True
        ):
            if answer is not None and len(belief):
                row, mass = preferred(own, belief)
                weight = example.weight * len(toponym.mentions)
                yield mass, float(_is_right(own, row, answer)), weight


def _is_right(own: Columns, best: int, answer: int) -> bool:
    if answer < 0:
        return False
    chosen, true = own.places[best], own.places[answer]
    if None in (chosen.lon, chosen.lat, true.lon, true.lat):
        return chosen.id == true.id
    km = distance_km(chosen.lon, chosen.lat, true.lon, true.lat)  # type: ignore[arg-type]
    return chosen.id == true.id or km <= RIGHT_KM


@dataclass(slots=True)
class _Table:
    """The candidates of many toponyms, those of one toponym together."""

    rows: Numbers
    labels: Numbers
    """1 for the right candidate, else 0."""
    weights: Numbers
    """0 for what neither is right nor a counter-example."""
    starts: NDArray[np.intp]
    """First row of each toponym."""


def _table(
    examples: Sequence[Example], matrices: Sequence[Sequence[Numbers]]
) -> _Table:
    rows, labels, weights = [], [], []
    for example, document in zip(examples, matrices, strict=True):
        for matrix, answer, toponym, own in zip(
            document, example.right, example.toponyms, example.columns, strict=True
        ):
            if answer is None or not len(matrix):
                continue
            label = np.zeros(len(matrix))
            many = np.sqrt(len(toponym.mentions)) * example.weight
            weight = np.full(len(matrix), many)
            if answer >= 0:
                # A city and its county are both right: neither is a counter-example.
                weight[same_spot(own, answer)] = 0.0
                weight[answer], label[answer] = many, 1.0
            rows.append(matrix)
            labels.append(label)
            weights.append(weight)
    return _Table(
        rows=np.concatenate(rows),
        labels=np.concatenate(labels),
        weights=np.concatenate(weights),
        starts=np.cumsum([0, *(len(matrix) for matrix in rows[:-1])]),
    )


def _fit(table: _Table) -> Trees:
    import lightgbm  # here, because reading a text must not need it

    data = lightgbm.Dataset(table.rows, table.labels, feature_name=list(FEATURES))
    parameters = {**PARAMETERS, "objective": lambda scores, _: slopes(table, scores)}
    booster = lightgbm.train(parameters, data, num_boost_round=ROUNDS)
    return trees_of(booster.dump_model())


def slopes(table: _Table, scores: Numbers) -> tuple[Numbers, Numbers]:
    """First and second derivatives of the loss, of two log-losses half each.

    In the one the candidates of a toponym compete, with each other and with none
    being right (`beliefs_of`); in the other each is judged for itself, so that its
    score says how well it fits even where it has no rival.
    """
    sizes = np.diff([*table.starts, len(scores)])
    odds = np.exp(np.clip(scores + known(table.rows), -30, 30))
    rivals = np.where(table.weights > 0, odds, 0.0)
    sums = np.repeat(np.add.reduceat(rivals, table.starts), sizes)
    slope, curve = np.zeros(len(scores)), np.zeros(len(scores))
    for believed in (rivals / (1.0 + sums), odds / (1.0 + odds)):
        slope += (believed - table.labels) / 2
        curve += np.maximum(believed * (1.0 - believed), _LEAST_CURVE) / 2
    return slope * table.weights, curve * table.weights + _LEAST_CURVE


def trees_of(model: Mapping[str, Any]) -> Trees:
    """LightGBM's dumped model as flat arrays."""
    columns: dict[str, list[Any]] = {
        name: [] for name in ("feature", "threshold", "left", "right", "value")
    }
    roots = [_flatten(tree["tree_structure"], columns) for tree in model["tree_info"]]
    return Trees(
        root=np.array(roots, dtype=np.int32),
        feature=np.array(columns["feature"], dtype=np.int32),
        threshold=np.array(columns["threshold"]),
        left=np.array(columns["left"], dtype=np.int32),
        right=np.array(columns["right"], dtype=np.int32),
        value=np.array(columns["value"]),
    )


def _flatten(node: Mapping[str, Any], columns: dict[str, list[Any]]) -> int:
    number = len(columns["feature"])
    leaf = "leaf_value" in node
    columns["feature"].append(-1 if leaf else node["split_feature"])
    columns["threshold"].append(0.0 if leaf else node["threshold"])
    columns["value"].append(node["leaf_value" if leaf else "internal_value"])
    columns["left"].append(number)
    columns["right"].append(number)
    if not leaf:
        columns["left"][number] = _flatten(node["left_child"], columns)
        columns["right"][number] = _flatten(node["right_child"], columns)
    return number


def calibration(
    believed: Numbers, right: Numbers, weight: Numbers | None = None
) -> tuple[Numbers, Numbers]:
    """Knots of the isotonic curve from belief to share of right choices."""
    from sklearn.isotonic import IsotonicRegression  # only while training

    curve = IsotonicRegression(y_min=0.02, y_max=0.99, out_of_bounds="clip")
    curve.fit(believed, right, sample_weight=weight)
    knots = np.linspace(0.0, 1.0, 41)
    return knots, np.asarray(curve.predict(knots))
