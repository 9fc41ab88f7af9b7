"""A boosted-tree ranker evaluated in numpy, with the reasons behind each score.

Training needs LightGBM (`geodata.places.training`); reading a text does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from geodata.errors import ModelError
from geodata.places.features import FEATURES, Numbers

Indices = NDArray[np.int32]


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

    def scores(self, rows: Numbers) -> Numbers:
        """Log-odds of each row, shape (len(rows),)."""
        return np.asarray(self.value[self._leaves(rows)].sum(axis=1))

    def _leaves(self, rows: Numbers) -> Indices:
        node = np.broadcast_to(self.root, (len(rows), len(self.root))).copy()
        row = np.arange(len(rows))[:, None]
        while True:
            feature = self.feature[node]
            inner = feature >= 0
            if not inner.any():
                return node
            goes_left = rows[row, feature] <= self.threshold[node]
            child = np.where(goes_left, self.left[node], self.right[node])
            node = np.where(inner, child, node)

    def reasons(self, row: Numbers) -> Numbers:
        """What each feature adds to one row's score (path attribution; Saabas, 2014).

        Returns
        -------
        array of shape (len(FEATURES),)
            Together with the mean score of the trees it sums to the row's score.
        """
        added = np.zeros(len(FEATURES))
        node = self.root.copy()
        while (inner := self.feature[node] >= 0).any():
            feature = self.feature[node]
            goes_left = row[feature] <= self.threshold[node]
            child = np.where(goes_left, self.left[node], self.right[node])
            child = np.where(inner, child, node)
            np.add.at(
                added, feature[inner], (self.value[child] - self.value[node])[inner]
            )
            node = child
        return added


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
