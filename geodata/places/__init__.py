"""Mention to resolution: what a name or a description denotes, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geodata.gazetteer import Gazetteer
from geodata.model import Document, Mention, Place, Resolution, Span, Verdict
from geodata.places.choose import NOTHING_SETTLED, choose
from geodata.places.corrected import Corrections
from geodata.places.qualified import qualified
from geodata.places.ranker import shipped_ranker

__all__ = ["resolve"]


def resolve(
    document: Document, mentions: Sequence[Mention], gazetteer: Gazetteer
) -> tuple[Resolution, ...]:
    """Find what each mention of a document denotes.

    Parameters
    ----------
    document : Document
        The text, with what people said of its names.
    mentions : sequence of Mention
        From `geodata.mentions`; descriptions come after what they refer to.
    gazetteer : Gazetteer
        The places there are.

    Returns
    -------
    tuple of Resolution
        In the same order: one for every name and demonym, and for each description
        that a place could be worked out for.
    """
    corrections = Corrections(document.corrections)
    chosen = _chosen(document.text, mentions, gazetteer, corrections)
    resolved: dict[Span, Resolution] = {
        (resolution.mention.start, resolution.mention.end): resolution
        for resolution in chosen.values()
        if resolution.verdict is not Verdict.NOT_A_PLACE
    }
    resolutions = []
    for position, mention in enumerate(mentions):
        resolution = chosen.get(position)
        if resolution is None:
            # Here, because only descriptions need geometry.
            from geodata.places.described import describe

            resolution = describe(document, mention, resolved, gazetteer)
            if resolution.place is None:
                continue  # common nouns that pick nothing out are no mention
            resolution = corrections.apply(resolution, gazetteer)
            resolved[mention.start, mention.end] = resolution
        resolutions.append(resolution)
    return tuple(resolutions)


def _chosen(
    text: str,
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
    corrections: Corrections,
) -> dict[int, Resolution]:
    """Names and demonyms; what a person said of some helps to place the others."""

    def weighed(settled: Mapping[int, Place | None]) -> dict[int, Resolution]:
        ranker = shipped_ranker()
        found = choose(text, mentions, gazetteer, ranker, settled)
        return qualified(text, mentions, found, gazetteer)

    found = weighed(NOTHING_SETTLED)
    said = {
        position: corrections.apply(resolution, gazetteer)
        for position, resolution in found.items()
        if corrections.of(resolution.mention)
    }
    settled = {
        position: resolution.place
        for position, resolution in said.items()
        if resolution.place != found[position].place  # what is confirmed is no news
    }
    if not settled:
        return found | said
    return weighed(settled) | said
