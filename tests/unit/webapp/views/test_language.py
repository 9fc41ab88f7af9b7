from __future__ import annotations

import pytest

from webapp.app import create_app
from webapp.languages import language

ARTICLE = "/articles/baltic"
HTML = {"Accept": "text/html"}


def spoken(answer) -> str:
    return answer.text.split('<html lang="', 1)[1].split('"', 1)[0]


def test_a_page_is_english_unless_something_else_is_asked_for(client):
    answer = client.get(ARTICLE, headers=HTML)
    assert spoken(answer) == "en"
    assert "languages/" not in answer.text


def test_the_browser_s_language_is_spoken(client):
    answer = client.get(ARTICLE, headers={**HTML, "Accept-Language": "de-AT,de;q=0.9"})
    assert spoken(answer) == "de"
    assert "Accept-Language" in answer.vary
    assert "Cookie" in answer.vary


@pytest.mark.parametrize("path", [ARTICLE, "/articles", "/articles/nope"])
def test_the_way_home_keeps_the_language_of_the_address(client, path):
    answer = client.get(f"{path}?lang=ko", headers=HTML)
    assert 'class="bar__home" href="/?lang=ko"' in answer.text
    assert 'class="bar__home" href="/"' in client.get(path, headers=HTML).text


def test_the_address_wins_over_the_choice_of_the_reader(client):
    client.set_cookie("language", "de")
    assert spoken(client.get("/articles", headers=HTML)) == "de"
    assert spoken(client.get("/articles?lang=en", headers=HTML)) == "en"


def test_pages_of_two_languages_are_two_answers(client):
    tags = [
        client.get(f"{ARTICLE}?lang={each}", headers=HTML).headers["ETag"]
        for each in ("en", "de")
    ]
    assert tags[0] != tags[1]


def test_a_choice_is_kept_and_leads_back(client):
    answer = client.post(
        "/language", data={"language": "de", "back": f"{ARTICLE}?q=port&lang=en"}
    )
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"{ARTICLE}?q=port"
    assert spoken(client.get(ARTICLE, headers=HTML)) == "de"


@pytest.mark.parametrize("wanted", ["", "xx", "de; path=/"])
def test_only_a_language_that_there_is_can_be_chosen(client, wanted):
    assert client.post("/language", data={"language": wanted}).status_code == 400


def test_the_page_names_its_catalogue_which_is_kept_for_ever(client):
    page = client.get(f"{ARTICLE}?lang=de", headers=HTML).text
    address = page.split('data-messages="', 1)[1].split('"', 1)[0]
    assert f'<link rel="preload" as="fetch" crossorigin href="{address}">' in page
    answer = client.get(address)
    assert answer.json["language"] == "de"
    assert "immutable" in answer.headers["Cache-Control"]


def test_a_download_takes_the_language_of_its_page(client):
    answer = client.get(f"{ARTICLE}/download.geojson?lang=de&confidence=sure")
    assert answer.status_code == 200
    page = client.get(f"{ARTICLE}?lang=de", headers=HTML).text
    assert f"{ARTICLE}/download.html?lang=de" in page


def test_a_read_only_server_lets_its_readers_choose(config):
    client = create_app({**config, "READ_ONLY": True}).test_client()
    assert client.post("/language", data={"language": "de"}).status_code == 303


def test_another_site_cannot_choose(client):
    headers = {"Sec-Fetch-Site": "cross-site"}
    answer = client.post("/language", data={"language": "de"}, headers=headers)
    assert answer.status_code == 403
    assert "Set-Cookie" not in answer.headers


def test_what_is_refused_is_told_in_the_language_of_who_asked(client):
    headers = {**HTML, "Sec-Fetch-Site": "cross-site", "Accept-Language": "de"}
    answer = client.post("/language", data={"language": "fr"}, headers=headers)
    assert (answer.status_code, spoken(answer)) == (403, "de")


def test_the_language_of_one_reader_is_not_that_of_the_next(client):
    client.get(f"{ARTICLE}?lang=de", headers=HTML)
    assert language() == "en"
