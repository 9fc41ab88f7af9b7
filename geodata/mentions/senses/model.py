"""The trained sense model: weights of features, examples, and what calibrates them."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np

from geodata.errors import ModelError
from geodata.mentions.senses.likeness import Likeness

FORMAT = 3
"""Raised whenever features.py or likeness.py give other features."""

MODEL_FILE = "sense.npz"
"""The model's name in the package `geodata.mentions.models`."""


@dataclass(frozen=True, slots=True)
class SenseModel:
    """A logistic regression over features, and examples that vote beside it."""

    weights: dict[str, float]
    """Log odds that a feature adds for `actor`."""
    slope: float
    """Calibration: the score is multiplied by this ..."""
    offset: float
    """... and this is added, before it becomes a probability."""
    likeness: Likeness | None = None
    """The examples that a name is compared with; None for none."""

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
        """Probability of an actor, of a score: all the votes together.

        Examples
        --------
        >>> model = SenseModel({"bias:": -1.0, "verb:say": 3.0}, 1.0, 0.0)
        >>> votes = model.votes(["bias:", "verb:say", "unheard:of"])
        >>> round(model.chance(sum(votes.values())), 2)
        0.88
        """
        return 1 / (1 + math.exp(-max(-30.0, self.slope * score + self.offset)))


def pack(model: SenseModel) -> bytes:
    """A model as bytes of a NumPy archive, the same for the same model."""
    if not model.weights:
        raise ModelError("the sense model has no features; give it marked examples")
    names = sorted(model.weights)
    written = io.BytesIO()
    np.savez_compressed(
        written,
        format=np.array(FORMAT),
        features=np.frombuffer("\n".join(names).encode(), np.uint8),
        weights=np.array([model.weights[name] for name in names], np.float16),
        line=np.array([model.slope, model.offset]),
        **(model.likeness.stored() if model.likeness is not None else {}),  # type: ignore[arg-type]
    )
    return written.getvalue()


def unpack(data: bytes) -> SenseModel:
    """The model that `pack` wrote.

    Raises
    ------
    ModelError
        If these are not the bytes of a model, or it was trained for other features.
    """
    try:
        with np.load(io.BytesIO(data)) as stored:
            found = int(stored["format"])
            names = stored["features"].tobytes().decode().split("\n")
            weights = stored["weights"].astype(float).tolist()
            slope, offset = stored["line"].tolist()
            likeness = Likeness.of(stored) if "examples" in stored else None
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(
            f"the sense model is broken ({error}); train it anew by"
            " `toposcope train sense CORPUS...`"
        ) from None
    if found != FORMAT:
        raise ModelError(
            f"the sense model has format {found}, this version reads {FORMAT};"
            " run `toposcope train sense CORPUS...`"
        )
    return SenseModel(dict(zip(names, weights, strict=True)), slope, offset, likeness)


@lru_cache(maxsize=1)
def load_model() -> SenseModel:
    """The model that ships with the package.

    Raises
    ------
    ModelError
        If it is missing, or was trained for other features.
    """
    path = files("geodata.mentions.models") / MODEL_FILE
    if not path.is_file():
        raise ModelError(
            "the sense model is missing; run `toposcope train sense CORPUS...`"
        )
    return unpack(path.read_bytes())
