"""Making the word table and its short vectors from word vectors; training only."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from geodata.mentions import wordvectors
from geodata.mentions.vectors import read_vectors
from geodata.mentions.wordtable import GRAINS, pack

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WORDS = 120_000
"""Words the table holds, the commonest."""

_LONGEST_WORD = 24
_DIMENSIONS = 100


def make_word_table(folder: Path) -> bytes:
    """The packed word table of a folder of vectors, the same bytes at every run.

    Parameters
    ----------
    folder : Path
        A spaCy 3 `vocab` folder with static vectors.

    Raises
    ------
    ModelError
        If the folder holds no vectors.
    """
    import numpy as np

    known, vectors = read_vectors(folder)
    words = [word for word in known if _is_word(word)][:WORDS]
    rows = np.array([known[word] for word in words], dtype=np.uint16)
    return pack(words, rows, _cluster(vectors))


def make_word_vectors(folder: Path) -> bytes:
    """The packed short vectors of a folder of vectors, the same bytes at every run.

    They hold what varies most between the words; their mean length is 1.
    """
    import numpy as np

    short = _components(read_vectors(folder)[1])[:, : wordvectors.DIMENSIONS]
    return wordvectors.pack(short / np.linalg.norm(short, axis=1).mean())


def _components(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Directions of the vectors along their principal axes."""
    from sklearn.decomposition import PCA

    short: NDArray[np.float32] = PCA(_DIMENSIONS, random_state=0).fit_transform(
        _unit(vectors)
    )
    return short


def _is_word(word: str) -> bool:
    return any(map(str.isalpha, word)) and len(word) <= _LONGEST_WORD


def _cluster(vectors: NDArray[np.float32]) -> NDArray[np.uint16]:
    """Cluster numbers of every vector, by direction, at each grain."""
    import numpy as np
    from sklearn.cluster import MiniBatchKMeans
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1):  # sums in a fixed order: the same clusters each time
        directions = _unit(_components(vectors))
        labels = [
            MiniBatchKMeans(
                grain, random_state=0, batch_size=4096, n_init=1, max_iter=60
            ).fit_predict(directions)
            for grain in GRAINS
        ]
    return np.stack(labels, axis=1).astype(np.uint16)


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    import numpy as np

    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: NDArray[np.float32] = vectors / np.maximum(lengths, 1e-6)
    return unit
