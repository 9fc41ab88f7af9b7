"""Outlines as fine as a reader sees them, for what of the map he looks at.

A page gets its large areas coarse and, once its map is close, asks for the part in
view, which the gazetteer's whole shapes give as exactly as the basemap, being of the
same survey, while the first paint weighs nothing more. Fills cut by the basemap's land
would end at coasts only and still miss what a coarse outline leaves out; countries in
the tiles would weigh on every map, and know neither provinces nor seas.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import shapely

from geodata.gazetteer import Gazetteer
from geodata.layers import read_filters
from geodata.model import Place, PlaceKind
from geodata.shapes import Bounds
from webapp.article import Article
from webapp.drawn import packed
from webapp.errors import BadRequest

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_TILE = 256
_CLOSEST = 12
_STRAY = 0.5
"""Pixels that a fine outline may stray by."""
_STEPS = 4
"""Steps to a pixel, in which its corners are written."""
_SHORE_DEGREES = 0.08
"""So far from the shore the gazetteer's seas may end, which follow it loosely."""
_SEEN = 2
"""Pixels from which on a reader sees that."""
_WIDEST = 8192
"""Pixels of a view's side at most: a large screen's, and as much around it."""
_ZOOM = re.compile(r"\d{1,2}", re.ASCII)
_AREAS = ("Polygon", "MultiPolygon")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a reader looks at."""

    places: frozenset[str]
    """The ids of the places that are too coarse there."""
    box: BaseGeometry
    """Where the map is; it does not cross 180 degrees."""
    zoom: int
    """How close it is."""

    @property
    def pixels(self) -> float:
        """To a degree of longitude."""
        return float(_TILE * 2**self.zoom / 360)


def read_view(asked: Mapping[str, Sequence[str]]) -> View:
    """The view that the parameters of an address ask for: place, bbox and zoom.

    Raises
    ------
    BadRequest, FilterError
        If one of them is missing or cannot be read.
    """
    zoom = "".join(asked.get("zoom", ()))
    if not _ZOOM.fullmatch(zoom) or int(zoom) > _CLOSEST:
        message = f"zoom cannot be {zoom!r}; give a number from 0 to {_CLOSEST}"
        raise BadRequest(message)
    box = read_filters({"bbox": asked.get("bbox") or [""]}).bbox
    if box is None or box[0] >= box[2]:
        message = "bbox must be west,south,east,north, and not cross 180 degrees"
        raise BadRequest(message)
    view = View(
        places=frozenset(asked.get("place", ())),
        box=shapely.box(*box),
        zoom=int(zoom),
    )
    wide = max(box[2] - box[0], box[3] - box[1]) * view.pixels
    if wide > _WIDEST:
        message = (
            f"bbox is {wide:,.0f} pixels wide or high at zoom {zoom}; give one of at"
            f" most {_WIDEST:,}"
        )
        raise BadRequest(message)
    return view


def finer(
    article: Article, gazetteer: Gazetteer | None, view: View
) -> dict[str, dict[str, Any]]:
    """The areas of a view, packed as `drawn.packed` does: fine within its box.

    Returns
    -------
    dict
        By the ids of their places; without what is out of view, or known no finer.
    """
    if gazetteer is None:
        return {}
    lens = _Lens(gazetteer, view)
    places = {
        feature.place.id: feature.place
        for layer in article.layers
        for feature in layer.features
        if feature.place.id in view.places
    }
    return {
        place_id: packed(shape, scale=max(1, round(_STEPS * view.pixels)))
        for place_id, place in places.items()
        if (shape := lens.refined(place)) is not None
    }


class _Lens:
    """The gazetteer's whole shapes, as far as they lie in a view."""

    def __init__(self, gazetteer: Gazetteer, view: View) -> None:
        self._gazetteer = gazetteer
        self._box = view.box
        self._pixels = view.pixels
        self._stray = _STRAY / view.pixels

    def refined(self, place: Place) -> BaseGeometry | None:
        """A place's shape with all its corners in view, and beyond as it is drawn."""
        coarse = place.geometry
        if coarse is None or coarse.geom_type not in _AREAS:
            return None
        own = self._within(place)
        parts = (
            [own] if own is not None else [self._within(each) for each in place.members]
        )
        if not parts or any(part is None for part in parts):
            return None
        seen = shapely.union_all(parts)
        if seen.is_empty and not shapely.intersects(coarse, self._box):
            return None
        if place.kind is PlaceKind.SEA and _SHORE_DEGREES * self._pixels > _SEEN:
            seen = self._to_the_shore(seen, place)
        simple = shapely.simplify(_clipped(seen, self._box), self._stray)
        beyond = shapely.difference(coarse, self._box)
        joined = shapely.union(_valid(simple), beyond)
        areas = [each for each in _polygons(joined) if each.area > self._stray**2]
        return shapely.MultiPolygon(areas) if areas else None

    def _to_the_shore(self, water: BaseGeometry, sea: Place) -> BaseGeometry:
        """A sea that fills what lies between it and the land, and ends there."""
        reach = shapely.buffer(water, _SHORE_DEGREES)
        others = self._all((PlaceKind.SEA,), reach.bounds, but=sea)
        land = self._all((PlaceKind.COUNTRY, PlaceKind.TERRITORY), reach.bounds)
        whole = shapely.union(water, shapely.difference(reach, others))
        return shapely.difference(whole, land)

    def _all(
        self, kinds: Iterable[PlaceKind], bounds: Bounds, but: Place | None = None
    ) -> BaseGeometry:
        """All places of some kinds that meet a box; if said, but for one."""
        found = [
            place
            for kind in kinds
            for place in self._gazetteer.of_kind(kind, bounds=bounds)
            if but is None or place.id != but.id
        ]
        within = [self._within(place) for place in found]
        return shapely.union_all([each for each in within if each is not None])

    def _within(self, place: Place) -> BaseGeometry | None:
        """What of a place's whole shape lies in view, or close by; None for a point."""
        whole = self._gazetteer.shape(place, detail="full")
        if whole is None or shapely.get_dimensions(whole) < 2:
            return None
        return _valid(_clipped(whole, shapely.buffer(self._box, _SHORE_DEGREES)))


def _clipped(shape: BaseGeometry, box: BaseGeometry) -> BaseGeometry:
    return shapely.clip_by_rect(shape, *box.bounds)


def _valid(shape: BaseGeometry) -> BaseGeometry:
    if shape.is_valid:
        return shape
    return shapely.make_valid(shape, method="structure", keep_collapsed=False)


def _polygons(shape: BaseGeometry) -> Iterator[BaseGeometry]:
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon":
            yield part
