"""Tests of geodata.mentions.training."""

from geodata.mentions.augmenting import Example
from geodata.mentions.crf import unpack
from geodata.mentions.features import find_entries
from geodata.mentions.lexicon import Lexicon
from geodata.mentions.names import find_names
from geodata.mentions.tokens import tokenise
from geodata.mentions.training import label_tokens, train_recogniser

TEXT = "The Peruvian president flew from Lima to Quito. He spoke French, he said."


def example(*, demonyms):
    spans = tuple(
        (TEXT.index(name), TEXT.index(name) + len(name)) for name in ("Lima", "Quito")
    )
    return Example(text=TEXT, spans=spans, demonyms=demonyms)


def labelled(gazetteer, *, demonyms):
    lexicon = Lexicon(gazetteer)
    tokens = tokenise(TEXT)
    matches = find_entries(TEXT, tokens, lexicon)
    labels = label_tokens(example(demonyms=demonyms), tokens, matches, lexicon)
    return {
        token.text: label
        for token, label in zip(tokens, labels, strict=True)
        if label != "O"
    }


def test_demonyms_are_added_where_a_corpus_marks_none(built_gazetteer):
    found = labelled(built_gazetteer, demonyms=False)
    assert found == {"Peruvian": "B-DEM", "Lima": "B-LOC", "Quito": "B-LOC"}


def test_adjectives_are_left_to_a_corpus_that_marks_demonyms(built_gazetteer):
    assert labelled(built_gazetteer, demonyms=True) == {
        "Lima": "B-LOC",
        "Quito": "B-LOC",
    }


def test_training_gives_the_same_bytes_and_learns(built_gazetteer):
    examples = [example(demonyms=False)] * 5
    data = train_recogniser(examples, built_gazetteer)
    assert data == train_recogniser(examples, built_gazetteer)
    names = find_names(TEXT, built_gazetteer, model=unpack(data))
    assert {"Lima", "Quito"} <= {mention.phrase for mention in names}
