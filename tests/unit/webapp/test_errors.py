from __future__ import annotations

import inspect

import pytest

import geodata.errors
import webapp.errors
from geodata.errors import ToposcopeError
from webapp.errors import STATUS, status_of

EVERY_ERROR = [
    error
    for module in (geodata.errors, webapp.errors)
    for _, error in inspect.getmembers(module, inspect.isclass)
    if issubclass(error, ToposcopeError) and error.__module__ == module.__name__
]


@pytest.mark.parametrize("error", EVERY_ERROR)
def test_every_error_has_a_status(error):
    assert 400 <= status_of(error("")) < 600


def test_a_class_stands_before_its_parent_in_the_table():
    assert status_of(geodata.errors.UnknownPlace("")) == 404
    assert STATUS[geodata.errors.GazetteerError] == 500


@pytest.mark.parametrize(
    "error",
    [each for each in EVERY_ERROR if each.__module__ == "webapp.errors"],
)
def test_every_error_of_the_web_is_drawn_in_the_tree(error):
    assert f" {error.__name__} " in (webapp.errors.__doc__ or "")
