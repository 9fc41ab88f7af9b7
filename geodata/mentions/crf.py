"""A linear-chain conditional random field, evaluated in numpy.

Weights come from python-crfsuite (`geodata.mentions.training`). What single words
contribute is summed once for each word and remembered, and all sentences of a text
are decoded side by side, which is why this is faster than crfsuite's own tagger.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from geodata.errors import ModelError
from geodata.mentions.features import OFFSETS, OUTSIDE, atoms

LABELS = ("O", "B-LOC", "I-LOC", "B-DEM", "I-DEM")
"""Outside; beginning and inside of a name; beginning and inside of a demonym."""

MODEL_FILE = "recogniser.npz"
"""The model's name in the package `geodata.mentions.models`."""

_FORMAT = 1
_MANY_WORDS = 200_000
_IMPOSSIBLE = -1e4
_BLOCK = 256

Floats = NDArray[np.float32]


class Model:
    """Weights of clues and of steps from label to label.

    Parameters
    ----------
    clues : list of str
        Every clue that has weights.
    weights : array of shape (clues, labels)
        What each clue speaks for.
    steps : array of shape (labels, labels)
        Weights from a label (row) to the next.
    """

    def __init__(self, clues: list[str], weights: Floats, steps: Floats) -> None:
        self._rows = {clue: row for row, clue in enumerate(clues)}
        self._weights = weights.astype(np.float32)
        self.steps = steps.astype(np.float32)
        self._forget()

    def _forget(self) -> None:
        self._words: dict[str, int] = {}
        self._sums = np.zeros((1024, len(OFFSETS), len(LABELS)), np.float32)

    def _sum(self, clues: Sequence[str]) -> Floats:
        rows = [self._rows[clue] for clue in clues if clue in self._rows]
        total: Floats = self._weights[rows].sum(axis=0)
        return total

    def _number(self, word: str) -> int:
        """Row of a word's remembered sums."""
        number = self._words.get(word)
        if number is None:
            number = self._words[word] = len(self._words)
            if number == len(self._sums):
                self._sums = np.concatenate([self._sums, np.zeros_like(self._sums)])
            for column, offset in enumerate(OFFSETS):
                self._sums[number, column] = self._sum(atoms(word, offset))
        return number

    def emissions(self, words: list[str], clues: Sequence[Sequence[str]]) -> Floats:
        """What speaks for each label at each token of one sentence.

        Parameters
        ----------
        words : list of str
            The sentence.
        clues : sequence of sequence of str
            Further clues of each of its tokens.
        """
        if len(self._words) > _MANY_WORDS:
            self._forget()
        reach = OFFSETS[-1]
        padded = [OUTSIDE] * reach + words + [OUTSIDE] * reach
        numbers = np.array([self._number(word) for word in padded])
        total = np.zeros((len(words), len(LABELS)), np.float32)
        for column, offset in enumerate(OFFSETS):
            start = reach + offset
            total += self._sums[numbers[start : start + len(words)], column]
        for position, found in enumerate(clues):
            if found:
                total[position] += self._sum(found)
        return total


def marginals(sentences: Sequence[Floats], steps: Floats) -> list[Floats]:
    """P(label) of every token of each sentence, given its emissions."""
    order = sorted(range(len(sentences)), key=lambda number: len(sentences[number]))
    found: list[Floats] = [np.zeros((0, len(LABELS)), np.float32)] * len(sentences)
    for block in range(0, len(order), _BLOCK):
        numbers = order[block : block + _BLOCK]
        together = _block_marginals([sentences[number] for number in numbers], steps)
        for number, result in zip(numbers, together, strict=True):
            found[number] = result
    return found


