"""The whole engine on articles marked by hand, before any output was seen."""

from __future__ import annotations

import pytest

from tests.integration.marking import (
    describes,
    is_placed,
    marked_article,
    overlapping,
)

SHIPPED = "000_c03d738c9aefa7ed"
ARTICLES = [SHIPPED, "andes", "baltic", "sahel"]


@pytest.mark.parametrize("stem", ARTICLES)
def test_nothing_is_found_inside_a_name_that_is_no_place(stem: str):
    article = marked_article(stem)
    found = {
        (trap["phrase"], resolution.mention.phrase)
        for trap in article.marked("trap")
        for resolution in overlapping(article, trap)
    }
    assert not found


@pytest.mark.parametrize("stem", ARTICLES)
def test_every_name_is_found_with_its_exact_offsets(stem: str):
    article = marked_article(stem)
    spans = {(r.mention.start, r.mention.end) for r in article.found}
    missing = [
        mark["phrase"]
        for mark in article.marked("name")
        if (mark["start"], mark["end"]) not in spans and not mark.get("optional")
    ]
    assert not missing


@pytest.mark.parametrize("stem", ARTICLES)
def test_nothing_else_is_given_as_a_name(stem: str):
    article = marked_article(stem)
    marks = {(mark["start"], mark["end"]) for mark in article.marked("name", "demonym")}
    extra = [
        resolution.mention.phrase
        for resolution in article.found
        if resolution.mention.kind in {"name", "demonym"}
        and (resolution.mention.start, resolution.mention.end) not in marks
    ]
    assert not extra


def misplaced(stem: str) -> list[tuple[str, int, str | None]]:
    article = marked_article(stem)
    return [
        (mark["phrase"], mark["start"], found.place and found.place.id)
        for mark in article.marked("name", "demonym")
        if (found := article.at(mark)) and not is_placed(mark, found.place)
    ]


def test_every_name_of_the_shipped_article_is_placed_where_a_reader_would():
    assert not misplaced(SHIPPED)


@pytest.mark.parametrize("stem", ARTICLES)
def test_at_least_19_in_20_names_are_placed_where_a_reader_would(stem: str):
    names = marked_article(stem).marked("name", "demonym")
    assert len(misplaced(stem)) <= len(names) / 20, misplaced(stem)


@pytest.mark.parametrize("stem", ARTICLES)
def test_at_least_nine_in_ten_senses_are_right(stem: str):
    article = marked_article(stem)
    pairs = [
        (mark, found)
        for mark in article.marked("name")
        if (found := article.at(mark)) is not None
    ]
    wrong = [
        (mark["phrase"], mark["start"], mark["sense"])
        for mark, found in pairs
        if found.mention.sense != mark["sense"]
    ]
    assert len(wrong) <= len(pairs) / 10, wrong


@pytest.mark.parametrize("stem", ARTICLES)
def test_every_actor_stands_for_whom_a_reader_would_say(stem: str):
    article = marked_article(stem)
    wrong = [
        (mark["phrase"], mark["start"], found.stands_for.id)
        for mark in article.marked("name")
        if mark["stands_for"]
        and (found := article.at(mark))
        and found.stands_for
        and found.stands_for.id not in mark["stands_for"]
    ]
    assert not wrong


@pytest.mark.parametrize("stem", ARTICLES)
def test_every_described_place_is_found_and_worked_out(stem: str):
    article = marked_article(stem)
    wrong = []
    for mark in article.marked("description"):
        found = article.at(mark)
        if found is None:
            wrong += [] if mark.get("optional") else [(mark["phrase"], "not found")]
            continue
        wrong += [(mark["phrase"], fault) for fault in describes(mark, found.place)]
    assert not wrong
