from __future__ import annotations

import pytest

from webapp.app import create_app
from webapp.settings import hosts_for

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
EVERY_KIND = (
    "/",
    "/articles",
    "/articles?f=json",
    "/articles/baltic",
    "/articles/baltic/layers",
    "/articles/baltic/layers/cities.geojson",
    "/articles/baltic/download.csv",
    "/healthz",
    "/robots.txt",
    "/favicon.ico",
    "/none",
    "/articles/none",
    "/articles/baltic/download.geojson?x=1",
)


@pytest.mark.parametrize("address", EVERY_KIND)
def test_every_answer_has_every_security_header(client, address):
    headers = client.get(address).headers
    assert headers.getlist("Content-Security-Policy") == [POLICY]
    assert headers.getlist("X-Content-Type-Options") == ["nosniff"]
    assert headers.getlist("Cross-Origin-Opener-Policy") == ["same-origin"]
    assert headers.getlist("Cross-Origin-Resource-Policy") == ["same-origin"]
    for name in ("Referrer-Policy", "Permissions-Policy"):
        assert len(headers.getlist(name)) == 1


def test_an_answer_that_is_known_already_has_the_policy_too(client):
    etag = client.get("/articles").headers["ETag"]
    answer = client.get("/articles", headers={"If-None-Match": etag})
    assert answer.status_code == 304
    assert answer.headers["Content-Security-Policy"] == POLICY


def test_only_an_embedded_page_may_be_framed_by_others(client):
    embedded = client.get("/articles/baltic?embed=1").headers["Content-Security-Policy"]
    assert embedded == POLICY.replace("frame-ancestors 'self'", "frame-ancestors *")
    for query in ("embed=0", "embed=", "embed=11", "f=json"):
        answer = client.get(f"/articles/baltic?{query}")
        assert answer.headers["Content-Security-Policy"] == POLICY


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "localhost:8000",
        "LOCALHOST:8000",
        "localhost.",
        "127.0.0.1:5000",
        "[::1]:8000",
        "app.localhost",
    ],
)
def test_the_server_answers_to_its_own_names(client, host):
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "192.168.1.5",
        "[::1",
        "",
        "evil.example@localhost.evil.example",
    ],
)
def test_the_server_does_not_answer_to_other_names(client, host):
    for address in ("/", "/none", "/articles/baltic?f=json"):
        answer = client.get(address, headers={"Host": host})
        assert answer.status_code == 400
        assert answer.json["error"].startswith("this server does not go by the name")
    assert client.post("/articles", headers={"Host": host}).status_code == 400


def test_a_server_on_every_address_answers_to_any_address_but_not_to_any_name(config):
    client = create_app({**config, "HOSTS": hosts_for("::")}).test_client()
    for host, status in (("192.168.1.5:8000", 200), ("[fe80::1]", 200), ("e.vil", 400)):
        assert client.get("/healthz", headers={"Host": host}).status_code == status


def test_further_names_can_be_set(config, monkeypatch):
    monkeypatch.setenv("TOPOSCOPE_HOSTS", "maps.example, Texts.example")
    client = create_app(config).test_client()
    for host, status in (("texts.example", 200), ("other.example", 400)):
        assert client.get("/healthz", headers={"Host": host}).status_code == status
    monkeypatch.setenv("TOPOSCOPE_HOSTS", "*")
    client = create_app(config).test_client()
    assert client.get("/healthz", headers={"Host": "any.example"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://[::1"},
        {"Origin": "http://localhost:3000"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_foreign_page_cannot_add_an_article(client, headers):
    answer = client.post("/articles", data={"text": "Snow in Riga."}, headers=headers)
    assert answer.status_code == 403
    foreign = headers.get("Origin") or headers["Sec-Fetch-Site"]
    assert answer.json["error"].endswith(f"not from {foreign!r}")
    assert len(client.get("/articles?f=json").json["articles"]) == 1


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://localhost"},
        {"Origin": "https://localhost"},
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"},
    ],
)
def test_our_own_pages_and_programs_can_add_an_article(client, headers):
    answer = client.post("/articles", data={"text": "Snow in Riga."}, headers=headers)
    assert answer.status_code == 201


def test_a_foreign_page_may_still_link_to_an_article(client):
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert client.get("/articles/baltic", headers=headers).status_code == 200
