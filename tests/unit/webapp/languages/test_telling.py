from __future__ import annotations

import pytest

from webapp.languages import speaking, told


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("a capital", "eine Hauptstadt"),
        ("population 470,907", "470.907 Einwohner"),
        (
            "Worked out: 1 port of the Baltic Sea, from GeoNames.",
            "Erschlossen: 1 Hafen von Baltic Sea, aus GeoNames.",
        ),
        (
            "Riga is read as Riga (city in Latvia): a capital; known under 3 names",
            "Riga wird als Riga gelesen (Stadt oder Ort, Latvia):"
            " eine Hauptstadt; unter 3 Namen bekannt",
        ),
    ],
)
def test_a_sentence_of_the_engine_is_told_in_another_language(sentence, said):
    with speaking("de"):
        assert told(sentence) == said


def test_names_and_reasons_are_parted_as_the_language_does():
    reasons = "a capital; a town"
    with speaking("ja"):
        assert told(f"Riga is read as Riga (city): {reasons}") == (
            "「Riga」はRiga（都市・町）と解釈：首都、都市・町"
        )
        assert told("the outline of Riga, Oslo and Bonn") == "Riga、Oslo、Bonnの輪郭"
        assert told("2 regions of Latvia claimed by the Hansa: Riga and Bonn") == (
            "Hansaが領有を主張するLatviaの地域2か所：Riga、Bonn"
        )


def test_a_region_and_the_country_it_lies_in_are_parted_as_the_language_does():
    with speaking("ja"):
        assert told("Troy is read as Troy (city in Ohio, United States)") == (
            "「Troy」はTroy（Ohio、United Statesの都市・町）と解釈"
        )


def test_in_english_a_sentence_stays_as_it_is():
    assert told("<b> is no sentence") == "&lt;b&gt; is no sentence"


def test_what_no_message_fits_stays_english_and_says_so():
    with speaking("de"):
        assert told("<b> is no sentence") == (
            '<span lang="en">&lt;b&gt; is no sentence</span>'
        )
