"""What the conformance tests of OGC API - Features ask for, and what we ask besides."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
import shapely
from openapi_schema_validator import OAS30Validator
from shapely.geometry import shape

from geodata.model import Atlas, Feature
from tests.unit.geodata.exports.test_exports import complaints
from tests.unit.geodata.made import (
    ODD_PLACES,
    PYONGYANG,
    WONSAN,
    make_feature,
    make_layer,
    make_place,
    make_when,
)
from tests.unit.webapp.sample import write_sample
from webapp.app import create_app
from webapp.features import CONFORMS_TO

HOST = "http://localhost"
ROOT = "/ogc/baltic"
CITIES = f"{ROOT}/collections/cities"
ITEMS = f"{CITIES}/items"
DOCUMENTS = {
    "landing": (ROOT, "landingPage"),
    "conformance": (f"{ROOT}/conformance", "conformance"),
    "collections": (f"{ROOT}/collections", "collections"),
    "collection": (CITIES, "collection"),
    "items": (ITEMS, "featureCollection"),
    "item": (f"{ITEMS}/geonames:3099434", "feature"),
}
EVERY = pytest.mark.parametrize(
    "address", ["/ogc", f"{ROOT}/api", *(path for path, _ in DOCUMENTS.values())]
)
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


def many_atlas(document):
    """Places beside 180 degrees, at the poles and nowhere, on several pages."""
    rows = [
        make_place(f"Row {n}", lon=-180 + n * 15.5, lat=80 - n * 7.0) for n in range(24)
    ]
    return Atlas(
        documents=(document,),
        resolutions={document.id: ()},
        layers=(make_layer(*ODD_PLACES, *rows), make_layer(layer_id="ports")),
        made_by={},
    )


def dated_atlas(document):
    """Two places, one of them told of at two times."""
    war = make_when("1950-06-25", "1953-07-27")
    year = make_when("1948-01-01", "1948-12-31")
    named = [
        make_feature(WONSAN, when=when, start=start).occurrences[0]
        for start, when in enumerate((war, year, None))
    ]
    wonsan = Feature(place=WONSAN, occurrences=tuple(named))
    return Atlas(
        documents=(document,),
        resolutions={document.id: ()},
        layers=(make_layer(features=(wonsan, make_feature(PYONGYANG))),),
        made_by={},
    )


@pytest.fixture
def dated(tmp_path):
    """A client of a server whose layer of cities tells of times."""
    config = {
        "ARTICLES": (write_sample(tmp_path),),
        "LIBRARY": tmp_path / "library",
        "BUILD_ATLAS": dated_atlas,
    }
    return create_app(config).test_client()


@pytest.fixture
def many(tmp_path):
    """A client of a server whose layer of cities has several pages."""
    config = {
        "ARTICLES": (write_sample(tmp_path),),
        "LIBRARY": tmp_path / "library",
        "BUILD_ATLAS": many_atlas,
    }
    return create_app(config).test_client()


def get(client, address):
    answer = client.get(address.removeprefix(HOST))
    assert answer.status_code == 200, (address, answer.text)
    return answer.json


def links(content):
    found = {}
    for link in content["links"]:
        found.setdefault(link["rel"], []).append(link)
    return found


def one(content, rel):
    [link] = links(content)[rel]
    return link["href"]


def pages(client, address):
    while address:
        page = get(client, address)
        yield page
        address = links(page).get("next", [{"href": ""}])[0]["href"]


def ids(*found):
    return [feature["id"] for page in found for feature in page["features"]]


# The documents


def test_the_landing_page_leads_to_what_the_standard_names(client):
    landing = get(client, ROOT)
    assert landing["title"] == "Baltic ferries run again"
    for rel in ("service-desc", "service-doc", "conformance", "data"):
        answer = client.get(one(landing, rel).removeprefix(HOST))
        assert answer.status_code == 200
        assert answer.content_type.startswith(links(landing)[rel][0]["type"])


def test_a_slash_behind_the_address_of_an_api_is_no_error(client):
    for address in ("/ogc/", f"{ROOT}/"):
        assert client.get(address).status_code == 200


def test_only_what_is_kept_is_claimed(client):
    claimed = get(client, f"{ROOT}/conformance")["conformsTo"]
    assert claimed == list(CONFORMS_TO)
    names = {uri.rpartition("/")[2] for uri in claimed}
    assert names == {"core", "oas30", "html", "geojson"}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_has_the_form_that_the_definition_says(client, name):
    address, schema = DOCUMENTS[name]
    components = get(client, f"{ROOT}/api")["components"]
    rule = {"$ref": f"#/components/schemas/{schema}", "components": components}
    content = get(client, address)
    assert list(OAS30Validator(rule).iter_errors(content)) == []
    assert not OAS30Validator(rule).is_valid({})


@EVERY
def test_every_document_is_given_as_data_and_as_a_page(client, address):
    forms = {
        "f=json": client.get(f"{address}?f=json"),
        "program": client.get(address, headers={"Accept": "*/*"}),
        "f=html": client.get(f"{address}?f=html"),
        "browser": client.get(address, headers=BROWSER),
    }
    kind = "geo+json" if "/items" in address else "json"
    kind = "vnd.oai.openapi+json;version=3.0" if address.endswith("/api") else kind
    for name in ("f=json", "program"):
        assert forms[name].content_type == f"application/{kind}"
        assert forms[name].json
    for name in ("f=html", "browser"):
        assert forms[name].mimetype == "text/html"
        assert "<script" not in forms[name].text
    for answer in forms.values():
        assert answer.status_code == 200
        assert "Accept" in answer.vary
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("version", ["", ";version=3.0"])
def test_the_definition_is_asked_for_with_and_without_its_version(client, version):
    accept = f"application/vnd.oai.openapi+json{version}, text/html;q=0.5"
    answer = client.get(f"{ROOT}/api", headers={"Accept": accept})
    assert answer.json["openapi"] == "3.0.3"


@pytest.mark.parametrize("form", ["json", "html"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_links_to_itself_and_to_its_other_form(client, name, form):
    address, _ = DOCUMENTS[name]
    query = f"?f={form}&limit=1" if name == "items" else f"?f={form}"
    answer = client.get(f"{address}{query}")
    header = answer.headers.getlist("Link")
    data = "application/geo+json" if name.startswith("item") else "application/json"
    types = {"json": data, "html": "text/html"}
    for rel, of in (
        ("self", form),
        ("alternate", {"json": "html", "html": "json"}[form]),
    ):
        [link] = [each for each in header if f'rel="{rel}"' in each]
        assert link.endswith(f'type="{types[of]}"')
        href = link[1 : link.index(">")]
        assert f"f={of}" in href
        assert ("limit=1" in href) == (name == "items")
        assert client.get(href.removeprefix(HOST)).mimetype == types[of]
        if form == "json":
            assert one(answer.json, rel) == href


@pytest.mark.parametrize("address", ["/ogc", *(path for path, _ in DOCUMENTS.values())])
def test_every_link_leads_somewhere_and_says_what_it_is(client, address):
    def links_in(content):
        if isinstance(content, dict):
            if "href" in content:
                yield content
            for each in content.values():
                yield from links_in(each)
        elif isinstance(content, list):
            for each in content:
                yield from links_in(each)

    found = list(links_in(get(client, address)))
    assert len(found) > 2
    for link in found:
        assert set(link) == {"href", "rel", "type", "title"}
        assert link["href"].startswith(f"{HOST}/")
        answer = client.get(link["href"].removeprefix(HOST))
        assert answer.status_code == 200
        assert answer.content_type.startswith(link["type"])


@EVERY
def test_a_page_says_and_links_all_that_the_data_does(client, address):
    page = client.get(f"{address}?f=html").text
    body = unescape(page[page.index("<body") :])
    if not address.endswith("/api"):
        for link in client.get(f"{address}?f=json").json["links"]:
            assert f'href="{link["href"]}"' in body
        if address == ITEMS:
            for word in ("numberMatched", "Gdańsk", "geonames:2701713", "[18.64912"):
                assert word in body
    else:
        for word in ("bbox", "not-a-place", "datetime", "sure, likely, doubtful"):
            assert (word in body) == (word != "not-a-place")


def test_links_name_the_host_that_was_asked(client):
    answer = client.get(ROOT, headers={"Host": "127.0.0.1:8765"})
    for link in answer.json["links"]:
        assert link["href"].startswith("http://127.0.0.1:8765/")
    assert client.get(ROOT, headers={"Host": "evil.example"}).status_code == 400


def test_articles_are_listed_without_working_any_out(config):
    def never(document):
        raise AssertionError(document.id)

    client = create_app({**config, "BUILD_ATLAS": never}).test_client()
    assert one(get(client, "/ogc"), "item") == f"{HOST}{ROOT}"
    for address in (ROOT, f"{ROOT}/conformance", f"{ROOT}/api"):
        assert client.get(address).status_code == 200


def test_an_article_in_any_script_has_an_api(client):
    posted = client.post("/articles", json={"title": "원산 나루", "text": "원산."})
    assert posted.status_code == 201
    [item, _] = links(get(client, "/ogc"))["item"]
    assert item["title"] == "원산 나루"
    assert item["href"].isascii()
    for rel in ("data", "service-desc", "service-doc"):
        get_it = client.get(one(get(client, item["href"]), rel).removeprefix(HOST))
        assert get_it.status_code == 200


# The layers


def test_the_collections_are_the_layers_of_the_article(client):
    layers = client.get("/articles/baltic/layers").json["layers"]
    found = get(client, f"{ROOT}/collections")["collections"]
    assert [each["id"] for each in found] == [each["id"] for each in layers]
    for each, layer in zip(found, layers, strict=True):
        assert (each["title"], each["itemType"]) == (layer["title"], "feature")
        assert each["description"] == layer["about"]
        assert each["attribution"] == "; ".join(layer["attribution"])
        assert each["crs"] == ["http://www.opengis.net/def/crs/OGC/1.3/CRS84"]
        if layer["bbox"]:
            assert each["extent"]["spatial"]["bbox"] == [layer["bbox"]]
        else:
            assert "extent" not in each
        types = {link["type"] for link in links(each)["items"]}
        assert types == {"application/geo+json", "text/html"}


def test_a_collection_is_the_same_alone_and_in_the_list(client):
    for each in get(client, f"{ROOT}/collections")["collections"]:
        assert get(client, f"{ROOT}/collections/{each['id']}") == each


# The features


def test_features_are_those_of_the_download_under_the_ids_of_their_places(client):
    for each in get(client, f"{ROOT}/collections")["collections"]:
        name = each["id"]
        download = client.get(f"/articles/baltic/layers/{name}.geojson").json
        page = get(client, f"{ROOT}/collections/{name}/items")
        ours = [feature | {"id": None} for feature in page["features"]]
        assert ours == [feature | {"id": None} for feature in download["features"]]
        assert page.get("bbox") == download.get("bbox")
        assert page["attribution"] == download["attribution"]
        for feature, theirs in zip(page["features"], download["features"], strict=True):
            assert f"{name}/{feature['id']}" == theirs["id"]


@pytest.mark.parametrize(
    "query", ["", "?limit=3", "?offset=999", "?bbox=170,-20,-170,70"]
)
def test_a_page_of_features_is_valid_geojson(many, query):
    assert not complaints(get(many, f"{ITEMS}{query}"))


@pytest.mark.parametrize("limit", [1, 7, 17, 34, 100])
def test_paging_visits_each_feature_once(many, limit):
    found = list(pages(many, f"{ITEMS}?limit={limit}"))
    every = ids(get(many, f"{ITEMS}?limit=10000"))
    assert ids(*found) == every
    assert len(set(every)) == 34
    for page in found:
        assert page["numberMatched"] == 34
        assert page["numberReturned"] == len(page["features"]) <= limit
    assert len(found) == -(-34 // limit)


def test_paging_backwards_visits_each_feature_once(many):
    address, seen = f"{ITEMS}?limit=5&offset=12&q=row", []
    while address:
        page = get(many, address)
        seen = ids(page) + seen
        address = links(page).get("prev", [{"href": ""}])[0]["href"]
    assert seen == ids(get(many, f"{ITEMS}?q=row"))[:17]


def test_pages_of_a_page_lead_on_to_pages(many):
    page = many.get(f"{ITEMS}?limit=5&f=html").text
    [href] = re.findall(r'<a href="([^"]+)" rel="next"', page)
    assert many.get(unescape(href).removeprefix(HOST)).mimetype == "text/html"


def test_a_limit_beyond_the_most_is_no_error_and_an_offset_behind_the_end_is_empty(
    many,
):
    assert get(many, f"{ITEMS}?limit=99999999999")["numberReturned"] == 34
    page = get(many, f"{ITEMS}?offset=34")
    assert (page["numberMatched"], page["numberReturned"]) == (34, 0)
    assert "next" not in links(page)
    assert "bbox" not in page


def test_the_time_of_an_answer_is_now(client):
    stamp = datetime.fromisoformat(get(client, ITEMS)["timeStamp"])
    assert abs(datetime.now(UTC) - stamp) < timedelta(minutes=1)


@pytest.mark.parametrize(
    "box",
    [
        (-1.5, 50, 1.5, 53),  # Greenwich, the equator, 180 degrees, the poles
        (-80, -5, -70, 5),
        (177, 65, -177, 70),
        (177, -19, -179, -17),
        (-180, 85, 180, 90),
        (-180, -90, 180, -85),
        (-180, -90, 180, 90),
        (127.44361, 39.15278, 127.44361, 39.15278),
    ],
)
def test_a_box_gives_what_meets_it_and_what_has_no_location(many, box):
    west, south, east, north = box
    frame = shapely.box(west, south, east, north)
    if west > east:
        halves = [
            shapely.box(west, south, 180, north),
            shapely.box(-180, south, east, north),
        ]
        frame = shapely.union_all(halves)
    wanted = [
        feature["id"]
        for feature in get(many, ITEMS)["features"]
        if feature["geometry"] is None or shape(feature["geometry"]).intersects(frame)
    ]
    flat = get(many, f"{ITEMS}?bbox={west},{south},{east},{north}")
    high = get(many, f"{ITEMS}?bbox={west},{south},-9,{east},{north},9999")
    assert ids(flat) == ids(high) == wanted
    assert flat["numberMatched"] == len(wanted)
    assert "seed:the-west" in wanted


@pytest.mark.parametrize(
    ("time", "starts"),
    [
        ("1948-05-01", ["1948-01-01"]),
        ("1950-06-25T10:00:00Z/..", ["1950-06-25"]),
        ("../1953-01-01", ["1950-06-25", "1948-01-01"]),
        ("2018-02-12", []),
    ],
)
def test_a_time_gives_the_mentions_of_it_and_features_without_any(dated, time, starts):
    found = get(dated, f"{ITEMS}?datetime={time}")["features"]
    mentions = {each["id"]: each["properties"]["mentions"] for each in found}
    assert len(mentions.pop(PYONGYANG.id)) == 1
    left = [each["when"]["start"] for each in mentions.get(WONSAN.id, ())]
    assert left == starts


def test_a_layer_says_of_what_time_it_tells(dated, client):
    definition = get(dated, f"{ROOT}/api")
    found = get(dated, CITIES)
    assert found["extent"]["temporal"] == {
        "interval": [["1948-01-01T00:00:00Z", "1953-07-27T23:59:59Z"]],
        "trs": "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian",
    }
    schema = {
        "$ref": "#/components/schemas/collection",
        "components": definition["components"],
    }
    OAS30Validator(schema).validate(found)
    assert "temporal" not in get(client, CITIES)["extent"]


@pytest.mark.parametrize(
    "time", ["2018-02-12T23:20:50Z", "../2018-02-12T23:20:50Z", "2018-02-12/.."]
)
def test_features_that_no_sentence_dates_pass_every_time(client, time):
    page = get(client, f"{ITEMS}?datetime={time}")
    assert ids(page) == ids(get(client, ITEMS))


@pytest.mark.parametrize(
    "query",
    ["sense=place", "kind=city,port", "country=se", "confidence=likely", "q=gdansk"],
)
def test_filters_let_through_what_they_do_in_a_download(client, query):
    for layer in ("cities", "ports", "governments", "not-located"):
        page = get(client, f"{ROOT}/collections/{layer}/items?{query}")
        address = f"/articles/baltic/download.geojson?layers={layer}&{query}"
        download = client.get(address).json["features"]
        kept = [feature["properties"] for feature in page["features"]]
        assert kept == [feature["properties"] for feature in download]
        assert page["numberMatched"] == len(kept)


def test_mentions_that_are_filtered_away_are_left_out_of_a_feature(client):
    address = f"{ROOT}/collections/cities/items"
    [whole] = get(client, f"{address}?q=karlskrona&country=PL")["features"]
    [every] = get(client, f"{address}?country=PL")["features"]
    assert whole["geometry"] == every["geometry"]
    assert len(whole["properties"]["mentions"]) == 1
    assert len(every["properties"]["mentions"]) == 2


@pytest.mark.parametrize("layer", ["cities", "regions", "described", "not-located"])
def test_every_feature_has_an_address_of_its_own(client, layer):
    address = f"{ROOT}/collections/{layer}"
    for feature in get(client, f"{address}/items")["features"]:
        alone = get(client, f"{address}/items/{feature['id']}")
        assert {key: alone[key] for key in feature} == feature
        assert one(alone, "collection") == f"{HOST}{address}"


def test_an_id_with_signs_of_an_address_in_it_is_found(config):
    places = [
        make_place(id=f"text:{name}", name="x")
        for name in ("a/b", "a//b", "a?b#c", "%2F", "../x", "å&ø", "a b")
    ]

    def build(document):
        return Atlas(
            documents=(document,),
            resolutions={document.id: ()},
            layers=(make_layer(*places),),
            made_by={},
        )

    client = create_app({**config, "BUILD_ATLAS": build}).test_client()
    page = client.get(f"{ITEMS}?f=html").text
    hrefs = re.findall(r'<h2><a href="([^"]+)"', page)
    found = [get(client, f"{unescape(href)}?f=json")["id"] for href in hrefs]
    assert found == [place.id for place in places]
    encoded = f"{ITEMS}/text:a%2Fb"
    assert get(client, encoded)["id"] == "text:a/b"


# What is refused


@EVERY
def test_an_unknown_parameter_is_refused(client, address):
    for query in ("unknown=1", "F=json", "bbox-crs=x", "layers=cities"):
        answer = client.get(f"{address}?{query}")
        assert answer.status_code == 400
        assert query.split("=")[0] in answer.json["error"]
    if address != ITEMS:
        assert client.get(f"{address}?limit=1").status_code == 400


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=-1",
        "limit=x",
        "limit=",
        "offset=-1",
        "bbox=1,2,3",
        "bbox=",
        "bbox=1,2,3,4,5",
        "bbox=0,0,x,1",
        "datetime=yesterday",
        "datetime=",
        "datetime=../..",
        "sense=smell",
        "kind=castle",
        "country=Poland",
        "confidence=0.5",
        "f=gml",
        "limit=1&limit=2",
    ],
)
def test_a_value_that_cannot_be_is_refused_in_a_sentence(client, query):
    answer = client.get(f"{ITEMS}?{query}")
    assert answer.status_code == 400
    assert answer.json["ok"] is False
    assert query.split("=")[0] in answer.json["error"]


@pytest.mark.parametrize(
    "address",
    [
        "/ogc/none",
        "/ogc/none/api",
        "/ogc/none/conformance",
        "/ogc/none/collections",
        f"{ROOT}/none",
        f"{ROOT}/collections/none",
        f"{ROOT}/collections/none/items",
        f"{ITEMS}/none",
        f"{ITEMS}/cities/geonames:3099434",
    ],
)
def test_what_is_not_there_is_404_in_the_form_asked_for(client, address):
    answer = client.get(address)
    assert (answer.status_code, answer.json["status"]) == (404, 404)
    page = client.get(address, headers=BROWSER)
    assert (page.status_code, page.mimetype) == (404, "text/html")


@EVERY
def test_nothing_can_be_changed_here(client, address):
    for method in ("post", "put", "delete", "patch"):
        assert getattr(client, method)(address).status_code == 405
    assert client.head(address).status_code == 200


def test_what_a_client_has_already_is_not_sent_again(client):
    answer = client.get(f"{ROOT}/collections")
    again = client.get(
        f"{ROOT}/collections", headers={"If-None-Match": answer.headers["ETag"]}
    )
    assert again.status_code == 304
