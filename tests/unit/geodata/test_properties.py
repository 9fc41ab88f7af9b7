from geodata.model import Candidate
from geodata.properties import COLUMNS, feature_id, properties
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


def test_the_same_place_in_two_layers_is_two_features():
    feature = make_feature(WONSAN)
    assert feature_id(feature, "cities") != feature_id(feature, "governments")
