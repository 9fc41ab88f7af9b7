"""An article, read and worked out."""

import pytest

from geodata.errors import UnknownLayer
from tests.unit.webapp.sample import sample_atlas, sample_document
from webapp.article import Article


@pytest.fixture
def article():
    document = sample_document()
    return Article(
        id=document.id,
        title=document.title,
        document=document,
        atlas=sample_atlas(document),
    )


def test_an_article_knows_its_layers(article):
    assert article.layer("cities").title == "Cities and towns"
    with pytest.raises(UnknownLayer, match="its layers are: cities, regions"):
        article.layer("towns")


def test_an_article_tells_what_became_of_its_mentions_in_text_order(article):
    starts = [each.mention.start for each in article.resolutions]
    assert starts
    assert starts == sorted(starts)
