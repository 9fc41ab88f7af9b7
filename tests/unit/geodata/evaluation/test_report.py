"""Tests of geodata.evaluation.report, on counts made by hand."""

from geodata.evaluation.gold import GoldDocument
from geodata.evaluation.metrics import Tally
from geodata.evaluation.report import as_json, as_text, published, summarise
from geodata.evaluation.scoring import Scored

TALLY = Tally(
    gold=4, found=5, strict=3, overlapping=4, gold_errors=[0.0, 500.0],
    gold_right=[True, False], beliefs=[(0.9, True), (0.8, False)],
)  # fmt: skip


def report(corpus="made", tally=TALLY):
    document = GoldDocument(corpus=corpus, id="1", text="", toponyms=())
    scored = [Scored(document=document, tally=tally, errors=("missed  made/1@0",))]
    return summarise(scored, demonyms=True, held_out=True, coverage=False)


def test_measures_are_those_of_the_counts():
    scores = report().scores
    assert scores["strict_precision"] == 3 / 5
    assert scores["strict_recall"] == 3 / 4
    assert scores["gold_acc161"] == 1 / 2
    assert "coverage" not in scores
    assert "sense_accuracy" not in scores


def test_a_report_says_how_it_was_made():
    first = next(as_text(report()))
    assert "with demonyms" in first
    assert "trained without it" in first


def test_json_holds_what_the_text_holds():
    written = as_json(report())
    assert written["scores"]["strict_recall"] == 0.75
    assert written["held_out"] is True
    assert 0 < written["calibration_error"] < 1


def test_published_figures_stand_beside_their_corpus():
    assert any(dict(row) for _, row in published("trnews"))
    assert not list(published("no such corpus"))
    assert any("published" in line for line in as_text(report("trnews")))


def test_lengths_are_shown_in_kilometres_however_short_they_are():
    shown = dict(
        line.split()[:2]
        for line in as_text(report(tally=Tally(gold=1, gold_errors=[0.4, 0.4])))
        if line.startswith("  gold")
    )
    assert (shown["gold_median_km"], shown["gold_acc161"]) == ("0", "100.0")
