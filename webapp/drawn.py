"""What the page draws of an article: everything once, in few bytes.

Downloads hold places whole and exact. The page asks for less: a place is said once,
however many layers and sets it stands in, a mention once, and the corners of a shape as
steps on a grid that is a little finer than the shape itself.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import astuple, fields
from typing import Any

import numpy as np
import shapely

from geodata.model import Feature, Layer, Place
from geodata.properties import MACHINE, properties, rounded_position
from geodata.records import Record, records_of
from geodata.shapes import bounds, geometry_json, shape_of, tidy
from webapp.article import KEPT_ARTICLES, Article
from webapp.once import kept

_OF_PLACE = (
    "name",
    "names",
    "kind",
    "country",
    "region",
    "precision_km",
    "source",
    "source_id",
    "note",
)
_OF_RECORD = tuple(field.name for field in fields(Record))
_OF_FEATURE = ("confidence", "described", "how", "decided_by", "mentions")
_OF_MENTION = (
    "start",
    "end",
    "phrase",
    "sense",
    "excerpt",
    "excerpt_start",
    "confidence",
)
_Values = tuple[Any, ...]
_FINEST = 1000
"""Steps to a degree of what is drawn as an outline: a hundred metres each."""
_POINTS = 100_000
"""The same for points, which hold still beside those of other layers."""
_COARSEST = 1 / 2000
"""Largest step, as a share of the shape's extent."""
_SHORT = 0.1
"""The share of edges that are shorter than the edge a step is measured by."""
_STEPS = 3
"""Steps to such an edge."""


@kept(KEPT_ARTICLES)
def drawn_file(article: Article) -> bytes:
    """What the page draws, as JSON; kept, because every page asks for it."""
    words = json.dumps(
        drawn(article.layers),
        ensure_ascii=False,
        allow_nan=False,
        separators=(",", ":"),
    )
    return f"{words}\n".encode()


def drawn(layers: tuple[Layer, ...]) -> dict[str, Any]:
    """Layers as the page reads them (`atlas.js`).

    Returns
    -------
    dict
        `mentions`; `said`, what features say besides, with the numbers of their
        mentions; `places` by their ids; and `layers` by theirs, each a list of
        features: the id of a place, and the number of what is said. What is empty or
        false is left out.
    """
    sheet = _Sheet()
    features = {
        layer.id: [sheet.add(feature, layer.id) for feature in layer.features]
        for layer in layers
    }
    return {
        "mentions": [_mention(*each) for each in sheet.mentions],
        "said": [_named(_OF_FEATURE, each) for each in sheet.said],
        "places": sheet.places,
        "layers": features,
    }


class _Sheet:
    """What has been said so far, each thing once."""

    def __init__(self) -> None:
        self.mentions: dict[_Values, int] = {}
        self.said: dict[_Values, int] = {}
        self.places: dict[str, Any] = {}

    def add(self, feature: Feature, layer_id: str) -> tuple[str, int]:
        """Take a feature in; gives its place and the number of what it says."""
        words = properties(feature, layer_id)
        self._add_place(feature.place, words)
        spoken = [
            (
                tuple(each[name] for name in _OF_MENTION),
                tuple(each.get("when", {}).items()),
            )
            for each in words["mentions"]
        ]
        numbers = tuple(_number(self.mentions, each) for each in spoken)
        if words["decided_by"] == MACHINE:
            words["decided_by"] = ""  # what goes without saying is left out
        said = (*(words[name] for name in _OF_FEATURE[:-1]), numbers)
        return feature.place.id, _number(self.said, said)

    def _add_place(self, place: Place, words: dict[str, Any]) -> None:
        known = self.places.get(place.id, {})
        if "kind" not in known:  # of a member it may be the name alone
            said = _named(_OF_PLACE, [words[name] for name in _OF_PLACE])
            self.places[place.id] = (
                said | _records(place) | _members(place) | _where(place)
            )
        for member in place.members:
            self.places.setdefault(member.id, {"name": member.name})


