import re

from geodata.layers import LAYER_IDS, STYLES, layer_of, style_of
from geodata.model import PlaceKind


def test_the_layer_ids_are_those_of_the_public_interface():
    assert " ".join(LAYER_IDS) == (
        "cities regions countries ports routes landmarks described governments"
        " not-located"
    )


def test_every_kind_of_place_has_a_layer():
    assert {layer_of(kind) for kind in PlaceKind} < set(LAYER_IDS)


def test_every_layer_has_a_style_of_its_own_colour():
    assert set(STYLES) == set(LAYER_IDS)
    colors = [style.color for style in STYLES.values()]
    assert len(set(colors)) == len(colors)
    assert all(re.fullmatch("#[0-9A-F]{6}", color) for color in colors)


def test_signs_tell_kinds_apart_without_colour():
    assert style_of("cities").symbol == "circle"
    assert style_of("ports").symbol == "diamond"
    assert style_of("landmarks").symbol == "square"
    assert style_of("landmarks", PlaceKind.AIRPORT).symbol == "triangle"
    assert style_of("governments", PlaceKind.CITY).symbol == "ring"
    assert style_of("regions").fill == "hatched"
    assert style_of("described").line == "dashed"
    assert style_of("routes", "railway").line == "tied"
    assert style_of("regions", described=True).line == "dashed"


def test_governments_are_off_at_first():
    assert [name for name, style in STYLES.items() if not style.shown] == [
        "governments"
    ]
