"""What is shown: one filter for the map, the list, the counts and the download."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any

from geodata.dates import Interval, meet, read_interval
from geodata.errors import FilterError
from geodata.layers.catalogue import LAYER_IDS
from geodata.layers.compose import make_feature
from geodata.model import (
    Feature,
    Layer,
    Mention,
    Occurrence,
    Place,
    PlaceKind,
    Sense,
)
from geodata.properties import rounded_confidence
from geodata.text import key

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

SURE = 0.8
"""From this confidence on, a place is called sure."""
LIKELY = 0.5
"""From this confidence on, likely; below it, doubtful."""
CONFIDENCE_WORDS = ("sure", "likely", "doubtful")

_COUNTRY = re.compile("[A-Z]{2}")
_LONGEST_SEARCH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is asked for; None means that anything will do."""

    layers: frozenset[str] | None = None
    """Layer ids; the empty set shows nothing."""
    bbox: tuple[float, float, float, float] | None = None
    """West, south, east, north; west > east crosses 180 degrees."""
    unlocated: bool = False
    """True if a box lets through what has no location; no address can say so."""
    sense: frozenset[str] | None = None
    """place, actor."""
    kind: frozenset[str] | None = None
    """Kinds of place."""
    country: frozenset[str] | None = None
    """ISO 3166-1 alpha-2 codes."""
    confidence: frozenset[str] | None = None
    """sure, likely, doubtful."""
    q: str | None = None
    """Words to be found in the names, the name of the region, or the excerpt."""
    datetime: Interval | None = None
    """First and last day; a mention is dated to some time that has a day in it."""
    undated: bool = False
    """True if a time lets through features of which no mention is dated; no address
    can say so."""


def confidence_word(confidence: float) -> str:
    """A confidence in words, taken as it is written: with three decimals.

    Examples
    --------
    >>> [confidence_word(value) for value in (0.93, 0.7996, 0.6, 0.2)]
    ['sure', 'sure', 'likely', 'doubtful']
    """
    written = rounded_confidence(confidence)
    if written >= SURE:
        return "sure"
    return "likely" if written >= LIKELY else "doubtful"


def read_filters(values: Mapping[str, str | Iterable[str]]) -> Filters:
    """Filters from the parameters of an address.

    Parameters
    ----------
    values : mapping of str to str or iterable of str
        Name to value; lists are separated by commas, or given as several values.
        An empty value is no filter, but for `layers`, where it shows nothing.

    Raises
    ------
    FilterError
        For an unknown name, or a value that a filter cannot take.

    Examples
    --------
    >>> sorted(read_filters({"confidence": "sure,likely", "q": ""}).confidence)
    ['likely', 'sure']
    """
    unknown = sorted(set(values) - set(_READERS))
    if unknown:
        raise FilterError(
            f"there is no filter {unknown[0]!r}; choose of {', '.join(_READERS)}"
        )
    read: dict[str, Any] = {}
    for name, value in values.items():
        given = value if isinstance(value, str) else ",".join(value)
        if given.strip() or name == "layers":
            read[name] = _READERS[name](given)
    return Filters(**read)


def _written_shape(place: Place) -> BaseGeometry | None:
    from geodata.shapes import written_shape  # here, because most filters need none

    return written_shape(place)


def apply(
    layers: Iterable[Layer],
    filters: Filters,
    *,
    shape_of: Callable[[Place], BaseGeometry | None] = _written_shape,
) -> tuple[Layer, ...]:
    """The same layers with what the filters let through.

    Mentions are filtered first: a feature that none is left of is dropped. A layer
    that nothing is left of stays, so that its count can be shown as 0.

    Parameters
    ----------
    layers : iterable of Layer
        What is filtered.
    filters : Filters
        What is asked for.
    shape_of : callable, optional
        Gives a place's shape as it is written; for who keeps them.
    """
    frame = _frame(filters.bbox)
    return tuple(
        dataclasses.replace(
            layer,
            features=tuple(
                kept
                for feature in layer.features
                if _place_passes(feature.place, filters)
                and (frame is None or _meets(shape_of(feature.place), frame, filters))
                and (kept := _with_mentions(feature, filters))
            ),
        )
        for layer in layers
        if filters.layers is None or layer.id in filters.layers
    )


def _place_passes(place: Place, filters: Filters) -> bool:
    if filters.kind is not None and str(place.kind) not in filters.kind:
        return False
    return filters.country is None or place.country in filters.country


