"""Senses: sentences in sight for each borderline rule, and gates on marked ones."""

import dataclasses
import re
from pathlib import Path

import pytest

from geodata.errors import DocumentError
from geodata.gazetteer import Gazetteer
from geodata.mentions.senses import with_senses
from geodata.mentions.senses.model import load_model
from geodata.mentions.senses.training import read_examples, score, train, write_model
from geodata.model import Mention, MentionKind

MARKED = Path(__file__).parents[3] / "data"

ACTORS = [
    "[Brussels] said the tariffs would stay.",
    "The measure was rejected by [Lisbon].",
    "Relations between [Kenya] and Uganda are cool.",
    "Relations between Kenya and [Uganda] are cool.",
    "The Minister of Defence of [Norway] resigned.",
    "The government of [Peru] fell.",
    "The army of [Chad] crossed the border.",
    "[Vietnam]'s policy towards its neighbours has changed.",
    "The sailors support [Japan] in the dispute.",
    "Egypt is an important partner of [Italy].",
    "[France], Spain and Portugal conducted joint exercises.",
    "France, Spain and [Portugal] conducted joint exercises.",
    "It was a clear signal to [Baghdad].",
    "The union accused [Ottawa] of bad faith.",
    "The dispute may drag [Finland] into the war.",
    "[US] Navy ships left the harbour.",
    "[Hungary] voted against the resolution.",
    "The sanctions against [Cuba] were lifted.",
    "[Bolivia] faces threats from smugglers.",
    "The talks with [Manila] failed.",
]
PLACES = [
    "She lives in [Lisbon].",
    "The president's visit to [Ghana] was cut short.",
    "A special train to [Zagreb] left at noon.",
    "The war in [Yemen] goes on.",
    "The ports of [Albania] are shallow.",
    "The territory of [Mauritania] is mostly desert.",
    "Weapons sent to [Sudan] were seized at sea.",
    "Military aid to [Jordan] was doubled.",
    "The road from [Lima] to Cusco is closed.",
    "The road from Lima to [Cusco] is closed.",
    "Snow fell near [Ankara].",
    "The [Black Sea] is calm today.",
    "The north of [Togo] is dry.",
    "Exports to [Brazil] go by ship.",
    "Ships sail along the coast of [Oman].",
    "Tension grows in [Central Asia].",
    "He was born in Graz, [Austria].",
]
LINES = [
    ("Photo: the harbour of [Split]", "place"),
    ("- [Kuala Lumpur]", "place"),
    ("[NAIROBI], July 27 - Prices rose again.", "place"),
    ("[CANBERRA] (Agency) - The minister resigned on Friday.", "place"),
    ("EARTHQUAKE IN [CHILE]", "place"),
    ("[Iran] rejects offer", "actor"),
    ("Floods in [Pakistan]", "place"),
]


def sense_of(marked: str, gazetteer: Gazetteer) -> Mention:
    """The judged mention of a text whose name stands in brackets."""
    found = re.search(r"\[(.+?)\]", marked)
    assert found is not None
    text = marked.replace("[", "", 1).replace("]", "", 1)
    mention = Mention(
        start=found.start(),
        end=found.start() + len(found[1]),
        phrase=found[1],
        kind=MentionKind.NAME,
    )
    return with_senses(text, [mention], gazetteer)[0]


@pytest.mark.parametrize("marked", ACTORS)
def test_a_name_that_acts_is_an_actor(marked: str, built_gazetteer: Gazetteer):
    assert sense_of(marked, built_gazetteer).sense == "actor"


@pytest.mark.parametrize("marked", PLACES)
def test_a_name_where_things_are_is_a_place(marked: str, built_gazetteer: Gazetteer):
    assert sense_of(marked, built_gazetteer).sense == "place"


@pytest.mark.parametrize(("marked", "sense"), LINES)
def test_lines_without_a_whole_sentence_get_a_sense(
    marked: str, sense: str, built_gazetteer: Gazetteer
):
    assert sense_of(marked, built_gazetteer).sense == sense


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("[Brussels] said the tariffs would stay.", 'subject of "said"'),
        ("Relations between [Kenya] and Uganda are cool.", 'after "relations between"'),
        ("The president's visit to [Ghana] was short.", 'after "visit to"'),
        ("She lives in [Lisbon].", 'after "lives in"'),
        ("[Vietnam]'s policy has changed.", 'before "\'s policy"'),
        ("The union accused [Ottawa] of bad faith.", 'object of "accused"'),
    ],
)
def test_the_reason_quotes_the_words_that_decided(
    marked: str, reason: str, built_gazetteer: Gazetteer
):
    assert sense_of(marked, built_gazetteer).sense_reason == reason


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("The line will link Tallinn, Riga and Kaunas with Warsaw.", "place"),
        ("New flights connect Seoul, Tokyo and Beijing.", "place"),
        ("They are on a tour of Paris, Rome and Madrid.", "place"),
        ("Tallinn, Riga and Vilnius urged the others to sign.", "actor"),
        ("The talks between Seoul and Tokyo went on.", "actor"),
        ("The pact links London, Canberra and Washington.", "actor"),
    ],
)
def test_the_names_of_a_list_have_one_sense(
    text: str, sense: str, built_gazetteer: Gazetteer
):
    mentions = [
        Mention(start=m.start(), end=m.end(), phrase=m[0], kind=MentionKind.NAME)
        for m in re.finditer(r"[A-Z]\w+", text)
        if m[0] not in {"The", "New", "They"}
    ]
    judged = with_senses(text, mentions, built_gazetteer)
    assert {mention.sense for mention in judged} == {sense}


