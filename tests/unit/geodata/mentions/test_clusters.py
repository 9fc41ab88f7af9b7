"""Tests of geodata.mentions.clusters, on vectors made here."""

import numpy as np
import pytest

from geodata.errors import ModelError
from geodata.mentions.clusters import make_word_table, make_word_vectors
from geodata.mentions.wordtable import GRAINS, unpack
from geodata.mentions.wordvectors import DIMENSIONS
from geodata.mentions.wordvectors import unpack as unpack_vectors
from tests.unit.geodata.mentions.test_vectors import write_vocabulary

COUNT = 1_100
"""Words; more than there are clusters of the finest grain."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Words of two kinds, whose vectors point in two directions."""
    folder = tmp_path_factory.mktemp("vocab")
    noise = np.random.default_rng(0).normal(0, 0.05, (COUNT, 120))
    noise[: COUNT // 2, 0] += 1
    noise[COUNT // 2 :, 1] += 1
    words = [f"word{chr(97 + n % 26)}{n}" for n in range(COUNT)]
    write_vocabulary(folder, words, noise.astype(np.float32))
    return folder


def test_the_table_is_the_same_at_every_run_and_parts_the_two_kinds(folder):
    packed = make_word_table(folder)
    assert packed == make_word_table(folder)
    table = unpack(packed)
    coarse = [
        {table.exactly(f"word{chr(97 + n % 26)}{n}").clusters[0] for n in half}
        for half in (range(COUNT // 2), range(COUNT // 2, COUNT))
    ]
    assert coarse[0].isdisjoint(coarse[1])
    assert len(table.exactly("worda0").clusters) == len(GRAINS)


def test_short_vectors_have_a_row_for_each_of_the_long_and_one_of_noughts(folder):
    packed = make_word_vectors(folder)
    assert packed == make_word_vectors(folder)
    assert unpack_vectors(packed).shape == (COUNT + 1, DIMENSIONS)


def test_a_folder_without_vectors_is_told(tmp_path):
    with pytest.raises(ModelError):
        make_word_table(tmp_path)