def _with_mentions(feature: Feature, filters: Filters) -> Feature | None:
    """The feature with the mentions that pass, or None if there are none."""
    if filters.undated and filters.datetime and not _is_dated(feature):
        filters = dataclasses.replace(filters, datetime=None)
    place = feature.place
    names = " ".join(
        key(name) for name in (place.name, place.region, *place.names.values()) if name
    )
    kept = tuple(
        occurrence
        for occurrence in feature.occurrences
        if _mention_passes(occurrence, names, filters)
    )
    if len(kept) == len(feature.occurrences):
        return feature if kept else None
    return make_feature(place, kept) if kept else None


def _mention_passes(occurrence: Occurrence, names: str, filters: Filters) -> bool:
    resolution = occurrence.resolution
    if filters.datetime is not None and not _then(resolution.mention, filters.datetime):
        return False
    if filters.sense is not None and str(resolution.mention.sense) not in filters.sense:
        return False
    if (
        filters.confidence is not None
        and confidence_word(resolution.confidence) not in filters.confidence
    ):
        return False
    return filters.q is None or filters.q in f"{names} {key(occurrence.excerpt)}"


def _then(mention: Mention, asked: Interval) -> bool:
    """Whether a mention is dated, and to a time that meets the one asked for."""
    when = mention.when
    return when is not None and meet((when.start, when.end), asked)


def _is_dated(feature: Feature) -> bool:
    return any(each.resolution.mention.when for each in feature.occurrences)


def _frame(bbox: tuple[float, float, float, float] | None) -> BaseGeometry | None:
    if bbox is None:
        return None
    import shapely  # here, because most filters need no geometry

    west, south, east, north = bbox
    if west <= east:
        return shapely.box(west, south, east, north)
    return shapely.MultiPolygon(
        [shapely.box(west, south, 180, north), shapely.box(-180, south, east, north)]
    )


def _meets(shape: BaseGeometry | None, frame: BaseGeometry, filters: Filters) -> bool:
    return filters.unlocated if shape is None else bool(shape.intersects(frame))


def _words(
    name: str, known: Iterable[str], *, empty: bool = False
) -> Callable[[str], frozenset[str]]:
    """A reader of comma-separated words of a known set."""
    choices = tuple(known)

    def read(value: str) -> frozenset[str]:
        words = [word.strip() for word in value.split(",") if word.strip()]
        wrong = [word for word in words if word not in choices]
        if wrong or not (words or empty):
            raise FilterError(
                f"{name} cannot be {(wrong or [value])[0]!r}; choose of"
                f" {', '.join(choices)}"
            )
        return frozenset(words)

    return read


def _bbox(value: str) -> tuple[float, float, float, float]:
    try:
        west, south, east, north = (float(part) for part in value.split(","))
    except ValueError:
        west = south = east = north = float("nan")
    if not all(isfinite(degrees) for degrees in (west, south, east, north)) or not (
        -180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90
    ):
        raise FilterError(
            f"bbox cannot be {value!r}; give west,south,east,north in degrees, such as"
            " 124,33,132,43 (west > east crosses 180)"
        )
    return west, south, east, north


def _datetime(value: str) -> Interval:
    try:
        return read_interval(value.strip())
    except ValueError:
        raise FilterError(
            f"datetime cannot be {value!r}; give a year, a month or a day, such as"
            " 1953, 1953-09 or 1953-09-12, or two with a slash between them, the first"
            " of them no later, one of which may be .."
        ) from None


def _countries(value: str) -> frozenset[str]:
    codes = [code.strip().upper() for code in value.split(",") if code.strip()]
    wrong = [code for code in codes if not _COUNTRY.fullmatch(code)]
    if wrong or not codes:
        raise FilterError(
            f"country cannot be {(wrong or [value])[0]!r}; give two-letter codes of"
            " ISO 3166-1, such as KP,KR"
        )
    return frozenset(codes)


def _search(value: str) -> str:
    if len(value) > _LONGEST_SEARCH:
        raise FilterError(
            f"q has {len(value)} characters; give at most {_LONGEST_SEARCH}"
        )
    return key(value)


_READERS: dict[str, Callable[[str], Any]] = {
    "layers": _words("layers", LAYER_IDS, empty=True),
    "bbox": _bbox,
    "sense": _words("sense", [str(sense) for sense in Sense]),
    "kind": _words("kind", [str(kind) for kind in PlaceKind]),
    "country": _countries,
    "confidence": _words("confidence", CONFIDENCE_WORDS),
    "q": _search,
    "datetime": _datetime,
}
