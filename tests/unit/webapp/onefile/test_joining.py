from dataclasses import replace

from geodata.model import Atlas, Correction, Document, Ruling
from geodata.pipeline import build_atlas
from tests.unit.webapp.sample import sample_atlas, sample_document
from webapp.onefile.joining import as_one


def two_articles() -> Atlas:
    """The sample twice, under two ids."""
    first, second = sample_document("first"), sample_document("second")
    one, other = sample_atlas(first), sample_atlas(second)
    return replace(
        one,
        documents=(first, second),
        resolutions={**one.resolutions, **other.resolutions},
        layers=(*one.layers, *other.layers),
    )


def test_a_single_article_stays_as_it_is():
    atlas = sample_atlas(sample_document())
    assert as_one(atlas) is atlas


def test_every_mention_still_points_at_its_words():
    atlas = as_one(two_articles())
    [document] = atlas.documents
    found = atlas.resolutions[document.id]
    assert len(found) == 2 * len(sample_atlas(sample_document()).resolutions["baltic"])
    for resolution in found:
        mention = resolution.mention
        assert document.text[mention.start : mention.end] == mention.phrase


def test_every_excerpt_still_holds_its_mention():
    atlas = as_one(two_articles())
    for layer in atlas.layers:
        for feature in layer.features:
            for said in feature.occurrences:
                assert said.document == atlas.documents[0].id
                start = said.resolution.mention.start - said.excerpt_start
                phrase = said.resolution.mention.phrase
                assert said.excerpt[start : start + len(phrase)] == phrase


def test_no_article_at_all_is_an_empty_page():
    atlas = Atlas(documents=(), resolutions={}, layers=(), made_by={})
    assert as_one(atlas).documents[0].text == ""


def test_what_people_said_goes_along_with_its_text(gazetteer):
    documents = [
        Document(
            id=name,
            title=name,
            text="Snow in Paris. Ice in Moscow.",
            corrections=(
                Correction(phrase="Paris", ruling=Ruling.NOT_A_PLACE, start=8),
                Correction(phrase="Moscow", ruling=Ruling.FLAGGED),
            ),
        )
        for name in ("first", "second")
    ]
    atlas = as_one(build_atlas(documents, gazetteer))
    [document] = atlas.documents
    assert len(document.corrections) == 4
    found = atlas.resolutions[document.id]
    assert {each.correction for each in found} == set(document.corrections)
    for each in found:
        start = each.correction.start
        assert start is None or start == each.mention.start