def test_a_name_overruled_by_its_list_says_so(built_gazetteer: Gazetteer):
    text = "It was good for Rome, Milan and Turin."
    names = [
        Mention(start=m.start(), end=m.end(), phrase=m[0], kind=MentionKind.NAME)
        for m in re.finditer("Rome|Milan|Turin", text)
    ]
    together = with_senses(text, names, built_gazetteer)
    alone = [with_senses(text, [name], built_gazetteer)[0] for name in names]
    assert len({name.sense for name in together}) == 1
    assert [name.sense_reason.startswith("as the names") for name in together] == [
        both.sense != one.sense for both, one in zip(together, alone, strict=True)
    ]
    assert "as the names it is listed with" in {name.sense_reason for name in together}


def test_demonyms_are_actors_and_descriptions_places(gazetteer: Gazetteer):
    text = "Polish ports"
    demonym = Mention(start=0, end=6, phrase="Polish", kind=MentionKind.DEMONYM)
    ports = Mention(start=0, end=12, phrase=text, kind=MentionKind.DESCRIPTION)
    judged = with_senses(text, [ports, demonym], gazetteer)
    assert [mention.sense for mention in judged] == ["place", "actor"]
    assert [mention.phrase for mention in judged] == ["Polish ports", "Polish"]


def test_no_mentions_give_none(gazetteer: Gazetteer):
    assert with_senses("Nothing here.", [], gazetteer) == ()


def test_spans_that_overlap_repeat_or_cut_words_are_judged_too(gazetteer: Gazetteer):
    text = "In Seoul 😀 東京 … "
    spans = [(3, 8), (3, 8), (4, 6), (9, 10), (11, 13), (14, 15), (15, 16)]
    mentions = [
        Mention(start=a, end=b, phrase=text[a:b], kind=MentionKind.NAME)
        for a, b in spans
    ]
    judged = with_senses(text, mentions, gazetteer)
    assert [(mention.start, mention.end) for mention in judged] == spans
    assert all(0.5 <= mention.sense_confidence <= 1 for mention in judged)


HELD_OUT = [
    ("sense/held_out", 0.92),
    ("sense/held_out_sentences", 0.90),
    ("kinds/held_out", 0.90),
    ("sense/held_out_lists", 0.90),
]


@pytest.mark.parametrize(("name", "least"), HELD_OUT)
def test_nine_in_ten_held_out_names_are_told(
    name: str, least: float, built_gazetteer: Gazetteer
):
    examples = read_examples(MARKED / f"{name}.jsonl", built_gazetteer)
    assert score(examples, load_model())[0].accuracy >= least


@pytest.mark.parametrize("names", [["sense/held_out"], [name for name, _ in HELD_OUT]])
def test_a_sense_is_as_sure_as_it_says(names: list[str], built_gazetteer: Gazetteer):
    examples = [
        dataclasses.replace(example, corpus="held out")
        for name in names
        for example in read_examples(MARKED / f"{name}.jsonl", built_gazetteer)
    ]
    assert score(examples, load_model())[0].calibration_error <= 0.05


def test_training_twice_gives_the_same_bytes(gazetteer: Gazetteer, tmp_path: Path):
    examples = read_examples(MARKED / "sense" / "held_out.jsonl", gazetteer)
    write_model(train(examples), tmp_path / "once.npz")
    write_model(train(examples), tmp_path / "twice.npz")
    once = (tmp_path / "once.npz").read_bytes()
    assert once == (tmp_path / "twice.npz").read_bytes()


def test_peoples_are_no_examples_of_a_sense(gazetteer: Gazetteer, tmp_path: Path):
    path = tmp_path / "marked.jsonl"
    marks = '[{"start": 0, "end": 6, "kind": "demonym"}]'
    path.write_text(f'{{"corpus": "x", "text": "Polish ports", "mentions": {marks}}}')
    assert not read_examples(path, gazetteer)


def test_a_line_that_marks_no_senses_is_named(gazetteer: Gazetteer, tmp_path: Path):
    path = tmp_path / "marked.jsonl"
    path.write_text('{"corpus": "x", "text": "Rome", "mentions": [{"start": 0}]}\n')
    with pytest.raises(DocumentError, match=r"line 1 of .* marks no senses"):
        read_examples(path, gazetteer)
