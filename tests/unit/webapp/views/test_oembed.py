from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest

HOST = "http://localhost"
ARTICLE = f"{HOST}/articles/baltic"


def ask(client, url=ARTICLE, **more):
    return client.get("/oembed", query_string={"url": url, **more})


class Elements(HTMLParser):
    def __init__(self, markup):
        super().__init__()
        self.found = []
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def test_an_article_has_what_a_rich_answer_requires(client):
    answer = ask(client)
    assert answer.status_code == 200
    assert answer.mimetype == "application/json"
    told = answer.json
    assert (told["version"], told["type"]) == ("1.0", "rich")
    assert told["title"] == "Baltic ferries run again"
    assert told["provider_url"] == f"{HOST}/"
    assert isinstance(told["width"], int)
    assert told["html"] == (
        f'<iframe src="{ARTICLE}?embed=1" width="100%" height="600"'
        ' title="Baltic ferries run again · Toposcope"></iframe>'
    )


def test_the_frame_can_be_opened_in_any_page(client):
    [(_, frame)] = Elements(ask(client).json["html"]).found
    answer = client.get(frame["src"].removeprefix(HOST))
    assert answer.status_code == 200
    assert "frame-ancestors *" in answer.headers["Content-Security-Policy"]


def test_the_view_of_the_address_is_kept(client):
    told = ask(client, f"{ARTICLE}?sense=both&q=Gda%C5%84sk&embed=0#x").json
    [(_, frame)] = Elements(told["html"]).found
    assert frame["src"] == f"{ARTICLE}?sense=both&q=Gda%C5%84sk&embed=1"


@pytest.mark.parametrize(
    ("asked", "size", "width"),
    [
        ({"maxwidth": "300"}, (300, 600), "300"),
        ({"maxheight": "200"}, (960, 200), "100%"),
        ({"maxwidth": "99999", "maxheight": "9999"}, (960, 600), "960"),
        ({"maxwidth": "0"}, (1, 600), "1"),
        ({"maxwidth": ""}, (960, 600), "100%"),
    ],
)
def test_the_frame_is_no_larger_than_is_asked_for(client, asked, size, width):
    told = ask(client, **asked).json
    assert (told["width"], told["height"]) == size
    [(_, frame)] = Elements(told["html"]).found
    assert (frame["width"], frame["height"]) == (width, str(size[1]))


@pytest.mark.parametrize("size", ["-1", "1e3", "wide", "٣", "1" * 5000, '1"'])
def test_a_size_that_is_no_number_is_refused(client, size):
    answer = ask(client, maxwidth=size)
    assert answer.status_code == 400
    assert "pixels" in answer.json["error"]


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.example/articles/baltic",
        "http://localhost.elsewhere.example/articles/baltic",
        "http://localhost@elsewhere.example/articles/baltic",
        "http://elsewhere.example@localhost/articles/baltic",
        "http://localhost:81/articles/baltic",
        "//localhost/articles/baltic",
        "/articles/baltic",
        "javascript:alert(1)//localhost/articles/baltic",
        "data:text/html,x",
        "http://[",
        f"{HOST}/articles",
        f"{HOST}/articles/oslo",
        f"{HOST}/articles/baltic/layers",
        f"{HOST}/articles/baltic/",
        f"{HOST}/articles/../healthz",
        f"{HOST}/healthz",
        f"{HOST}/oembed?url={ARTICLE}",
    ],
)
def test_only_articles_of_this_server_are_embedded(client, url):
    answer = ask(client, url)
    assert answer.status_code == 404
    assert "html" not in answer.json


def test_the_front_page_is_the_article_that_it_shows(client):
    assert f"{ARTICLE}?embed=1" in ask(client, f"{HOST}/").json["html"]
    assert ask(client, HOST).json["title"] == "Baltic ferries run again"


def test_without_an_address_there_is_nothing_to_embed(client):
    assert client.get("/oembed").status_code == 400


@pytest.mark.parametrize("form", ["xml", "XML", "yaml", ""])
def test_no_other_form_than_json_is_given(client, form):
    answer = ask(client, format=form)
    assert answer.status_code == 501
    assert answer.json["status"] == 501


@pytest.mark.parametrize(
    "query",
    [
        '"><script>alert(1)</script>',
        "'><img src=x onerror=alert(1)>",
        'view=map" onload="alert(1)',
        "a=b&quot;&lt;script&gt;",
        "\u202e&#34;><b>",
        "x=\r\nSet-Cookie:a=b",
    ],
)
def test_no_address_gets_out_of_the_frame(client, query):
    answer = ask(client, f"{ARTICLE}?{query}")
    assert answer.status_code == 200
    [(tag, frame)] = Elements(answer.json["html"]).found
    assert tag == "iframe"
    assert set(frame) == {"src", "width", "height", "title"}
    assert frame["src"].startswith(f"{ARTICLE}?")
    assert frame["src"].endswith("embed=1")
    assert not re.search(r"[\s\"<>\u202e]", frame["src"])


def test_a_title_stays_in_its_attribute(client):
    hostile = '"><script>alert(1)</script>'
    posted = client.post("/articles", json={"title": hostile, "text": "Riga."})
    address = f"{HOST}{posted.headers['Location']}"
    [(tag, frame)] = Elements(ask(client, address).json["html"]).found
    assert (tag, frame["title"]) == ("iframe", f"{hostile} · Toposcope")


def test_an_article_of_any_letters_is_found(client):
    posted = client.post("/articles", json={"title": "원산 나루", "text": "원산."})
    address = f"{HOST}{posted.headers['Location']}"
    assert f"{address}?embed=1" in ask(client, address).json["html"]


def discovered(page):
    return [
        unescape(attributes["href"])
        for tag, attributes in Elements(page).found
        if tag == "link" and attributes.get("type") == "application/json+oembed"
    ]


@pytest.mark.parametrize("address", ["/", "/articles/baltic"])
def test_a_page_says_where_it_is_asked_for(client, address):
    [href] = discovered(client.get(f"{address}?sense=both&q=a%26b").text)
    told = client.get(href.removeprefix(HOST)).json
    assert f"{ARTICLE}?sense=both&amp;q=a%26b&amp;embed=1" in told["html"]


def test_a_frame_and_the_list_say_nothing_of_frames(client):
    assert discovered(client.get("/articles/baltic?embed=1").text) == []
    assert discovered(client.get("/articles").text) == []
