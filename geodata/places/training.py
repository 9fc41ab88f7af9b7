"""Training the resolver from gold documents (needs the extra `toposcope[train]`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geodata.gazetteer import Gazetteer
from geodata.geo import distance_km
from geodata.mentions import kind_of
from geodata.mentions.senses import with_senses
from geodata.model import Mention, Place
from geodata.places.candidates import Toponym, toponyms_of
from geodata.places.context import Neighbourhood, contextual, same_spot
from geodata.places.features import (
    FEATURES,
    Belief,
    Columns,
    Numbers,
    columns_of,
    group,
    known,
    prior,
)
from geodata.places.ranker import Ranker, Trees, beliefs_of
from geodata.text import key

PASSES = 2
FOLDS = 5
RIGHT_KM = 161.0
"""The field's radius of a right answer: 100 miles (Leidner, 2007)."""

SAME_KM = 50.0
"""A candidate this near to gold that gives no id is the place itself."""

PARAMETERS: dict[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.06,
    "num_leaves": 15,
    "min_data_in_leaf": 20,
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


_VAST = {"country", "region", "water"}
"""Kinds so large that a point says little: here the same name is the same place."""


@dataclass(slots=True)
class Gold:
    """Where an annotated name lies."""

    lon: float
    lat: float
    geonameid: int | None
    name: str


@dataclass(slots=True)
class Example:
    """A document ready for training: its toponyms and which candidate is right."""

    text: str
    mentions: tuple[Mention, ...]
    toponyms: list[Toponym]
    columns: list[Columns]
    right: list[int | None]
    """For each toponym the right candidate's row, -1 if none fits, None if no gold."""
    weight: float


def example_of(
    text: str,
    gold: Mapping[tuple[int, int], Gold],
    found: Iterable[Mention],
    gazetteer: Gazetteer,
    *,
    weight: float = 1.0,
) -> Example:
    """A gold document with its candidates looked up.

    Parameters
    ----------
    text : str
        The document.
    gold : mapping
        (start, end) to what is annotated there.
    found : iterable of Mention
        Names the recogniser finds; those that touch no gold span join as context.
    gazetteer : Gazetteer
        Where candidates come from.
    weight : float
        How much the document counts.
    """
    mentions = [_gold_mention(text, span, gazetteer) for span in gold]
    mentions += [
        m for m in found if not any(m.start < e and s < m.end for s, e in gold)
    ]
    ordered = with_senses(
        text, tuple(sorted(mentions, key=lambda m: (m.start, -m.end))), gazetteer
    )
    toponyms = toponyms_of(text, ordered, gazetteer)
    columns = [columns_of(toponym, text, ordered) for toponym in toponyms]
    right = [
        _right_row(toponym, own, ordered, gold)
        for toponym, own in zip(toponyms, columns, strict=True)
    ]
    return Example(text, ordered, toponyms, columns, right, weight)


def _gold_mention(text: str, span: tuple[int, int], gazetteer: Gazetteer) -> Mention:
    start, end = span
    phrase = text[start:end]
    return Mention(start=start, end=end, phrase=phrase, kind=kind_of(phrase, gazetteer))


def _right_row(
    toponym: Toponym,
    own: Columns,
    mentions: Sequence[Mention],
    gold: Mapping[tuple[int, int], Gold],
) -> int | None:
    answers = [
        gold[span]
        for position in toponym.mentions
        if (span := (mentions[position].start, mentions[position].end)) in gold
    ]
    if not answers:
        return None
    rows = [_matching_row(own.places, answer) for answer in answers]
    known = [row for row in rows if row >= 0]
    return max(known, key=known.count) if known else -1


def _matching_row(places: Sequence[Place], gold: Gold) -> int:
    """The candidate that an annotation means, or -1."""
    for row, place in enumerate(places):
        if gold.geonameid is not None and place.geonameid == gold.geonameid:
            return row
    gold_key = key(gold.name.replace("_", " "))
    for row, place in enumerate(places):
        if group(place) in _VAST and key(place.name) == gold_key:
            return row
    near = [
        (distance_km(place.lon, place.lat, gold.lon, gold.lat), row)
        for row, place in enumerate(places)
        if place.lon is not None and place.lat is not None
    ]
    if not near:
        return -1
    km, row = min(near)
    return row if km <= (RIGHT_KM if gold.geonameid is None else SAME_KM) else -1


def train(examples: Sequence[Example]) -> Ranker:
    """A ranker from examples, its calibration from cross-validation by document.

    Deterministic: the same examples in the same order give the same ranker.
    """
    believed: list[float] = []
    right: list[bool] = []
    for held_out, rest in folds(examples):
        passes = _train_passes(rest)
        for example in held_out:
            for belief, answer, own in _outcomes(example, passes):
                best = int(np.argmax(belief))
                believed.append(float(belief[best]))
                right.append(_is_right(own, best, answer))
    knots, shares = calibration(np.array(believed), np.array(right, dtype=float))
    return Ranker(_train_passes(examples), knots, shares)


def folds(
    examples: Sequence[Example],
) -> Iterable[tuple[list[Example], list[Example]]]:
    """Each fold's held-out documents and the rest, dealt in turn."""
    for fold in range(FOLDS):
        held_out = [e for i, e in enumerate(examples) if i % FOLDS == fold]
        rest = [e for i, e in enumerate(examples) if i % FOLDS != fold]
        yield held_out, rest


def _outcomes(
    example: Example, passes: tuple[Trees, ...]
) -> Iterable[tuple[Belief, int, Columns]]:
    beliefs = _beliefs(example, passes)[0]
    for belief, answer, own in zip(
        beliefs, example.right, example.columns, strict=True
    ):
        if answer is not None and len(belief):
            yield belief, answer, own


def _is_right(own: Columns, best: int, answer: int) -> bool:
    if answer < 0:
        return False
    chosen, true = own.places[best], own.places[answer]
    if None in (chosen.lon, chosen.lat, true.lon, true.lat):
        return chosen.id == true.id
    km = distance_km(chosen.lon, chosen.lat, true.lon, true.lat)  # type: ignore[arg-type]
    return chosen.id == true.id or km <= RIGHT_KM


def _beliefs(
    example: Example, passes: Sequence[Trees]
) -> tuple[list[Belief], list[Numbers]]:
    """Beliefs after the given passes, and the features of the pass to come."""
    beliefs = [prior(own) for own in example.columns]
    for trees in passes:
        around = Neighbourhood(
            example.text, example.mentions, example.toponyms, beliefs
        )
        matrices = contextual(around, example.columns)
        beliefs = [
            beliefs_of(trees.scores(rows) + known(rows)) if len(rows) else rows[:, 0]
            for rows in matrices
        ]
    around = Neighbourhood(example.text, example.mentions, example.toponyms, beliefs)
    return beliefs, contextual(around, example.columns)


def _train_passes(examples: Sequence[Example]) -> tuple[Trees, ...]:
    passes: tuple[Trees, ...] = ()
    for _ in range(PASSES):
        rows, labels, weights = _table(examples, passes)
        passes = (*passes, _fit(rows, labels, weights))
    return passes


def _table(
    examples: Sequence[Example], passes: Sequence[Trees]
) -> tuple[Numbers, NDArray[np.int8], Numbers]:
    rows, labels, weights = [], [], []
    for example in examples:
        _, matrices = _beliefs(example, passes)
        for matrix, answer, toponym, own in zip(
            matrices, example.right, example.toponyms, example.columns, strict=True
        ):
            if answer is None or not len(matrix):
                continue
            label = np.zeros(len(matrix), dtype=np.int8)
            many = np.sqrt(len(toponym.mentions)) * example.weight
            weight = np.full(len(matrix), many)
            if answer >= 0:
                # A city and its county are both right: neither is a counter-example.
                weight[same_spot(own, answer)] = 0.0
                weight[answer], label[answer] = many, 1
            rows.append(matrix)
            labels.append(label)
            weights.append(weight)
    return np.concatenate(rows), np.concatenate(labels), np.concatenate(weights)


def _fit(rows: Numbers, labels: NDArray[np.int8], weights: Numbers) -> Trees:
    import lightgbm  # here, because reading a text must not need it

    data = lightgbm.Dataset(
        rows,
        labels,
        weight=weights,
        init_score=known(rows),
        feature_name=list(FEATURES),
    )
    booster = lightgbm.train(PARAMETERS, data, num_boost_round=ROUNDS)
    return trees_of(booster.dump_model())


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


def calibration(believed: Numbers, right: Numbers) -> tuple[Numbers, Numbers]:
    """Knots of the isotonic curve from belief to share of right choices."""
    from sklearn.isotonic import IsotonicRegression  # only while training

    curve = IsotonicRegression(y_min=0.02, y_max=0.99, out_of_bounds="clip")
    curve.fit(believed, right)
    knots = np.linspace(0.0, 1.0, 41)
    return knots, np.asarray(curve.predict(knots))
