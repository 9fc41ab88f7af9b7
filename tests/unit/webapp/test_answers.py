from __future__ import annotations

import gzip
import logging

import pytest

from webapp.answers import wants_page
from webapp.app import create_app
from webapp.errors import BadRequest

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.mark.parametrize("accept", [None, "*/*", "application/json"])
def test_an_error_is_json_to_a_program(client, accept):
    answer = client.get("/none", headers={"Accept": accept} if accept else {})
    assert answer.status_code == 404
    assert answer.json == {
        "ok": False,
        "error": "nothing is at '/none'; the articles are listed at /articles",
        "status": 404,
    }


def test_an_error_is_a_page_to_a_browser(client):
    answer = client.get("/articles/none", headers=BROWSER)
    assert answer.status_code == 404
    assert answer.mimetype == "text/html"
    assert "No article &#39;none&#39;; the articles" in answer.text
    assert '<html lang="en"' in answer.text


def test_an_error_page_shows_a_hostile_address_as_text(client):
    answer = client.get("/<script>alert(1)</script>", headers=BROWSER)
    assert answer.status_code == 404
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_a_method_that_is_not_taken_is_405(client, method):
    answer = getattr(client, method)("/articles")
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]
    assert answer.json["error"] == f"'/articles' does not take {method.upper()}"


def test_errors_are_not_kept_by_caches(client):
    assert client.get("/none").headers["Cache-Control"] == "no-store"


def test_an_unknown_form_is_400(client):
    answer = client.get("/articles?f=xml")
    assert answer.status_code == 400
    assert answer.json["error"] == "f must be one of html, json, not 'xml'"


def test_a_fault_of_ours_is_a_sentence_without_a_traceback(config, caplog):
    def broken(document):
        raise RuntimeError(f"secret of {document.id}")

    client = create_app({**config, "BUILD_ATLAS": broken}).test_client()
    with caplog.at_level(logging.ERROR):
        answer = client.get("/")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert answer.json["status"] == 500
    assert "secret of baltic" in caplog.text


def test_a_known_page_is_not_sent_again(client):
    first = client.get("/articles/baltic")
    assert first.headers["Cache-Control"] == "no-cache"
    again = client.get(
        "/articles/baltic", headers={"If-None-Match": first.headers["ETag"]}
    )
    assert (again.status_code, again.data) == (304, b"")
    other = client.get("/articles/baltic", headers={"If-None-Match": '"older"'})
    assert other.status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/articles/baltic",
        "/articles/baltic?f=json",
        "/articles/baltic/download.geojson",
    ],
)
def test_texts_are_sent_compressed_with_a_tag_of_their_own(client, address):
    plain = client.get(address)
    packed = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) == int(packed.headers["Content-Length"])
    assert packed.headers["ETag"] != plain.headers["ETag"]
    assert "Accept-Encoding" in plain.vary
    again = client.get(
        address,
        headers={"Accept-Encoding": "gzip", "If-None-Match": packed.headers["ETag"]},
    )
    assert again.status_code == 304
    assert client.get(address, headers={"Accept-Encoding": "gzip"}).data == packed.data


def test_a_binary_download_is_not_compressed_again(client):
    answer = client.get(
        "/articles/baltic/download.gpkg", headers={"Accept-Encoding": "gzip"}
    )
    assert "Content-Encoding" not in answer.headers


def test_asking_for_the_head_sends_no_body(client):
    answer = client.head("/articles/baltic")
    assert (answer.status_code, answer.data) == (200, b"")
    assert answer.headers["ETag"] == client.get("/articles/baltic").headers["ETag"]


@pytest.mark.parametrize(
    ("accept", "query", "page"),
    [
        (None, "", False),
        ("*/*", "", False),
        ("application/geo+json, application/json", "", False),
        ("application/geo+json, text/html;q=0.5", "", False),
        ("application/json, text/html;q=0.5", "", False),
        ("image/png", "", False),
        (BROWSER["Accept"], "", True),
        ("text/html", "?f=json", False),
        ("*/*", "?f=html", True),
    ],
)
def test_data_goes_to_who_takes_anything_and_pages_to_browsers(
    app, accept, query, page
):
    headers = {"Accept": accept} if accept else {}
    with app.test_request_context(f"/{query}", headers=headers):
        assert wants_page("application/geo+json") is page


def test_a_page_is_not_given_in_an_unknown_form(app):
    with app.test_request_context("/?f=gml"), pytest.raises(BadRequest, match="gml"):
        wants_page()
