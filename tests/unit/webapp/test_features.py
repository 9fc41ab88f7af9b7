"""What `views/test_ogc.py` does not see: that shapes are written once."""

from __future__ import annotations

import pytest

from webapp import features, once
from webapp.errors import UnknownFeature
from webapp.selection import read_selection


@pytest.fixture
def article(app):
    library = app.extensions["library"]
    return library.article(library.newest())


@pytest.fixture(autouse=True)
def forgetful():
    once.forget()


def test_shapes_are_written_once_however_many_pages_are_asked_for(
    app, article, monkeypatch
):
    written = []

    def counted(place, make=features.written_shape):
        written.append(place.id)
        return make(place)

    monkeypatch.setattr(features, "written_shape", counted)
    with app.test_request_context():
        for box in ("18,54,19,55", "-180,-90,180,90"):
            selection = read_selection({"bbox": [box], "limit": ["1"]})
            features.items(article, "cities", selection, {}, "json")
    assert len(written) == len(set(written)) == len(article.layer("cities").features)


def test_a_feature_of_another_layer_is_unknown(app, article):
    with app.test_request_context(), pytest.raises(UnknownFeature, match="ports"):
        features.item(article, "ports", "geonames:3099434", "json")
