"""The addresses under which an article's names are corrected."""

from __future__ import annotations

import json

import pytest

from webapp.app import create_app

TEXT = "Snow fell in Paris. Trains from Paris to Moscow stood, and Moscow said so."
TEXAS, FRANCE = "geonames:4717560", "geonames:2988507"
AT = "/articles/snow/corrections"


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "articles" / "snow.txt"
    path.parent.mkdir()
    path.write_text(TEXT)
    return path


@pytest.fixture
def config(story, gazetteer_path, tmp_path):
    return {
        "ARTICLES": (story,),
        "GAZETTEER": gazetteer_path,
        "LIBRARY": tmp_path / "library",
    }


def meanings(client):
    mentions = client.get("/articles/snow?f=json").json["mentions"]
    return [(one["phrase"], one["place"] and one["place"]["id"]) for one in mentions]


def sent(client, **told):
    answer = client.post(AT, json={"phrase": "Paris", "ruling": "place"} | told)
    assert answer.status_code == 201, answer.json
    return answer.json


def test_a_correction_is_kept_beside_the_article_and_shown_at_once(client, story):
    assert meanings(client)[:2] == [("Paris", FRANCE), ("Paris", FRANCE)]
    told = sent(client, place=TEXAS)
    assert told["place"]["country"] == "US"
    assert told["made"].endswith("+00:00")
    assert meanings(client)[:2] == [("Paris", TEXAS), ("Paris", TEXAS)]
    kept = json.loads(story.with_name("snow.corrections.json").read_text())
    assert [one["phrase"] for one in kept["corrections"]] == ["Paris"]
    assert (told.pop("first"), told.pop("read_anew")) == (13, [])
    assert client.get(AT).json["corrections"] == [told]
    assert client.get("/articles/snow?f=json").json["corrections"] == [told]


def test_every_download_says_that_a_person_decided(client):
    sent(client, place=TEXAS)
    cities = client.get("/articles/snow/layers/cities.geojson").json["features"]
    told = {one["properties"]["name"]: one["properties"] for one in cities}
    assert told["Paris"]["decided_by"] == "person"
    assert {one["decided_by"] for one in told["Paris"]["mentions"]} == {"person"}
    assert told["Moscow"]["decided_by"] == "machine"


def test_a_correction_that_is_taken_back_leaves_nothing(client, story):
    told = sent(client, place=TEXAS)
    assert client.delete(f"{AT}/{told['id']}").status_code == 204
    assert meanings(client)[0] == ("Paris", FRANCE)
    assert [path.name for path in story.parent.iterdir()] == ["snow.txt"]
    assert client.delete(f"{AT}/{told['id']}").status_code == 404


def test_a_place_is_put_where_a_person_says(client):
    told = sent(client, place={"lat": 33.1234567, "lon": -95}, start=13)
    assert told["place"]["id"] == "person:33.12346,-95.0"
    assert told["place"]["kind"] == "city"
    assert meanings(client)[:2] == [("Paris", told["place"]["id"]), ("Paris", FRANCE)]


def test_what_is_no_place_is_given_no_more_but_can_be_taken_back(client):
    told = sent(client, ruling="not a place")
    del told["read_anew"], told["first"]
    assert "Paris" not in dict(meanings(client))
    assert client.get(AT).json["corrections"] == [told]
    again = sent(client, place=TEXAS)
    assert again["id"] == told["id"]
    assert meanings(client)[0] == ("Paris", TEXAS)


def test_the_file_can_be_taken_away(client, story):
    assert client.get(f"{AT}.json").json == {"corrections": []}
    sent(client, ruling="flagged", note="which one?")
    answer = client.get(f"{AT}.json")
    assert answer.data == story.with_name("snow.corrections.json").read_bytes()
    assert "snow.corrections.json" in answer.headers["Content-Disposition"]


def test_what_is_shipped_is_corrected_in_the_library(gazetteer_path, tmp_path):
    config = {"GAZETTEER": gazetteer_path, "LIBRARY": tmp_path}
    client = create_app(config).test_client()
    [shipped] = client.get("/articles?f=json").json["articles"]
    href = f"{shipped['href']}/corrections"
    told = client.post(href, json={"phrase": "Pyongyang", "ruling": "flagged"})
    assert told.status_code == 201
    [kept] = tmp_path.iterdir()
    assert kept.name == f"{shipped['id']}.corrections.json"
    assert [one["id"] for one in client.get("/articles?f=json").json["articles"]] == [
        shipped["id"]
    ]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"phrase": "Oslo"}, "the article has no name 'Oslo' to correct"),
        ({"phrase": None}, "the article has no name None"),
        ({"start": 14}, "no name 'Paris' at 14"),
        ({"place": "geonames:0"}, "no place has the id 'geonames:0'"),
        ({"place": {"lat": 91, "lon": 0}}, "lat is 91.0; give degrees"),
        ({"place": {"lat": "north", "lon": 0}}, "lat 'north'; give degrees"),
        ({"place": {"lat": 1}}, "lon None; give degrees"),
        ({"place": 7}, "a place is an object"),
        ({}, "the ruling 'place' has a place"),
        ({"ruling": "maybe"}, "ruling is 'maybe'; choose of"),
        ({"by": "me"}, "a correction has no 'by'"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(client, story, told, words):
    answer = client.post(AT, json={"phrase": "Paris", "ruling": "place"} | told)
    assert answer.status_code == 400
    assert words in answer.json["error"]
    assert [path.name for path in story.parent.iterdir()] == ["snow.txt"]


@pytest.mark.parametrize("body", [b"", b"[1]", b"{", b"[" * 100_000])
def test_a_body_that_is_no_object_is_refused(client, body):
    answer = client.post(AT, data=body, content_type="application/json")
    assert answer.status_code == 400


def test_a_form_of_another_site_cannot_correct(client):
    form = client.post(AT, data={"phrase": "Paris"})
    assert form.status_code == 415
    for headers in ({"Origin": "http://evil"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = client.post(AT, json={"phrase": "Paris"}, headers=headers)
        assert answer.status_code == 403
        assert client.delete(f"{AT}/x", headers=headers).status_code == 403


def test_a_read_only_server_shows_corrections_and_takes_none(client, config):
    sent(client, place=TEXAS)
    closed = create_app(config | {"READ_ONLY": True}).test_client()
    assert meanings(closed)[0] == ("Paris", TEXAS)
    answer = closed.post(AT, json={"phrase": "Paris", "ruling": "flagged"})
    assert answer.status_code == 403
    assert "read-only" in answer.json["error"]


def test_an_article_that_is_not_there_has_no_corrections(client):
    for answer in (
        client.get("/articles/rain/corrections"),
        client.get("/articles/rain/corrections.json"),
        client.post("/articles/rain/corrections", json={}),
    ):
        assert answer.status_code == 404


def test_a_name_that_was_missed_is_added_where_the_text_has_it(client):
    told = sent(client, phrase="Snow", place={"lat": 1, "lon": 2}, missed=True)
    assert told["first"] == 0
    assert ("Snow", "person:1.0,2.0") in meanings(client)
    answer = client.post(
        AT, json={"phrase": "Rain", "ruling": "flagged", "missed": True}
    )
    assert answer.status_code == 400
    assert "no name 'Rain' to correct" in answer.json["error"]


def test_a_name_that_was_missed_stays_found_when_it_is_corrected_again(client):
    sent(client, phrase="Snow", place={"lat": 1, "lon": 2}, missed=True)
    told = sent(client, phrase="Snow", place=TEXAS)
    assert told["missed"] is True
    assert ("Snow", TEXAS) in meanings(client)
