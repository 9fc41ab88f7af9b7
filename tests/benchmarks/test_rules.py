"""How long texts of every kind take: twice the text, twice the time."""

import pytest

from geodata.mentions import find_mentions
from geodata.model import Document
from tests.unit.geodata.mentions.test_rules import ruled
from webapp.marks import tree

SENTENCE = "Ann Bell, 43, of Rumney met the Peru team in Lima and Oslo. "


def test_the_time_of_rules_grows_no_faster_than_the_text(seconds, built_gazetteer):
    def apply(times: int) -> None:
        ruled(SENTENCE * times, {"Lima", "Oslo", "Peru"}, built_gazetteer)

    apply(50)
    assert seconds(apply, 1600) < 16 * max(seconds(apply, 200), 0.01)


@pytest.mark.parametrize(
    "words",
    [
        "THE PORT OF LIMA ",  # one stretch of capitals
        "Zxqv ",
        "A. B. ",
        "U.S. ",
        "Lima's ",
        "Lima and ",
        "In Lima the city was. ",  # every noun points back
        "The border of Peru and Chile. ",
        "the ports ",
        "“ ",
        "( ",
        "-",
        "秘鲁",
        "e\u0301 ",
    ],
)
def test_the_time_of_mentions_grows_no_faster_than_the_text(
    seconds, built_gazetteer, words
):
    def find(letters: int) -> None:
        text = words * (letters // len(words))
        find_mentions(Document(id="x", title="x", text=text), built_gazetteer)

    find(1_000)
    assert seconds(find, 16_000) < 16 * max(seconds(find, 2_000), 0.01)


@pytest.mark.parametrize("blank", [" ", "\t", "\n", "\r\n", "\u2028", "a\n \n"])
def test_the_time_of_paragraphs_grows_no_faster_than_the_text(seconds, blank):
    def cut(letters: int) -> None:
        tree(blank * (letters // len(blank)), ())

    assert seconds(cut, 320_000) < 16 * max(seconds(cut, 40_000), 0.01)
