"""Tests of geodata.mentions.wordtable."""

import numpy as np
import pytest

from geodata.errors import ModelError
from geodata.mentions.wordtable import Word, pack, unpack, word_table

ROWS = np.array([0, 1, 0], np.uint16)
CLUSTERS = np.array([[1, 2, 3], [4, 5, 6]], np.uint16)


def test_a_table_is_the_same_after_packing():
    table = unpack(pack(["the", "Zürich", "Reading"], ROWS, CLUSTERS))
    assert table.exactly("Zürich") == Word(1, (4, 5, 6))
    assert table.exactly("zürich") is None


def test_words_in_capitals_are_found_under_their_usual_spelling():
    table = unpack(pack(["the", "Zürich", "Reading"], ROWS, CLUSTERS))
    assert table.find("ZÜRICH") == Word(1, (4, 5, 6))
    assert table.find("THE") == Word(0, (1, 2, 3))


def test_a_broken_table_is_told():
    with pytest.raises(ModelError, match="train words"):
        unpack(b"nothing")


def test_the_table_of_the_package_knows_common_words():
    known = word_table().exactly("Paris")
    assert known is not None
    assert known.rank < 5000
