"""Colour and sign of every layer, as data: for the map, the legend and the text."""

from __future__ import annotations

from typing import NamedTuple

from geodata.model import PlaceKind


class Style(NamedTuple):
    """How a layer, or a kind of place within one, is drawn."""

    color: str
    """Of the Okabe-Ito set, which colour-blind people can tell apart."""
    symbol: str
    """The sign of a point: circle, diamond, triangle, square, ring, or none."""
    fill: str = "solid"
    """How an area is filled: solid, hatched, or none."""
    line: str = "solid"
    """How a line or an edge is drawn: solid, dashed, or tied (as a railway)."""
    opacity: float = 1.0
    """1 is full strength; governments are dimmed."""
    shown: bool = True
    """Whether the layer is on when the page opens."""


BLACK = "#000000"
ORANGE = "#E69F00"
SKY_BLUE = "#56B4E9"
GREEN = "#009E73"
BLUE = "#0072B2"
VERMILION = "#D55E00"
PURPLE = "#CC79A7"
GREY = "#777777"
DARK_GREY = "#5C5C5C"
"""Neither is of the set; both are three times as dark as land, as a sign must be.
Yellow is kept for what is selected."""

STYLES = {
    "cities": Style(VERMILION, "circle"),
    "regions": Style(GREEN, "circle", fill="hatched"),
    "countries": Style(SKY_BLUE, "circle"),
    "ports": Style(BLUE, "diamond"),
    "routes": Style(BLACK, "square", fill="none"),
    "landmarks": Style(PURPLE, "square"),
    "described": Style(ORANGE, "circle", fill="none", line="dashed"),
    "governments": Style(GREY, "ring", opacity=0.5, shown=False),
    "not-located": Style(DARK_GREY, "none", fill="none"),
}
"""By layer id."""

_SYMBOLS = {PlaceKind.AIRPORT: "triangle"}
_LINES = {PlaceKind.RAILWAY: "tied"}


def style_of(
    layer_id: str, kind: PlaceKind | str | None = None, *, described: bool = False
) -> Style:
    """The style of a place in a layer.

    Parameters
    ----------
    layer_id : str
        Id of the layer.
    kind : PlaceKind or str, optional
        Kind of the place, where it has a sign of its own.
    described : bool, optional
        True for what is only described or claimed: its edge is dashed.

    Examples
    --------
    >>> style_of("landmarks", "airport").symbol
    'triangle'
    >>> style_of("ports", described=True).line
    'dashed'
    """
    style = STYLES[layer_id]
    if kind is not None and layer_id != "governments":
        style = style._replace(
            symbol=_SYMBOLS.get(PlaceKind(kind), style.symbol),
            line=_LINES.get(PlaceKind(kind), style.line),
        )
    return style._replace(line="dashed") if described else style
