"""Training the sense model; needs scikit-learn, which nothing else here does."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from geodata.errors import DocumentError, ModelError
from geodata.gazetteer import Gazetteer
from geodata.mentions.senses import contexts
from geodata.mentions.senses.features import WHOLE, features_of
from geodata.mentions.senses.kinds import kind_of
from geodata.mentions.senses.likeness import Likeness, numbers_of
from geodata.mentions.senses.lists import shared
from geodata.mentions.senses.model import SenseModel, pack
from geodata.model import Mention, MentionKind

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

    from geodata.mentions.wordvectors import Floats

STRENGTH = 0.6
"""Inverse of the L2 penalty."""
OWN_WEIGHT = 1.5
"""Weight of an example marked by this project's rules (place, actor), not lit, met."""
PENALTY = 3.0
"""What an example on the wrong side costs the support vector machine."""
LIKENESS_SHARE = 4.0
"""Weight of the examples' votes beside the features'."""
BLIND_SHARE = 0.3
"""Share of an example's weight that it has with the kind of its place unknown."""
SEEN_AT_LEAST = 2
"""A feature of fewer examples is left out."""
FOLDS = 10
DIVISIONS = 3
"""How often cross-validation divides the examples anew; one division is noisy."""
BINS = 10
SMALLEST_WEIGHT = 0.005
_ACTORS = frozenset(["met", "actor"])
_PLACES = frozenset(["lit", "place"])


@dataclass(frozen=True, slots=True)
class Example:
    """A marked name with its features."""

    corpus: str
    """Name of the corpus."""
    group: str
    """What must not be torn apart in cross-validation: its sentence."""
    features: tuple[str, ...]
    """Of the name, its kind known."""
    blind: tuple[str, ...]
    """The same with its kind unknown."""
    actor: bool
    """Whether it was marked met, or actor."""
    weight: float
    """How much it counts in training."""
    numbers: Floats
    """The words around it as vectors."""
    listed: tuple[str, int, int]
    """Its text, and where there the list starts and ends that the name stands in."""
    shown: str
    """The name in its sentence, for error lists."""


@dataclass(frozen=True, slots=True)
class Scores:
    """How well the senses were told apart, on examples not trained on."""

    corpus: str
    """Name of the corpus."""
    actors_right: int
    """Actors told as actors."""
    actors_wrong: int
    """Actors told as places."""
    places_right: int
    """Places told as places."""
    places_wrong: int
    """Places told as actors."""
    reliability: tuple[tuple[float, float, int], ...]
    """For each bin of confidence: mean confidence, share right, count."""

    @property
    def count(self) -> int:
        """How many examples."""
        right = self.actors_right + self.places_right
        return right + self.actors_wrong + self.places_wrong

    @property
    def accuracy(self) -> float:
        """Share right."""
        return (self.actors_right + self.places_right) / self.count

    @property
    def calibration_error(self) -> float:
        """Expected calibration error: mean gap of confidence and share right."""
        gaps = sum(abs(sure - right) * n for sure, right, n in self.reliability)
        return gaps / self.count


def read_examples(path: Path, gazetteer: Gazetteer) -> list[Example]:
    """Marked names of a file of JSON lines (`text`, `mentions` with a sense).

    A mention has `start`, `end` and `reading` (lit, met) or `sense` (place, actor).

    Raises
    ------
    DocumentError
        If a line is no such object.
    """
    examples: list[Example] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            examples.extend(_examples(json.loads(line), gazetteer))
        except (KeyError, TypeError, ValueError) as error:
            raise DocumentError(
                f"line {number} of {path} marks no senses ({error!r}); give text and"
                " mentions with start, end and reading (lit, met) or sense (place,"
                " actor)"
            ) from error
    return examples


