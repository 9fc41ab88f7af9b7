"""Which sign stands for a place; the same rule as in `static/js/symbols.js`."""

from __future__ import annotations

from typing import Literal

from geodata.model import Layer, Place, PlaceKind

Form = Literal["shape", "point", "about"]
"""How a place is drawn: its extent, a point, or a point of something long."""

VAGUE_KM = 30.0
"""What is less precise than this is no point."""
LONG = frozenset(
    {PlaceKind.RIVER, PlaceKind.MOUNTAIN, PlaceKind.RAILWAY, PlaceKind.BORDER}
)
"""Kinds that are long rather than round: a circle would cover what they never touch."""

_BY_LAYER = {
    "cities": "city",
    "regions": "region",
    "countries": "country",
    "ports": "port",
    "routes": "railway",
    "governments": "government",
    "not-located": "unknown",
}
_AS_POINT = {"regions": "dot", "countries": "dot", "routes": "crossing"}
_DESCRIBED = {"airport": "airport", "set": "set", "point": "point"}
_LINES = frozenset({"line", "railway", "border"})


def symbol_of(layer_id: str, kind: str = "", form: Form = "shape") -> str:
    """The name of a sign.

    Parameters
    ----------
    layer_id : str
        Id of the layer.
    kind : str, optional
        Kind of the place; none for the layer as a whole.
    form : 'shape', 'point' or 'about', optional
        How it is drawn.

    Examples
    --------
    >>> symbol_of("landmarks", "airport"), symbol_of("described", "set")
    ('airport', 'set')
    >>> symbol_of("routes", "border", "point"), symbol_of("regions", "river", "about")
    ('crossing', 'about')
    """
    kind = str(kind)
    if layer_id == "landmarks":
        return "airport" if kind == "airport" else "landmark"
    if layer_id == "described":
        return _symbol_of_described(kind, form)
    if layer_id in _AS_POINT and form != "shape":
        return "about" if form == "about" else _AS_POINT[layer_id]
    return _BY_LAYER.get(layer_id, "point")


def _symbol_of_described(kind: str, form: Form) -> str:
    if kind in _DESCRIBED:
        return _DESCRIBED[kind]
    if form != "shape":
        return "point"
    return "line" if kind in _LINES else "area"


def symbol_for(layer_id: str, place: Place) -> str:
    """The name of a place's sign in a layer."""
    return symbol_of(layer_id, str(place.kind), form_of(place))


def form_of(place: Place) -> Form:
    """How a place is drawn; what has no location, as if it had an extent."""
    shape = place.geometry
    bare = shape is None and not place.members and place.lon is not None
    if not bare and (shape is None or shape.geom_type != "Point"):
        return "shape"
    if place.kind is PlaceKind.CITY or place.precision_km < VAGUE_KM:
        return "point"
    return "about" if place.kind in LONG else "shape"


def symbol_of_layer(layer: Layer) -> str:
    """The sign of a layer: that of its places if they all have the same."""
    symbols = {symbol_for(layer.id, feature.place) for feature in layer.features}
    return symbols.pop() if len(symbols) == 1 else symbol_of(layer.id)
