import pytest

from geodata.gazetteer.query import Gazetteer
from geodata.gazetteer.spelling import english_name


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Łódź", "PL", "Lodz"),
        ("Kandahār", "AF", "Kandahar"),
        ("São Paulo", "BR", "São Paulo"),
        ("Wŏnsan", "KP", "Wonsan"),
        ("Đà Nẵng", "VN", "Da Nang"),
        ("Београд", "RS", "Београд"),
    ],
)
def test_marks_that_english_does_not_print_go(name: str, country: str, expected: str):
    assert english_name(name, [], country) == expected


def test_a_spelling_without_an_apostrophe_is_preferred():
    others = ["Ch'ongjin", "Chongjin", "CHONGJIN", "Seishin"]
    assert english_name("Ch'ŏngjin", others, "KP") == "Chongjin"


def test_a_town_keeps_its_own_spelling_beside_the_english_one(
    built_gazetteer: Gazetteer,
):
    gdansk = built_gazetteer.place("geonames:3099434")
    assert gdansk.name == "Gdansk"
    assert "Gdańsk" in built_gazetteer.spellings(gdansk)
