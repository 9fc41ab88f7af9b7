"""Leaving a corpus out: models trained on the other corpora alone."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.evaluation.gold import GoldDocument
from geodata.evaluation.scoring import Parse, marks_all_names, marks_demonyms
from geodata.gazetteer import Gazetteer
from geodata.mentions import mentions_at
from geodata.mentions.augmenting import Example
from geodata.mentions.beside import names_beside
from geodata.mentions.crf import Model, unpack
from geodata.mentions.names import find_names
from geodata.mentions.senses import with_senses
from geodata.mentions.training import train_recogniser
from geodata.model import Document, Resolution, Span
from geodata.places import training
from geodata.places.choose import choose
from geodata.places.examples import Example as PlacedExample
from geodata.places.examples import Gold, example_of

ONE_NAME_WEIGHT = 0.1
"""Weight of a text in which only one name is marked, against 1 for the others."""

ONE_NAME_STEP = 3
"""Of such texts every third is read: all of them teach no more."""


LETTERS_A_NAME = 100
"""Text of fewer letters a name is dense; news has two or three times as many."""


def recogniser_examples(
    corpora: Sequence[Sequence[GoldDocument]], gazetteer: Gazetteer
) -> list[Example]:
    """Texts to train the recogniser on, of every corpus that marks all names."""
    examples = []
    for documents in corpora:
        if not documents or not marks_all_names(documents[0].corpus):
            continue
        if any(item.reading for item in documents[0].toponyms):
            continue
        demonyms = marks_demonyms(documents, gazetteer)
        dense = is_dense(documents)
        examples += [
            Example(
                text=document.text,
                spans=tuple(toponym.span for toponym in document.toponyms),
                demonyms=demonyms,
                dense=dense,
            )
            for document in documents
        ]
    return examples


def is_dense(documents: Sequence[GoldDocument]) -> bool:
    """Whether names stand close together, as in texts written to be learnt from."""
    letters = sum(len(document.text) for document in documents)
    names = sum(len(document.toponyms) for document in documents)
    return names * LETTERS_A_NAME > letters


def held_out_parse(
    corpora: Sequence[Sequence[GoldDocument]], gazetteer: Gazetteer
) -> Parse:
    """A geoparser whose recogniser and resolver know only these corpora.

    The sense model, which plays no part in what is scored here, is the shipped one.
    """
    recogniser = unpack(
        train_recogniser(recogniser_examples(corpora, gazetteer), gazetteer)
    )
    ranker = training.train(resolver_examples(corpora, gazetteer, recogniser))

    def parse(document: Document, spans: Sequence[Span] | None) -> list[Resolution]:
        if spans is None:
            names = find_names(document.text, gazetteer, model=recogniser)
            mentions = with_senses(document.text, names, gazetteer)
        else:
            given = mentions_at(document, spans, gazetteer)
            beside = names_beside(document.text, given, gazetteer, model=recogniser)
            mentions = (*given, *beside)
        answers = choose(document.text, mentions, gazetteer, ranker)
        wanted = len(mentions) if spans is None else len(spans)
        return [answers[position] for position in range(wanted)]

    return parse


def resolver_examples(
    corpora: Sequence[Sequence[GoldDocument]],
    gazetteer: Gazetteer,
    recogniser: Model | None = None,
) -> list[PlacedExample]:
    """Texts to train the resolver on, of every corpus that says where its names lie.

    A corpus that marks one name a text (WikToR, of namesakes) counts little: it
    teaches to read the context, and too much of it teaches to prefer the obscure.
    """
    return [
        example_of(
            document.text,
            _located(document),
            find_names(document.text, gazetteer, model=recogniser),
            gazetteer,
            weight=1.0 if marks_all_names(document.corpus) else ONE_NAME_WEIGHT,
            corpus=document.corpus,
        )
        for documents in corpora
        for document in _enough(documents)
        if any(toponym.located for toponym in document.toponyms)
    ]


def _enough(documents: Sequence[GoldDocument]) -> Sequence[GoldDocument]:
    whole = not documents or marks_all_names(documents[0].corpus)
    return documents if whole else documents[::ONE_NAME_STEP]


def _located(document: GoldDocument) -> dict[Span, Gold]:
    return {
        toponym.span: Gold(
            lon=toponym.lon,
            lat=toponym.lat,
            geonameid=_integer(toponym.geonameid),
            name=toponym.name or toponym.phrase,
        )
        for toponym in document.toponyms
        if toponym.lon is not None and toponym.lat is not None
    }


def _integer(geonameid: str | None) -> int | None:
    """An id as GeoNames has them; None for one of another gazetteer's form."""
    return int(geonameid) if geonameid and geonameid.isdecimal() else None
