import dataclasses
import inspect

import pytest

import geodata
from geodata import model

NOUNS = [
    noun
    for _, noun in inspect.getmembers(model, dataclasses.is_dataclass)
    if noun.__module__ == "geodata.model"
]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_every_noun_is_frozen_slotted_and_keyword_only(noun):
    assert noun.__dataclass_params__.frozen
    assert all(field.kw_only for field in dataclasses.fields(noun))
    assert hasattr(noun, "__slots__")


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_every_field_is_documented_on_the_line_below_it(noun):
    lines = [line.strip() for line in inspect.getsource(noun).splitlines()]
    for field in dataclasses.fields(noun):
        [number] = [
            i for i, line in enumerate(lines) if line.startswith(f"{field.name}:")
        ]
        assert lines[number + 1].startswith('"""'), field.name


def test_the_public_names_are_sorted_and_exist():
    assert geodata.__all__ == sorted(geodata.__all__)
    assert all(getattr(geodata, name) is not None for name in geodata.__all__)


def test_an_unknown_public_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'atlas'"):
        _ = geodata.atlas