def _block_marginals(sentences: list[Floats], steps: Floats) -> list[Floats]:
    """Forward and backward sums of sentences of about one length, side by side."""
    lengths = np.array([len(sentence) for sentence in sentences])
    longest, count, width = int(lengths.max()), len(sentences), len(LABELS)
    scores = np.zeros((longest, count, width), np.float32)
    for number, sentence in enumerate(sentences):
        scores[: len(sentence), number] = sentence
    inside = np.arange(longest)[:, None] < lengths
    forward = scores.copy()
    for step in range(1, longest):
        forward[step] += _log_sum(forward[step - 1][:, :, None] + steps, axis=1)
    backward = np.zeros_like(scores)
    for step in range(longest - 2, -1, -1):
        ahead = (scores[step + 1] + backward[step + 1])[:, None, :] + steps
        backward[step] = np.where(
            inside[step + 1][:, None], _log_sum(ahead, axis=2), np.float32(0)
        )
    total = forward + backward
    total -= total.max(axis=2, keepdims=True)
    shares = np.exp(total)
    shares /= shares.sum(axis=2, keepdims=True)
    return [shares[:length, number] for number, length in enumerate(lengths)]


def _log_sum(values: Floats, axis: int) -> Floats:
    top = values.max(axis=axis, keepdims=True)
    total: Floats = np.log(np.exp(values - top).sum(axis=axis)) + top.squeeze(axis)
    return total


def best_path(shares: Floats) -> list[int]:
    """The labels with the greatest expected number of right ones, in a lawful order.

    An inside label may only follow a label of its own kind.
    """
    likeliest: list[int] = shares.argmax(axis=1).tolist()
    if _is_lawful(likeliest):
        return likeliest
    logs = np.log(np.maximum(shares, 1e-12)).astype(np.float32)
    scores = logs[0] + np.where(_LAWFUL[0], np.float32(0), np.float32(_IMPOSSIBLE))
    barred = np.where(_LAWFUL, np.float32(0), np.float32(_IMPOSSIBLE))
    back = []
    for row in logs[1:]:
        paths = scores[:, None] + barred
        back.append(paths.argmax(axis=0))
        scores = paths.max(axis=0) + row
    label = int(scores.argmax())
    path = [label]
    for previous in reversed(back):
        label = int(previous[label])
        path.append(label)
    return path[::-1]


_LAWFUL = [
    [not after.startswith("I") or before[2:] == after[2:] for after in LABELS]
    for before in LABELS
]


def _is_lawful(path: Sequence[int]) -> bool:
    return all(_LAWFUL[before][after] for before, after in pairwise([0, *path]))


def pack(clues: list[str], weights: Floats, steps: Floats) -> bytes:
    """A model as bytes of a NumPy archive."""
    written = io.BytesIO()
    np.savez_compressed(
        written,
        format=np.array(_FORMAT),
        labels=np.frombuffer("\n".join(LABELS).encode(), np.uint8),
        clues=np.frombuffer("\n".join(clues).encode(), np.uint8),
        weights=weights.astype(np.float16),
        steps=steps.astype(np.float32),
    )
    return written.getvalue()


def unpack(data: bytes) -> Model:
    """The model that `pack` wrote.

    Raises
    ------
    ModelError
        If these are not the bytes of a model, or of one with other labels.
    """
    try:
        with np.load(io.BytesIO(data)) as stored:
            labels = tuple(stored["labels"].tobytes().decode().split("\n"))
            clues = stored["clues"].tobytes().decode().split("\n")
            weights, steps = stored["weights"], stored["steps"]
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(
            f"the recogniser's model is broken ({error}); train it anew by"
            " `toposcope train recogniser`"
        ) from None
    if labels != LABELS:
        raise ModelError(
            f"the recogniser's model knows the labels {labels}, this version {LABELS};"
            " train it anew by `toposcope train recogniser`"
        )
    return Model(clues, weights, steps)


@lru_cache(maxsize=1)
def trained_model() -> Model | None:
    """The model of the package; None where none has been trained."""
    path = files("geodata.mentions.models") / MODEL_FILE
    return unpack(path.read_bytes()) if path.is_file() else None
