"""Resolutions to dated resolutions."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from geodata.dates.anchor import day_of
from geodata.dates.attaching import attached
from geodata.dates.expressions import expressions
from geodata.dates.sentences import Sentences, Spans
from geodata.model import Document, MentionKind, Resolution, Span, When


def with_dates(
    document: Document, resolutions: Sequence[Resolution]
) -> tuple[Resolution, ...]:
    """The same resolutions, their mentions dated where their sentences say a time.

    Parameters
    ----------
    document : Document
        The text, and the day it is of, if that is known.
    resolutions : sequence of Resolution
        In any order.

    Returns
    -------
    tuple of Resolution
        In the same order.
    """
    if not resolutions:
        return tuple(resolutions)
    names = [
        (each.mention.start, each.mention.end)
        for each in resolutions
        if each.mention.kind is MentionKind.NAME
    ]
    spans = {(each.mention.start, each.mention.end) for each in resolutions}
    times = dates_of(document, sorted(spans), names)
    return tuple(_dated(each, times) for each in resolutions)


def dates_of(
    document: Document, spans: Iterable[Span], names: Iterable[Span] = ()
) -> dict[Span, When]:
    """The time of every stretch of a text that its sentence dates.

    Parameters
    ----------
    document : Document
        The text.
    spans : iterable of (int, int)
        Where the mentions are.
    names : iterable of (int, int), optional
        Proper names; what looks like a date within one is none.
    """
    sentences = Sentences(document.text)
    found = expressions(document.text, sentences, day_of(document))
    taken = Spans(names)
    kept = [each for each in found if not taken.meet(each.start, each.end)]
    return attached(document.text, spans, kept, sentences)


def _dated(resolution: Resolution, times: dict[Span, When]) -> Resolution:
    mention = resolution.mention
    when = times.get((mention.start, mention.end))
    if when is None:
        return resolution
    dated = dataclasses.replace(mention, when=when)
    return dataclasses.replace(resolution, mention=dated)
