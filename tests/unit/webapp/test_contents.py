from __future__ import annotations

import pytest

from geodata.errors import UnknownLayer
from geodata.exports import formats
from tests.unit.webapp.sample import write_sample
from webapp.contents import (
    article_content,
    entry_summary,
    layer_file,
    layer_summaries,
    written,
)


@pytest.fixture
def library(app):
    return app.extensions["library"]


def test_an_entry_says_what_it_is_without_being_worked_out(app, library):
    with app.test_request_context():
        assert entry_summary(library, library.newest()) == {
            "id": "baltic",
            "title": "Baltic ferries run again",
            "href": "/articles/baltic",
            "origin": "named",
        }


def test_an_article_links_to_its_layers_and_every_format(app, library):
    with app.test_request_context():
        content = article_content(library.article(library.newest()), None)
    hrefs = [link["href"] for link in content["links"]]
    assert hrefs == [
        "/articles/baltic/layers",
        "/ogc/baltic/api?f=json",
        *(f"/articles/baltic/download.{name}" for name in formats()),
    ]
    assert content["made_by"]["gazetteer"] == "sample"


def test_a_layer_links_to_its_geojson_first(app, library):
    with app.test_request_context():
        for layer in layer_summaries(library.article(library.newest())):
            link = layer["links"][0]
            assert link["type"] == "application/geo+json"
            assert link["href"] == f"/articles/baltic/layers/{layer['id']}.geojson"


def test_the_same_article_gives_the_same_summaries(app, library, tmp_path):
    write_sample(tmp_path)
    with app.test_request_context():
        article = library.article(library.newest())
        assert layer_summaries(article) == layer_summaries(article)


def test_a_layer_is_written_once_and_again_when_the_text_changes(library, tmp_path):
    article = library.article(library.newest())
    first = layer_file(article, "cities", "geojson")
    assert layer_file(library.article(library.newest()), "cities", "geojson") is first
    assert written(article, [article.layer("cities")], "geojson") == first
    (tmp_path / "baltic.txt").write_text("Nothing at all.", encoding="utf-8")
    with pytest.raises(UnknownLayer):
        layer_file(library.article(library.newest()), "cities", "geojson")
