"""What folium makes of a map: the same bytes twice, and nobody else asked."""

import json
import re

import folium
import pytest

from webapp.maps import compose_map

LAYERS = [
    {
        "id": "cities",
        "title": "Cities </script><script>alert(1)</script>",
        "count": 2,
        "bbox": [10.0, 50.0, 20.0, 60.0],
        "attribution": ["{{{{ 7 * 7 }}{% raw %}{#", "</script><script>"],
        "links": [
            {
                "rel": "enclosure",
                "type": "application/geo+json",
                "href": "/articles/a/layers/cities.geojson",
                "title": "Cities (GeoJSON)",
            }
        ],
    },
    {
        "id": "not-located",
        "title": "Not located",
        "count": 1,
        "bbox": None,
        "attribution": [],
        "links": [
            {
                "rel": "enclosure",
                "type": "application/geo+json",
                "href": "/articles/a/layers/not-located.geojson",
                "title": "Not located (GeoJSON)",
            }
        ],
    },
]


def asset(name):
    return f"/static/{name}"


@pytest.fixture
def parts():
    return compose_map(LAYERS, asset=asset)


def test_two_renders_are_equal(parts):
    assert compose_map(LAYERS, asset=asset) == parts


def test_no_other_host_is_named(parts):
    assert "http" not in parts.html + parts.script


def test_a_hostile_title_stays_data(parts):
    assert "</script>" not in parts.script
    assert "<script" not in parts.html


def test_what_looks_like_a_template_is_not_run(parts):
    [declared] = re.findall(r"var remote_layer_cities = (.*);", parts.script)
    assert json.loads(declared)["attribution"][0] == "{{{{ 7 * 7 }}{% raw %}{#"


def test_every_layer_is_handed_over(parts):
    assert "/articles/a/layers/cities.geojson" in parts.script
    assert re.search(
        r"layers: \[remote_layer_cities, remote_layer_not_located", parts.script
    )


def test_the_module_and_the_basemap_are_our_own(parts):
    assert 'import("/static/js/main.js")' in parts.script
    assert '"/static/vendor/basemap.pmtiles"' in parts.script


def test_no_popup_tooltip_or_icon_of_folium_is_used(parts):
    assert not re.search(r"bindPopup|bindTooltip|AwesomeMarkers|\$\(", parts.script)


def test_the_map_opens_around_all_layers(parts):
    assert "[[50.0, 10.0], [60.0, 20.0]]" in parts.script


def test_a_box_over_the_antimeridian_is_kept_whole():
    script = compose_map(LAYERS, asset=asset, bbox=(170, 50, -170, 60)).script
    assert "[[50, 170], [60, 190]]" in script


def test_no_layers_make_an_empty_map():
    parts = compose_map([], asset=asset)
    assert "fitBounds" not in parts.script
    assert "map_toposcope" in parts.html


def test_folium_itself_is_left_as_it_was():
    before = list(folium.Map.default_js), list(folium.Map.default_css)
    compose_map(LAYERS, asset=asset)
    assert (folium.Map.default_js, folium.Map.default_css) == before
    assert folium.Map.default_js
