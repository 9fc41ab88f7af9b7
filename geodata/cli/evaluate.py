"""`toposcope evaluate`: score the geoparser against marked texts."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geodata.errors import DocumentError

if TYPE_CHECKING:
    from geodata.evaluation.gold import GoldDocument
    from geodata.evaluation.report import CorpusReport
    from geodata.evaluation.scoring import Parse, Scored
    from geodata.gazetteer import Gazetteer


@click.command()
@click.argument(
    "gold",
    nargs=-1,
    required=True,
    metavar="GOLD.jsonl ...",
    type=click.Path(path_type=Path),
)
@click.option("--json", "as_lines", is_flag=True, help="One JSON line a corpus.")
@click.option("--coverage", is_flag=True, help="Share of names with a right candidate.")
@click.option(
    "--loco", is_flag=True, help="Score each with models of the others alone."
)
@click.option(
    "--corrected",
    is_flag=True,
    help="Count what correcting one name of each text does to its others.",
)
@click.option("--errors", is_flag=True, help="List every error with its words around.")
@click.option(
    "--plots",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for drawings of reliability and distances (SVG).",
)
def evaluate(
    gold: tuple[Path, ...],
    *,
    as_lines: bool,
    coverage: bool,
    loco: bool,
    corrected: bool,
    errors: bool,
    plots: Path | None,
) -> None:
    """Score the geoparser on texts whose places people have marked.

    Shares are in percent with 95 % intervals from resampled texts; a name that is
    not resolved counts as 20,039 km off. Published figures stand beside.
    """
    from geodata.evaluation.plots import write_plots
    from geodata.evaluation.report import as_json, as_text

    if loco and corrected:
        raise click.UsageError("--corrected is for the shipped models, not for --loco")
    for report, scored in _reports(_corpora(gold), coverage=coverage, loco=loco):
        if as_lines:
            click.echo(json.dumps(as_json(report)))
        else:
            click.echo("\n".join(as_text(report)))
        if errors:
            click.echo("\n".join(report.errors), err=as_lines)
        if corrected:
            _tell_corrected([each.document for each in scored], as_lines=as_lines)
        if plots is not None:
            write_plots(plots, report.corpus, scored, report.reliability)


def _tell_corrected(documents: list[GoldDocument], *, as_lines: bool) -> None:
    from geodata.evaluation.correcting import correct_one_each
    from geodata.gazetteer import open_gazetteer

    with open_gazetteer() as gazetteer:
        helped = correct_one_each(documents, gazetteer)
    told = {"corpus": documents[0].corpus, "corrected": dataclasses.asdict(helped)}
    click.echo(json.dumps(told) if as_lines else f"  {helped}")


def _corpora(paths: Sequence[Path]) -> list[list[GoldDocument]]:
    """The texts of all files, by corpus."""
    from geodata.evaluation.gold import read_gold

    documents = [document for path in paths for document in read_gold(path)]
    if not documents:
        raise DocumentError(
            f"no gold texts in {', '.join(map(str, paths))}; give JSON lines with text"
            " and toponyms"
        )
    documents.sort(key=lambda document: document.corpus)
    return [
        list(group) for _, group in groupby(documents, lambda document: document.corpus)
    ]


def _reports(
    corpora: list[list[GoldDocument]], *, coverage: bool, loco: bool
) -> Iterator[tuple[CorpusReport, list[Scored]]]:
    from geodata.evaluation.report import summarise
    from geodata.evaluation.scoring import marks_demonyms, score
    from geodata.gazetteer import open_gazetteer

    if loco and len(corpora) == 1:
        raise click.UsageError("--loco needs at least two corpora; give the others too")
    with open_gazetteer() as gazetteer:
        for documents in corpora:
            others = [other for other in corpora if other is not documents]
            parse = _parse(gazetteer, others if loco else None)
            demonyms = marks_demonyms(documents, gazetteer)
            scored = [
                score(document, parse, gazetteer, demonyms=demonyms)
                for document in documents
            ]
            report = summarise(
                scored, demonyms=demonyms, held_out=loco, coverage=coverage
            )
            yield report, scored


def _parse(gazetteer: Gazetteer, others: list[list[GoldDocument]] | None) -> Parse:
    from geodata.evaluation.scoring import pipeline

    if others is None:
        return pipeline(gazetteer)
    from geodata.evaluation.held_out import held_out_parse

    return held_out_parse(others, gazetteer)
