import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.maps.elements import BasemapLayer, RemoteLayer, StartModule, script_json


@given(st.text())
def test_whatever_a_text_holds_its_json_means_the_same(text):
    assert json.loads(script_json(text)) == text


@pytest.mark.parametrize(
    "hostile", ["</script>", "{{ 7 * 7 }}", "{% raw %}", "{#", "<!--"]
)
def test_nothing_in_json_ends_a_script_or_begins_a_template(hostile):
    written = script_json({"title": hostile})
    assert "<" not in written
    assert not any(sign in written for sign in ("{{", "{%", "{#"))


def test_a_layer_is_named_after_its_id_so_that_two_renders_are_equal():
    names = {RemoteLayer("not-located", {}).get_name() for _ in range(2)}
    assert names == {"remote_layer_not_located"}


def test_without_an_address_the_module_is_the_joined_one():
    basemap = BasemapLayer("basemap", {})
    assert StartModule(None, basemap, (), None).url == "null"
    assert StartModule("/static/x.js", basemap, (), None).url == '"/static/x.js"'
