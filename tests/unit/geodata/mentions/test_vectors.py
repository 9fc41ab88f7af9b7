"""Tests of geodata.mentions.vectors, on files made here in the real format."""

import json
import struct

import numpy as np
import pytest

from geodata.errors import ModelError
from geodata.mentions.vectors import read_vectors, word_hash

WORDS = ["coffee", "Ålesund", "tea"]


def write_vocabulary(folder, words, vectors):
    """A `vocab` folder as spaCy 3 writes it, one vector a word."""
    pairs = b"".join(
        b"\xcf" + struct.pack(">Q", word_hash(word)) + b"\xce" + struct.pack(">I", row)
        for row, word in enumerate(words)
    )
    head = b"\xdf" + struct.pack(">I", len(words))
    (folder / "key2row").write_bytes(head + pairs)
    (folder / "strings.json").write_text(json.dumps(["unused", *words]), "utf-8")
    with (folder / "vectors").open("wb") as file:
        np.save(file, vectors)


def test_words_are_read_with_their_rows(tmp_path):
    made = np.eye(3, dtype=np.float32)
    write_vocabulary(tmp_path, WORDS, made)
    rows, vectors = read_vectors(tmp_path)
    assert rows == {"coffee": 0, "Ålesund": 1, "tea": 2}
    assert (vectors == made).all()


def test_words_are_hashed_by_every_letter():
    assert word_hash("Ålesund") != word_hash("Alesund")


def test_a_folder_without_vectors_is_told(tmp_path):
    with pytest.raises(ModelError):
        read_vectors(tmp_path)
