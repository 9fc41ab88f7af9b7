"""How like marked examples a name's surroundings are, by vectors of the words there.

Features (`features.py`) know a word only if it was seen in training; vectors know
that "denounced" is used like "condemned". A name is compared with some hundred
marked examples (a Gaussian kernel), each of which votes for one sense.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from geodata.mentions.senses.context import Context
from geodata.mentions.wordtable import word_table
from geodata.mentions.wordvectors import Floats, word_vectors

KINDS = ("", "country", "capital", "city", "water", "land", "other")
"""Kinds of place that are told apart."""

_STEPS = 127
_KIND_WEIGHT = 0.7
_BESIDE = 5
"""Words on either side whose mean is taken."""

_LONG = 4
"""Letters of a word that has a meaning of its own, as a rule."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Marked examples that vote on a name by how like them it stands."""

    examples: Floats
    """One row an example, as `numbers_of` gives them."""
    votes: Floats
    """What each adds for `actor` to a name that stands just as it does."""
    sharpness: float
    """How fast an example's vote fades with the square of the distance."""
    base: float
    """What is added to every score."""
    _squares: Floats = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_squares", (self.examples**2).sum(axis=1))

    def scores(self, rows: Floats) -> Floats:
        """What the examples say of each row: above nought for `actor`."""
        squares = (rows**2).sum(axis=1)[:, None] + self._squares
        apart = np.maximum(squares - 2 * rows @ self.examples.T, 0)
        found: Floats = np.exp(-self.sharpness * apart) @ self.votes + self.base
        return found

    def stored(self) -> dict[str, NDArray[np.generic]]:
        """Arrays to write; a number of an example takes one byte."""
        scale = np.maximum(np.abs(self.examples).max(axis=0), 1e-6) / _STEPS
        return {
            "examples": np.rint(self.examples / scale).astype(np.int8),
            "scale": scale.astype(np.float32),
            "votes": self.votes.astype(np.float32),
            "kernel": np.array([self.sharpness, self.base]),
        }

    @classmethod
    def of(cls, stored: Mapping[str, NDArray[np.generic]]) -> Likeness:
        """What `stored` gave."""
        sharpness, base = stored["kernel"].tolist()
        scale, votes = (stored[name].astype(np.float32) for name in ("scale", "votes"))
        examples = stored["examples"].astype(np.float32) * scale
        return cls(examples, votes, sharpness, base)


def numbers_of(contexts: Sequence[Context], kinds: Sequence[str]) -> Floats:
    """One row a name: vectors of the words around it, and how it stands.

    Parameters
    ----------
    contexts : sequence of Context
        What stands around each name.
    kinds : sequence of str
        Kind of the place each name most likely denotes, '' if unknown.
    """
    rows = [
        np.concatenate([*_vectors(context), _standing(context), _kind(kind)])
        for context, kind in zip(contexts, kinds, strict=True)
    ]
    return np.array(rows, dtype=np.float32)


@lru_cache(maxsize=64)
def _sentence(words: tuple[str, ...]) -> tuple[Floats, Floats]:
    """A vector for each word, with one of noughts after the last; and their mean."""
    row = word_table().row
    vectors = word_vectors()
    found = vectors[[*(row(word.lower()) for word in words), -1]]
    meant = [
        at for at, word in enumerate(words) if word[0].isalpha() and len(word) >= _LONG
    ]
    return found, found[meant].mean(axis=0) if meant else found[-1]


def _vectors(context: Context) -> list[Floats]:
    """Of governor, head, verb, noun, the words beside, and the name's own."""
    found, mean = _sentence(context.cased)
    count, first, last = len(context.cased), context.first, context.last
    places = [
        context.governor, context.head, context.verb, context.noun,
        first - 1, first - 2, last, last + 1,
    ]  # fmt: skip
    inside = [at if 0 <= at < count else count for at in places]
    before = found[max(0, first - _BESIDE) : first].sum(axis=0) / _BESIDE
    after = found[last : min(count, last + _BESIDE)].sum(axis=0) / _BESIDE
    own = word_vectors()[word_table().row(context.cased[first])]
    return [found[inside].ravel(), before, after, mean, own]


def _standing(context: Context) -> list[float]:
    return [
        float(value)
        for value in (
            context.governor < 0, context.head < 0, context.verb < 0,
            context.noun < 0, context.possessive, context.modified, context.first == 0,
        )
    ]  # fmt: skip


def _kind(kind: str) -> list[float]:
    return [_KIND_WEIGHT * (kind == one) for one in KINDS]
