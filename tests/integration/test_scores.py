"""Gates on accuracy: no change may lose more than the noise of a small sample.

Texts of our own are always scored. Where the gold corpora lie beside the checkout
(`../shared/corpora`, or the folder that TOPOSCOPE_CORPORA names), a fixed sample of
those for training is scored too, by the shipped models: that shows a loss, but says
nothing of texts never seen; for those, see `toposcope evaluate --loco`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from geodata import open_gazetteer
from geodata.evaluation.gold import GoldDocument, read_gold
from geodata.evaluation.metrics import MEASURES
from geodata.evaluation.scoring import marks_demonyms, pipeline, score
from geodata.mentions.senses.model import load_model
from geodata.mentions.senses.training import read_examples
from geodata.mentions.senses.training import score as score_senses
from geodata.model import MentionKind
from tests.integration.marking import Marked, is_placed, marked_article

ROOT = Path(__file__).parents[2]
CORPORA = Path(os.environ.get("TOPOSCOPE_CORPORA", ROOT.parent / "shared" / "corpora"))
ARTICLES = ["000_c03d738c9aefa7ed", "andes", "baltic", "sahel"]
OWN_F1, OWN_PLACED, OWN_SENSES, HELD_OUT_SENSES = 0.97, 0.95, 0.92, 0.92
EVERY = {"trnews": 6, "geovirus": 10, "wiktor": 37, "relocar": 3}
"""Every how many texts of a corpus one is taken."""

LEAST = {
    "trnews": {"strict_f1": 0.96, "e2e_f1_161": 0.92, "gold_id_or_161": 0.94},
    "geovirus": {"strict_f1": 0.96, "e2e_f1_161": 0.83, "gold_acc161": 0.85},
    "wiktor": {"gold_acc161": 0.73},
    "relocar": {"sense_accuracy": 0.92},
}
"""Least values of some measures; each lies below what was measured."""


def articles() -> list[Marked]:
    return [marked_article(stem) for stem in ARTICLES]


def corpora() -> Iterator[tuple[str, list[GoldDocument]]]:
    """The fixed sample of every gold corpus that is at hand."""
    for name, step in EVERY.items():
        path = CORPORA / "train" / f"{name}.jsonl"
        if path.is_file():
            yield name, read_gold(path)[::step]


def lost(documents: list[GoldDocument], least: dict[str, float]) -> list[str]:
    """The measures that fell below their gate, in words."""
    with open_gazetteer() as gazetteer:
        parse = pipeline(gazetteer)
        demonyms = marks_demonyms(documents, gazetteer)
        tallies = [
            score(document, parse, gazetteer, demonyms=demonyms).tally
            for document in documents
        ]
    values = {name: MEASURES[name](tallies) for name in least}
    return [
        f"{documents[0].corpus} {name}: {value:.3f} < {least[name]}"
        for name, value in values.items()
        if value < least[name]
    ]


def test_names_of_our_own_articles_are_found():
    right = gold = found = 0
    for article in articles():
        marks = {(mark["start"], mark["end"]) for mark in article.marked("name")}
        spans = {
            (answer.mention.start, answer.mention.end)
            for answer in article.found
            if answer.mention.kind is MentionKind.NAME
        }
        right, gold, found = (
            right + len(marks & spans), gold + len(marks), found + len(spans)
        )  # fmt: skip
    assert gold > 150
    assert 2 * right / (gold + found) >= OWN_F1


def test_names_of_our_own_articles_are_placed():
    placed = [
        is_placed(mark, answer.place)
        for article in articles()
        for mark in article.marked("name", "demonym")
        if (answer := article.at(mark)) is not None
    ]
    assert sum(placed) / len(placed) >= OWN_PLACED


def test_senses_of_our_own_articles_are_told():
    right = [
        answer.mention.sense == mark["sense"]
        for article in articles()
        for mark in article.marked("name")
        if (answer := article.at(mark)) is not None
    ]
    assert sum(right) / len(right) >= OWN_SENSES


def test_senses_of_sentences_never_trained_on_are_told():
    with open_gazetteer() as gazetteer:
        examples = read_examples(ROOT / "tests/data/sense/held_out.jsonl", gazetteer)
    [scores] = score_senses(examples, load_model())
    assert scores.accuracy >= HELD_OUT_SENSES


def test_the_sample_of_the_gold_corpora_keeps_its_scores():
    samples = dict(corpora())
    assert set(samples) == (set(LEAST) if CORPORA.is_dir() else set())
    assert not [
        line
        for name, documents in samples.items()
        for line in lost(documents, LEAST[name])
    ]
