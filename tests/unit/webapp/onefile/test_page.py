import base64
import hashlib
import json
import re
import tomllib
from pathlib import Path

import pytest

from geodata.model import Atlas, Correction, Document, Ruling
from geodata.pipeline import build_atlas
from tests.unit.webapp.onefile.test_joining import two_articles
from tests.unit.webapp.sample import sample_atlas, sample_document
from webapp.onefile import EXPORTER

SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
DATA = re.compile(r'<script type="application/json" id="data-(.*?)">(.*?)</script>')


@pytest.fixture(scope="module")
def page():
    return EXPORTER.write_atlas(sample_atlas(sample_document())).decode()


def digest(content):
    found = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(found).decode()}'"


def test_two_pages_of_one_article_are_equal(page):
    assert EXPORTER.write_atlas(sample_atlas(sample_document())).decode() == page


def test_the_policy_names_every_script_and_style(page):
    [policy] = re.findall(r'Security-Policy" content="([^"]+)"', page)
    parts = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert parts["default-src"] == "'none'"
    assert parts["script-src"].split() == [
        digest(each) for each in SCRIPT.findall(page)
    ]
    assert parts["style-src"].split() == [digest(each) for each in STYLE.findall(page)]


def test_the_page_loads_nothing(page):
    markup = re.sub(r"<(script|style).*?</\1>", "", page, flags=re.DOTALL)
    assert not re.search(r"<(?:script|img|iframe)[^>]* src=", markup)
    assert not re.search(r'<link (?!rel="icon" href="data:)', markup)
    assert not re.search(r"url\((?!data:|#)", STYLE.findall(page)[0])
    assert "style=" not in markup


def test_the_page_holds_its_layers_and_reasons(page):
    data = {name: json.loads(value) for name, value in DATA.findall(page)}
    assert {"cities", "article", "basemap"} <= data.keys()
    assert data["cities"]["type"] == "FeatureCollection"
    assert data["article"]["mentions"]
    assert "/articles/" not in page


def test_the_page_holds_each_shape_once(page):
    data = {name: json.loads(value) for name, value in DATA.findall(page)}
    places = data["drawn"]["places"]
    assert not any("shape" in place for place in places.values())
    for name in ("countries", "governments"):
        for feature in data[name]["features"]:
            assert feature["geometry"] is None
            assert feature["properties"]["place_id"] in data["shapes"]
    assert all("at" not in places[place] for place in data["shapes"])


def test_several_articles_make_one_page():
    page = EXPORTER.write_atlas(two_articles()).decode()
    assert page.count('<section class="panel"') == 1


@pytest.mark.parametrize("documents", [(), (sample_document("empty"),)])
def test_an_atlas_without_places_makes_a_page_that_says_so(documents):
    resolutions = {document.id: () for document in documents}
    atlas = Atlas(documents=documents, resolutions=resolutions, layers=(), made_by={})
    assert "no place that could be mapped" in EXPORTER.write_atlas(atlas).decode()


def test_layers_without_their_text_make_a_page():
    assert EXPORTER.write((), about={}).startswith(b"<!doctype html>")


def test_the_format_is_known_by_its_name():
    path = Path(__file__).parents[4] / "pyproject.toml"
    project = tomllib.loads(path.read_text(encoding="utf-8"))["project"]
    entries = project["entry-points"]["geodata.exporters"]
    assert entries == {"html": "webapp.onefile:EXPORTER"}
    assert EXPORTER.name == "html"


def test_the_page_tells_what_was_corrected_and_takes_no_corrections(gazetteer):
    said = Correction(phrase="Paris", ruling=Ruling.NOT_A_PLACE)
    text = "Snow in Paris. Ice in Moscow."
    document = Document(id="snow", title="Snow", text=text, corrections=(said,))
    page = EXPORTER.write_atlas(build_atlas([document], gazetteer)).decode()
    markup = page.partition("<main")[2].partition("</main>")[0]
    assert "“Paris” is no place." in markup
    assert "data-corrections" not in markup
    assert "corrections.json" not in markup
    assert re.findall(r'<a class="mark[^>]*>.*?</a>', markup, re.DOTALL)
    assert ">Paris</a>" not in markup


def test_the_page_of_a_text_that_is_not_english_says_so(page):
    text = (
        "Die Fähre nach Riga hat Tallinn am Dienstag verlassen, und sie ist auch am"
        " Abend nicht zurück, wie die Zeitungen der Stadt schreiben."
    )
    german = Document(id="de", title="Die Fähre", text=text)
    atlas = Atlas(documents=(german,), resolutions={"de": ()}, layers=(), made_by={})
    notice = '<p class="text__language" lang="en">This text looks German; '
    assert notice in EXPORTER.write_atlas(atlas).decode()
    assert "text__language" not in page.partition("<main")[2].partition("</main>")[0]
