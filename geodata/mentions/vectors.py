"""Reading a folder of static word vectors as spaCy 3 writes it; training only.

The folder holds `vectors` (a NumPy array), `key2row` (a MessagePack map of 64-bit
word hash to row) and `strings.json` (the words). Nothing of spaCy is needed.
"""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import TYPE_CHECKING

from geodata.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MASK = 0xFFFFFFFFFFFFFFFF
_MULTIPLIER = 0xC6A4A7935BD1E995
_SHIFT = 47
_SEED = 1
"""The seed spaCy's string store hashes with."""

_MAP_32 = 0xDF
_SIZES = {0xCC: ">B", 0xCD: ">H", 0xCE: ">I", 0xCF: ">Q"}
_SMALL = 0x80


def read_vectors(folder: Path) -> tuple[dict[str, int], NDArray[np.float32]]:
    """Words with their rows, the commonest first, and the vectors.

    Raises
    ------
    ModelError
        If the folder holds no such files.
    """
    import numpy as np  # training only

    try:
        rows = _read_map((folder / "key2row").read_bytes())
        words = json.loads((folder / "strings.json").read_text(encoding="utf-8"))
        vectors = np.load(folder / "vectors")
    except (OSError, ValueError, KeyError, struct.error) as error:
        raise ModelError(
            f"{folder} holds no word vectors ({error}); give a spaCy 3 `vocab` folder"
            " with vectors, key2row and strings.json"
        ) from error
    named = {word_hash(word): word for word in words}
    return {named[hash_]: row for hash_, row in rows.items() if hash_ in named}, vectors


def _read_map(data: bytes) -> dict[int, int]:
    if data[0] != _MAP_32:
        raise ValueError(f"key2row begins with {data[0]:#x}, not with a map")
    (count,) = struct.unpack_from(">I", data, 1)
    position, numbers = 5, []
    for _ in range(2 * count):
        head = data[position]
        position += 1
        if head < _SMALL:
            numbers.append(head)
            continue
        form = _SIZES[head]
        numbers.append(struct.unpack_from(form, data, position)[0])
        position += struct.calcsize(form)
    return dict(zip(numbers[::2], numbers[1::2], strict=True))


def word_hash(word: str) -> int:
    """MurmurHash64A (Appleby, public domain) of a word's UTF-8 bytes.

    Examples
    --------
    >>> word_hash("coffee")  # the value in spaCy's documentation
    3197928453018144401
    """
    data = word.encode()
    whole = len(data) // 8 * 8
    value = _SEED ^ (len(data) * _MULTIPLIER & _MASK)
    for (block,) in struct.iter_unpack("<Q", data[:whole]):
        mixed = block * _MULTIPLIER & _MASK
        mixed = (mixed ^ mixed >> _SHIFT) * _MULTIPLIER & _MASK
        value = (value ^ mixed) * _MULTIPLIER & _MASK
    if data[whole:]:
        rest = int.from_bytes(data[whole:], "little")
        value = (value ^ rest) * _MULTIPLIER & _MASK
    value = (value ^ value >> _SHIFT) * _MULTIPLIER & _MASK
    return value ^ value >> _SHIFT
