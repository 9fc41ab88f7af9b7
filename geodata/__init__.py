"""Toposcope's engine: give it a text, and it names the places and says how it knows.

The public names load when they are first used, so that `import geodata` is cheap.

Examples
--------
>>> from geodata import Document, geoparse, open_gazetteer
>>> note = Document(id="note", title="Note", text="A ferry left Busan for Osaka.")
>>> with open_gazetteer() as gazetteer:
...     found = geoparse(note, gazetteer)
>>> [resolution.place.name for resolution in found]
['Busan', 'Osaka']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geodata.annotations import annotate
    from geodata.documents import language_notice, read_document, read_documents
    from geodata.exports import exporter_for, formats
    from geodata.gazetteer import Gazetteer, open_gazetteer
    from geodata.model import (
        Atlas,
        Candidate,
        Document,
        Evidence,
        Feature,
        Layer,
        Mention,
        Place,
        Resolution,
        Sense,
        Verdict,
    )
    from geodata.pipeline import build_atlas, geoparse

__all__ = [
    "Atlas",
    "Candidate",
    "Document",
    "Evidence",
    "Feature",
    "Gazetteer",
    "Layer",
    "Mention",
    "Place",
    "Resolution",
    "Sense",
    "Verdict",
    "annotate",
    "build_atlas",
    "exporter_for",
    "formats",
    "geoparse",
    "language_notice",
    "open_gazetteer",
    "read_document",
    "read_documents",
]

_HOMES = {
    "annotate": "annotations",
    "build_atlas": "pipeline",
    "exporter_for": "exports",
    "formats": "exports",
    "geoparse": "pipeline",
    "Gazetteer": "gazetteer",
    "language_notice": "documents",
    "open_gazetteer": "gazetteer",
    "read_document": "documents",
    "read_documents": "documents",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'geodata' has no attribute {name!r}")
    return getattr(import_module(f"geodata.{_HOMES.get(name, 'model')}"), name)
