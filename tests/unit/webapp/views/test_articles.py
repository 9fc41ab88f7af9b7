from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from geodata.exports import exporter_for_path
from tests.unit.webapp.sample import RESOLUTIONS, TEXT, TITLES, sample_atlas
from webapp.app import create_app

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


class References(HTMLParser):
    """Every address that a page names, and every inline script or style."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.inline: list[str] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.addresses += [
            given[name] for name in ("src", "href", "action") if given.get(name)
        ]
        if (tag == "script" and "src" not in given) or tag == "style":
            self.inline.append(tag)
        self.inline += [name for name in given if name.startswith("on")]
        self.inline += ["style" for name in given if name == "style"]


def references(page: str) -> References:
    found = References()
    found.feed(page)
    return found


def test_the_front_page_is_an_article_without_a_redirect(client):
    answer = client.get("/")
    assert answer.status_code == 200
    assert "Baltic ferries run again" in answer.text


def test_the_front_page_shows_the_newest_article_of_the_user(client):
    client.post("/articles", json={"text": "Older words of Riga."})
    client.post("/articles", json={"text": "Newer words of Riga."})
    assert "Newer words" in client.get("/").text


def test_a_library_without_articles_says_where_to_add_one(config, monkeypatch):
    monkeypatch.setattr("webapp.app.shipped_articles", list)
    empty = create_app({**config, "ARTICLES": ()}).test_client()
    answer = empty.get("/")
    assert answer.status_code == 404
    assert "add one at /articles" in answer.json["error"]
    assert empty.get("/articles").status_code == 200


def test_the_shipped_article_is_served_if_none_is_named(config):
    shipped = create_app({**config, "ARTICLES": ()}).test_client()
    origins = [
        each["origin"] for each in shipped.get("/articles?f=json").json["articles"]
    ]
    assert origins == ["shipped"]


@pytest.mark.parametrize(
    ("address", "accept", "media_type"),
    [
        ("/articles", None, "text/html"),
        ("/articles", "*/*", "text/html"),
        ("/articles", BROWSER["Accept"], "text/html"),
        ("/articles", "application/json", "application/json"),
        ("/articles?f=json", BROWSER["Accept"], "application/json"),
        ("/articles?f=html", "application/json", "text/html"),
        ("/articles/baltic", None, "text/html"),
        ("/articles/baltic", "application/json", "application/json"),
        ("/articles/baltic?f=json", None, "application/json"),
    ],
)
def test_a_page_is_json_by_f_first_and_accept_second(
    client, address, accept, media_type
):
    answer = client.get(address, headers={"Accept": accept} if accept else {})
    assert answer.status_code == 200
    assert answer.mimetype == media_type
    assert "Accept" in answer.vary


def test_the_list_gives_id_and_title_of_every_article(client):
    [article] = client.get("/articles?f=json").json["articles"]
    assert article["id"] == "baltic"
    assert article["title"] == "Baltic ferries run again"
    assert client.get(article["href"]).status_code == 200


def test_an_article_as_json_has_its_text_and_its_mentions(client):
    article = client.get("/articles/baltic?f=json").json
    assert (article["id"], article["title"]) == ("baltic", "Baltic ferries run again")
    assert article["text"] == TEXT
    assert len(article["mentions"]) == len(RESOLUTIONS)
    for mention in article["mentions"]:
        assert TEXT[mention["start"] : mention["end"]] == mention["phrase"]


def test_layers_say_where_programs_ask_for_their_features(client):
    answer = client.get("/articles/baltic/layers")
    address, rest = answer.headers["Link"].lstrip("<").split(">")
    assert 'rel="service-desc"' in rest
    definition = client.get(address)
    assert f'type="{definition.content_type}"' in rest
    assert definition.json["openapi"] == "3.0.3"


def test_layers_tell_all_that_a_panel_needs(client):
    layers = client.get("/articles/baltic/layers").json["layers"]
    assert [layer["id"] for layer in layers] == list(TITLES)
    for layer in layers:
        assert set(layer) == {
            "id", "title", "about", "count", "bbox", "attribution", "links",
        }  # fmt: skip
        assert {"rel", "type", "href", "title"} == set(layer["links"][0])
    boxes = {layer["id"]: layer["bbox"] for layer in layers}
    assert boxes["cities"] == [15.58661, 54.35227, 18.64912, 56.16156]
    assert boxes["not-located"] is None


def test_every_link_of_every_layer_is_a_download_of_the_type_it_says(client):
    for layer in client.get("/articles/baltic/layers").json["layers"]:
        for link in layer["links"]:
            answer = client.get(link["href"])
            assert answer.status_code == 200, link
            assert answer.mimetype == link["type"].partition(";")[0]
            assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("download.lpf", "baltic.lpf.json"),
        ("layers/ports.annotations", "baltic-ports.annotations.json"),
        ("layers/ports.geojson", "baltic-ports.geojson"),
    ],
)
def test_a_file_is_named_so_that_its_format_is_known_again(client, address, name):
    answer = client.get(f"/articles/baltic/{address}")
    assert answer.headers["Content-Disposition"] == f"attachment; filename={name}"
    assert exporter_for_path(name).media_type == answer.headers["Content-Type"]


def test_annotations_hold_the_mentions_that_the_filters_let_through(client):
    address = "/articles/baltic/download.annotations?sense=actor"
    items = json.loads(client.get(address).data)["first"]["items"]
    told = client.get("/articles/baltic/download.geojson?sense=actor").json
    mentions = {
        (mention["start"], mention["end"])
        for feature in told["features"]
        for mention in feature["properties"]["mentions"]
    }
    positions = [item["target"]["selector"][0] for item in items]
    assert {(each["start"], each["end"]) for each in positions} == mentions


def test_what_the_page_draws_is_sent_once_for_all_layers(client):
    page = client.get("/articles/baltic", headers=BROWSER).text
    [address] = re.findall(r'data-drawn="([^"]+)"', page)
    answer = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.mimetype == "application/json"
    known = {"Accept-Encoding": "gzip", "If-None-Match": answer.headers["ETag"]}
    again = client.get(address, headers=known)
    assert again.status_code == 304


def test_the_page_says_where_finer_shapes_are(client):
    page = client.get("/articles/baltic", headers=BROWSER).text
    [address] = re.findall(r'data-finer="([^"]+)"', page)
    view = "place=ne:POL&bbox=14,53,20,55&zoom=8"
    assert client.get(f"{address}?{view}").json == {"shapes": {}}  # no gazetteer here
    assert client.get(f"{address}?place=ne:POL").status_code == 400


def test_scripts_begin_after_the_text(client):
    """One small module stands in the head; it knows what else is to be loaded."""
    page = client.get("/articles/baltic", headers=BROWSER).text
    assert re.findall(r'<script[^>]* src="/static/js/(\w+)\.', page) == ["boot"]
    [scripts] = re.findall(r'data-scripts="([^"]+)"', page)
    for address in scripts.split():
        assert client.get(address).status_code == 200


def test_a_layer_as_geojson_holds_its_places(client):
    answer = client.get("/articles/baltic/layers/cities.geojson")
    assert answer.mimetype == "application/geo+json"
    assert "baltic-cities.geojson" in answer.headers["Content-Disposition"]
    names = [feature["properties"]["name"] for feature in answer.json["features"]]
    assert names == ["Gdańsk", "Karlskrona"]


def test_a_table_says_in_what_encoding_it_is(client):
    answer = client.get("/articles/baltic/layers/cities.csv")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"


def test_a_download_holds_everything_without_filters(client):
    features = client.get("/articles/baltic/download.geojson").json["features"]
    assert {feature["properties"]["layer"] for feature in features} == set(TITLES)


def names_of(client, query: str) -> list[str]:
    answer = client.get(f"/articles/baltic/download.geojson?{query}")
    assert answer.status_code == 200, answer.text
    return [feature["properties"]["name"] for feature in answer.json["features"]]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("layers=cities", ["Gdańsk", "Karlskrona"]),
        ("layers=", []),
        ("layers=cities&bbox=18,54,19,55", ["Gdańsk"]),
        ("layers=cities&bbox=179,54,16,57", ["Karlskrona"]),
        ("layers=cities&country=SE", ["Karlskrona"]),
        ("layers=cities&confidence=likely", ["Gdańsk"]),
        ("kind=airport", ["Warsaw Chopin Airport"]),
        ("sense=actor", ["Poland", "Germany"]),
        ("layers=regions&q=icebreakers", ["Pomerania"]),
    ],
)
def test_a_download_holds_what_the_filters_let_through(client, query, names):
    assert names_of(client, query) == names


@pytest.mark.parametrize(
    "query",
    [
        "layer=cities",
        "layers=towns",
        "bbox=1,2,3",
        "bbox=0,60,10,50",
        "sense=maybe",
        "kind=planet",
        "country=Poland",
        "confidence=0.9",
        "q=" + "a" * 1000,
    ],
)
def test_an_unknown_filter_is_a_sentence_and_400(client, query):
    answer = client.get(f"/articles/baltic/download.geojson?{query}")
    assert answer.status_code == 400
    assert answer.json["ok"] is False
    assert answer.json["status"] == 400


def test_an_unknown_filter_does_no_harm_to_the_page(client):
    assert client.get("/articles/baltic?layers=towns&bbox=x").status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/articles/none",
        "/articles/none/layers",
        "/articles/none/layers/cities.geojson",
        "/articles/none/download.geojson",
        "/articles/baltic/layers/towns.geojson",
        "/articles/baltic/layers/cities.shp",
        "/articles/baltic/download.exe",
        "/articles/baltic/map.000000000000.js",
        "/articles/../../etc/passwd",
        "/articles/..%2f..%2fetc%2fpasswd",
        "/articles/%00",
    ],
)
def test_what_does_not_exist_is_a_sentence_and_404(client, address):
    answer = client.get(address)
    assert answer.status_code == 404
    assert answer.json["status"] == 404
    assert len(answer.json["error"]) > 10


def test_the_map_script_is_served_under_its_digest_for_ever(client):
    page = client.get("/articles/baltic").text
    [address] = set(re.findall(r"/articles/baltic/map\.[0-9a-f]{12}\.js", page))
    answer = client.get(address)
    assert answer.mimetype == "text/javascript"
    assert "immutable" in answer.headers["Cache-Control"]
    assert "/articles/baltic/layers/cities.geojson" in answer.text


def test_an_article_page_is_equal_byte_for_byte_every_time(client, config):
    first = client.get("/articles/baltic").data
    assert client.get("/articles/baltic").data == first
    assert create_app(config).test_client().get("/articles/baltic").data == first


@pytest.mark.parametrize("address", ["/", "/articles", "/articles/baltic", "/none"])
def test_a_page_names_no_other_server_and_runs_nothing_inline(client, address):
    page = client.get(address, headers=BROWSER)
    assert page.mimetype == "text/html"
    found = references(page.text)
    assert found.addresses
    whole = [each for each in found.addresses if "//" in each.partition("?")[0]]
    assert {each.partition("?")[0] for each in whole} <= {"http://localhost/oembed"}
    assert found.inline == []


def test_everything_an_article_page_loads_is_there(client):
    page = client.get("/articles/baltic").text
    loaded = [each for each in references(page).addresses if "/static/" in each]
    assert loaded
    for address in loaded:
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize(
    "title",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "${alert(1)} `{{ 7*7 }}`",
        "</title></head><body onload=alert(1)>",
    ],
)
def test_a_hostile_title_stays_text(client, title):
    place = client.post("/articles", json={"title": title, "text": f"{title} in Riga."})
    for address in (place.headers["Location"], "/articles", "/"):
        page = client.get(address, headers=BROWSER).text
        assert title not in page.replace("&", "") or not re.search("[<>]", title)
        assert references(page).inline == []
    assert client.get("/articles?f=json").json["articles"][0]["title"] == title


def test_articles_of_one_title_are_told_apart_in_the_list(client):
    for _ in range(3):
        client.post("/articles", json={"title": "Riga", "text": "Snow in Riga."})
    told = client.get("/articles?f=json").json["articles"]
    assert {each["label"] for each in told} > {"Riga", "Riga (2)", "Riga (3)"}
    assert [each["title"] for each in told].count("Riga") == 3
    page = client.get("/articles").text
    assert ">Riga (3)</a>" in page
    assert 'aria-label="Remove Riga (2)"' in page


def test_a_program_is_told_where_its_article_is(client):
    answer = client.post("/articles", json={"title": "Riga", "text": "Snow in Riga."})
    assert answer.status_code == 201
    assert answer.json == {"id": "riga", "title": "Riga"}
    article = client.get(answer.headers["Location"] + "?f=json").json
    assert article["text"] == "Snow in Riga."


@pytest.mark.parametrize("form_type", ["multipart/form-data", None])
def test_a_browser_is_sent_to_its_article(client, form_type):
    answer = client.post(
        "/articles",
        data={"title": "", "text": "Snow in Riga.\r\nIce."},
        headers=BROWSER,
        content_type=form_type or "application/x-www-form-urlencoded",
    )
    assert answer.status_code == 303
    assert client.get(answer.headers["Location"]).status_code == 200


def test_a_text_comes_back_exactly_as_it_was_sent(client):
    text = "\n  Řeka 🚢 teče\r\npod 東京 \u2028 e\u0301.\t\n"
    answer = client.post("/articles", json={"text": text})
    assert client.get(answer.headers["Location"] + "?f=json").json["text"] == text


def upload(client, content: bytes, name: str, **more):
    return client.post("/articles", data={"file": (io.BytesIO(content), name), **more})


def test_a_file_is_an_article_named_after_it(client):
    answer = upload(client, "\ufeffLáska v Brně.".encode(), "Moje láska.txt")
    assert answer.json == {"id": "moje-láska", "title": "Láska v Brně."}
    assert answer.headers["Location"].isascii()
    article = client.get(answer.headers["Location"] + "?f=json").json
    assert article["text"] == "Láska v Brně."


def test_an_empty_text_field_beside_a_file_is_no_contradiction(client):
    assert upload(client, b"Snow in Riga.", "a.txt", text="").status_code == 201


def test_a_web_page_is_read_for_its_article(client):
    words = "Snow fell on Riga for the third day, and the port stayed closed. " * 8
    page = f"<html><head><title>Snow</title></head><body><p>{words}</p></body></html>"
    answer = upload(client, page.encode(), "snow.html")
    assert answer.status_code == 201
    text = client.get(answer.headers["Location"] + "?f=json").json["text"]
    assert "Snow fell on Riga" in text
    assert "<p>" not in text


def test_two_articles_of_one_name_get_two_ids(client):
    ids = [upload(client, b"Snow in Riga.", "snow.txt").json["id"] for _ in range(3)]
    assert ids == ["snow", "snow-2", "snow-3"]


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "..\\..\\evil.txt", "/etc/evil.txt", "evil.txt"]
)
def test_a_file_name_leads_nowhere_else(client, config, name):
    assert upload(client, b"Snow in Riga.", name).json["id"] == "evil"
    library: Path = config["LIBRARY"]
    assert sorted(path.name for path in library.iterdir()) == ["evil.json", "evil.txt"]


@pytest.mark.parametrize(
    "name", ["...", "?", ".txt", "con/", "x" * 300 + ".txt", "漢" * 300]
)
def test_any_file_name_will_do(client, name):
    answer = upload(client, b"Snow in Riga.", name)
    assert answer.status_code == 201
    assert client.get(answer.headers["Location"]).status_code == 200


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "empty.txt"),
        (b" \n\t ", "blank.txt"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "picture.txt"),
        ("Łódź".encode("latin2"), "latin.txt"),
        (b"PK\x03\x04\x00\x00\xff\xfe", "archive.html"),
        (b'{"text": "Riga"}', "many.jsonl"),
    ],
)
def test_what_is_no_text_is_a_sentence_and_422(client, config, content, name):
    answer = upload(client, content, name)
    assert answer.status_code == 422
    assert Path(name).stem in answer.json["error"]
    assert not config["LIBRARY"].exists() or not list(config["LIBRARY"].iterdir())


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"json": {"title": "no text"}}, 400),
        ({"json": ["a list"]}, 400),
        ({"json": {"text": 7}}, 400),
        ({"data": rb'{"text": "\ud800"}', "content_type": "application/json"}, 400),
        ({"json": {"text": ""}}, 422),
        ({"data": "{", "content_type": "application/json"}, 400),
        ({"data": b"words", "content_type": "image/png"}, 415),
        ({"data": b"words"}, 415),
        ({"data": {"title": "no text"}}, 400),
        ({"data": {"text": ""}}, 422),
        ({"data": {"text": "a", "file": (io.BytesIO(b"b"), "b.txt")}}, 400),
    ],
)
def test_what_is_no_article_is_a_sentence(client, sent, status):
    answer = client.post("/articles", **sent)
    assert answer.status_code == status, answer.text
    assert answer.json["ok"] is False
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("character", ["a", "é", "한", "\u0001"])
def test_an_article_may_be_as_large_as_the_limit_and_no_larger(config, character):
    limit = 3_000
    client = create_app({**config, "MAX_ARTICLE_BYTES": limit}).test_client()
    fits = character * (limit // len(character.encode()))
    for sent in ({"json": {"text": fits}}, {"data": {"text": fits}}):
        assert client.post("/articles", **sent).status_code == 201
    for sent in ({"json": {"text": fits + "aaa"}}, {"data": {"text": fits + "aaa"}}):
        answer = client.post("/articles", **sent)
        assert answer.status_code == 413
        assert "3,000" in answer.json["error"]
    assert upload(client, b"a" * 3_001, "a.txt").status_code == 413
    assert upload(client, b"a" * 90_000, "a.txt").status_code == 413


def test_a_text_of_a_megabyte_in_a_form_field_is_taken(client):
    answer = client.post("/articles", data={"text": "Riga. " * 200_000})
    assert answer.status_code == 201


def test_a_read_only_server_takes_nothing_and_shows_no_form(config):
    client = create_app({**config, "READ_ONLY": True}).test_client()
    answer = client.post("/articles", json={"text": "Snow in Riga."})
    assert answer.status_code == 403
    assert "read-only" in answer.json["error"]
    assert "list__form" not in client.get("/articles").text
    assert "list__form" in create_app(config).test_client().get("/articles").text


def test_an_article_without_places_is_no_error(client):
    answer = client.post("/articles", json={"text": "Nothing happened anywhere."})
    address = answer.headers["Location"]
    assert client.get(address).status_code == 200
    assert client.get(f"{address}/layers").json == {"layers": []}
    assert client.get(f"{address}/download.geojson").json["features"] == []
    rows = list(csv.reader(io.StringIO(client.get(f"{address}/download.csv").text)))
    assert len(rows) == 1


def test_a_broken_file_in_the_library_spoils_only_itself(client, config):
    config["LIBRARY"].mkdir()
    (config["LIBRARY"] / "broken.txt").write_bytes(b"\x00\xff")
    titles = {
        a["id"]: a["title"] for a in client.get("/articles?f=json").json["articles"]
    }
    assert titles == {"broken": "broken.txt", "baltic": "Baltic ferries run again"}
    assert client.get("/articles/broken").status_code == 422
    assert client.get("/articles/baltic").status_code == 200


def test_two_applications_of_one_process_keep_apart(config, tmp_path):
    other = {**config, "LIBRARY": tmp_path / "other", "READ_ONLY": True}
    first, second = create_app(config).test_client(), create_app(other).test_client()
    first.post("/articles", json={"text": "Snow in Riga."})
    assert len(first.get("/articles?f=json").json["articles"]) == 2
    assert len(second.get("/articles?f=json").json["articles"]) == 1


def test_json_answers_are_written_in_letters_not_in_escapes(client):
    body = client.get("/articles/baltic?f=json").data
    assert "Gdańsk".encode() in body
    assert json.loads(body)["text"] == TEXT


def test_the_document_of_an_atlas_is_named_as_its_article(config, tmp_path):
    path = tmp_path / "Baltic News!.txt"
    path.write_text(TEXT, encoding="utf-8")
    client = create_app(
        {**config, "ARTICLES": (path,), "BUILD_ATLAS": sample_atlas}
    ).test_client()
    features = client.get("/articles/baltic-news/download.geojson").json["features"]
    documents = {m["document"] for f in features for m in f["properties"]["mentions"]}
    assert documents == {"baltic-news"}


def test_the_head_of_a_text_that_is_not_english_says_so(client):
    german = (
        "Die Fähre nach Riga hat Tallinn am Dienstag verlassen, und sie ist auch am"
        " Abend nicht zurück, wie die Zeitungen der Stadt schreiben."
    )
    place = client.post("/articles", json={"text": german}).headers["Location"]
    page = client.get(place, headers=BROWSER).text
    assert '<p class="text__language" lang="en">This text looks German; ' in page
    assert '<article class="text" id="text" tabindex="-1">' in page
    assert "text__language" not in client.get("/articles/baltic", headers=BROWSER).text
    page = client.get(f"{place}?lang=ja", headers=BROWSER).text
    [notice] = re.findall('<p class="text__language" lang="ja">(.*)</p>', page)
    assert notice.endswith("です。")
