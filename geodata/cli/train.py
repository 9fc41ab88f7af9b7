"""`toposcope train`: make a model anew; one command a model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])

_MODELS = Path(__file__).parents[1] / "mentions" / "models"
_RANKERS = Path(__file__).parents[1] / "places" / "models"
_CORPORA = click.argument(
    "corpora",
    nargs=-1,
    required=True,
    metavar="CORPUS ...",
    type=click.Path(path_type=Path),
)


def _in_a_folder(
    _context: click.Context, _parameter: click.Parameter, path: Path
) -> Path:
    """The path, if something can be written there: before the work, not after it."""
    if not path.parent.is_dir():
        raise click.ClickException(
            f"there is no folder {path.parent} to write to; make it first"
        )
    return path


def _output(default: Path) -> Callable[[_Command], _Command]:
    """The option that says where a model goes."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, dir_okay=False),
        default=default,
        callback=_in_a_folder,
        help="Where to write it; into the package if not given.",
    )


@click.group()
def train() -> None:
    """Train a model anew from marked texts."""


@train.command()
@_CORPORA
@_output(_MODELS / "recogniser.npz")
def recogniser(corpora: tuple[Path, ...], output: Path) -> None:
    """Train the recogniser of names on gold texts; the same bytes at every run."""
    from geodata.evaluation.gold import read_gold
    from geodata.evaluation.held_out import recogniser_examples
    from geodata.gazetteer import open_gazetteer
    from geodata.mentions.training import train_recogniser

    with open_gazetteer() as gazetteer:
        examples = recogniser_examples([read_gold(path) for path in corpora], gazetteer)
        data = train_recogniser(examples, gazetteer)
    output.write_bytes(data)
    click.echo(f"{len(examples)} texts, {len(data):,} bytes: {output}", err=True)


@train.command()
@_CORPORA
@_output(_RANKERS / "resolver.npz")
def resolver(corpora: tuple[Path, ...], output: Path) -> None:
    """Train the resolver on gold texts with positions; the same bytes at every run."""
    from geodata.evaluation.gold import read_gold
    from geodata.evaluation.held_out import resolver_examples
    from geodata.gazetteer import open_gazetteer
    from geodata.places.ranker import pack
    from geodata.places.training import train as train_ranker

    with open_gazetteer() as gazetteer:
        examples = resolver_examples([read_gold(path) for path in corpora], gazetteer)
        data = pack(train_ranker(examples))
    output.write_bytes(data)
    click.echo(f"{len(examples)} texts, {len(data):,} bytes: {output}", err=True)


@train.command()
@click.argument("vectors", type=click.Path(path_type=Path, file_okay=False))
@_output(_MODELS / "words.xz")
def words(vectors: Path, output: Path) -> None:
    """Cluster the words of VECTORS, a spaCy 3 `vocab` folder.

    Their vectors, shortened, go beside the table, as vectors.npz.
    """
    from geodata.mentions.clusters import make_word_table, make_word_vectors
    from geodata.mentions.wordvectors import VECTORS_FILE

    beside = output.with_name(VECTORS_FILE)
    for path, data in (
        (output, make_word_table(vectors)),
        (beside, make_word_vectors(vectors)),
    ):
        path.write_bytes(data)
        click.echo(f"{len(data):,} bytes: {path}", err=True)


@train.command()
@_CORPORA
@_output(_MODELS / "sense.npz")
@click.option(
    "--cross-validate",
    "validate",
    is_flag=True,
    help="First print how well sentences not trained on are judged.",
)
@click.option(
    "--held-out",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="Marked texts to score the finished model on.",
)
def sense(
    corpora: tuple[Path, ...],
    output: Path,
    *,
    validate: bool,
    held_out: tuple[Path, ...],
) -> None:
    """Train the sense model on texts marked lit / met or place / actor."""
    from geodata.gazetteer import open_gazetteer
    from geodata.mentions.senses import training

    with open_gazetteer() as gazetteer:
        examples = [
            example
            for path in corpora
            for example in training.read_examples(path, gazetteer)
        ]
        if validate:
            click.echo(training.table_of(training.cross_validate(examples)))
        model = training.train(examples)
        training.write_model(model, output)
        for path in held_out:
            unseen = training.read_examples(path, gazetteer)
            click.echo(training.table_of(training.score(unseen, model)))
    click.echo(
        f"{len(examples)} names, {len(model.weights)} weights: {output}", err=True
    )
