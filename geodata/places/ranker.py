"""A boosted-tree ranker evaluated in numpy, with the reasons behind each score.

Training needs LightGBM (`geodata.places.training`); reading a text does not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from geodata.errors import ModelError
from geodata.places.features import FEATURES, Numbers

Indices = NDArray[np.int32]
Wide = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Trees:
    """An ensemble of binary trees, every node of every tree in flat arrays."""

    root: Indices
    """Node number of each tree's root."""
    feature: Indices
    """Column a node asks for; -1 for a leaf."""
    threshold: Numbers
    """A row with a value at most this goes left."""
    left: Indices
    """Node number of the left child."""
    right: Indices
    """Node number of the right child."""
    value: Numbers
    """Mean output below a node; at a leaf, what it adds."""

    _steps: _Steps = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_steps", _steps(self))

    def scores(self, rows: Numbers) -> Numbers:
        """Log-odds of each row, shape (len(rows),)."""
        node = self._starts(rows)
        for _ in range(self._steps.depth):
            node = self._below(node, rows)
        return np.asarray(self.value[node].sum(axis=1))

    def _starts(self, rows: Numbers) -> Wide:
        return np.broadcast_to(self.root, (len(rows), len(self.root))).astype(np.intp)

    def _below(self, node: Wide, rows: Numbers) -> Wide:
        """The child each row goes to from each node; a leaf is its own."""
        steps = self._steps
        first = np.arange(len(rows))[:, None] * rows.shape[1]
        asked = rows.ravel().take(steps.feature.take(node) + first)
        goes_right = asked > steps.threshold.take(node)
        child: Wide = steps.children.take(2 * node + goes_right)
        return child

    def reasons(self, rows: Numbers) -> Numbers:
        """What each feature adds to the scores (path attribution; Saabas, 2014).

        Parameters
        ----------
        rows : array of shape (len(FEATURES),) or (rows, len(FEATURES))
            One row, or several: many at once cost little more than one.

        Returns
        -------
        array of the same shape
            Together with the mean score of the trees it sums to a row's score.
        """
        several = np.atleast_2d(rows)
        added = np.zeros(several.size)
        first = np.arange(len(several))[:, None] * several.shape[1]
        node = self._starts(several)
        for _ in range(self._steps.depth):
            child = self._below(node, several)
            where = self._steps.feature.take(node) + first
            gain = self.value.take(child) - self.value.take(node)
            np.add.at(added, where.ravel(), gain.ravel())
            node = child
        return added.reshape(rows.shape)


@dataclass(frozen=True, slots=True)
class _Steps:
    """The trees again, so laid out that a step down is the same for all nodes."""

    feature: Wide
    """Column a node asks for; any for a leaf."""
    threshold: Numbers
    """A row with a greater value goes right; for a leaf infinite."""
    children: Wide
    """Left and right child of every node in turn; a leaf is its own."""
    depth: int
    """Steps after which every row has come to a leaf."""


def _steps(trees: Trees) -> _Steps:
    leaf = trees.feature < 0
    own = np.arange(len(leaf))
    pairs = np.column_stack(
        [np.where(leaf, own, trees.left), np.where(leaf, own, trees.right)]
    )
    depth, level = 0, trees.root
    while (level := level[~leaf[level]]).size:
        depth, level = depth + 1, pairs[level].ravel()
    return _Steps(
        feature=np.where(leaf, 0, trees.feature).astype(np.intp),
        threshold=np.where(leaf, np.inf, trees.threshold),
        children=pairs.ravel().astype(np.intp),
        depth=depth,
    )


@dataclass(frozen=True, slots=True)
class Ranker:
    """The trained resolver: one ensemble for each pass, and a calibration."""

    passes: tuple[Trees, ...]
    """Applied in turn; each sees the beliefs of the one before."""
    believed: Numbers
    """Knots of the calibration: belief of the chosen candidate, rising."""
    right: Numbers
    """Share of choices that were right at each knot, rising."""

    def confidence(self, belief: float) -> float:
        """Probability that a choice believed this much is right."""
        return float(np.interp(belief, self.believed, self.right))


def beliefs_of(log_odds: Numbers) -> Numbers:
    """Shares of belief among candidates of which at most one is right.

    What is missing to 1 is the belief that none is.

    Examples
    --------
    >>> beliefs_of(np.array([0.0])).round(2).tolist()
    [0.5]
    """
    odds = np.exp(np.clip(log_odds, -30, 30))
    shares: Numbers = odds / (1.0 + odds.sum())
    return shares


_ARRAYS = ("root", "feature", "threshold", "left", "right", "value")


def pack(ranker: Ranker) -> bytes:
    """A ranker as the bytes of an .npz file."""
    arrays = {"believed": ranker.believed, "right": ranker.right}
    for number, trees in enumerate(ranker.passes):
        for name in _ARRAYS:
            arrays[f"{name}_{number}"] = getattr(trees, name)
    buffer = BytesIO()
    np.savez_compressed(buffer, features=np.array(FEATURES), **arrays)  # type: ignore[arg-type]
    return buffer.getvalue()


def unpack(content: bytes) -> Ranker:
    """A ranker from the bytes of an .npz file.

    Raises
    ------
    ModelError
        If it was trained with other features than this version has.
    """
    with np.load(BytesIO(content), allow_pickle=False) as stored:
        if tuple(stored["features"]) != FEATURES:
            raise ModelError(
                "the resolver was trained with other features than this version has;"
                " train it again with `toposcope train resolver`"
            )
        count = sum(name.startswith("root_") for name in stored.files)
        return Ranker(
            passes=tuple(
                Trees(*(stored[f"{name}_{number}"] for name in _ARRAYS))
                for number in range(count)
            ),
            believed=stored["believed"],
            right=stored["right"],
        )


MODEL = "resolver.npz"
"""File name of the trained ranker in `geodata/places/models`."""


@cache
def shipped_ranker() -> Ranker:
    """The ranker that comes with the package.

    Raises
    ------
    ModelError
        If it is missing or does not fit this version.
    """
    file = files("geodata.places") / "models" / MODEL
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        raise ModelError(
            f"no resolver model {MODEL}; reinstall toposcope, or train one with"
            " `toposcope train resolver`"
        ) from None
    return unpack(content)
