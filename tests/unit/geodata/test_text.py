import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.text import key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ch'ŏngjin", "Chongjin"),
        ("São Tomé", "sao tome"),
        ("Saint-Denis", "SAINT DENIS"),
        ("U.S.", "u s"),
        ("Japanese (East) Sea", "Japanese East Sea"),
        ("Пхенья́н", "пхеньян"),
    ],
)
def test_spellings_of_one_name_have_one_key(one, other):
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("Seoul", "Seoul City"), ("東京", "京都")])
def test_different_names_have_different_keys(one, other):
    assert key(one) != key(other)


def test_hangul_is_kept_whole():
    assert key("평양") == "평양"


@pytest.mark.parametrize("nothing", ["", "  ", "...", "'"])
def test_what_has_no_letters_has_an_empty_key(nothing):
    assert key(nothing) == ""


@given(st.text())
def test_the_key_of_a_key_is_itself(name):
    assert key(key(name)) == key(name)
