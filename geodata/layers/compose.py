"""Resolutions to layers: every place once, with every sentence that names it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from geodata.layers.catalogue import LAYERS, layer_of
from geodata.layers.excerpts import excerpt
from geodata.model import (
    Document,
    Feature,
    Layer,
    MentionKind,
    Occurrence,
    Place,
    PlaceKind,
    Resolution,
    Sense,
    Verdict,
)
from geodata.text import key

if TYPE_CHECKING:
    from geodata.gazetteer import Gazetteer

COMPUTED = frozenset({PlaceKind.SET, PlaceKind.LINE, PlaceKind.AREA, PlaceKind.POINT})
"""Kinds of place that a description makes and no gazetteer holds."""

_Grouped = dict[tuple[str, str], list[tuple[Place, Occurrence]]]


def compose(
    documents: Sequence[Document],
    resolutions: Mapping[str, Sequence[Resolution]],
    gazetteer: Gazetteer,
) -> tuple[Layer, ...]:
    """The layers of some texts, in the order of the catalogue.

    Parameters
    ----------
    documents : sequence of Document
        The texts, in the order their places are to be listed.
    resolutions : mapping of str to sequence of Resolution
        By document id.
    gazetteer : Gazetteer
        Gives names and shapes, and the credits of the sources.

    Returns
    -------
    tuple of Layer
        Only those that hold something.
    """
    grouped = _grouped(documents, resolutions)
    features: dict[str, list[Feature]] = {}
    for (layer_id, _), found in grouped.items():
        place = detailed(found[0][0], gazetteer)
        occurrences = tuple(occurrence for _, occurrence in found)
        features.setdefault(layer_id, []).append(make_feature(place, occurrences))
    credits = {source.name: source.attribution for source in gazetteer.sources()}
    return tuple(
        Layer(
            id=kind.id,
            title=kind.title,
            about=kind.about,
            features=tuple(features[kind.id]),
            attribution=_attribution(features[kind.id], credits),
        )
        for kind in LAYERS
        if kind.id in features
    )


def make_feature(place: Place, occurrences: tuple[Occurrence, ...]) -> Feature:
    """A place with its occurrences; described if only descriptions put it there."""
    described = all(
        occurrence.resolution.mention.kind is MentionKind.DESCRIPTION
        for occurrence in occurrences
    )
    return Feature(place=place, occurrences=occurrences, described=described)


def detailed(place: Place, gazetteer: Gazetteer) -> Place:
    """A place with its names, and its shape where it did not bring one."""
    from geodata.shapes import tidy  # here, because `parse` can do without

    known = place
    if place.kind not in COMPUTED or place.geometry is None:
        known = gazetteer.detailed(place, detail="page")
    drawn = known if place.geometry is None else place
    return dataclasses.replace(
        drawn,
        names=known.names or place.names,
        cited=known.cited,
        geometry=tidy(drawn.geometry),
    )


def _grouped(
    documents: Sequence[Document], resolutions: Mapping[str, Sequence[Resolution]]
) -> _Grouped:
    grouped: _Grouped = {}
    for document in documents:
        for resolution in _in_order(resolutions.get(document.id, ())):
            occurrence = _occurrence(document, resolution)
            for layer_id, place in _homes(resolution):
                group = grouped.setdefault((layer_id, place.id), [])
                group.append((place, occurrence))
    return grouped


def _in_order(resolutions: Iterable[Resolution]) -> list[Resolution]:
    return sorted(
        resolutions,
        key=lambda resolution: (resolution.mention.start, -resolution.mention.end),
    )


def _homes(resolution: Resolution) -> Iterator[tuple[str, Place]]:
    """Each layer a resolution belongs to, with the place it shows there."""
    mention, place = resolution.mention, resolution.place
    if resolution.verdict is Verdict.NOT_A_PLACE or mention.kind is MentionKind.DEMONYM:
        return
    if mention.sense is Sense.ACTOR and resolution.stands_for is not None:
        yield "governments", resolution.stands_for
    elif place is None:
        yield "not-located", _unplaced(resolution)
    elif not _has_location(place):
        yield "not-located", place
    elif mention.sense is Sense.ACTOR:
        yield "governments", place
    elif mention.kind is MentionKind.DESCRIPTION:
        yield "described", place
        yield from _parts(place)
    else:
        yield layer_of(place.kind), place


def _parts(place: Place) -> Iterator[tuple[str, Place]]:
    """What a described place is made of: its members, or the known place it is."""
    parts = place.members if place.kind in COMPUTED else (place,)
    seen: set[str] = set()
    for part in parts:
        if (part.id not in seen and part.id != place.id) or part is place:
            seen.add(part.id)
            yield layer_of(part.kind), part


def _has_location(place: Place) -> bool:
    return place.lon is not None or place.geometry is not None or bool(place.members)


def _unplaced(resolution: Resolution) -> Place:
    """A stand-in for the place that was not found, one for each name."""
    phrase = resolution.mention.phrase
    return Place(
        id=f"text:{key(phrase).replace(' ', '-') or phrase}",
        name=phrase,
        kind=PlaceKind.AREA,
        source="text",
        source_id=phrase,
    )


def _occurrence(document: Document, resolution: Resolution) -> Occurrence:
    mention = resolution.mention
    words, offset = excerpt(document.text, mention.start, mention.end)
    return Occurrence(
        document=document.id,
        resolution=resolution,
        excerpt=words,
        excerpt_start=offset,
    )


def _attribution(
    features: Iterable[Feature], credits: Mapping[str, str]
) -> tuple[str, ...]:
    """The credits that the sources of these features ask for, each once."""
    sources = {
        place.source
        for feature in features
        for place in (feature.place, *feature.place.members)
    }
    return tuple(sorted({credits[name] for name in sources if credits.get(name)}))
