"""What people said of the names of an article: `<stem>.corrections.json` beside it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from geodata.documents.decoding import is_whole
from geodata.errors import DocumentError
from geodata.model import Correction, Place, PlaceKind, Ruling, Sense
from geodata.text import key

CORRECTIONS_SUFFIX = ".corrections.json"
"""What the name of such a file ends in, after the article's stem."""

_WORDS = ("phrase", "note", "made")
_FIELDS = frozenset({*_WORDS, "ruling", "place", "start", "sense", "missed"})
_PLACE_WORDS = ("id", "name", "country", "admin1", "region")
_ID_LENGTH = 12


def corrections_file(article: Path) -> Path:
    """The file beside an article that holds what people said of its names."""
    return article.with_suffix(CORRECTIONS_SUFFIX)


def correction_id(correction: Correction) -> str:
    """What a correction is for, in short: of two with the same id the later counts."""
    for_what = f"{key(correction.phrase)}\n{correction.start}"
    return hashlib.sha256(for_what.encode()).hexdigest()[:_ID_LENGTH]


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections in a file; none if there is no such file.

    Raises
    ------
    DocumentError
        If the file cannot be read, or holds anything else.
    """
    try:
        told = json.loads(path.read_text(encoding="utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except (OSError, ValueError, RecursionError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        message = f"{path.name} cannot be read ({why}); mend it, or remove it"
        raise DocumentError(message) from None
    given = told.get("corrections") if isinstance(told, dict) else None
    if not isinstance(given, list):
        message = f'{path.name} holds no corrections; give {{"corrections": [...]}}'
        raise DocumentError(message)
    try:
        return tuple(map(correction_of, given))
    except DocumentError as error:
        raise DocumentError(f"{path.name}: {error}") from None


def corrections_json(corrections: Iterable[Correction]) -> bytes:
    """Corrections as their file holds them."""
    told = {"corrections": [correction_summary(each) for each in corrections]}
    return f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode()


def correction_summary(correction: Correction) -> dict[str, Any]:
    """A correction as plain data; what is not said is left out."""
    told = {
        "phrase": correction.phrase,
        "start": correction.start,
        "ruling": str(correction.ruling),
        "place": place_summary(correction.place) if correction.place else None,
        "sense": str(correction.sense) if correction.sense else None,
        "missed": correction.missed or None,
        "note": correction.note or None,
        "made": correction.made or None,
    }
    return {name: value for name, value in told.items() if value is not None}


def correction_of(told: object) -> Correction:
    """A correction from plain data.

    Raises
    ------
    DocumentError
        If it says too little, too much, or what cannot be.
    """
    if not isinstance(told, Mapping):
        raise DocumentError(f"a correction is an object, not {told!r}")
    if unknown := sorted(map(str, told.keys() - _FIELDS)):
        message = f"a correction has no {unknown[0]!r}; it has {_listed(_FIELDS)}"
        raise DocumentError(message)
    words = {name: _words(told, name) for name in _WORDS}
    if not key(words["phrase"]):
        raise DocumentError("a correction needs the phrase it is for")
    start = told.get("start")
    if start is not None and (type(start) is not int or start < 0):
        raise DocumentError(f"start is {start!r}; give the first code point, or none")
    missed = told.get("missed", False)
    if not isinstance(missed, bool):
        raise DocumentError(f"missed is {missed!r}; give true or false")
    ruling = _one_of(Ruling, told, "ruling")
    if ruling is None:
        raise DocumentError(f"a correction needs a ruling: {_listed(Ruling)}")
    place = told.get("place")
    if (place is not None) != (ruling is Ruling.PLACE):
        message = f"the ruling is {str(ruling)!r} and the place {place!r}; {_RULE}"
        raise DocumentError(message)
    return Correction(
        **words,
        start=start,
        missed=missed,
        ruling=ruling,
        sense=_one_of(Sense, told, "sense"),
        place=None if place is None else _place_of(place),
    )


_RULE = "the ruling 'place' has a place, and no other has"


def _listed(values: Iterable[str]) -> str:
    return ", ".join(sorted(map(str, values)))


def _words(told: Mapping[str, Any], name: str) -> str:
    words = told.get(name) or ""
    if not isinstance(words, str) or not is_whole(words):
        raise DocumentError(f"{name} is {words!r}; give a text")
    return words


def _one_of(kind: Any, told: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401
    value = told.get(name)
    try:
        return None if value is None else kind(value)
    except ValueError:
        message = f"{name} is {value!r}; choose of {_listed(kind)}"
        raise DocumentError(message) from None


def place_summary(place: Place) -> dict[str, Any]:
    """What is needed to show a place even where no gazetteer holds it."""
    return {
        "id": place.id,
        "name": place.name,
        "kind": str(place.kind),
        "country": place.country,
        "admin1": place.admin1,
        "region": place.region,
        "lat": place.lat,
        "lon": place.lon,
    }


def _place_of(told: object) -> Place:
    if not isinstance(told, Mapping):
        raise DocumentError(f"a place is an object, not {told!r}")
    words = {name: _words(told, name) for name in _PLACE_WORDS}
    source, _, source_id = words["id"].partition(":")
    if not source or not source_id:
        message = f"the place has the id {words['id']!r}; give one as source:id"
        raise DocumentError(message)
    lat, lon = _degrees(told, "lat", 90), _degrees(told, "lon", 180)
    return Place(
        id=words["id"],
        name=words["name"] or words["id"],
        kind=_one_of(PlaceKind, told, "kind") or PlaceKind.POINT,
        source=source,
        source_id=source_id,
        country=words["country"] or None,
        admin1=words["admin1"] or None,
        region=words["region"] or None,
        lat=lat,
        lon=lon,
    )


def _degrees(told: Mapping[str, Any], name: str, most: float) -> float | None:
    value = told.get(name)
    if value is None:
        return None
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or not -most <= value <= most:
        message = f"{name} is {value!r}; give degrees from {-most} to {most}"
        raise DocumentError(message)
    return float(value)
