import inspect

import pytest

from geodata import errors

RAISED = [
    error
    for _, error in inspect.getmembers(errors, inspect.isclass)
    if error.__module__ == "geodata.errors"
]


@pytest.mark.parametrize("error", RAISED, ids=lambda error: error.__name__)
def test_every_error_is_drawn_in_the_tree_and_says_what_happened(error):
    assert error.__name__ in errors.__doc__
    assert error.__doc__.endswith(".")


@pytest.mark.parametrize("error", RAISED, ids=lambda error: error.__name__)
def test_one_base_catches_all(error):
    assert issubclass(error, errors.ToposcopeError)
