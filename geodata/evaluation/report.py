"""Scores as a table to read, as JSON, and beside what others reach."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from geodata.evaluation.metrics import (
    MEASURES,
    RECOGNITION,
    Tally,
    calibration_error,
    interval,
    reliability,
)
from geodata.evaluation.scoring import Scored

_WITH_INTERVAL = (
    "strict_f1",
    "overlap_f1",
    "gold_acc161",
    "gold_auc",
    "e2e_f1_161",
    "sense_accuracy",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusReport:
    """One corpus, scored."""

    corpus: str
    """Its name."""
    documents: int
    """How many texts."""
    demonyms: bool
    """Whether demonyms were scored."""
    held_out: bool
    """Whether the models had been trained without it."""
    scores: Mapping[str, float]
    """Measure to value; measures that do not apply are left out."""
    intervals: Mapping[str, tuple[float, float]]
    """95 % intervals of the chief measures."""
    reliability: tuple[Mapping[str, float], ...]
    """Answers by confidence."""
    calibration_error: float
    """Expected calibration error."""
    calibration_error_small: float
    """The same without the answers that are a country."""
    errors: tuple[str, ...]
    """Each error as a line."""


def summarise(
    scored: Sequence[Scored], *, demonyms: bool, held_out: bool, coverage: bool
) -> CorpusReport:
    """All measures of one corpus.

    Parameters
    ----------
    scored : sequence of Scored
        Its documents, at least one.
    demonyms, held_out : bool
        How it was scored, for the record.
    coverage : bool
        Whether to tell which gold spans have a right candidate.
    """
    tallies = [item.tally for item in scored]
    names = [name for name in MEASURES if _applies(name, tallies, coverage=coverage)]
    bins = reliability(_all(tallies, "beliefs"))
    small = reliability(_all(tallies, "small_beliefs"))
    return CorpusReport(
        corpus=scored[0].document.corpus,
        documents=len(scored),
        demonyms=demonyms,
        held_out=held_out,
        scores={name: MEASURES[name](tallies) for name in names},
        intervals={
            name: interval(tallies, MEASURES[name])
            for name in _WITH_INTERVAL
            if name in names
        },
        reliability=tuple(
            {
                "from": item.low,
                "count": item.count,
                "believed": item.believed,
                "right": item.right,
            }
            for item in bins
        ),
        calibration_error=calibration_error(bins),
        calibration_error_small=calibration_error(small),
        errors=tuple(line for item in scored for line in item.errors),
    )


def _all(tallies: Sequence[Tally], name: str) -> list[tuple[float, bool]]:
    return [pair for tally in tallies for pair in getattr(tally, name)]


def _applies(name: str, tallies: Sequence[Tally], *, coverage: bool) -> bool:
    if name == "coverage" and not coverage:
        return False
    if name in RECOGNITION or name.startswith("e2e"):
        return any(tally.gold for tally in tallies)
    return not math.isnan(MEASURES[name](tallies))


def as_json(report: CorpusReport) -> dict[str, Any]:
    """A report as plain values, errors left out."""
    return {
        "corpus": report.corpus,
        "documents": report.documents,
        "demonyms": report.demonyms,
        "held_out": report.held_out,
        "scores": {name: round(value, 6) for name, value in report.scores.items()},
        "intervals": {
            name: [round(bound, 6) for bound in bounds]
            for name, bounds in report.intervals.items()
        },
        "reliability": [dict(row) for row in report.reliability],
        "calibration_error": round(report.calibration_error, 6),
        "calibration_error_small": round(report.calibration_error_small, 6),
        "published": {name: dict(row) for name, row in published(report.corpus)},
    }


def as_text(report: CorpusReport) -> Iterator[str]:
    """A report as lines to read."""
    trained = (
        "trained without it"
        if report.held_out
        else "the shipped models (which may know these texts; see --loco)"
    )
    demonyms = "with demonyms" if report.demonyms else "without demonyms"
    yield f"{report.corpus}: {report.documents} texts, {demonyms}, {trained}"
    for name, value in report.scores.items():
        bounds = [_show(name, bound) for bound in report.intervals.get(name, ())]
        between = f"  [{', '.join(bounds)}]" if bounds else ""
        yield f"  {name:18} {_show(name, value):>9}{between}"
    yield from _reliability_lines(report)
    rows = list(published(report.corpus))
    if rows:
        yield "  published, in percent:"
    for system, figures in rows:
        shown = ", ".join(f"{name} {value}" for name, value in figures.items())
        yield f"    {system}: {shown}"


def _reliability_lines(report: CorpusReport) -> Iterator[str]:
    if not report.reliability:
        return
    yield (
        f"  calibration error  {_show('', report.calibration_error):>9}"
        f", without countries {_show('', report.calibration_error_small)}"
    )
    for row in report.reliability:
        yield (
            f"    confidence {row['from']:.1f}+: {row['count']:5.0f} answers,"
            f" believed {row['believed']:.2f}, right {row['right']:.2f}"
        )


def _show(name: str, value: float) -> str:
    """Lengths, which are named so, in kilometres; shares (AUC too) in percent."""
    return f"{value:,.0f} km" if name.endswith("_km") else f"{100 * value:.1f}"


def published(corpus: str) -> Iterator[tuple[str, Mapping[str, float]]]:
    """What others reach on a corpus: system and figures, in percent."""
    text = (files("geodata.evaluation") / "published.toml").read_text(encoding="utf-8")
    for row in tomllib.loads(text)["figure"]:
        figures = row.get(corpus.split("_")[0])
        if figures:
            yield row["system"], figures
