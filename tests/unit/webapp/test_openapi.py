from __future__ import annotations

import re

import pytest
from openapi_spec_validator import OpenAPIV30SpecValidator

from webapp.app import create_app
from webapp.openapi import definition, parameters_of

ITEMS = "/collections/{collectionId}/items"


@pytest.fixture(scope="module")
def document():
    return definition("Ferries", "http://localhost/ogc/ferries")


def resolved(document, reference):
    found = document
    for part in reference["$ref"].removeprefix("#/").split("/"):
        found = found[part]
    return found


def test_the_definition_is_valid_openapi(document):
    assert list(OpenAPIV30SpecValidator(document).iter_errors()) == []


def test_a_broken_definition_would_be_noticed(document):
    broken = {**document, "paths": {"/{x}": document["paths"]["/"]}}
    assert list(OpenAPIV30SpecValidator(broken).iter_errors())


def test_every_path_is_a_route_and_every_route_a_path(document):
    routes = {
        str(rule)
        for rule in create_app().url_map.iter_rules()
        if rule.endpoint.startswith("ogc.") and rule.endpoint != "ogc.apis"
    }
    paths = {
        re.sub("{collectionId}", "<layer_id>", path).replace(
            "{featureId}", "<path:feature_id>"
        )
        for path in document["paths"]
    }
    assert {f"/ogc/<article_id>{path}".removesuffix("/") for path in paths} == routes


def test_parameters_are_as_the_standard_fixes_them(document):
    given = {
        parameter["name"]: parameter
        for parameter in (
            resolved(document, each)
            for each in document["paths"][ITEMS]["get"]["parameters"]
        )
    }
    for name in ("limit", "bbox", "datetime"):
        parameter = given[name]
        assert parameter["in"] == "query"
        assert parameter["required"] is False
        assert (parameter["style"], parameter["explode"]) == ("form", False)
    limit = given["limit"]["schema"]
    assert (limit["type"], limit["minimum"], limit["maximum"]) == ("integer", 1, 10_000)
    assert limit["default"] == 100
    box = given["bbox"]["schema"]
    assert (box["type"], box["items"]) == ("array", {"type": "number"})
    assert [(each["minItems"], each["maxItems"]) for each in box["oneOf"]] == [
        (4, 4),
        (6, 6),
    ]
    assert given["datetime"]["schema"]["type"] == "string"
    assert given["collectionId"]["in"] == "path"


def test_every_operation_says_all_its_parameters_and_answers(document):
    for path, item in document["paths"].items():
        operation = item["get"]
        named = [resolved(document, each) for each in operation["parameters"]]
        in_query = tuple(each["name"] for each in named if each["in"] == "query")
        assert in_query == parameters_of(operation["operationId"])
        assert {"200", "304", "400", "404", "default"} == set(operation["responses"])
        in_path = {each["name"] for each in named if each["in"] == "path"}
        assert in_path == set(re.findall(r"{(\w+)}", path))
