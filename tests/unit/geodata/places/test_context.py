import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from geodata.model import Mention, MentionKind
from geodata.places.candidates import toponyms_of
from geodata.places.context import (
    Neighbourhood,
    contains,
    contextual,
    lead,
)
from geodata.places.features import FEATURES, columns_of, prior


def rows_of(text, phrases, gazetteer):
    mentions = tuple(
        Mention(
            start=text.index(phrase),
            end=text.index(phrase) + len(phrase),
            phrase=phrase,
            kind=MentionKind.NAME,
        )
        for phrase in phrases
    )
    toponyms = toponyms_of(text, mentions, gazetteer)
    columns = [columns_of(toponym, text, mentions) for toponym in toponyms]
    beliefs = [prior(own) for own in columns]
    around = Neighbourhood(text, mentions, toponyms, beliefs)
    return columns, contextual(around, columns)


def value(columns, rows, place_id, feature):
    [row] = [i for i, place in enumerate(columns.places) if place.id == place_id]
    return rows[row, FEATURES.index(feature)]


def test_what_follows_a_comma_says_where_a_name_lies(gazetteer):
    text = "A fire in Paris, Texas was put out."
    columns, rows = rows_of(text, ["Paris", "Texas"], gazetteer)
    texan, french = "geonames:4717560", "geonames:2988507"
    assert value(columns[0], rows[0], texan, "container_follows") > 0.5
    assert value(columns[0], rows[0], french, "container_follows") < 0.1


def test_the_rest_of_the_text_votes_for_a_country(gazetteer):
    text = "From Wonsan and Chongjin to Pyongyang."
    columns, rows = rows_of(text, ["Wonsan", "Chongjin", "Pyongyang"], gazetteer)
    assert value(columns[2], rows[2], "geonames:1871859", "country_belief") > 0.9


def test_a_word_beside_a_name_says_its_kind(gazetteer):
    columns, rows = rows_of("the state of Washington", ["Washington"], gazetteer)
    assert value(columns[0], rows[0], "ne:US-WA", "kind_word_agrees") == 1
    assert value(columns[0], rows[0], "geonames:4140963", "kind_word_differs") == 1


def test_a_country_contains_its_towns_and_not_itself(gazetteer):
    korea, pyongyang = gazetteer.place("ne:PRK"), gazetteer.place("geonames:1871859")
    assert contains(korea, pyongyang)
    assert not contains(korea, korea)
    assert not contains(pyongyang, korea)


def test_a_name_without_candidates_has_an_empty_matrix(gazetteer):
    _, rows = rows_of("Xyzzyqq is near Seoul", ["Xyzzyqq", "Seoul"], gazetteer)
    assert rows[0].shape == (0, len(FEATURES))


def test_no_feature_is_ever_missing(gazetteer):
    _, rows = rows_of("The West met in Paris.", ["The West", "Paris"], gazetteer)
    assert all(np.isfinite(matrix).all() for matrix in rows)


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=20, unique=True))
def test_exactly_one_value_leads(values):
    assert (lead(np.array(values)) > 0).sum() == 1