def _mention(values: _Values, when: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """A mention, and what its sentence says of the time, if it says anything."""
    said = dict(zip(_OF_MENTION, values, strict=True))
    return said | {"when": dict(when)} if when else said


def _number(known: dict[_Values, int], values: _Values) -> int:
    return known.setdefault(values, len(known))


def _named(names: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    """What is not empty, under its names."""
    pairs = zip(names, values, strict=True)
    return {name: value for name, value in pairs if value}


def _records(place: Place) -> dict[str, Any]:
    """Where its record is published, each with what is known of it."""
    records = [_named(_OF_RECORD, astuple(record)) for record in records_of(place)]
    return {"records": records} if records else {}


def _members(place: Place) -> dict[str, Any]:
    ids = [member.id for member in place.members]
    return {"members": ids} if ids else {}


def _where(place: Place) -> dict[str, Any]:
    if _is_plain(place):
        return {"at": [rounded_position(place.lon), rounded_position(place.lat)]}
    shape = tidy(shape_of(place))
    if shape is None:
        return {}
    if shape.geom_type == "Point":
        return {"at": geometry_json(shape)["coordinates"]}
    return {"bbox": bounds([shape]), "shape": packed(shape)}


def _is_plain(place: Place) -> bool:
    """Whether a place is a point that needs no tidying: most of many are."""
    located = place.geometry is None and not place.members and place.lat is not None
    return located and place.lon is not None and -180 <= place.lon <= 180


def packed(shape: shapely.Geometry, scale: int | None = None) -> dict[str, Any]:
    """A shape whose corners are steps from one to the next.

    Parameters
    ----------
    shape : shapely.Geometry
        A tidied shape.
    scale : int, optional
        How many steps go to a degree; if not given, as many as the shape needs.

    Returns
    -------
    dict
        `type` as GeoJSON has it; `scale`, the number of steps to a degree; and
        `parts`, nested as GeoJSON nests coordinates, but for each line or ring one
        flat list: longitude and latitude of the first corner, then how far the next
        one lies from it, all in steps.

    Examples
    --------
    >>> packed(shapely.LineString([(127.5, 39), (127.52, 39.01)]))
    {'type': 'LineString', 'scale': 1000, 'parts': [127500, 39000, 20, 10]}
    """
    scale = scale or _scale(shape)
    return {"type": shape.geom_type, "scale": scale, "parts": _parts(shape, scale)}


def _parts(shape: shapely.Geometry, scale: int) -> list[Any]:
    if shape.geom_type == "GeometryCollection":
        return [
            {"type": part.geom_type, "parts": _parts(part, scale)}
            for part in shape.geoms
        ]
    if shape.geom_type == "Polygon":
        rings = (shape.exterior, *shape.interiors)
        return [_steps(ring, scale) for ring in rings]
    if hasattr(shape, "geoms") and shape.geom_type != "MultiPoint":
        return [_parts(part, scale) for part in shape.geoms]
    return _steps(shape, scale)


def _steps(line: shapely.Geometry, scale: int) -> list[int]:
    corners = np.rint(shapely.get_coordinates(line) * scale).astype(int)
    steps = np.diff(corners, axis=0, prepend=0)
    moves = steps.any(axis=1)
    moves[0] = True
    numbers: list[int] = steps[moves].ravel().tolist()
    return numbers


def _scale(shape: shapely.Geometry) -> int:
    """Steps to a degree, so that even the shorter edges are some steps long."""
    if shape.geom_type == "MultiPoint":
        return _POINTS
    corners, parts = shapely.get_coordinates(
        shapely.get_parts(_rings(shape)), return_index=True
    )
    edges = np.hypot(*np.diff(corners, axis=0).T)[np.diff(parts) == 0]
    if not edges.size:
        return _FINEST
    west, south, east, north = shape.bounds
    step = min(
        float(np.quantile(edges, _SHORT)) / _STEPS,
        max(east - west, north - south) * _COARSEST,
    )
    return _FINEST if step * _FINEST <= 1 else max(1, round(1 / step))


def _rings(shape: shapely.Geometry) -> shapely.Geometry:
    areas = shapely.get_dimensions(shape) == 2
    return shapely.boundary(shape) if areas else shape
