from dataclasses import replace

from geodata.model import Candidate
from geodata.properties import COLUMNS, feature_id, member_summary, properties
from tests.unit.geodata.made import PYONGYANG, WONSAN, make_feature


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
