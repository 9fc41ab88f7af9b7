"""Tests of geodata.evaluation.held_out, on texts made by hand."""

import dataclasses

from geodata.evaluation.gold import GoldDocument, GoldToponym
from geodata.evaluation.held_out import recogniser_examples, resolver_examples

TEXT = "The bus from Lima to Quito was late."


def toponym(phrase, **more):
    start = TEXT.index(phrase)
    return GoldToponym(start=start, end=start + len(phrase), phrase=phrase, **more)


DOCUMENT = GoldDocument(
    corpus="made", id="1", text=TEXT, toponyms=(toponym("Lima"), toponym("Quito"))
)


def test_all_marked_names_are_learnt_from(built_gazetteer):
    [example] = recogniser_examples([[DOCUMENT]], built_gazetteer)
    assert [TEXT[start:end] for start, end in example.spans] == ["Lima", "Quito"]
    assert not example.demonyms


def test_texts_full_of_names_are_known_as_such(built_gazetteer):
    words = "It rained all day, and nobody came. " * 10
    sparse = dataclasses.replace(DOCUMENT, text=TEXT + words)
    [dense], [other] = (
        recogniser_examples([[document]], built_gazetteer)
        for document in (DOCUMENT, sparse)
    )
    assert dense.dense
    assert not other.dense


def test_corpora_that_mark_one_name_or_senses_are_left_out(built_gazetteer):
    titles = dataclasses.replace(DOCUMENT, corpus="wiktor")
    senses = dataclasses.replace(DOCUMENT, toponyms=(toponym("Lima", reading="lit"),))
    assert recogniser_examples([[titles], [senses], []], built_gazetteer) == []


def test_an_id_of_another_gazetteer_is_no_id_of_geonames(built_gazetteer):
    lima = toponym("Lima", lon=-77.03, lat=-12.04, geonameid="Q2868")
    marked = dataclasses.replace(DOCUMENT, toponyms=(lima,))
    assert len(resolver_examples([[marked]], built_gazetteer)) == 1
