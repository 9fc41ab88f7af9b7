"""Names in kinds of text other than news; sentences and texts of our own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from geodata import open_gazetteer
from geodata.mentions.names import find_names
from geodata.model import MentionKind

KINDS = {
    "encyclopaedia": [
        ("[Ghent] is a city in [East Flanders], on the [Scheldt], 50 km from"
         " [Brussels]."),
        "The [Zambezi] rises in [Zambia] and flows through [Angola] to [Mozambique].",
        "[Trondheim], formerly [Nidaros], was once the capital of [Norway].",
        "It lies between [Lake Ladoga] and the [Gulf of Finland] in [Russia].",
        "Born in [Lyon], he taught at the University of Geneva until 1911.",
    ],
    "short messages": [
        "Stuck at [Heathrow] again, see you in [Berlin] tmrw!!",
        "omg the traffic in [Lagos] today #monday",
        "RT @metro: delays between [Leeds] and [York] this morning",
        "Flooding in [Chennai], stay safe everyone 🙏",
        "anyone in [Austin], [Texas] selling tickets?",
    ],
    "letters of long ago": [
        ("[Lisbon], 4th March 1809. My dear Sir, we sailed from [Portsmouth] on Tuesday"
         " last."),
        "The enemy had retired from [Salamanca] towards [Madrid] before we came up.",
        "I am told the fever is very bad at [Calcutta], and in [Bengal] generally.",
        "We marched through [Virginia] to [Richmond], and lost eleven horses.",
    ],
    "reports of offices": [
        ("The project covers three districts of northern [Ghana]: [Tamale], [Yendi]"
         " and [Bolgatanga]."),
        "Exports from [Viet Nam] to the [United Kingdom] rose by 4 per cent.",
        "Table 3. Rainfall at [Kisumu], [Nakuru] and [Mombasa], 1991-2020.",
        "The [Mekong River] Commission met in [Vientiane] on 3 May.",
        "Under the Treaty of Waitangi, [New Zealand] set up a tribunal.",
    ],
    "lists": [
        "Offices: [Oslo]; [Nairobi]; [Jakarta]; [Lima].",
        "[Paris]\n[Rome]\n[Vienna]\n[Warsaw]",
        "Stops - [Dover], [Calais], [Reims], [Basel], [Milan].",
    ],
    "headlines": [
        "QUAKE HITS [CHILE], TSUNAMI WARNING FOR [PERU]",
        "[FRANCE] AND [GERMANY] AGREE ON BUDGET",
        "Floods Force Thousands From Homes in [Bangladesh]",
        "[Moscow] Says Talks Will Resume in [Geneva]",
    ],
    "sport": [
        "[Senegal] beat [Egypt] 2-1 in [Dakar] after extra time.",
        "She plays for Manchester United but was born in [Cardiff], [Wales].",
    ],
    "British": [
        "A man from [Stockport], 34, was held at a flat in [Salford] by police.",
        "Pupils in [County Durham] and [Tyne and Wear] went home early.",
        "Roadworks on [Mill Lane], [Headingley], will last until Easter.",
    ],
    "American": [
        "He grew up in [Topeka], [Kan.], and moved to [Fort Wayne], [Ind.], in 1998.",
        "Gov. Gavin Newsom of [California] toured [Fresno County] on Friday.",
        "Ann Bell, 43, of [Rumney], was charged in [Grafton County].",
    ],
    "people called like places": [
        "Sydney Morris and her son Jordan Blake opened a bakery in [Leeds].",
        "Mr. London said he would not sell; Paris Whitfield agreed.",
        "Austin Reyes, 24, scored twice. Austin was born in [Denver].",
        "Judge Lincoln Chester asked Florence Kent to stand.",
    ],
    "seas and shores": [
        "Two tankers crossed the [Atlantic] and one the [Baltic].",
        "Storms in the [North Sea] kept ships in the [Skagerrak].",
        "The cable runs under the [Red Sea] from [Djibouti] to [Yemen].",
        "They fish off the [Aleutian Islands] in the [Bering Sea].",
    ],
    "who speaks": [
        "[Beijing] has not answered. Nor has [New Delhi].",
        '"[Ankara] will decide," the envoy said.',
        "[La Paz] wants more, and [Asunción] less.",
    ],
}  # fmt: skip
LEAST_F1 = 0.9
HELD_OUT = Path(__file__).parents[1] / "data" / "kinds" / "held_out.jsonl"
LEAST_F1_HELD_OUT = 0.87


def unmarked(sentence: str) -> tuple[str, set[tuple[int, int]]]:
    """A sentence without its brackets, and where they were."""
    text, spans, start = "", set(), 0
    for sign in sentence:
        if sign == "[":
            start = len(text)
        elif sign == "]":
            spans.add((start, len(text)))
        else:
            text += sign
    return text, spans


def faults(sentence: str) -> tuple[int, list[str]]:
    """How many names are right, and which are missed (-) or given wrongly (+)."""
    text, marked = unmarked(sentence)
    with open_gazetteer() as gazetteer:
        found = {
            (mention.start, mention.end)
            for mention in find_names(text, gazetteer)
            if mention.kind is MentionKind.NAME
        }
    wrong = [f"- {text[a:b]}" for a, b in sorted(marked - found)]
    wrong += [f"+ {text[a:b]}" for a, b in sorted(found - marked)]
    return len(marked & found), wrong


def test_names_are_found_in_every_kind_of_text():
    results = [faults(sentence) for kind in KINDS.values() for sentence in kind]
    right = sum(count for count, _ in results)
    wrong = [fault for _, found in results for fault in found]
    assert 2 * right / (2 * right + len(wrong)) >= LEAST_F1, wrong


@pytest.mark.parametrize("kind", KINDS)
def test_most_names_are_found_in_each_kind_of_text(kind: str):
    results = [faults(sentence) for sentence in KINDS[kind]]
    right = sum(count for count, _ in results)
    wrong = [fault for _, found in results for fault in found]
    assert right >= 2 * len(wrong), wrong


def counts(row: dict[str, Any], found: set[tuple[int, int]]) -> tuple[int, int]:
    """How many names of a marked text are right, and how many missed or wrong.

    What the marking leaves open ("optional") is neither, if found.
    """
    marked = {(mark["start"], mark["end"]) for mark in row["mentions"]}
    left_open = {
        span
        for span in found - marked
        for mark in row.get("optional", ())
        if span[0] < mark["end"] and mark["start"] < span[1]
    }
    return len(marked & found), len(marked ^ (found - left_open))


def test_names_are_found_in_texts_of_18_kinds_never_learnt_from():
    rows = [json.loads(line) for line in HELD_OUT.read_text("utf-8").splitlines()]
    with open_gazetteer() as gazetteer:
        results = [
            counts(row, {(m.start, m.end) for m in find_names(row["text"], gazetteer)})
            for row in rows
        ]
    right = sum(count for count, _ in results)
    faulty = sum(count for _, count in results)
    assert 2 * right / (2 * right + faulty) >= LEAST_F1_HELD_OUT
