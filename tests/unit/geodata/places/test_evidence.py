import numpy as np
import pytest

from geodata.places.evidence import MOST_REASONS, WORDINGS, Subject, evidence_of
from geodata.places.features import FEATURES


def test_every_feature_has_its_words():
    assert set(WORDINGS) == set(FEATURES)


def test_the_weightiest_reason_comes_first_and_few_are_given(gazetteer):
    subject = Subject(gazetteer.place("geonames:1871859"), "North Korea")
    added = np.linspace(0.1, 2.0, len(FEATURES))
    reasons = evidence_of(subject, np.ones(len(FEATURES)), added)
    weights = [abs(reason.weight) for reason in reasons]
    assert weights == sorted(weights, reverse=True)
    assert len(reasons) <= MOST_REASONS


def test_no_two_reasons_say_the_same(gazetteer):
    subject = Subject(gazetteer.place("geonames:1871859"), "North Korea")
    reasons = evidence_of(subject, np.ones(len(FEATURES)), np.ones(len(FEATURES)))
    words = [reason.reason for reason in reasons]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(("share", "km"), [(1.0, 50), (0.5, 50), (0.2, 100)])
def test_how_near_another_place_is_is_never_overstated(gazetteer, share, km):
    subject = Subject(gazetteer.place("geonames:1871859"), "North Korea")
    said = WORDINGS["within_50"](subject, share)
    assert said == f"another place of this text is within {km} km"
    assert WORDINGS["within_50"](subject, 0.1) == ""


def test_what_adds_nothing_is_no_reason(gazetteer):
    subject = Subject(gazetteer.place("geonames:1871859"), "North Korea")
    nothing = np.zeros(len(FEATURES))
    assert evidence_of(subject, nothing, nothing) == ()


@pytest.mark.parametrize(
    ("km", "words"),
    [
        (0.2, "another place of this text is in the same spot"),
        (12, "another place of this text is 12 km away"),
        (2400, "another place of this text is 2,400 km away"),
        (16_000, ""),
    ],
)
def test_no_distance_is_told_where_there_is_none(gazetteer, km, words):
    subject = Subject(gazetteer.place("geonames:1871859"), "North Korea")
    assert WORDINGS["nearest_log_km"](subject, np.log(km + 1)) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, ""),
        (1, "another place of this text is inside it"),
        (3, "3 other places of this text are inside it"),
    ],
)
def test_what_lies_in_a_place_is_counted(gazetteer, count, words):
    subject = Subject(gazetteer.place("geonames:1871859"), "North Korea")
    assert WORDINGS["contains_others"](subject, np.log2(count + 1)) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("closeness", "closeness_lead"),
        ("nearest_lead", "within_50_lead"),
        ("container_precedes", "container_lead"),
    ],
)
def test_reasons_that_say_one_thing_have_the_same_words(gazetteer, one, other):
    """So that they are added up, and told once."""
    subject = Subject(gazetteer.place("geonames:1871859"), "North Korea")
    assert WORDINGS[one](subject, 1.0) == WORDINGS[other](subject, 1.0) != ""
