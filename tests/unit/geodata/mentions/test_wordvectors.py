"""Tests of geodata.mentions.wordvectors."""

import numpy as np
import pytest

from geodata.errors import ModelError
from geodata.mentions.wordtable import word_table
from geodata.mentions.wordvectors import pack, unpack, word_vectors

MADE = np.array([[1.0, -0.5], [0.25, 2.0]], np.float32)


def test_vectors_are_nearly_the_same_after_packing():
    assert np.abs(unpack(pack(MADE))[:2] - MADE).max() < 0.01


def test_an_unknown_word_has_a_vector_of_noughts():
    assert (unpack(pack(MADE))[-1] == 0).all()


def test_broken_vectors_are_told():
    with pytest.raises(ModelError, match="train words"):
        unpack(b"nothing")


def test_words_used_alike_point_alike():
    condemned, denounced, river = (
        word_vectors()[word_table().row(word)]
        for word in ("condemned", "denounced", "river")
    )
    assert condemned @ denounced > 2 * abs(condemned @ river)