def _examples(row: dict[str, object], gazetteer: Gazetteer) -> Iterator[Example]:
    text, marks = str(row["text"]), list(row["mentions"])  # type: ignore[call-overload]
    marks = [mark for mark in marks if mark.get("kind") != MentionKind.DEMONYM]
    mentions = [
        Mention(
            start=mark["start"],
            end=mark["end"],
            phrase=text[mark["start"] : mark["end"]],
            kind=MentionKind.NAME,
        )
        for mark in marks
    ]
    for mark, mention, context in zip(
        marks, mentions, contexts(text, mentions), strict=True
    ):
        label = mark.get("reading") or mark["sense"]
        if label not in _ACTORS | _PLACES:
            raise ValueError(f"unknown sense {label}")
        if context is not None:
            kind = kind_of(mention.phrase, gazetteer)
            yield Example(
                corpus=str(row["corpus"]),
                group=text,
                features=tuple(features_of(context, kind)),
                numbers=numbers_of([context], [kind])[0],
                blind=tuple(features_of(context, "")),
                actor=label in _ACTORS,
                listed=(text, *context.listed),
                weight=1.0 if "reading" in mark else OWN_WEIGHT,
                shown=f"{text[: mention.start]}[{mention.phrase}]{text[mention.end :]}",
            )


def train(examples: Sequence[Example]) -> SenseModel:
    """A calibrated model of these examples; the same ones give the same model."""
    slope, offset = _calibrated(examples, _held_out_scores(examples))
    return SenseModel(_fitted(examples), slope, offset, _likeness(examples))


def _likeness(examples: Sequence[Example]) -> Likeness:
    """Examples that part the senses best: a support vector machine's.

    Its votes count LIKENESS_SHARE times as much as it gives them, beside the
    features.
    """
    from sklearn.svm import SVC

    rows = np.array([example.numbers for example in examples])
    sharpness = float(1 / rows.var(axis=0).sum())
    machine = SVC(C=PENALTY, gamma=sharpness)
    machine.fit(
        rows,
        [example.actor for example in examples],
        sample_weight=[example.weight for example in examples],
    )
    return Likeness(
        examples=rows[machine.support_],
        votes=(LIKENESS_SHARE * machine.dual_coef_[0]).astype(np.float32),
        sharpness=sharpness,
        base=LIKENESS_SHARE * float(machine.intercept_[0]),
    )


def _fitted(examples: Sequence[Example]) -> dict[str, float]:
    from sklearn.linear_model import LogisticRegression

    counts = Counter(name for example in examples for name in example.features)
    kept = sorted(
        name
        for name, count in counts.items()
        if count >= SEEN_AT_LEAST and name != WHOLE
    )
    rows = [*(e.features for e in examples), *(e.blind for e in examples)]
    wanted = np.array([e.actor for e in examples] * 2)
    weight = np.array([e.weight for e in examples])
    share = np.concatenate([weight * (1 - BLIND_SHARE), weight * BLIND_SHARE])
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    model.fit(_matrix(rows, kept), wanted, sample_weight=share)
    weights = {
        name: round(float(weight), 4)
        for name, weight in zip(kept, model.coef_[0], strict=True)
        if abs(weight) >= SMALLEST_WEIGHT
    }
    return {WHOLE: round(float(model.intercept_[0]), 4), **weights}


def _matrix(rows: Sequence[Iterable[str]], kept: Sequence[str]) -> csr_matrix:
    from scipy.sparse import csr_matrix

    number = {name: at for at, name in enumerate(kept)}
    pairs = [
        (at, number[name])
        for at, row in enumerate(rows)
        for name in row
        if name in number
    ]
    down, across = zip(*pairs, strict=True)
    ones = np.ones(len(pairs))
    return csr_matrix((ones, (down, across)), shape=(len(rows), len(kept)))


def _score(weights: dict[str, float], features: Iterable[str]) -> float:
    return sum(weights.get(name, 0.0) for name in features)


def _held_out_scores(examples: Sequence[Example], seed: int = 0) -> NDArray[np.float64]:
    """Each example's score by a model that has not seen its sentence."""
    scores = np.zeros(len(examples))
    folds = _folds(examples, seed)
    for fold in range(FOLDS):
        seen = [e for e, at in zip(examples, folds, strict=True) if at != fold]
        left_out = folds == fold
        unseen = [e for e, at in zip(examples, folds, strict=True) if at == fold]
        scores[left_out] = _scored(unseen, _fitted(seen), _likeness(seen))
    return scores


