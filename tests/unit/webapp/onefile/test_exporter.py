import pytest

from geodata import exports
from geodata.model import Atlas
from tests.unit.webapp.sample import sample_atlas, sample_document, write_sample
from webapp.app import create_app
from webapp.onefile import EXPORTER

ENTRY_POINTS = "[geodata.exporters]\nhtml = webapp.onefile:EXPORTER\n"


@pytest.fixture
def plugged_in(tmp_path, monkeypatch):
    """The entry point as an installed package has it, in a work tree too."""
    folder = tmp_path / "toposcope_html-0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Name: toposcope_html\nVersion: 0\n")
    (folder / "entry_points.txt").write_text(ENTRY_POINTS)
    monkeypatch.syspath_prepend(str(tmp_path))
    caches = (exports._plugged_in, exports._loaded)
    for cache in caches:
        cache.cache_clear()
    yield
    for cache in caches:
        cache.cache_clear()


@pytest.fixture
def client(tmp_path):
    path = write_sample(tmp_path)
    config = {"ARTICLES": (path,), "LIBRARY": tmp_path / "library"}
    return create_app({**config, "BUILD_ATLAS": sample_atlas}).test_client()


@pytest.mark.usefixtures("plugged_in")
def test_the_format_is_found_by_suffix():
    assert exports.exporter_for_path("page.html") is EXPORTER
    assert exports.formats()[-1] == "html"


@pytest.mark.usefixtures("plugged_in")
def test_a_page_can_be_saved_from_the_server(client):
    answer = client.get("/articles/baltic/download.html")
    assert answer.status_code == 200
    assert answer.mimetype == "text/html"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.data == client.get("/articles/baltic/download.html").data


@pytest.mark.usefixtures("plugged_in")
def test_filters_hold_for_the_saved_page(client):
    page = client.get("/articles/baltic/download.html?layers=cities").text
    assert 'id="data-cities"' in page
    assert 'id="data-ports"' not in page


@pytest.mark.usefixtures("plugged_in")
def test_the_server_and_the_command_line_write_the_same(client):
    library = client.application.extensions["library"]
    atlas = library.article(library.entry("baltic")).atlas
    assert isinstance(atlas, Atlas)
    saved = client.get("/articles/baltic/download.html").data
    assert saved == EXPORTER.write_atlas(atlas)


def test_its_own_words_are_in_the_language_asked_for():
    atlas = sample_atlas(sample_document())
    german = EXPORTER.write_atlas_in(atlas, "de").decode()
    english = EXPORTER.write_atlas(atlas).decode()
    assert '<html lang="de"' in german
    assert 'data-messages="#data-messages"' in german
    assert '<script type="application/json" id="data-messages">' in german
    assert '<html lang="en"' in english
    assert "data-messages" not in english.partition("<script>")[0]
    assert EXPORTER.write_atlas_in(atlas, "en").decode() == english


@pytest.mark.usefixtures("plugged_in")
def test_a_server_gives_the_page_in_the_language_of_the_request(client):
    address = "/articles/baltic/layers/cities.html"
    spoken = [
        client.get(address, headers={"Accept-Language": each}).text[:40]
        for each in ("en", "de", "en")
    ]
    assert ['lang="de"' in each for each in spoken] == [False, True, False]
