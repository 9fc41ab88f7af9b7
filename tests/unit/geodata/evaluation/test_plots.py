"""Tests of geodata.evaluation.plots."""

from xml.etree import ElementTree

from geodata.evaluation.gold import GoldDocument
from geodata.evaluation.metrics import Tally
from geodata.evaluation.plots import write_plots
from geodata.evaluation.scoring import Scored

SVG = "{http://www.w3.org/2000/svg}"
DOCUMENT = GoldDocument(corpus="made", id="1", text="", toponyms=())


def points(path):
    drawing = ElementTree.fromstring(path.read_text("utf-8"))  # noqa: S314 - our own
    [line] = drawing.iter(f"{SVG}polyline")
    return line.attrib["points"].split()


def test_two_drawings_are_written_into_a_new_folder(tmp_path):
    tally = Tally(gold_errors=[3.0, 300.0, 20_039.0])
    scored = [Scored(document=DOCUMENT, tally=tally, errors=())]
    bins = [{"believed": 0.9, "right": 0.8}, {"believed": 0.5, "right": 0.4}]
    paths = write_plots(tmp_path / "new", "made", scored, bins)
    assert [len(points(path)) for path in paths] == [2, 3]


def test_a_corpus_without_answers_is_drawn_all_the_same(tmp_path):
    scored = [Scored(document=DOCUMENT, tally=Tally(), errors=())]
    paths = write_plots(tmp_path, "a<b>", scored, [])
    assert [points(path) for path in paths] == [[], []]


def test_a_corpus_of_any_name_is_drawn_into_the_folder(tmp_path):
    scored = [Scored(document=DOCUMENT, tally=Tally(), errors=())]
    paths = write_plots(tmp_path / "here", "../Tr/News", scored, [])
    assert [path.parent for path in paths] == [tmp_path / "here"] * 2
