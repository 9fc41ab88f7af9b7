"""How fast layers, files and the first page are made."""

import pytest

from geodata.exports import exporter_for, formats
from geodata.layers import compose
from geodata.pipeline import build_atlas, geoparse
from webapp.app import create_app


@pytest.fixture(scope="module")
def atlas(article, built_gazetteer):
    return build_atlas([article], built_gazetteer)


def test_layers_are_composed(measure, article, built_gazetteer):
    found = {article.id: geoparse(article, built_gazetteer)}
    assert measure(compose, [article], found, built_gazetteer, group="layers")


@pytest.mark.parametrize("name", sorted(set(formats()) - {"html"}))
def test_a_file_is_written(measure, atlas, name):
    exporter = exporter_for(name)
    assert measure(lambda: exporter.write(atlas.layers, about={}), group="exports")


def test_the_first_page_of_a_new_server_is_sent(measure):
    def first_page():
        with create_app().test_client() as client:
            return client.get("/").status_code

    assert measure(first_page, group="page") == 200


def test_the_second_page_is_sent(measure):
    with create_app().test_client() as client:
        client.get("/")
        assert measure(lambda: client.get("/").status_code, group="page") == 200
