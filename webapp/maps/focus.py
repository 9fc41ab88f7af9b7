"""Where the map opens: around most of what happens, not around everything."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from geodata.geo import distance_km
from geodata.model import Feature, Layer, PlaceKind, Sense

_SHARE = 0.8
"""Part of the mentions that the first view must hold."""
_MARGIN_DEGREES = 0.25
_WIDE_KINDS = frozenset(
    {
        PlaceKind.COUNTRY,
        PlaceKind.TERRITORY,
        PlaceKind.CONTINENT,
        PlaceKind.REGION,
        PlaceKind.SEA,
        PlaceKind.AREA,
    }
)
_UNSEEN_LAYERS = frozenset({"governments", "not-located"})

Weighted = tuple[float, float, int]
"""Longitude, latitude, and how many mentions there are."""


def focus(layers: Sequence[Layer]) -> tuple[float, float, float, float] | None:
    """The box around the places near the middle that hold most mentions.

    What a described place holds counts as one, the place itself: a hundred ports were
    named by one phrase. Countries, regions and seas count only where the text names
    nothing smaller: a state is as wide as its map, and would hide where things happen.

    Returns
    -------
    tuple of float or None
        West, south, east, north; east is above 180 if the box crosses the
        antimeridian, None if no place has a location.
    """
    features = [
        feature
        for layer in layers
        if layer.id not in _UNSEEN_LAYERS
        for feature in layer.features
        if layer.id == "described" or not feature.described
    ]
    points = [
        point
        for feature in features
        if feature.place.kind not in _WIDE_KINDS
        for point in _weighted(feature)
    ]
    points = points or [point for feature in features for point in _weighted(feature)]
    return _box(_core(points)) if points else None


def _weighted(feature: Feature) -> list[Weighted]:
    place = feature.place
    if place.lon is None or place.lat is None:
        return []
    said = [
        occurrence
        for occurrence in feature.occurrences
        if occurrence.resolution.mention.sense is Sense.PLACE
    ]
    return [(place.lon, place.lat, len(said))] if said else []


def _core(points: Sequence[Weighted]) -> list[Weighted]:
    """The points nearest to the one from which all others are nearest."""
    lon, lat, _ = min(points, key=lambda point: _remoteness(point, points))
    near = sorted(points, key=lambda point: distance_km(lon, lat, point[0], point[1]))
    sums = list(accumulate(weight for *_, weight in near))
    enough = next(n for n, held in enumerate(sums, 1) if held >= _SHARE * sums[-1])
    return near[:enough]


def _remoteness(point: Weighted, points: Sequence[Weighted]) -> float:
    """Sum of distances: small for the point in the middle (a weighted median)."""
    return sum(
        weight * distance_km(point[0], point[1], lon, lat)
        for lon, lat, weight in points
    )


def _box(points: Sequence[Weighted]) -> tuple[float, float, float, float]:
    lons = _unwrapped([lon for lon, _, _ in points])
    lats = [lat for _, lat, _ in points]
    return (
        round(min(lons) - _MARGIN_DEGREES, 6),
        round(max(min(lats) - _MARGIN_DEGREES, -90), 6),
        round(max(lons) + _MARGIN_DEGREES, 6),
        round(min(max(lats) + _MARGIN_DEGREES, 90), 6),
    )


def _unwrapped(lons: Sequence[float]) -> list[float]:
    """Longitudes moved by 360 degrees where that makes them lie closer together."""
    moved = [lon + 360 if lon < 0 else lon for lon in lons]
    if max(moved) - min(moved) < max(lons) - min(lons):
        return moved
    return list(lons)
