import pytest

from geodata.places.spellings import alike, spellings


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("St. Marys", "Saint Marys"),
        ("Saint Marys", "St. Marys"),
        ("Mount Vernon", "Mt. Vernon"),
        ("Ft. Worth", "Fort Worth"),
        ("Co. Donegal", "County Donegal"),
        ("PLYMOUTH CO.", "PLYMOUTH County"),
        ("N. Carolina", "North Carolina"),
        ("So. Carolina", "South Carolina"),
        ("Fairfax C.H.", "Fairfax Court House"),
        ("Trinidad & Tobago", "Trinidad and Tobago"),
    ],
)
def test_short_and_long_forms_are_alike(written, meant):
    assert meant in list(alike(written))


@pytest.mark.parametrize("name", ["Stuttgart", "Costa Rica", "Noto", "Cork", "Essen"])
def test_a_word_that_only_begins_like_a_short_form_stays(name):
    assert list(alike(name)) == [name]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Greater Mumbai", "Mumbai"),
        ("Donner Lake", "Lake Donner"),
        ("River Murray", "Murray River"),
        ("Durham County", "County Durham"),
        ("southern Lebanon", "Lebanon"),
        ("the city of Pyongyang", "Pyongyang"),
        ("Pyongyang's", "Pyongyang"),
    ],
)
def test_what_is_said_around_a_name_is_taken_off(written, meant):
    assert meant in list(spellings(written))


def test_the_name_as_it_stands_comes_first():
    assert next(spellings("North Korea")) == "North Korea"


def test_a_direction_in_capitals_belongs_to_the_name():
    assert "Plains" not in list(spellings("South Plains"))
    assert "Lebanon" in list(spellings("south Lebanon"))
