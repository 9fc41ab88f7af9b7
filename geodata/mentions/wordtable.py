"""Word clusters: which words are used alike, and how common each one is.

The table is ours, made by `toposcope train words` from word vectors; it holds words
from the commonest down, each with the numbers of its clusters at three grains.
"""

from __future__ import annotations

import lzma
import math
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from geodata.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

GRAINS = (64, 256, 1024)
"""Numbers of clusters, coarse to fine."""

TABLE_FILE = "words.xz"
"""The table's name in the package `geodata.mentions.models`."""

_RANK_UNIT = 500
_TOP_BAND = 9


class Word(NamedTuple):
    """What the table says of a word."""

    rank: int
    """0 for the commonest word."""
    clusters: tuple[int, int, int]
    """Numbers of its clusters, one a grain."""


class WordTable:
    """Clusters and frequency ranks of words.

    Parameters
    ----------
    words : list of str
        The commonest first.
    rows : list of int
        For each word, its row of `clusters`.
    clusters : list of (int, int, int)
        Cluster numbers of each row.
    """

    def __init__(
        self, words: list[str], rows: list[int], clusters: list[tuple[int, int, int]]
    ) -> None:
        self._ranks = {word: rank for rank, word in enumerate(words)}
        self._rows = rows
        self._clusters = clusters

    def exactly(self, word: str) -> Word | None:
        """What is known of a word in exactly this spelling."""
        rank = self._ranks.get(word)
        if rank is None:
            return None
        return Word(rank, self._clusters[self._rows[rank]])

    def find(self, word: str) -> Word | None:
        """What is known of a word, in capitals or small letters if need be."""
        found = self.exactly(word)
        if found is None and word.isupper():
            found = self.exactly(word.title())
        return found or self.exactly(word.lower())

    def row(self, word: str) -> int:
        """Row of a word's clusters and vector, in small letters if need be; or -1."""
        rank = self._ranks.get(word)
        if rank is None:
            rank = self._ranks.get(word.lower())
        return -1 if rank is None else self._rows[rank]

    def band(self, word: str) -> int | None:
        """How rare a word is, 0 (very common) to 9; None if unknown."""
        known = self.exactly(word)
        if known is None:
            return None
        return min(_TOP_BAND, int(math.log2(known.rank / _RANK_UNIT + 1)))


def pack(
    words: list[str], rows: NDArray[np.uint16], clusters: NDArray[np.uint16]
) -> bytes:
    """A table as bytes: three counts, the words, their rows, the rows' clusters."""
    spelled = "\n".join(words).encode()
    head = f"{len(words)} {len(spelled)} {len(clusters)}\n".encode()
    data = head + spelled + rows.astype("<u2").tobytes()
    return lzma.compress(data + clusters.astype("<u2").tobytes(), preset=9)


def unpack(data: bytes) -> WordTable:
    """The table that `pack` wrote.

    Raises
    ------
    ModelError
        If these are not the bytes of a table.
    """
    import numpy as np

    try:
        head, _, body = lzma.decompress(data).partition(b"\n")
        count, length, rows = map(int, head.split())
        numbers = np.frombuffer(body, "<u2", offset=length)
        clusters = numbers[count:].reshape(rows, len(GRAINS))
    except (lzma.LZMAError, ValueError) as error:
        raise ModelError(
            f"the word table is broken ({error}); make it anew by"
            " `toposcope train words`"
        ) from None
    return WordTable(
        body[:length].decode().split("\n"),
        numbers[:count].tolist(),
        [(row[0], row[1], row[2]) for row in clusters.tolist()],
    )


@lru_cache(maxsize=1)
def word_table() -> WordTable:
    """The table of the package; an empty one where none has been made."""
    path = files("geodata.mentions.models") / TABLE_FILE
    if not path.is_file():
        return WordTable([], [], [])
    return unpack(path.read_bytes())
