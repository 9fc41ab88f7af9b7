"""`toposcope map`: articles to a file of places."""

from __future__ import annotations

import dataclasses
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geodata.documents import read_documents

if TYPE_CHECKING:
    from geodata.exports import Exporter
    from geodata.model import Atlas, Document

_MODE = 0o666


@click.command(name="map")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE ...")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="What to write; the format by its suffix.",
)
def map_command(articles: tuple[str, ...], output: Path) -> None:
    """Geoparse each ARTICLE and write all places to one FILE.

    The suffix says the format: .geojson .gpkg .kml .csv .parquet .html
    """
    from geodata.exports import exporter_for_path

    exporter = exporter_for_path(output)  # before the work, not after it
    if not output.parent.is_dir():
        raise click.ClickException(
            f"there is no folder {output.parent} to write to; make it first"
        )
    documents = distinct(
        document for article in articles for document in read_documents(article)
    )
    atlas = _atlas(documents)
    write_whole(output, _written(exporter, atlas))
    _tell(atlas, output)


def distinct(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents, those that share an id told apart by a number."""
    taken: set[str] = set()
    kept: list[Document] = []
    for document in documents:
        name, number = document.id, 2
        while name in taken:
            name, number = f"{document.id}-{number}", number + 1
        taken.add(name)
        kept.append(
            document if name == document.id else dataclasses.replace(document, id=name)
        )
    return tuple(kept)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file all at once: what was there stays if anything fails."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).chmod(_MODE & ~_umask())
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise click.ClickException(
            f"cannot write {path} ({error.strerror}); choose another place"
        ) from None


def _umask() -> int:
    """What the user wants nobody else to do; asking for it means setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _atlas(documents: tuple[Document, ...]) -> Atlas:
    from geodata.gazetteer import open_gazetteer
    from geodata.pipeline import build_atlas

    with open_gazetteer() as gazetteer:
        return build_atlas(documents, gazetteer)


def _written(exporter: Exporter, atlas: Atlas) -> bytes:
    if exporter.write_atlas is not None:
        return exporter.write_atlas(atlas)
    return exporter.write(atlas.layers, about=atlas.made_by)


def _tell(atlas: Atlas, output: Path) -> None:
    features = sum(len(layer.features) for layer in atlas.layers)
    if not features:
        titles = ", ".join(document.id for document in atlas.documents)
        click.echo(f"no places found in {titles}; {output} is empty", err=True)
        return
    click.echo(
        f"wrote {features} places in {len(atlas.layers)} layers to {output}", err=True
    )
