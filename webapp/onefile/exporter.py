"""The `html` format, as the registry of `geodata.exports` finds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geodata.exports import Exporter
from geodata.model import Atlas, Document, Layer
from webapp.languages import LANGUAGES, speaking
from webapp.onefile.page import write_atlas


def write(layers: Sequence[Layer], *, about: Mapping[str, str]) -> bytes:
    """Layers without their text: a page whose text is empty."""
    document = Document(id="places", title="Places", text="")
    return write_atlas(
        Atlas(
            documents=(document,),
            resolutions={document.id: ()},
            layers=tuple(layers),
            made_by=about,
        )
    )


def write_atlas_in(atlas: Atlas, language: str) -> bytes:
    """The page with its own words in a language; the text stays as it is."""
    with speaking(language):
        return write_atlas(atlas)


EXPORTER = Exporter(
    name="html",
    suffix=".html",
    media_type="text/html",
    title="One-file page",
    write=write,
    write_atlas=write_atlas,
    languages=LANGUAGES,
    write_atlas_in=write_atlas_in,
)
