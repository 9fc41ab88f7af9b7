from __future__ import annotations

import io

import pytest

from webapp.errors import BadRequest, UnsupportedBody
from webapp.submissions import sent_article


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