def _scored(
    examples: Sequence[Example], weights: dict[str, float], likeness: Likeness
) -> NDArray[np.float64]:
    read = np.array([_score(weights, example.features) for example in examples])
    seen = likeness.scores(np.array([example.numbers for example in examples]))
    lists = [example.listed for example in examples]
    return np.array(shared((read + seen).tolist(), lists), np.float64)


def _folds(examples: Sequence[Example], seed: int) -> NDArray[np.int_]:
    groups = sorted({example.group for example in examples})
    drawn = np.random.default_rng(seed).permutation(len(groups)) % FOLDS
    fold_of = dict(zip(groups, drawn, strict=True))
    return np.array([fold_of[example.group] for example in examples])


def _calibrated(
    examples: Sequence[Example], scores: NDArray[np.float64]
) -> tuple[float, float]:
    """Slope and offset that make held-out scores probabilities (Platt, 1999)."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=1e6)
    model.fit(scores.reshape(-1, 1), [example.actor for example in examples])
    return round(float(model.coef_[0][0]), 4), round(float(model.intercept_[0]), 4)


def cross_validate(examples: Sequence[Example]) -> list[Scores]:
    """Scores by 10-fold cross-validation, each corpus's sums over three divisions."""
    scores = [_held_out_scores(examples, seed) for seed in range(DIVISIONS)]
    repeated = [*examples] * DIVISIONS
    joined = np.concatenate(scores)
    slope, offset = _calibrated(repeated, joined)
    return scored(repeated, 1 / (1 + np.exp(-(slope * joined + offset))))


def score(examples: Sequence[Example], model: SenseModel) -> list[Scores]:
    """Scores of a finished model on examples it was not trained on."""
    if model.likeness is None:
        raise ModelError("the sense model has no examples; train it anew")
    scores = _scored(examples, model.weights, model.likeness)
    return scored(examples, np.array([model.chance(one) for one in scores]))


def scored(examples: Sequence[Example], chances: NDArray[np.float64]) -> list[Scores]:
    """Scores of these probabilities of `actor`, one for each corpus."""
    corpora = dict.fromkeys(example.corpus for example in examples)
    return [
        _scores(
            corpus,
            np.array([e.actor for e in examples if e.corpus == corpus]),
            np.array(
                [
                    p
                    for e, p in zip(examples, chances, strict=True)
                    if e.corpus == corpus
                ]
            ),
        )
        for corpus in corpora
    ]


def _scores(
    corpus: str, actor: NDArray[np.bool_], chances: NDArray[np.float64]
) -> Scores:
    told = chances > 0.5
    return Scores(
        corpus=corpus,
        actors_right=int((told & actor).sum()),
        actors_wrong=int((~told & actor).sum()),
        places_right=int((~told & ~actor).sum()),
        places_wrong=int((told & ~actor).sum()),
        reliability=_reliability(np.maximum(chances, 1 - chances), told == actor),
    )


def _reliability(
    sure: NDArray[np.float64], right: NDArray[np.bool_]
) -> tuple[tuple[float, float, int], ...]:
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    return tuple(
        (float(sure[bins == at].mean()), float(right[bins == at].mean()), int(n))
        for at, n in enumerate(np.bincount(bins, minlength=BINS))
        if n
    )


def write_model(model: SenseModel, path: Path) -> None:
    """Write a model, the same bytes for the same model."""
    path.write_bytes(pack(model))


def table_of(scores: Iterable[Scores]) -> str:
    """Scores as lines of text: accuracy, confusion, reliability."""
    lines: list[str] = []
    for one in scores:
        lines += [
            f"{one.corpus}: {one.accuracy:.1%} of {one.count} right,"
            f" calibration error {one.calibration_error:.3f}",
            f"  actors {one.actors_right} right, {one.actors_wrong} taken for places",
            f"  places {one.places_right} right, {one.places_wrong} taken for actors",
        ]
        lines += [
            f"  said {sure:.2f} sure, {right:.2f} right ({n})"
            for sure, right, n in one.reliability
        ]
    return "\n".join(lines)
