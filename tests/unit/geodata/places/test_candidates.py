import pytest

from geodata.model import Mention, MentionKind
from geodata.places.candidates import bearers_of, toponyms_of


def ids(phrase, gazetteer, *, demonym=False):
    return [b.place.id for b in bearers_of(phrase, gazetteer, demonym=demonym)]


def test_a_name_gives_its_bearers_the_most_populous_first(gazetteer):
    found = bearers_of("Paris", gazetteer, demonym=False)
    populations = [bearer.place.population for bearer in found]
    assert found[0].place.id == "geonames:2988507"
    assert populations == sorted(populations, reverse=True)


@pytest.mark.parametrize(
    ("phrase", "place_id"),
    [
        ("Pyongyang's", "geonames:1871859"),
        ("the city of Pyongyang", "geonames:1871859"),
        ("St. Petersburg", "geonames:498817"),
        ("平壤", "geonames:1871859"),
        ("Пхеньян", "geonames:1871859"),
    ],
)
def test_other_spellings_find_the_same_place(phrase, place_id, gazetteer):
    assert place_id in ids(phrase, gazetteer)


def test_who_bears_the_long_form_bears_the_short_one(built_gazetteer):
    assert set(ids("Mount Vernon", built_gazetteer)) == set(
        ids("Mt. Vernon", built_gazetteer)
    )
    assert len(ids("Mt. Vernon", built_gazetteer)) > 9


def test_an_abbreviation_is_only_meant_in_its_own_letters(gazetteer):
    assert "ne:USA" in ids("US", gazetteer)
    assert "ne:USA" not in ids("us", gazetteer)


@pytest.mark.parametrize(
    ("written", "place_id"),
    [("Washington DC", "geonames:4140963"), ("Ky.", "ne:US-KY")],
)
def test_an_abbreviation_goes_with_and_without_its_dots(
    written, place_id, built_gazetteer
):
    assert place_id in ids(written, built_gazetteer)


def test_a_word_for_people_is_looked_up_among_words_for_people(gazetteer):
    assert ids("Polish", gazetteer, demonym=True) == ["ne:POL"]
    assert "ne:POL" not in ids("Polish", gazetteer)


def test_a_name_nobody_bears_gives_nothing(gazetteer):
    assert ids("Xyzzyqq", gazetteer) == []


def test_the_mentions_of_one_name_are_gathered_and_descriptions_left_out(gazetteer):
    text = "Seoul and Seoul ports"
    mentions = (
        Mention(start=0, end=5, phrase="Seoul", kind=MentionKind.NAME),
        Mention(start=10, end=21, phrase=text[10:], kind=MentionKind.DESCRIPTION),
        Mention(start=10, end=15, phrase="Seoul", kind=MentionKind.NAME),
    )
    [toponym] = toponyms_of(text, mentions, gazetteer)
    assert toponym.mentions == [0, 2]
