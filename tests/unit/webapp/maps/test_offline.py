import folium

from webapp.maps.offline import MAX_ZOOM, MIN_ZOOM, OfflineMap


def test_a_map_has_no_assets_of_its_own_and_leaves_foliums_alone():
    before = list(folium.Map.default_js)
    made = OfflineMap("toposcope")
    assert made.default_js == []
    assert made.default_css == []
    assert folium.Map.default_js == before


def test_a_map_names_no_other_host():
    rendered = OfflineMap("toposcope").get_root().render()
    assert "http" not in rendered.replace("http-equiv", "")


def test_a_map_has_a_fixed_name_and_its_zoom_in_bounds():
    made = OfflineMap("toposcope")
    assert made.get_name() == "map_toposcope"
    assert made.options["min_zoom"] == MIN_ZOOM < MAX_ZOOM == made.options["max_zoom"]
