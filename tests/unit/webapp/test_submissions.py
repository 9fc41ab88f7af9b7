from __future__ import annotations

import io

import pytest

from webapp.errors import BadRequest, UnsupportedBody
from webapp.submissions import sent_article, sent_day


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ({"json": {"text": "Łódź", "title": "T"}}, ("Łódź".encode(), "T", "")),
        ({"json": {"text": "a", "title": None}}, (b"a", "", "")),
        ({"data": {"text": "Łódź"}}, ("Łódź".encode(), "", "")),
        ({"data": {"file": (io.BytesIO(b"\xff"), "a.txt")}}, (b"\xff", "", "a.txt")),
        ({"data": {"file": (io.BytesIO(b"a"), "-")}}, (b"a", "", "")),
        (
            {"data": {"file": (io.BytesIO(b""), ""), "text": "a", "title": "T"}},
            (b"a", "T", ""),
        ),
    ],
)
def test_an_article_is_read_from_whatever_form_it_comes_in(app, sent, read):
    with app.test_request_context("/articles", method="POST", **sent):
        assert sent_article() == read


@pytest.mark.parametrize(
    ("sent", "error", "words"),
    [
        ({"data": b"a", "content_type": "image/png"}, UnsupportedBody, "'image/png'"),
        ({}, UnsupportedBody, "'nothing'"),
        ({"json": [1]}, BadRequest, "the JSON sent is no article"),
        *(
            (
                {"data": body, "content_type": "application/json"},
                BadRequest,
                "the JSON sent is no article",
            )
            for body in (b"", b"{bad", b'{"text": "\xff"}', b"[" * 100_000)
        ),
        ({"json": {"text": "a", "title": 7}}, BadRequest, "is no article"),
        ({"data": {"title": "T"}}, BadRequest, "give a file or a text"),
        (
            {"data": {"text": "a", "file": (io.BytesIO(b"b"), "b.txt")}},
            BadRequest,
            "give one of them",
        ),
    ],
)
def test_what_holds_no_article_is_a_sentence(app, sent, error, words):
    request = app.test_request_context("/articles", method="POST", **sent)
    with request, pytest.raises(error, match=words):
        sent_article()


def test_a_plain_text_is_its_own_body_with_its_title_in_the_address(client):
    sent = client.post(
        "/articles?title=A+note",
        data=b"They met in Seoul.",
        content_type="text/plain; charset=utf-8",
    )
    assert sent.status_code == 201
    assert sent.json["title"] == "A note"


@pytest.mark.parametrize("body", [b"", b"PK\x03\x04\x00\x00", b"\xff\xfe\xfa"])
def test_a_body_that_is_no_text_is_a_sentence_and_422(client, body):
    sent = client.post("/articles", data=body, content_type="text/plain")
    assert sent.status_code == 422
    assert sent.json["ok"] is False


@pytest.mark.parametrize(
    ("sent", "day"),
    [
        ({"json": {"text": "a", "published": "2024-03-14"}}, "2024-03-14"),
        ({"json": {"text": "a", "published": None}}, ""),
        ({"data": {"text": "a", "published": "2024-03-14"}}, "2024-03-14"),
        ({"data": {"text": "a", "published": ""}}, ""),
        ({"data": {"text": "a"}}, ""),
    ],
)
def test_the_day_an_article_was_published_comes_with_it(app, sent, day):
    with app.test_request_context("/articles", method="POST", **sent):
        assert sent_day() == day


@pytest.mark.parametrize("given", ["yesterday", "2024", "2024-02-31", 20240314, ["a"]])
def test_what_is_no_day_is_a_sentence(client, given):
    sent = client.post("/articles", json={"text": "a", "published": given})
    assert sent.status_code == 400
    assert "such as 2024-03-14" in sent.json["error"]
    assert len(client.get("/articles?f=json").json["articles"]) == 1


def test_the_day_is_kept_beside_the_text(app, client):
    sent = client.post(
        "/articles?published=2024-03-14", data=b"A", content_type="text/plain"
    )
    library = app.extensions["library"]
    document = library.document(library.entry(sent.json["id"]))
    assert document.published == "2024-03-14"
