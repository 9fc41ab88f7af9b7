from geodata.mentions import kind_of
from geodata.model import Mention
from geodata.places.examples import Gold, example_of
from tests.unit.geodata.golden import PARIS, PYONGYANG, example


def test_the_right_candidate_is_known_by_its_id(gazetteer):
    made = example("In Pyongyang.", "Pyongyang", PYONGYANG, gazetteer)
    [row] = made.right
    assert made.columns[0].places[row].geonameid == 1871859


def test_without_an_id_the_nearest_candidate_is_right(gazetteer):
    made = example("In Paris.", "Paris", PARIS, gazetteer)
    [row] = made.right
    assert made.columns[0].places[row].id == "geonames:2988507"


def test_gold_that_no_candidate_fits_is_known_to_fit_none(gazetteer):
    nowhere = Gold(lon=0, lat=-80, geonameid=None, name="Paris")
    assert example("In Paris.", "Paris", nowhere, gazetteer).right == [-1]


def test_found_names_that_touch_gold_are_left_out(gazetteer):
    text = "From Pyongyang to Seoul"
    found = [
        Mention(
            start=text.index(phrase),
            end=text.index(phrase) + len(phrase),
            phrase=phrase,
            kind=kind_of(phrase, gazetteer),
        )
        for phrase in ("Pyongyang", "Seoul")
    ]
    made = example_of(text, {(5, 14): PYONGYANG}, found, gazetteer)
    assert [m.phrase for m in made.mentions] == ["Pyongyang", "Seoul"]
    assert made.right[1] is None
