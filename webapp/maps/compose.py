"""One article's map, as the pieces that a page is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from branca.element import Figure
from folium.map import FitBounds

from webapp.maps.elements import BasemapLayer, RemoteLayer, StartModule
from webapp.maps.offline import OfflineMap
from webapp.online import OnlineTiles

Asset = Callable[[str], str]
"""From the name of a static file to its address."""

_GEOJSON = "application/geo+json"
_BASEMAP_ZOOM = 7
_BASEMAP_CREDITS = ("Made with Natural Earth", "GeoNames (CC BY 4.0)")
_SWITCHES = "window.L_NO_TOUCH = false; window.L_DISABLE_3D = false;\n"
_OPTIONS: Mapping[str, Any] = {
    "zoom_start": 2,
    "zoom_control": "bottomright",
    "control_scale": True,
    "world_copy_jump": True,
    "bounce_at_zoom_limits": False,
    "fade_animation": False,  # a tile that fades paints the whole map in every frame
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MapParts:
    """What folium made of a map."""

    html: str
    """The element that holds the map."""
    script: str
    """The script that fills it; to be served as a file after Leaflet's own."""


def compose_map(
    layers: Sequence[Mapping[str, Any]],
    *,
    asset: Asset,
    bbox: Sequence[float] | None = None,
    tiles: OnlineTiles | None = None,
    joined: bool = False,
) -> MapParts:
    """Compose the map of an article.

    Parameters
    ----------
    layers : sequence of mapping
        As `/articles/<article>/layers` lists them.
    asset : callable
        From the name of a static file ("js/main.js") to its address.
    bbox : sequence of float, optional
        West, south, east, north of what to show first; everything if not given.
    tiles : OnlineTiles, optional
        What to draw below instead of the own basemap.
    joined : bool
        True if the modules stand in the page as one script, `toposcope`.

    Returns
    -------
    MapParts
        The same bytes for the same arguments.
    """
    leaflet_map = OfflineMap("toposcope", location=[25.0, 20.0], **_OPTIONS)
    bbox = bbox or _union(layer["bbox"] for layer in layers if layer["bbox"])
    if bbox:
        leaflet_map.add_child(_fit(bbox))
    basemap = BasemapLayer("toposcope", _basemap(asset, tiles))
    remote = [RemoteLayer(layer["id"], _config(layer)) for layer in layers]
    for element in (basemap, *remote):
        leaflet_map.add_child(element)
    module = None if joined else asset("js/main.js")
    leaflet_map.add_child(StartModule(module, basemap, remote, bbox))
    return _parts(leaflet_map)


def _basemap(asset: Asset, tiles: OnlineTiles | None) -> dict[str, Any]:
    if tiles:
        return {"tiles": tiles.url, "credits": [tiles.attribution]}
    return {
        "url": asset("vendor/basemap.pmtiles"),
        "max_zoom": _BASEMAP_ZOOM,
        "credits": _BASEMAP_CREDITS,
    }


def _config(layer: Mapping[str, Any]) -> dict[str, Any]:
    [url] = [link["href"] for link in layer["links"] if link["type"] == _GEOJSON][:1]
    return {
        "id": layer["id"],
        "url": url,
        "attribution": list(layer["attribution"]),
    }


def _fit(bbox: Sequence[float]) -> FitBounds:
    west, south, east, north = bbox
    east = east + 360 if east < west else east
    bounds = FitBounds([[south, west], [north, east]], padding=(40, 40), max_zoom=8)
    # Leaflet ends an animated zoom where it was going, even if the page, which knows
    # what its address asks for, has moved the map elsewhere since (1.9.4).
    bounds.options["animate"] = False
    bounds._id = "toposcope"
    return bounds


def _union(boxes: Iterable[Sequence[float]]) -> tuple[float, ...] | None:
    """One box around all; a box over the antimeridian counts as the whole width."""
    known = [
        (-180.0, box[1], 180.0, box[3]) if box[0] > box[2] else tuple(box)
        for box in boxes
    ]
    if not known:
        return None
    wests, souths, easts, norths = zip(*known, strict=True)
    return (min(wests), min(souths), max(easts), max(norths))


def _parts(leaflet_map: OfflineMap) -> MapParts:
    """Take what folium rendered apart, but for `<head>`: the template has its own."""
    figure = leaflet_map.get_root()
    if not isinstance(figure, Figure):
        message = f"a map must stand in a figure, not in {type(figure).__name__}"
        raise TypeError(message)
    leaflet_map.render()  # type: ignore[no-untyped-call]
    return MapParts(
        html=figure.html.render(), script=_SWITCHES + figure.script.render()
    )
