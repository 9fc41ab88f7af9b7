"""The order of the stages; no other module knows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from threadpoolctl import ThreadpoolController

from geodata.dates.dating import with_dates
from geodata.errors import DocumentError
from geodata.gazetteer import Gazetteer
from geodata.layers import compose
from geodata.mentions import find_mentions, mentions_at
from geodata.mentions.beside import names_beside
from geodata.mentions.missed import with_missed
from geodata.model import Atlas, Document, Resolution, Span
from geodata.places import resolve
from geodata.version import installed_version


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
        Where the names are; if given, there is exactly one resolution a span, in the
        same order, and other names of the text are read but not given.

    Returns
    -------
    tuple of Resolution
        Without `spans`, sorted by (start, -end).

    Raises
    ------
    SpanError
        If a given span lies outside the text.
    """
    # Products of small matrices gain nothing from further cores, which would spin.
    with _number_libraries().limit(limits=1):
        if spans is None:
            mentions = with_missed(document, find_mentions(document, gazetteer))
            return with_dates(document, resolve(document, mentions, gazetteer))
        given = mentions_at(document, spans, gazetteer)
        beside = names_beside(document.text, given, gazetteer)
        resolved = resolve(document, (*given, *beside), gazetteer)
        return with_dates(document, resolved[: len(given)])


@lru_cache(maxsize=1)
def _number_libraries() -> ThreadpoolController:
    return ThreadpoolController()


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

    Raises
    ------
    DocumentError
        If two documents have the same id.
    """
    texts = tuple(documents)
    _check_ids(texts)
    resolutions = {text.id: geoparse(text, gazetteer) for text in texts}
    return Atlas(
        documents=texts,
        resolutions=resolutions,
        layers=compose(texts, resolutions, gazetteer),
        made_by={"toposcope": installed_version(), "gazetteer": gazetteer.digest},
    )


def _check_ids(documents: Iterable[Document]) -> None:
    seen: set[str] = set()
    for document in documents:
        if document.id in seen:
            raise DocumentError(
                f"two documents have the id {document.id!r}; give each one of its own"
            )
        seen.add(document.id)
