"""An article is taken off the list, and put back."""

from __future__ import annotations

import re

import pytest

from webapp.app import create_app

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture
def added(client):
    return client.post("/articles", json={"title": "Snow", "text": "Snow in Riga."})


def listed(client):
    return [each["id"] for each in client.get("/articles?f=json").json["articles"]]


def forms(page):
    """What changes articles; every page has a form for its language."""
    found = re.findall(r'<form[^>]* action="([^"]+)"', page)
    return [each for each in found if each != "/language"]


def test_a_program_deletes_an_article_and_can_put_it_back(client, added):
    address = added.headers["Location"]
    assert client.get(address).status_code == 200
    answer = client.delete(address)
    assert (answer.status_code, answer.data) == (204, b"")
    assert listed(client) == ["baltic"]
    assert client.get(address).status_code == 404
    assert client.delete(address).status_code == 404
    [back] = re.findall(r'<([^>]+)>; rel="restore"', answer.headers["Link"])
    answer = client.post(back)
    assert answer.status_code == 201
    assert answer.headers["Location"] == address
    assert answer.json == {"id": "snow", "title": "Snow"}
    assert client.post(back).status_code == 404


@pytest.mark.usefixtures("added")
def test_a_browser_is_shown_the_list_and_a_way_back(client):
    page = client.get("/articles", headers=BROWSER).text
    [remove, _] = forms(page)
    assert remove == "/articles/snow/remove"
    answer = client.post(remove, headers=BROWSER)
    assert answer.status_code == 303
    page = client.get(answer.headers["Location"], headers=BROWSER).text
    assert '<q dir="auto">Snow</q> was removed' in page
    [back, _] = forms(page)
    answer = client.post(back, headers=BROWSER)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/articles")
    assert listed(client) == ["snow", "baltic"]


@pytest.mark.usefixtures("added")
def test_what_was_put_back_already_is_not_offered_again(client):
    gone = client.post("/articles/snow/remove", headers=BROWSER).headers["Location"]
    client.post("/articles/snow/restore")
    assert "was removed" not in client.get(gone, headers=BROWSER).text
    assert "was removed" not in client.get("/articles?removed=../x").text


def test_a_title_is_text_in_the_notice_too(client):
    client.post("/articles", json={"title": '"><b>x</b>', "text": "Riga."})
    [address, _] = forms(client.get("/articles").text)
    gone = client.post(address, headers=BROWSER).headers["Location"]
    page = client.get(gone).text
    assert "<b>" not in page
    assert "was removed" in page


def test_what_is_named_or_shipped_has_no_button_and_stays(client, config):
    assert len(forms(client.get("/articles").text)) == 1
    answer = client.delete("/articles/baltic")
    assert answer.status_code == 403
    assert answer.json["error"] == (
        "'baltic' was named when the server started; only what was added can be removed"
    )
    assert "/baltic" in client.get("/articles").text
    shipped = create_app({**config, "ARTICLES": ()}).test_client()
    [article_id] = listed(shipped)
    answer = shipped.post(f"/articles/{article_id}/remove", headers=BROWSER)
    assert answer.status_code == 403
    assert "comes with Toposcope" in answer.text
    assert listed(shipped) == [article_id]


@pytest.mark.usefixtures("added")
def test_a_read_only_server_has_no_button_and_removes_nothing(client, config):
    fixed = create_app({**config, "READ_ONLY": True}).test_client()
    assert forms(fixed.get("/articles").text) == []
    answer = fixed.delete("/articles/snow")
    assert answer.status_code == 403
    assert "read-only" in answer.json["error"]
    client.delete("/articles/snow")
    assert forms(fixed.get("/articles?removed=snow").text) == []
    assert fixed.post("/articles/snow/restore").status_code == 403


@pytest.mark.parametrize("address", ["/articles/oslo", "/articles/oslo/remove"])
def test_what_there_is_not_cannot_be_removed(client, address):
    method = client.post if address.endswith("remove") else client.delete
    answer = method(address)
    assert answer.status_code == 404
    assert "'oslo'" in answer.json["error"]


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}]
)
@pytest.mark.usefixtures("added")
def test_no_other_site_removes_or_puts_back(client, headers):
    for ask, address in (
        (client.delete, "/articles/snow"),
        (client.post, "/articles/snow/remove"),
        (client.post, "/articles/snow/restore"),
    ):
        assert ask(address, headers=headers).status_code == 403
    assert listed(client) == ["snow", "baltic"]


@pytest.mark.usefixtures("added")
def test_looking_never_removes(client):
    assert client.get("/articles/snow/remove").status_code == 405
    assert listed(client) == ["snow", "baltic"]


@pytest.mark.usefixtures("added")
def test_the_language_of_the_address_goes_along(client):
    page = client.get("/articles?lang=ja", headers=BROWSER).text
    assert 'href="/articles/snow?lang=ja"' in page
    [remove, add] = forms(page)
    answer = client.post(add, data={"text": "Ice in Oslo."}, headers=BROWSER)
    assert answer.headers["Location"].endswith("?lang=ja")
    page = client.post(remove, headers=BROWSER, follow_redirects=True).text
    assert '<html lang="ja"' in page
    back = forms(page)[0]
    answer = client.post(back, headers=BROWSER)
    assert answer.headers["Location"] == "/articles?lang=ja"
