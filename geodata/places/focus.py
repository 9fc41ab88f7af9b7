"""Where the rest of a document lies, and how near each candidate is to that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geodata.geo import EARTH_RADIUS_KM
from geodata.model import Place
from geodata.places.features import POINTLIKE, Belief, Columns, Numbers, group, put

_CLOSE_KM = 150.0
_FAR_KM = 20_000.0
_WIDTHS_KM = (50, 150, 600)
"""A town and its surroundings, a region, a country: a witness this far counts half."""

_FIRST_KM = 100.0
_LEAST_SHARE = 0.05
"""A candidate believed less than this is no witness."""


@dataclass(slots=True)
class Tops:
    """The likeliest candidate of each toponym."""

    places: list[Place | None]
    lon: Numbers
    lat: Numbers
    weight: Numbers
    small: NDArray[np.bool_]
    """Whether its point says where it is."""


def tops_of(beliefs: Sequence[Belief], columns: Sequence[Columns]) -> Tops:
    """The likeliest candidate of each toponym; none where there are no candidates."""
    places: list[Place | None] = []
    weights = []
    for belief, own in zip(beliefs, columns, strict=True):
        best = int(np.argmax(belief)) if len(belief) else -1
        places.append(own.places[best] if best >= 0 else None)
        weights.append(float(belief[best]) if best >= 0 else 0.0)
    return Tops(
        places=places,
        lon=np.array([np.nan if p is None or p.lon is None else p.lon for p in places]),
        lat=np.array([np.nan if p is None or p.lat is None else p.lat for p in places]),
        weight=np.array(weights),
        small=np.array([p is not None and group(p) in POINTLIKE for p in places]),
    )


def distances_km(
    lon: Numbers, lat: Numbers, other_lon: Numbers, other_lat: Numbers
) -> Numbers:
    """Great-circle distances, shape (len(lon), len(other_lon)), in kilometres."""
    a, b = np.radians(lat)[:, None], np.radians(other_lat)[None, :]
    across = np.radians(other_lon)[None, :] - np.radians(lon)[:, None]
    chord = np.sin((b - a) / 2) ** 2 + np.cos(a) * np.cos(b) * np.sin(across / 2) ** 2
    distances: Numbers = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(chord, 0, 1)))
    return distances


def fill_distances(rows: Numbers, index: int, own: Columns, tops: Tops) -> None:
    """How far each candidate is from what the other toponyms most likely are."""
    others = tops.small.copy()
    others[index] = False
    others &= ~np.isnan(tops.lon)
    if not others.any():
        put(rows, "nearest_log_km", np.log(_FAR_KM))
        return
    km = distances_km(own.lon, own.lat, tops.lon[others], tops.lat[others])
    km = np.where(np.isnan(km), _FAR_KM, km)
    # A namesake at the very same spot (city and county) is no independent witness.
    spread = np.exp(-km / _CLOSE_KM) * tops.weight[others][None, :]
    put(rows, "nearest_log_km", np.log(km.min(axis=1) + 1.0))
    put(rows, "closeness", spread.sum(axis=1))


@dataclass(slots=True)
class Witnesses:
    """All candidates of all toponyms that are believed at all and are like points."""

    points: Numbers
    """On the unit sphere, shape (witnesses, 3)."""
    owner: NDArray[np.intp]
    """Number of the toponym each is a candidate of."""
    weight: Belief
    state: NDArray[np.object_]
    order: list[int]
    """The first toponyms of the text that have a witness."""

    def fill(self, rows: Numbers, index: int, own: Columns) -> None:
        """What the witnesses of the other toponyms say about one's candidates."""
        others = self.owner != index
        weight, state = self.weight[others], self.state[others]
        company = _in_region(own, weight, state)
        put(rows, "region_company", np.log2(1.0 + company))
        if not weight.size:
            return
        square = _squares_km(sphere(own.lon, own.lat), self.points[others])
        for width in _WIDTHS_KM:
            near = _kernel(square, width) @ weight
            put(rows, f"within_{width}", near / max(float(weight.sum()), 1.0))
        first = next((number for number in self.order if number != index), None)
        its = self.owner[others] == first
        put(rows, "first_near", _kernel(square[:, its], _FIRST_KM) @ weight[its])
        put(rows, "first_in_region", _in_region(own, weight[its], state[its]))


def witnesses_of(
    beliefs: Sequence[Belief], columns: Sequence[Columns], starts: Sequence[int]
) -> Witnesses:
    """The witnesses of a document.

    Parameters
    ----------
    beliefs : sequence of array
        What each toponym is believed to mean.
    columns : sequence of Columns
        Their candidates.
    starts : sequence of int
        Where each toponym stands first.
    """
    kept = [
        np.flatnonzero((belief >= _LEAST_SHARE) & own.pointlike)
        for belief, own in zip(beliefs, columns, strict=True)
    ]

    def of(arrays: Sequence[NDArray[Any]]) -> NDArray[Any]:
        return np.concatenate([a[rows] for a, rows in zip(arrays, kept, strict=True)])

    present = [index for index, rows in enumerate(kept) if rows.size]
    return Witnesses(
        points=sphere(
            of([own.lon for own in columns]), of([own.lat for own in columns])
        ),
        owner=np.repeat(np.arange(len(kept)), [rows.size for rows in kept]),
        weight=of(beliefs),
        state=of([own.state for own in columns]),
        order=sorted(present, key=lambda index: starts[index])[:2],
    )


def _in_region(own: Columns, weight: Belief, state: NDArray[np.object_]) -> Numbers:
    """Weight of the witnesses in each candidate's first-order region."""
    inside = {code: float(weight[state == code].sum()) for code in set(own.state)}
    return np.array([inside[code] if code else 0.0 for code in own.state])


def _kernel(square_km: Numbers, width_km: float) -> Numbers:
    """1 at no distance, a half at the width, falling with the square."""
    near: Numbers = 1.0 / (1.0 + square_km / width_km**2)
    return near


def sphere(lon: Numbers, lat: Numbers) -> Numbers:
    """Points on the unit sphere, shape (points, 3)."""
    a, b = np.radians(lon), np.radians(lat)
    return np.column_stack([np.cos(b) * np.cos(a), np.cos(b) * np.sin(a), np.sin(b)])


def _squares_km(points: Numbers, others: Numbers) -> Numbers:
    """Squares of straight distances; of a place without a point, the greatest."""
    cosines = np.nan_to_num(points @ others.T, nan=-1.0)
    return np.asarray(2.0 * (1.0 - np.clip(cosines, -1, 1)) * EARTH_RADIUS_KM**2)
