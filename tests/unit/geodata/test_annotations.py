import dataclasses
import json
import subprocess
import sys

import geojson_validator
import pytest
import shapely

from geodata.annotations import annotate
from geodata.model import Candidate, Evidence, Verdict
from tests.unit.geodata.made import (
    NORTH_KOREA,
    PYONGYANG,
    WONSAN,
    make_place,
    make_resolution,
)

geojson_validator.configure_logging(enabled=False)

MENTION = [
    "start",
    "end",
    "phrase",
    "kind",
    "sense",
    "verdict",
    "confidence",
    "place",
    "stands_for",
    "how",
    "candidates",
    "decided_by",
]
PLACE = [
    "id",
    "name",
    "kind",
    "country",
    "region",
    "lat",
    "lon",
    "geonameid",
    "source",
    "precision_km",
]


def test_a_mention_is_as_the_public_interface_has_it(article):
    found = make_resolution(
        article.text,
        "Pyongyang",
        PYONGYANG,
        sense="actor",
        stands_for=NORTH_KOREA,
        confidence=0.98765,
        candidates=(
            Candidate(
                place=PYONGYANG,
                score=0.9,
                evidence=(Evidence(reason="a capital", weight=1.23456),),
            ),
        ),
    )
    [mention] = annotate(article, [found], geometry=False)["mentions"]
    assert list(mention) == MENTION
    assert set(mention["place"]) == set(PLACE)
    assert mention["confidence"] == 0.988
    assert mention["stands_for"] == {"id": "ne:PRK", "name": "North Korea"}
    assert mention["place"]["lat"] == 39.03385
    [candidate] = mention["candidates"]
    assert set(candidate) == {*PLACE[:8], "population", "score", "evidence"}
    assert candidate["evidence"] == [{"reason": "a capital", "weight": 1.235}]
    json.dumps(mention, allow_nan=False)


def test_mentions_are_sorted_by_start_and_the_longer_first(article):
    text = article.text
    inner = make_resolution(text, "North Korean", NORTH_KOREA, kind="demonym")
    outer = make_resolution(text, "North Korean ports", kind="description")
    early = make_resolution(text, "Pyongyang", PYONGYANG)
    found = annotate(article, [inner, outer, early])["mentions"]
    phrases = [mention["phrase"] for mention in found]
    assert phrases == ["Pyongyang", "North Korean ports", "North Korean"]


def test_given_spans_keep_their_order_and_their_number(article):
    text = article.text
    found = [
        make_resolution(text, "Wonsan", WONSAN),
        make_resolution(text, "Atlantis", WONSAN, verdict=Verdict.NOT_A_PLACE),
        make_resolution(text, "Pyongyang", PYONGYANG),
    ]
    assert len(annotate(article, found)["mentions"]) == 2
    kept = annotate(article, found, as_given=True)["mentions"]
    assert [one["phrase"] for one in kept] == ["Wonsan", "Atlantis", "Pyongyang"]
    assert (kept[1]["place"], kept[1]["verdict"]) == (None, "unknown")


def test_geometry_is_given_at_the_first_mention_of_a_place_only(article):
    again = article.text.rindex("Wonsan")
    found = [
        make_resolution(article.text, "Wonsan", WONSAN, start=again),
        make_resolution(article.text, "Wonsan", WONSAN),
    ]
    first, second = annotate(article, found)["mentions"]
    assert first["place"]["geometry"]["type"] == "Point"
    assert "geometry" not in second["place"]
    plain = annotate(article, found, geometry=False)["mentions"]
    assert not any("geometry" in mention["place"] for mention in plain)


def test_shapes_come_from_the_gazetteer_with_their_precision(article, small_gazetteer):
    korea = make_resolution(article.text, "North Korea", NORTH_KOREA)
    again = dataclasses.replace(
        korea, mention=dataclasses.replace(korea.mention, start=70, end=71)
    )
    found = annotate(article, [korea, again], gazetteer=small_gazetteer)["mentions"]
    assert found[0]["place"]["geometry"]["type"] == "Polygon"
    assert [one["place"]["precision_km"] for one in found] == [7.5, 7.5]


def test_a_geometry_has_at_most_500_vertices_and_stays_valid(article):
    star = shapely.Point(179, 60).buffer(8, quad_segs=1000)
    place = make_place("star", "area", id="described:a-0", geometry=star)
    [mention] = annotate(article, [make_resolution(article.text, "sea", place)])[
        "mentions"
    ]
    shape = shapely.from_geojson(json.dumps(mention["place"]["geometry"]))
    assert shape.geom_type == "MultiPolygon"
    assert shapely.get_num_coordinates(shape) <= 500
    checked = geojson_validator.validate_geometries(mention["place"]["geometry"])
    assert not checked["invalid"]
    assert set(checked["problematic"]) <= {"crosses_antimeridian"}
    assert mention["place"]["precision_km"] >= 1


def test_members_of_a_set_are_listed(article):
    ports = make_place("ports", "set", None, None, id="d:0", members=(WONSAN,))
    [mention] = annotate(article, [make_resolution(article.text, "ports", ports)])[
        "mentions"
    ]
    assert mention["place"]["members"] == [
        {
            "id": "geonames:Wonsan",
            "name": "Wonsan",
            "kind": "city",
            "country": "KP",
            "region": None,
            "lat": 39.15278,
            "lon": 127.44361,
        }
    ]
    assert mention["place"]["geometry"]["type"] == "Point"  # of one member


@pytest.mark.parametrize("rank", [0, 4, 7, None])
def test_there_are_at_most_five_candidates_and_the_chosen_one_is_among_them(
    article, rank
):
    others = [make_place(f"Wonsan {n}") for n in range(8)]
    chosen = others[rank] if rank is not None else WONSAN
    candidates = tuple(
        Candidate(place=place, score=1 / (n + 2)) for n, place in enumerate(others)
    )
    found = make_resolution(article.text, "Wonsan", chosen, candidates=candidates)
    [mention] = annotate(article, [found])["mentions"]
    ids = [one["id"] for one in mention["candidates"]]
    scores = [one["score"] for one in mention["candidates"]]
    assert len(ids) == len(set(ids)) == 5
    assert chosen.id in ids
    assert scores == sorted(scores, reverse=True)


def test_a_name_without_place_has_none(article):
    [mention] = annotate(article, [make_resolution(article.text, "Atlantis")])[
        "mentions"
    ]
    assert mention["place"] is None
    assert mention["candidates"] == []
    assert mention["verdict"] == "unknown"


def test_annotating_without_geometry_needs_no_geometry_library():
    code = (
        "import sys, geodata.annotations, geodata.documents, geodata.layers"
        "\nimport geodata.cli.parse"
        "\nheavy = {'shapely', 'pandas', 'geopandas', 'trafilatura', 'numpy'}"
        "\nsys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    ended = subprocess.run(  # noqa: S603  our own words
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
