from dataclasses import replace

from geodata.model import Candidate
from geodata.properties import (
    COLUMNS,
    feature_id,
    member_summary,
    properties,
    time_span,
)
from tests.unit.geodata.made import PYONGYANG, WONSAN, make_feature, make_when


def test_a_feature_says_how_sure_it_is_and_what_else_it_could_be():
    feature = make_feature(
        WONSAN,
        confidence=0.12345,
        candidates=(
            Candidate(place=WONSAN, score=0.9),
            Candidate(place=PYONGYANG, score=0.1),
        ),
    )
    said = properties(feature, "cities")
    assert tuple(said) == COLUMNS
    assert said["confidence"] == 0.123
    assert said["runner_up"]["name"] == "Pyongyang"
    assert said["sense_counts"] == {"place": 1, "actor": 0}
    assert said["how"] == "the only place of this name"


def test_a_feature_and_what_else_it_could_be_say_their_region():
    wonsan = replace(WONSAN, region="Kangwon")
    other = replace(PYONGYANG, region="Pyongyang")
    shortlist = (Candidate(place=wonsan, score=1), Candidate(place=other, score=0))
    said = properties(make_feature(wonsan, candidates=shortlist), "cities")
    assert (said["region"], said["runner_up"]["region"]) == ("Kangwon", "Pyongyang")
    assert member_summary(wonsan)["region"] == "Kangwon"


def test_the_same_place_in_two_layers_is_two_features():
    feature = make_feature(WONSAN)
    assert feature_id(feature, "cities") != feature_id(feature, "governments")


def test_a_mention_says_when_and_one_without_a_date_says_nothing():
    when = make_when("1953-09-01", "1953-09-30", "in September 1953")
    [dated] = properties(make_feature(WONSAN, when=when), "cities")["mentions"]
    [undated] = properties(make_feature(WONSAN), "cities")["mentions"]
    assert dated["when"] == {
        "start": "1953-09-01",
        "end": "1953-09-30",
        "text": "in September 1953",
        "how": "written",
    }
    assert "when" not in undated


def test_features_reach_from_their_first_day_to_their_last():
    features = [
        make_feature(WONSAN, when=make_when("1950-06-25", "1953-07-27")),
        make_feature(WONSAN),
        make_feature(PYONGYANG, when=make_when("1948-09-09", "1952-01-01")),
    ]
    assert [str(day) for day in time_span(features)] == ["1948-09-09", "1953-07-27"]
    assert time_span(features[1:2]) is None
