"""Tests of geodata.mentions.names, with the trained model and the built gazetteer."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.mentions.names import find_names
from geodata.model import MentionKind

SOME_WORDS = [
    *("Peru", "Lima", "the", "in", "of", ",", ".", "'", "'s", "French", "U.S.", "said"),
    *("e\u0301", "東京", "평양", "Москва", "🇺🇸", "and", "St.", "John", "North", "WAR"),
    *("Port-au-Prince", "(Mass.)", "Springfield", "New", "York", "\n"),
]
WORDS = st.lists(st.sampled_from(SOME_WORDS), max_size=25).map(" ".join)


def phrases(text, gazetteer, kind=MentionKind.NAME):
    return [item.phrase for item in find_names(text, gazetteer) if item.kind is kind]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(WORDS)
def test_mentions_are_exact_sorted_and_apart(built_gazetteer, text):
    end = 0
    for mention in find_names(text, built_gazetteer):
        assert text[mention.start : mention.end] == mention.phrase
        assert mention.start >= end
        assert 0 <= mention.confidence <= 1
        end = mention.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fire broke out near Springfield, Mass., on Monday.",
         ["Springfield", "Mass."]),
        ("On Monday Tokyo sent ships.", ["Tokyo"]),
        ("In April Tokyo sent ships to Busan.", ["Tokyo", "Busan"]),
        ("Yesterday Paris agreed.", ["Paris"]),
        ("From Vienna I took a train to Sarajevo.", ["Vienna", "Sarajevo"]),
        ("Flights from Lima to Washington, D.C., were late.",
         ["Lima", "Washington", "D.C."]),
        ("Troops left the Democratic Republic of the Congo in May.",
         ["Democratic Republic of the Congo"]),
        ("The ship sailed from Port-au-Prince to Cuba.", ["Port-au-Prince", "Cuba"]),
        ("Kenya's capital, Nairobi, was quiet.", ["Kenya", "Nairobi"]),
        ("👩‍👩‍👧 They live in Ottawa, Canada.", ["Ottawa", "Canada"]),
        ("He said he was in Bogotá last week.", ["Bogotá"]),
    ],
)  # fmt: skip
def test_places_are_found_whole(built_gazetteer, text, expected):
    assert phrases(text, built_gazetteer) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They walked North and then to the west.",
        "He studied at the University of Pittsburgh for years.",
        "The price rose to US$5.",
        "",
        "nothing with a capital here",
    ],
)
def test_what_is_no_place_is_not_found(built_gazetteer, text):
    assert phrases(text, built_gazetteer) == []


def test_the_west_is_a_name_where_the_article_makes_it_one(built_gazetteer):
    assert phrases("Obviously, the West objected.", built_gazetteer) == ["West"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Arabian Sea was calm.", "Arabian Sea"),
        ("Ships crossed the Gulf of Finland.", "Gulf of Finland"),
        ("LIMA - The president resigned.", "LIMA"),
    ],
)
def test_rules_find_what_is_hardly_anything_else(built_gazetteer, text, expected):
    assert phrases(text, built_gazetteer) == [expected]


def test_peoples_are_demonyms(built_gazetteer):
    text = "The Peruvian president met Canadian officials in Lima."
    found = phrases(text, built_gazetteer, MentionKind.DEMONYM)
    assert found == ["Peruvian", "Canadian"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("김정은 위원장은 평양에서 회담했다.", "평양"),
        ("Президент прибыл вчера в город Москва.", "Москва"),
        ("首相は東京で会談した。", "東京"),
    ],
)
def test_other_scripts_are_read_by_longest_match(built_gazetteer, text, expected):
    assert expected in phrases(text, built_gazetteer)


def test_the_same_text_gives_the_same_mentions(built_gazetteer):
    text = "Floods hit Houston, Texas, and parts of Louisiana."
    assert find_names(text, built_gazetteer) == find_names(text, built_gazetteer)
