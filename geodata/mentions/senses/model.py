"""The trained sense model: one weight a feature, and what makes it calibrated."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from geodata.errors import ModelError

FORMAT = 1
"""Raised whenever features.py gives other features."""


@dataclass(frozen=True, slots=True)
class SenseModel:
    """A logistic regression over features that are present or absent."""

    weights: dict[str, float]
    """Log odds that a feature adds for `actor`."""
    slope: float
    """Calibration: the score is multiplied by this ..."""
    offset: float
    """... and this is added, before it becomes a probability."""

    def votes(self, features: Iterable[str]) -> dict[str, float]:
        """What each group of features (the word before the colon) adds up to."""
        votes: dict[str, float] = {}
        weights = self.weights
        for feature in features:
            weight = weights.get(feature)
            if weight is not None:
                group = feature[: feature.find(":")]
                votes[group] = votes.get(group, 0.0) + weight
        return votes

    def chance(self, score: float) -> float:
        """Probability of an actor, of a score: the sum of the votes."""
        return 1 / (1 + math.exp(-max(-30.0, self.slope * score + self.offset)))

    def chance_of_actor(self, features: Iterable[str]) -> float:
        """Probability that the name stands for who acts there.

        Examples
        --------
        >>> model = SenseModel({"bias:": -1.0, "verb:say": 3.0}, 1.0, 0.0)
        >>> round(model.chance_of_actor(["bias:", "verb:say", "unheard:of"]), 2)
        0.88
        """
        return self.chance(sum(self.votes(features).values()))


@lru_cache(maxsize=1)
def load_model() -> SenseModel:
    """The model that ships with the package.

    Raises
    ------
    ModelError
        If it is missing, or was trained for other features.
    """
    path = files("geodata.mentions").joinpath("models/sense.json")
    try:
        table = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise ModelError(
            "the sense model is missing; run `toposcope train sense CORPUS...`"
        ) from None
    if table["format"] != FORMAT:
        raise ModelError(
            f"the sense model has format {table['format']}, this version reads"
            f" {FORMAT}; run `toposcope train sense CORPUS...`"
        )
    return SenseModel(table["weights"], table["slope"], table["offset"])
