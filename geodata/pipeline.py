"""The order of the stages; no other module knows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version

from geodata.gazetteer import Gazetteer
from geodata.layers import compose
from geodata.mentions import find_mentions, mentions_at
from geodata.model import Atlas, Document, Resolution, Span
from geodata.places import resolve


def geoparse(
    document: Document, gazetteer: Gazetteer, *, spans: Sequence[Span] | None = None
) -> tuple[Resolution, ...]:
    """Find the places of one document, and say how each was worked out.

    Parameters
    ----------
    document : Document
        The text.
    gazetteer : Gazetteer
        The places there are.
    spans : sequence of (int, int), optional
        Where the names are; if given, nothing is searched for, and there is exactly
        one resolution a span, in the same order.

    Returns
    -------
    tuple of Resolution
        Without `spans`, sorted by (start, -end).

    Raises
    ------
    SpanError
        If a given span lies outside the text.
    """
    mentions = (
        find_mentions(document, gazetteer)
        if spans is None
        else mentions_at(document, spans, gazetteer)
    )
    return resolve(document, mentions, gazetteer)


def build_atlas(documents: Iterable[Document], gazetteer: Gazetteer) -> Atlas:
    """Geoparse documents and group their places into layers.

    Parameters
    ----------
    documents : iterable of Document
        The texts; their ids must differ.
    gazetteer : Gazetteer
        The places there are.

    Returns
    -------
    Atlas
        The whole run, with what is needed to repeat it.
    """
    texts = tuple(documents)
    resolutions = {text.id: geoparse(text, gazetteer) for text in texts}
    return Atlas(
        documents=texts,
        resolutions=resolutions,
        layers=compose(texts, resolutions, gazetteer),
        made_by={"toposcope": _version(), "gazetteer": gazetteer.digest},
    )


def _version() -> str:
    try:
        return version("toposcope")
    except PackageNotFoundError:  # run from a work tree that was never installed
        return "unknown"
