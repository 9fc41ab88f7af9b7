"""Every catalogue says all that the explorer says, and only that."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tests.unit.webapp.languages.tool import message_tool
from webapp.languages import ENGLISH, LANGUAGES, Catalogue, Message, read_catalogue

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "webapp" / "languages"
CATALOGUES = sorted(FOLDER.glob("*.po"))


tool = message_tool()
per_language = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def said():
    return tool.found()


@per_language
def test_every_message_is_translated_and_none_is_dead(path, said):
    assert list(tool.faults(read_catalogue(path), said)) == []


@per_language
def test_a_catalogue_is_in_order(path, said):
    text = path.read_text(encoding="utf-8")
    assert tool.written(tool.merged(read_catalogue(path), said)) == text, (
        "run: python .build/messages.py"
    )


@per_language
def test_the_usual_tools_read_it_alike(path):
    own = read_catalogue(path)
    with path.open("rb") as file:
        theirs = {
            each.id: each for each in read_po(file, abort_invalid=True) if each.id
        }
    assert len(theirs) == len(own.messages)
    for message in own.messages.values():
        key = (message.english, message.plural) if message.plural else message.english
        strings = theirs[key].string
        assert message.said == (strings if message.plural else (strings,))


def test_a_catalogue_that_lacks_something_is_told_so():
    said = {
        "Show": Message(english="Show"),
        "{number} of {all}": Message(english="{number} of {all}"),
        "{number} hit": Message(english="{number} hit", plural="{number} hits"),
    }
    wrong = {
        "{number} of {all}": Message(english="{number} of {all}", said=("{nummer}",)),
        "{number} hit": Message(
            english="{number} hit", plural="{number} hits", said=("<b>{number}</b>",)
        ),
        "Gone": Message(english="Gone", said=("Weg",)),
    }
    told = list(tool.faults(Catalogue(language="xx", messages=wrong), said))
    assert told == [
        "xx: 'Show' has no translation",
        "xx: '{number} of {all}' does not know {nummer}",
        "xx: '{number} of {all}' lacks {all, number}",
        "xx: '{number} hit' has 1 forms, not 2",
        "xx: '{number} hit' holds markup",
        "xx: 'Gone' is said nowhere any more",
    ]


def test_a_message_is_found_within_another_and_in_a_comment_none():
    script = """// t("No")
        woven("{point} or {put}", { put: button(t('Put it "there"')), point: 1 });
        /* t("No") */ tn("one", "several", n); t(variable);
        const RE = /"/; msg("Kind")"""
    assert list(tool.said_in_script(script)) == [
        ("{point} or {put}", None),
        ('Put it "there"', None),
        ("one", "several"),
        ("Kind", None),
    ]


def test_every_note_is_about_a_message(said):
    assert tool.ABOUT.keys() <= said.keys()


def test_english_comes_first_and_needs_no_catalogue():
    assert LANGUAGES[0] == ENGLISH
    assert not (FOLDER / f"{ENGLISH}.po").exists()
