import json

import pytest
from click.testing import CliRunner

from geodata.cli import main

FORMATS = ("geojson", "gpkg", "kml", "csv", "parquet", "lpf.json", "annotations.json")


@pytest.fixture
def map_to(gazetteer_path, tmp_path):
    """Run the command on some texts, and give the file it wrote."""

    def run(name, *texts):
        articles = []
        for number, text in enumerate(texts):
            article = tmp_path / f"article-{number}.txt"
            article.write_text(text, "utf-8")
            articles.append(str(article))
        ended = CliRunner().invoke(
            main,
            ["map", *articles, "-o", str(tmp_path / name)],
            env={"TOPOSCOPE_GAZETTEER": str(gazetteer_path)},
        )
        assert ended.exit_code == 0, ended.output
        assert ended.stdout == ""
        return tmp_path / name, ended.stderr

    return run


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_by_its_suffix(map_to, name):
    path, words = map_to(f"x.{name}", "They met in Seoul, and then in Moscow.")
    assert path.stat().st_size > 100
    assert "wrote 2 places in 1 layer to " in words


@pytest.mark.parametrize("name", FORMATS)
def test_a_text_without_places_gives_the_empty_file(map_to, name):
    path, words = map_to(f"x.{name}", "it rained.")
    assert path.exists()
    assert "no places found in article-0" in words


def test_several_articles_share_one_map(map_to):
    path, _ = map_to(
        "x.geojson", "A ferry left Busan.", "A ferry left Osaka for Busan."
    )
    features = json.loads(path.read_bytes())["features"]
    documents = {
        feature["properties"]["name"]: [
            mention["document"] for mention in feature["properties"]["mentions"]
        ]
        for feature in features
    }
    assert documents["Busan"] == ["article-0", "article-1"]
    assert documents["Osaka"] == ["article-1"]


def test_the_same_article_gives_the_same_bytes(map_to):
    first, _ = map_to("a.geojson", "A ferry left Busan for Osaka.")
    second, _ = map_to("b.geojson", "A ferry left Busan for Osaka.")
    assert first.read_bytes() == second.read_bytes()


def test_what_a_person_said_beside_the_article_holds_for_its_map(map_to, tmp_path):
    said = {"phrase": "Seoul", "ruling": "not a place"}
    beside = tmp_path / "article-0.corrections.json"
    beside.write_text(json.dumps({"corrections": [said]}), "utf-8")
    path, _ = map_to("x.geojson", "They met in Seoul, and then in Moscow.")
    features = json.loads(path.read_bytes())["features"]
    assert [one["properties"]["name"] for one in features] == ["Moscow"]


def test_a_map_of_a_text_that_is_not_english_says_so_beside_its_count(map_to):
    german = (
        "Die Fähre nach Osaka hat Busan am Dienstag verlassen, und sie ist auch am"
        " Abend nicht zurück, wie die Zeitungen der Stadt schreiben."
    )
    _, words = map_to("x.geojson", german, "A ferry left Busan.")
    assert "wrote " in words
    assert "article-0: this text looks German; " in words
    assert "article-1: " not in words


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        ("x.geojson", "de", "GeoJSON has no words of its own"),
        ("x.html", "xx", "there is no 'xx'; choose one of en, de"),
    ],
)
def test_a_language_that_a_format_has_not_is_refused(tmp_path, name, language, said):
    article = tmp_path / "article.txt"
    article.write_text("A ferry left Busan.", "utf-8")
    ended = CliRunner().invoke(
        main,
        ["map", str(article), "-o", str(tmp_path / name), "--language", language],
    )
    assert ended.exit_code == 2
    assert said in ended.stderr
    assert not (tmp_path / name).exists()
