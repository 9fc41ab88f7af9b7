"""Short vectors of words: words used alike point alike.

One row for each row of the word table (`geodata.mentions.wordtable`), made with it by
`toposcope train words`.
"""

from __future__ import annotations

import io
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from geodata.errors import ModelError

VECTORS_FILE = "vectors.npz"
"""The vectors' name in the package `geodata.mentions.models`."""

DIMENSIONS = 40
"""Numbers a vector has."""

Floats = NDArray[np.float32]

_STEPS = 127


def pack(vectors: Floats) -> bytes:
    """Vectors as bytes of a NumPy archive, each number in one byte."""
    scale = np.maximum(np.abs(vectors).max(axis=0), 1e-6) / _STEPS
    written = io.BytesIO()
    np.savez_compressed(
        written,
        rows=np.rint(vectors / scale).astype(np.int8),
        scale=scale.astype(np.float32),
    )
    return written.getvalue()


def unpack(data: bytes) -> Floats:
    """The vectors that `pack` wrote, and a last one of noughts for unknown words.

    Raises
    ------
    ModelError
        If these are not the bytes of vectors.
    """
    try:
        with np.load(io.BytesIO(data)) as stored:
            known = stored["rows"] * stored["scale"]
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(
            f"the word vectors are broken ({error}); make them anew by"
            " `toposcope train words`"
        ) from None
    return np.vstack([known, np.zeros((1, known.shape[1]), np.float32)])


@lru_cache(maxsize=1)
def word_vectors() -> Floats:
    """The vectors of the package; one of noughts where none have been made."""
    path = files("geodata.mentions.models") / VECTORS_FILE
    if not path.is_file():
        return np.zeros((1, DIMENSIONS), np.float32)
    return unpack(path.read_bytes())
