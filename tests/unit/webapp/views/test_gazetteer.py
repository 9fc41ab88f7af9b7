from __future__ import annotations

import pytest

from webapp.app import create_app
from webapp.views.gazetteer import MOST_FOUND


@pytest.fixture
def client(gazetteer_path, tmp_path):
    config = {"GAZETTEER": gazetteer_path, "LIBRARY": tmp_path}
    return create_app(config).test_client()


def test_places_are_found_by_name_in_any_script(client):
    for words in ("Pyongyang", "pyongy", "평양"):
        [first, *_] = client.get("/gazetteer", query_string={"q": words}).json["places"]
        assert first["id"] == "geonames:1871859"
        assert first["name"] == "Pyongyang"
        assert (round(first["lat"]), round(first["lon"])) == (39, 126)


def test_at_most_so_many_are_given_and_none_is_no_error(client):
    many = client.get("/gazetteer", query_string={"q": "s"}).json["places"]
    assert len(many) == MOST_FOUND
    assert client.get("/gazetteer?q=qqqqqq").json == {"places": []}


@pytest.mark.parametrize("query", ["", "?q=", "?q=%20", "?q=" + "a" * 201])
def test_nothing_to_search_for_is_said(client, query):
    answer = client.get(f"/gazetteer{query}")
    assert answer.status_code == 400
    assert "give ?q=" in answer.json["error"]


def test_an_engine_without_gazetteer_finds_nothing(app):
    assert app.test_client().get("/gazetteer?q=Riga").json == {"places": []}


def test_the_region_or_the_country_can_be_said_after_a_comma(client):
    for words in ("Paris, Texas", "Paris, USA", "paris,texas"):
        found = client.get("/gazetteer", query_string={"q": words}).json["places"]
        assert found
        assert {one["country"] for one in found} == {"US"}
        assert found[0]["id"] == "geonames:4717560"
    assert client.get("/gazetteer?q=Paris, Nowhereland").json == {"places": []}
