"""Nothing of an article's text is ever run."""

import pytest

from geodata.model import (
    Atlas,
    Feature,
    Layer,
    Mention,
    MentionKind,
    Occurrence,
    Place,
    PlaceKind,
    Resolution,
    Verdict,
)
from tests.browser.conftest import serve

PAYLOADS = (
    "<img src=x onerror=window.ran=1>",
    "<script>window.ran=2</script>",
    "${window.ran=3}",
    "`+(window.ran=4)+`",
    "\\`;window.ran=5;//",
    "</script><script>window.ran=6</script>",
    "'-(window.ran=7)-'",
    '"><svg onload=window.ran=8>',
    "{{ ''.__class__ }}{% raw %}",
    "C:\\path\\2019",
    "javascript:window.ran=9",
    "<a href=javascript:window.ran=10>Oslo</a>",
    "<!--<script>",
    "&lt;b&gt;Oslo&lt;/b&gt;",
)


def hostile_atlas(document):
    """Every line a place of that very name, in a layer of that very title."""
    resolutions, features = [], []
    for number, payload in enumerate(document.text.splitlines()):
        start = document.text.index(payload)
        place = Place(
            id=f"seed:{number}-{payload}",
            name=payload,
            kind=PlaceKind.CITY,
            source=payload,
            source_id=payload,
            lon=10.0 + number,
            lat=50.0,
            country="NO",
            names={"en": payload, "nb": f"{payload} {payload}"},
            note=payload,
        )
        resolution = Resolution(
            mention=Mention(
                start=start,
                end=start + len(payload),
                phrase=payload,
                kind=MentionKind.NAME,
            ),
            place=place,
            confidence=0.9,
            verdict=Verdict.RESOLVED,
            how=payload,
        )
        occurrence = Occurrence(
            document=document.id,
            resolution=resolution,
            excerpt=payload,
            excerpt_start=start,
        )
        resolutions.append(resolution)
        features.append(Feature(place=place, occurrences=(occurrence,)))
    layer = Layer(
        id="cities",
        title=PAYLOADS[0],
        about=PAYLOADS[1],
        features=tuple(features),
        attribution=PAYLOADS,
    )
    return Atlas(
        documents=(document,),
        resolutions={document.id: tuple(resolutions)},
        layers=(layer,),
        made_by={"toposcope": "0"},
    )


@pytest.fixture(scope="module")
def hostile_url(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    path = folder / "hostile.txt"
    path.write_text("\n".join(PAYLOADS), encoding="utf-8")
    for origin in serve(folder, hostile_atlas, [path]):
        yield f"{origin}/articles/hostile"


@pytest.fixture
def hostile(open_page, hostile_url):
    return open_page(hostile_url)


def test_payloads_in_text_list_and_layers_are_words(hostile):
    assert hostile.evaluate("window.ran") is None
    assert hostile.locator(".places__name").all_inner_texts() == list(PAYLOADS)
    assert hostile.locator(".panel__name").inner_text() == PAYLOADS[0]
    credit = hostile.locator(".leaflet-control-attribution").inner_text()
    assert all(payload in credit for payload in PAYLOADS)
    assert hostile.locator("h1").first.inner_text() == PAYLOADS[0]


def test_payloads_in_hints_are_words(open_page, hostile_url):
    hostile = open_page(f"{hostile_url}?at=5/50/16.5")
    for number, payload in enumerate(PAYLOADS):
        hostile.locator("path.shape--cities").nth(number).hover()
        hostile.locator(".map__hint").get_by_text(payload, exact=True).wait_for()
    assert hostile.evaluate("window.ran") is None


def test_payloads_in_cards_and_reasons_are_words(hostile):
    for number, payload in enumerate(PAYLOADS):
        hostile.locator(".mark").nth(number).click()
        hostile.locator(".popup__name").get_by_text(payload, exact=True).wait_for()
        assert hostile.locator(".popup__quote mark").inner_text() == payload
    assert hostile.evaluate("window.ran") is None


def test_payloads_in_the_address_are_words(open_page, hostile_url):
    page = open_page(f"{hostile_url}?q=<img src=x onerror=window.ran=1>&<b>=<b>")
    assert page.locator(".notice").inner_text().startswith("Part of the address")
    assert page.evaluate("window.ran") is None
