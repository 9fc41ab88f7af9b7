"""Described places: a Reading resolved against the gazetteer's points and shapes."""

from __future__ import annotations

from collections.abc import Mapping

from geodata.gazetteer import Gazetteer
from geodata.model import Document, Mention, Resolution, Span

__all__ = ["describe"]


def describe(
    document: Document,
    mention: Mention,
    resolved: Mapping[Span, Resolution],
    gazetteer: Gazetteer,
) -> Resolution:
    """Work out which place, set, line or area a description means.

    Parameters
    ----------
    document : Document
        The text the mention stands in.
    mention : Mention
        A description with its Reading.
    resolved : mapping of Span to Resolution
        Names, demonyms and earlier descriptions, by their spans.
    gazetteer : Gazetteer
        The places there are.

    Returns
    -------
    Resolution
        With a place of kind set, line, area or point whose id depends on the
        meaning alone, so that "Polish ports" and "ports of Poland" are one; or with
        none, and `how` says why.
    """
    # Here, because shapely takes a while to load and most texts describe no place.
    from geodata.places.described.resolving import resolution_of

    return resolution_of(document, mention, resolved, gazetteer)
