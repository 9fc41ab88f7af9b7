"""`toposcope map`: articles to a file of places."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geodata.documents import language_notice, read_documents, untaken
from geodata.writing import write_whole

if TYPE_CHECKING:
    from geodata.exports import Exporter
    from geodata.model import Atlas, Document


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
@click.option(
    "--language",
    metavar="TAG",
    help="Language of the words around the text in a page: en, de ...",
)
def map_command(articles: tuple[str, ...], output: Path, language: str | None) -> None:
    """Geoparse each ARTICLE and write all places to one FILE.

    The suffix says the format: .geojson .gpkg .kml .csv .parquet .html, .lpf.json
    for Linked Places, .annotations.json for W3C Web Annotations.
    """
    from geodata.exports import exporter_for_path

    exporter = exporter_for_path(output)  # before the work, not after it
    _check_language(exporter, language)
    if not output.parent.is_dir():
        raise click.ClickException(
            f"there is no folder {output.parent} to write to; make it first"
        )
    documents = distinct(
        document for article in articles for document in read_documents(article)
    )
    atlas = _atlas(documents)
    _write(output, _written(exporter, atlas, language))
    _tell(atlas, output)
    _tell_languages(documents)


def distinct(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents, those that share an id told apart by a number."""
    taken: set[str] = set()
    kept: list[Document] = []
    for document in documents:
        name = untaken(document.id, taken)
        taken.add(name)
        kept.append(dataclasses.replace(document, id=name))
    return tuple(kept)


def _atlas(documents: tuple[Document, ...]) -> Atlas:
    from geodata.gazetteer import open_gazetteer
    from geodata.pipeline import build_atlas

    with open_gazetteer() as gazetteer:
        return build_atlas(documents, gazetteer)


def _check_language(exporter: Exporter, language: str | None) -> None:
    if language is None or language in exporter.languages:
        return
    if not exporter.languages:
        raise click.BadParameter(
            f"{exporter.title} has no words of its own; leave --language out, or write"
            " .html",
            param_hint="--language",
        )
    raise click.BadParameter(
        f"there is no {language!r}; choose one of {', '.join(exporter.languages)}",
        param_hint="--language",
    )


def _written(exporter: Exporter, atlas: Atlas, language: str | None) -> bytes:
    if language is not None and exporter.write_atlas_in is not None:
        return exporter.write_atlas_in(atlas, language)
    if exporter.write_atlas is not None:
        return exporter.write_atlas(atlas)
    return exporter.write(atlas.layers, about=atlas.made_by)


def _write(output: Path, content: bytes) -> None:
    try:
        write_whole(output, content)
    except OSError as error:
        raise click.ClickException(
            f"cannot write {output} ({error.strerror}); choose another place"
        ) from None


def _tell(atlas: Atlas, output: Path) -> None:
    features = sum(len(layer.features) for layer in atlas.layers)
    if not features:
        titles = ", ".join(document.id for document in atlas.documents)
        click.echo(f"no places found in {titles}; {output} is empty", err=True)
        return
    layers = len(atlas.layers)
    click.echo(
        f"wrote {features} {'place' if features == 1 else 'places'} in {layers}"
        f" {'layer' if layers == 1 else 'layers'} to {output}",
        err=True,
    )


def _tell_languages(documents: tuple[Document, ...]) -> None:
    for document in documents:
        if notice := language_notice(document):
            several = f"{document.id}: " if len(documents) > 1 else ""
            click.echo(f"{several}{notice}", err=True)
