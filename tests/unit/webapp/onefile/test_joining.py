from dataclasses import replace

from geodata.model import Atlas
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
