"""Several articles as one text, because a page shows one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from geodata.model import (
    Atlas,
    Correction,
    Document,
    Feature,
    Mention,
    Reading,
    Resolution,
    Span,
)

_BETWEEN = "\n\n"


def as_one(atlas: Atlas) -> Atlas:
    """An atlas of one document: the texts one after another, offsets moved along.

    Parameters
    ----------
    atlas : Atlas
        Of any number of documents; one of a single document is given back as it is.
    """
    if len(atlas.documents) == 1:
        return atlas
    document = _joined(atlas.documents)
    shifts = _shifts(atlas.documents)
    resolutions = tuple(
        _moved(resolution, shifts[part.id])
        for part in atlas.documents
        for resolution in atlas.resolutions[part.id]
    )
    return replace(
        atlas,
        documents=(document,),
        resolutions={document.id: resolutions},
        layers=tuple(
            replace(
                layer,
                features=tuple(
                    _moved_feature(feature, document.id, shifts)
                    for feature in layer.features
                ),
            )
            for layer in atlas.layers
        ),
    )


def _joined(documents: Sequence[Document]) -> Document:
    shifts = _shifts(documents)
    languages = {document.language for document in documents}
    return Document(
        id="-".join(document.id for document in documents) or "no-article",
        title=" · ".join(document.title for document in documents) or "No article",
        text=_BETWEEN.join(document.text for document in documents),
        language=languages.pop() if len(languages) == 1 else None,
        corrections=tuple(
            _moved_correction(each, shifts[document.id])
            for document in documents
            for each in document.corrections
        ),
    )


def _shifts(documents: Sequence[Document]) -> dict[str, int]:
    """How far each text moves, in code points."""
    shifts, end = {}, 0
    for document in documents:
        shifts[document.id] = end
        end += len(document.text) + len(_BETWEEN)
    return shifts


def _moved_feature(
    feature: Feature, document_id: str, shifts: Mapping[str, int]
) -> Feature:
    return replace(
        feature,
        occurrences=tuple(
            replace(
                occurrence,
                document=document_id,
                resolution=_moved(occurrence.resolution, shifts[occurrence.document]),
                excerpt_start=occurrence.excerpt_start + shifts[occurrence.document],
            )
            for occurrence in feature.occurrences
        ),
    )


def _moved(resolution: Resolution, shift: int) -> Resolution:
    said = resolution.correction
    return replace(
        resolution,
        mention=_moved_mention(resolution.mention, shift),
        correction=said and _moved_correction(said, shift),
    )


def _moved_correction(correction: Correction, shift: int) -> Correction:
    start = None if correction.start is None else correction.start + shift
    return replace(correction, start=start)


def _moved_mention(mention: Mention, shift: int) -> Mention:
    reading = mention.reading and _moved_reading(mention.reading, shift)
    return replace(
        mention,
        start=mention.start + shift,
        end=mention.end + shift,
        reading=reading,
    )


def _moved_reading(reading: Reading, shift: int) -> Reading:
    def moved(spans: Sequence[Span]) -> tuple[Span, ...]:
        return tuple((start + shift, end + shift) for start, end in spans)

    return replace(
        reading,
        of=moved(reading.of),
        on=moved(reading.on),
        within=moved(reading.within),
        between=moved(reading.between),
        start=moved(reading.start),
        end=moved(reading.end),
        refers_to=moved([reading.refers_to])[0] if reading.refers_to else None,
    )
