import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from geodata.cli import main

TEXT = "A ferry left Busan for Osaka. 🚢\r\nIt came back to Busan."
PAGE = """<html><head><title>On ferries</title></head><body><article><p>A ferry left
Busan for Osaka on Tuesday, it was reported, and many people came to see it.</p><p>
Then it came back to Busan, and nobody saw it again for a very long time after that,
the newspapers of the city wrote in the autumn of that year.</p></article></body>"""


@pytest.fixture
def parse(gazetteer_path, tmp_path):
    """Run the command on bytes in a file of some name, or on standard input."""

    def run(name, data, *options):
        path = "-"
        if name != "-":
            path = str(tmp_path / name)
            (tmp_path / name).write_bytes(data)
        return CliRunner().invoke(
            main,
            ["parse", path, *options],
            input=data if name == "-" else b"",
            env={"TOPOSCOPE_GAZETTEER": str(gazetteer_path)},
        )

    return run


def answers(ended):
    return [json.loads(line) for line in ended.stdout.splitlines()]


def test_a_text_gives_one_line_with_its_mentions(parse):
    ended = parse("ferry.txt", TEXT.encode())
    assert ended.exit_code == 0, ended.output
    [answer] = answers(ended)
    assert answer["id"] == "ferry"
    assert "text" not in answer
    phrases = [mention["phrase"] for mention in answer["mentions"]]
    assert phrases == ["Busan", "Osaka", "Busan"]
    for mention in answer["mentions"]:
        assert TEXT[mention["start"] : mention["end"]] == mention["phrase"]
    shapes = ["geometry" in mention["place"] for mention in answer["mentions"]]
    assert shapes == [True, True, False]


def test_no_geometry_leaves_shapes_out(parse):
    [answer] = answers(parse("ferry.txt", TEXT.encode(), "--no-geometry"))
    assert not any("geometry" in mention["place"] for mention in answer["mentions"])


def test_standard_input_is_told_apart_by_its_first_line(parse):
    [text] = answers(parse("-", TEXT.encode()))
    row = json.dumps({"id": 5, "text": TEXT}).encode()
    [line] = answers(parse("-", b"\n" + row + b"\n"))
    [raw] = answers(parse("-", row, "--format", "text"))
    assert (text["id"], line["id"], raw["id"]) == ("-", 5, "-")
    assert text["mentions"] == line["mentions"]
    assert raw["mentions"][0]["start"] > text["mentions"][0]["start"]


def test_a_byte_order_mark_before_blank_lines_hides_no_json(parse):
    row = json.dumps({"id": 5, "text": TEXT}).encode()
    [line] = answers(parse("-", b"\xef\xbb\xbf\r\n\n" + row))
    assert line["id"] == 5


def test_a_closed_standard_input_is_one_sentence():
    code = "import sys; sys.stdin = None; from geodata.cli import main; main(['parse'])"
    ended = subprocess.run(  # noqa: S603  our own words
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert ended.stderr.startswith("Error: standard input is closed")
    assert ended.stderr.count("\n") == 1


def test_a_page_gives_the_text_that_its_offsets_count_in(parse):
    [answer] = answers(parse("ferry.html", PAGE.encode()))
    assert answer["mentions"]
    for mention in answer["mentions"]:
        assert answer["text"][mention["start"] : mention["end"]] == mention["phrase"]


def test_given_spans_are_answered_one_by_one_in_their_order(parse):
    spans = [[24, 29], [13, 18], [13, 18], [2, 7], [0, 29]]
    row = json.dumps({"id": "s", "text": TEXT, "spans": spans}).encode()
    [answer] = answers(parse("s.jsonl", row))
    found = [[mention["start"], mention["end"]] for mention in answer["mentions"]]
    assert found == spans


def test_a_bad_line_is_told_by_its_number_and_the_others_go_on(parse):
    rows = [
        json.dumps({"id": 1, "text": "In Osaka."}),
        "{broken",
        json.dumps({"id": 3, "text": "In Osaka.", "spans": [[0, 100]]}),
        json.dumps({"id": 4, "text": "In Busan."}),
    ]
    ended = parse("x.jsonl", "\n".join(rows).encode())
    assert ended.exit_code == 1
    assert [answer["id"] for answer in answers(ended)] == [1, 4]
    first, second = ended.stderr.splitlines()
    assert first.startswith("Error: line 2 of ")
    assert second.startswith("Error: line 3 of ")


def test_no_places_at_all_is_no_error(parse):
    ended = parse("none.txt", b"it rained.")
    assert ended.exit_code == 0
    assert answers(ended) == [{"id": "none", "mentions": []}]
    assert "no places found" in ended.stderr


GERMAN = (
    "Die Fähre nach Osaka hat Busan am Dienstag verlassen, und sie ist auch am Abend"
    " nicht zurück, wie die Zeitungen der Stadt schreiben."
)


def test_a_text_that_is_not_english_is_told_beside_the_answer(parse):
    ended = parse("ferry.txt", GERMAN.encode())
    assert ended.exit_code == 0
    assert [answer["id"] for answer in answers(ended)] == ["ferry"]
    assert ended.stderr.startswith("this text looks German; Toposcope reads English")
    assert ended.stderr.count("\n") == 1
    assert parse("ferry.txt", TEXT.encode()).stderr == ""


def test_many_such_texts_are_told_in_one_sentence(parse):
    row = json.dumps({"id": "a", "text": GERMAN})
    english = json.dumps({"id": "b", "text": TEXT})
    ended = parse("ferries.jsonl", f"{row}\n{english}\n{row}\n".encode())
    assert ended.stderr.startswith(
        "2 of 3 texts, for the first: this text looks German"
    )
    assert ended.stderr.count("\n") == 1


def test_given_spans_are_answered_without_a_word_on_the_language(parse):
    row = json.dumps({"id": "a", "text": GERMAN, "spans": [[15, 20]]})
    assert parse("ferries.jsonl", row.encode()).stderr == ""


def test_parsing_imports_nothing_heavy(gazetteer_path, tmp_path):
    heavy = {"geopandas", "pandas", "sklearn", "lightgbm", "trafilatura", "pyogrio"}
    article = tmp_path / "ferry.txt"
    article.write_text(TEXT, "utf-8")
    code = (
        "import sys\n"
        "from geodata.cli import main\n"
        f"main({['parse', str(article)]!r}, standalone_mode=False)\n"
        f"print(*sorted({heavy!r} & set(sys.modules)), file=sys.stderr)"
    )
    ended = subprocess.run(  # noqa: S603  our own words
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "TOPOSCOPE_GAZETTEER": str(gazetteer_path)},
    )
    assert '"Busan"' in ended.stdout
    assert ended.stderr.split() == []
