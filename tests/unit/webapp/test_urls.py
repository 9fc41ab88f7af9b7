from __future__ import annotations

import pytest

from webapp import urls


@pytest.mark.parametrize(
    ("made", "given", "address"),
    [
        (urls.articles, (), "/articles"),
        (urls.article, ("oslo",), "/articles/oslo"),
        (urls.article, ("東京",), "/articles/%E6%9D%B1%E4%BA%AC"),
        (urls.layers, ("oslo",), "/articles/oslo/layers"),
        (urls.layer, ("oslo", "a", "csv"), "/articles/oslo/layers/a.csv"),
        (urls.download, ("oslo", "kml"), "/articles/oslo/download.kml"),
        (urls.map_script, ("oslo", "1a"), "/articles/oslo/map.1a.js"),
        (urls.definition, ("oslo",), "/ogc/oslo/api?f=json"),
        (urls.ogc, ("apis",), "http://localhost/ogc"),
        (urls.asset, ("img/none.png",), "/static/img/none.png"),
    ],
)
def test_addresses_are_as_the_interface_says(app, made, given, address):
    with app.test_request_context():
        assert made(*given) == address
