"""An article of the library: where its file is, and what was worked out of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from geodata.errors import UnknownLayer
from geodata.model import Atlas, Document, Layer, Resolution

KEPT_ARTICLES = 32
"""Articles whose places are kept in memory; those asked for last stay."""


class Origin(StrEnum):
    """How an article came into the library."""

    SHIPPED = "shipped"
    """It is part of the package."""
    NAMED = "named"
    """It was named when the server started."""
    ADDED = "added"
    """A user put it into the library."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One article of the list, unread."""

    id: str
    """The file's stem as a slug, the same in every address."""
    path: Path
    """The file."""
    origin: Origin
    """How it came here."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Article:
    """One article, read and worked out.

    The library gives the same object as long as the text and what its sidecar says are
    the same, so that what is made of it can be kept by it.
    """

    id: str
    """As in its address."""
    title: str
    """For people."""
    document: Document
    """The text; its id is the article's."""
    atlas: Atlas
    """Everything that was worked out."""

    @property
    def resolutions(self) -> tuple[Resolution, ...]:
        """What became of each mention, in text order."""
        return self.atlas.resolutions[self.document.id]

    @property
    def layers(self) -> tuple[Layer, ...]:
        """Only layers that hold something."""
        return self.atlas.layers

    def layer(self, layer_id: str) -> Layer:
        """One layer.

        Raises
        ------
        UnknownLayer
            If the article has no layer of this id.
        """
        for layer in self.layers:
            if layer.id == layer_id:
                return layer
        known = ", ".join(layer.id for layer in self.layers) or "none"
        message = f"no layer {layer_id!r} in this article; its layers are: {known}"
        raise UnknownLayer(message)
