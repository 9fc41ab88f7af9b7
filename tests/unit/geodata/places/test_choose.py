import pytest

from geodata.model import Mention, MentionKind, Sense, Verdict
from geodata.places.choose import MOST_GIVEN, choose, stands_for
from geodata.places.ranker import shipped_ranker


def chosen(text, *phrases, gazetteer, sense=Sense.PLACE):
    mentions = [
        Mention(
            start=text.index(phrase),
            end=text.index(phrase) + len(phrase),
            phrase=phrase,
            kind=MentionKind.NAME,
            sense=sense,
        )
        for phrase in phrases
    ]
    found = choose(text, mentions, gazetteer, shipped_ranker())
    return [found[position] for position in range(len(mentions))]


@pytest.mark.parametrize(
    ("text", "phrase", "place_id"),
    [
        ("The fair opened in Paris, Texas on Monday.", "Paris", "geonames:4717560"),
        ("The fair opened in Paris, France on Monday.", "Paris", "geonames:2988507"),
    ],
)
def test_what_follows_a_name_decides(text, phrase, place_id, gazetteer):
    country = text.split(", ")[1].split()[0]
    first, _ = chosen(text, phrase, country, gazetteer=gazetteer)
    assert first.place.id == place_id


def test_how_says_the_region_that_a_namesake_lies_in(gazetteer):
    found, _ = chosen("In Paris, Texas.", "Paris", "Texas", gazetteer=gazetteer)
    assert "Paris (city in Texas, United States)" in found.how
    [found] = chosen("In Pyongyang.", "Pyongyang", gazetteer=gazetteer)
    assert "Pyongyang (city in North Korea)" in found.how


def test_how_does_not_give_the_kind_as_a_reason_for_it(gazetteer):
    [found] = chosen("In the DPRK.", "DPRK", gazetteer=gazetteer)
    assert any(e.reason == "a country" for e in found.candidates[0].evidence)
    assert found.how.startswith("DPRK is read as North Korea (country): ")
    assert "a country" not in found.how


def test_every_resolution_lists_its_candidates_best_first(gazetteer):
    [found] = chosen("Springfield was quiet.", "Springfield", gazetteer=gazetteer)
    scores = [candidate.score for candidate in found.candidates]
    assert scores == sorted(scores, reverse=True)
    assert 1 < len(scores) <= MOST_GIVEN


def test_a_name_that_nothing_decides_is_called_ambiguous(gazetteer):
    [found] = chosen("Springfield was quiet.", "Springfield", gazetteer=gazetteer)
    assert found.verdict in {Verdict.AMBIGUOUS, Verdict.UNKNOWN}
    assert found.confidence < 0.8


def test_an_unknown_name_keeps_its_mention_and_says_so(gazetteer):
    [found] = chosen("Off to Xyzzyqq.", "Xyzzyqq", gazetteer=gazetteer)
    assert found.place is None
    assert found.verdict is Verdict.UNKNOWN
    assert "Xyzzyqq" in found.how


def test_a_text_without_names_has_no_resolutions(gazetteer):
    assert chosen("It rained.", gazetteer=gazetteer) == []


def test_a_capital_that_acts_stands_for_its_country(gazetteer):
    [found] = chosen(
        "Pyongyang said no.", "Pyongyang", gazetteer=gazetteer, sense=Sense.ACTOR
    )
    assert found.place.id == "geonames:1871859"
    assert found.stands_for.id == "ne:PRK"


def test_a_seat_of_government_stands_for_its_country_too(built_gazetteer):
    la_paz = built_gazetteer.place("geonames:3911925")
    assert stands_for(la_paz, built_gazetteer).id == "ne:BOL"


def test_a_country_that_acts_stands_for_itself(gazetteer):
    assert stands_for(gazetteer.place("ne:PRK"), gazetteer).id == "ne:PRK"


def test_a_place_stands_for_nobody(gazetteer):
    [found] = chosen("They met in Pyongyang.", "Pyongyang", gazetteer=gazetteer)
    assert found.stands_for is None


def test_every_resolution_is_the_same_twice(gazetteer):
    text = "From Paris to Moscow, Washington and Springfield."
    names = ("Paris", "Moscow", "Washington", "Springfield")
    assert chosen(text, *names, gazetteer=gazetteer) == chosen(
        text, *names, gazetteer=gazetteer
    )
