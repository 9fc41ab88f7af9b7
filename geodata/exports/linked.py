"""What the formats of linked data share: addresses of places and of texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol
from urllib.parse import quote, urlsplit

from geodata.exports.exporter import Exporter, json_bytes
from geodata.model import Atlas, Document, Feature, Layer, Occurrence, Place
from geodata.records import record_of

GEONAMES = "https://sws.geonames.org/{}/"
"""The address that GeoNames gives a place by its id."""

Spot = tuple[str, int, int]
"""Where a mention is: id of its document, start and end."""

_KEPT = ":/-._~;,@+"
_WEB = ("http", "https")


class Collect(Protocol):
    """Layers to what one file says."""

    def __call__(
        self,
        layers: Sequence[Layer],
        documents: Mapping[str, Document],
        about: Mapping[str, str],
    ) -> dict[str, Any]:
        """Collect what layers hold; `documents` has those texts that are at hand."""


def exporter_of(
    collect: Collect, *, name: str, media_type: str, title: str
) -> Exporter:
    """The exporter of a format that cites the texts, where they are at hand."""

    def write(layers: Sequence[Layer], *, about: Mapping[str, str]) -> bytes:
        return json_bytes(collect(layers, {}, about))

    def write_atlas(atlas: Atlas) -> bytes:
        documents = {document.id: document for document in atlas.documents}
        return json_bytes(collect(atlas.layers, documents, atlas.made_by))

    return Exporter(
        name=name,
        suffix=f".{name}.json",
        media_type=media_type,
        title=title,
        write=write,
        write_atlas=write_atlas,
    )


def place_iri(place: Place) -> str:
    """A place's own id as an IRI, the same wherever it is written.

    Examples
    --------
    >>> from geodata.model import PlaceKind
    >>> place_iri(Place(id="text:the west", name="the West", kind=PlaceKind.AREA,
    ...                 source="text", source_id="the West"))
    'text:the%20west'
    """
    return quote(place.id, safe=_KEPT)


def geonames_iri(place: Place) -> str | None:
    """What GeoNames calls a place, where that is known."""
    return None if place.geonameid is None else GEONAMES.format(place.geonameid)


def authority(place: Place) -> str:
    """Who knows a place, and under which id, in words.

    Examples
    --------
    >>> from geodata.model import PlaceKind
    >>> authority(Place(id="wpi:60440", name="Rajin", kind=PlaceKind.PORT,
    ...                 source="harborly", source_id="60440"))
    'World Port Index 60440'
    """
    record = record_of(place)
    if record is None:
        return " ".join(place.id.split(":", 1))
    return " ".join(filter(None, (record.title, record.number)))


def document_iri(document_id: str) -> str:
    """A text's id as an IRI.

    Examples
    --------
    >>> document_iri("a b")
    'document:a%20b'
    """
    return f"document:{quote(document_id, safe=_KEPT)}"


def page_of(document: Document) -> str | None:
    """The address of the page that a text was taken from, if it was taken from one."""
    source = document.source or ""
    try:
        parts = urlsplit(source)
    except ValueError:  # a bracket that is not closed
        return None
    if parts.scheme not in _WEB or not parts.netloc or not source.isprintable():
        return None
    return quote(source, safe=f"{_KEPT}%?#&=!$'()*[]")


def spot(occurrence: Occurrence) -> Spot:
    """Where in which text an occurrence is."""
    mention = occurrence.resolution.mention
    return occurrence.document, mention.start, mention.end


def by_place(layers: Iterable[Layer]) -> dict[str, tuple[list[str], Feature]]:
    """Each place once, whatever layers it is in, with their ids and all its mentions.

    The key is the id of the place; a mention that several layers show counts once.
    """
    found: dict[str, tuple[list[str], Feature]] = {}
    for layer in layers:
        for feature in layer.features:
            ids, known = found.get(feature.place.id, ([], feature))
            found[feature.place.id] = ([*ids, layer.id], _merged(known, feature))
    return found


def _merged(first: Feature, second: Feature) -> Feature:
    spots = {spot(occurrence): occurrence for occurrence in first.occurrences}
    for occurrence in second.occurrences:
        spots.setdefault(spot(occurrence), occurrence)
    return Feature(
        place=first.place,
        occurrences=tuple(spots.values()),
        described=first.described and second.described,
    )
