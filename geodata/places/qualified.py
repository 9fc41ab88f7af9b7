"""A name with the region or the country right after it: "Florence, Ala."."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from geodata.gazetteer import Gazetteer
from geodata.model import (
    Mention,
    MentionKind,
    Place,
    PlaceKind,
    Resolution,
    Sense,
    Verdict,
)
from geodata.places.candidates import bearers_of
from geodata.places.choose import stands_for

_BETWEEN = ", "
_TOWN = PlaceKind.CITY
_COUNTRIES = (PlaceKind.COUNTRY, PlaceKind.TERRITORY)
_SURE = 0.9
"""How sure a place is that the text itself tells from its namesakes."""


def qualified(
    text: str,
    mentions: Sequence[Mention],
    found: Mapping[int, Resolution],
    gazetteer: Gazetteer,
) -> dict[int, Resolution]:
    """Resolutions, each in the region or country that the text names right after it.

    Parameters
    ----------
    text : str
        The whole text.
    mentions : sequence of Mention
        In any order.
    found : mapping of int to Resolution
        By position in `mentions`, as `choose` gives them.
    gazetteer : Gazetteer
        Has the namesakes.
    """
    starts = {
        mentions[position].start: resolution for position, resolution in found.items()
    }
    settled = dict(found)
    for position, resolution in found.items():
        end = resolution.mention.end
        around = starts.get(end + len(_BETWEEN))
        if around is None or text[end : end + len(_BETWEEN)] != _BETWEEN:
            continue
        place = _within(resolution, around, gazetteer)
        if place is not None:
            settled[position] = _moved(resolution, place, around, gazetteer)
    return settled


def _within(
    resolution: Resolution, around: Resolution, gazetteer: Gazetteer
) -> Place | None:
    """The town that lies in what is named after it, if the chosen one does not.

    A country or a region before another is one of a list.
    """
    holder, chosen = around.place, resolution.place
    if resolution.mention.kind is not MentionKind.NAME or holder is None:
        return None
    if chosen is None or chosen.kind is not _TOWN or _lies_in(chosen, holder):
        return None
    weighed = (candidate.place for candidate in resolution.candidates)
    borne = (
        bearer.place
        for bearer in bearers_of(resolution.mention.phrase, gazetteer, demonym=False)
    )
    for place in (*weighed, *borne):
        if place.kind is _TOWN and _lies_in(place, holder):
            return place
    return None


def _lies_in(place: Place, holder: Place) -> bool:
    """Whether a place lies in a first-order unit or a country, or is that itself."""
    if place.id == holder.id:
        return True
    if holder.kind is PlaceKind.REGION and holder.feature_code == "ADM1":
        return place.admin1 == holder.admin1 and place.admin1 is not None
    if holder.kind in _COUNTRIES:
        return place.country == holder.country
    return True  # of anything else nothing follows


def _moved(
    resolution: Resolution, place: Place, around: Resolution, gazetteer: Gazetteer
) -> Resolution:
    mention = resolution.mention
    acts = mention.sense is Sense.ACTOR
    return dataclasses.replace(
        resolution,
        place=place,
        confidence=round(_SURE * around.confidence * mention.confidence, 4),
        verdict=Verdict.RESOLVED,
        how=f"{mention.phrase} is the one in {around.mention.phrase}, named after it",
        stands_for=stands_for(place, gazetteer) if acts else None,
    )
