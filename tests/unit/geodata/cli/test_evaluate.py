import json

import pytest
from click.testing import CliRunner

from geodata.cli import main

TEXT = "They met in Seoul, and then in Moscow. Nowhere was mentioned."


def marked(corpus, doc_id, *phrases, text=TEXT):
    """A line of gold, each phrase marked with a place or none."""
    toponyms = [
        {"start": text.index(name), "end": text.index(name) + len(name)}
        | {"phrase": name, "lat": lat, "lon": lon}
        for name, lat, lon in phrases
    ]
    row = {"corpus": corpus, "doc_id": doc_id, "text": text, "toponyms": toponyms}
    return json.dumps(row, ensure_ascii=False)


SEOUL, MOSCOW = ("Seoul", 37.566, 126.978), ("Moscow", 55.752, 37.616)
FAR, NOWHERE = ("Moscow", -10.0, 10.0), ("Nowhere", None, None)


@pytest.fixture
def evaluate(gazetteer_path, tmp_path):
    """Run the command on some lines of gold."""

    def run(lines, *options):
        path = tmp_path / "gold.jsonl"
        path.write_text("\n".join(lines), "utf-8")
        return CliRunner().invoke(
            main,
            ["evaluate", str(path), *options],
            env={"TOPOSCOPE_GAZETTEER": str(gazetteer_path)},
        )

    return run


def test_every_corpus_is_one_json_line_of_shares_and_lengths(evaluate):
    lines = [
        marked("two", "1", SEOUL, MOSCOW, NOWHERE),
        marked("one", "1", SEOUL, FAR),
        marked("two", "2", SEOUL, MOSCOW),
    ]
    ended = evaluate(lines, "--json", "--coverage")
    assert ended.exit_code == 0, ended.output
    one, two = (json.loads(line) for line in ended.stdout.splitlines())
    assert (one["corpus"], one["documents"]) == ("one", 1)
    assert (two["corpus"], two["documents"]) == ("two", 2)
    assert one["scores"]["strict_f1"] == 1
    assert one["scores"]["gold_acc161"] == one["scores"]["coverage"] == 0.5
    assert one["scores"]["gold_mean_km"] > 1000
    assert two["scores"]["strict_recall"] == 0.8
    assert two["scores"]["gold_acc161"] == two["scores"]["coverage"] == 1
    assert not one["held_out"]


def test_errors_are_listed_and_kept_out_of_json(evaluate):
    lines = [marked("made", "1", SEOUL, FAR, NOWHERE)]
    ended = evaluate(lines, "--json", "--errors")
    assert len(ended.stdout.splitlines()) == 1
    kinds = {line.split()[0] for line in ended.stderr.splitlines()}
    assert kinds == {"placed", "missed"}
    told = evaluate(lines, "--errors")
    assert "[[Nowhere]] was mentioned." in told.stdout
    assert told.stderr == ""


def test_drawings_go_to_a_folder_that_is_made(evaluate, tmp_path):
    ended = evaluate([marked("made", "1", SEOUL)], "--plots", str(tmp_path / "new"))
    assert ended.exit_code == 0, ended.output
    drawn = sorted(path.name for path in (tmp_path / "new").iterdir())
    assert drawn == ["made-errors.svg", "made-reliability.svg"]


def test_no_gold_at_all_is_one_sentence(evaluate):
    ended = evaluate(["", " "])
    assert ended.exit_code == 1
    assert ended.stdout == ""
    assert ended.stderr.startswith("Error: no gold texts in ")


def test_leaving_the_only_corpus_out_is_wrong_usage(evaluate):
    ended = evaluate([marked("made", "1", SEOUL)], "--loco")
    assert ended.exit_code == 2
    assert "at least two corpora" in ended.stderr


def test_it_is_counted_what_one_correction_does_to_the_others(evaluate):
    texas = ("Paris", 33.66, -95.56)
    lines = [
        marked("one", "1", texas, text="Snow in Paris."),
        marked("one", "2", SEOUL, MOSCOW),
    ]
    ended = evaluate(lines, "--corrected", "--json")
    assert ended.exit_code == 0, ended.output
    told = json.loads(ended.stdout.splitlines()[-1])
    nothing = {"wrong": 0, "mended": 0, "right": 0, "broken": 0}
    assert told == {"corpus": "one", "corrected": {"texts": 1, **nothing}}
    said = evaluate(lines, "--corrected").stdout
    assert "one name corrected in each of 1 texts sets 0 of 0 other wrong" in said


def test_corrections_are_counted_for_the_shipped_models_alone(evaluate):
    ended = evaluate([marked("one", "1", SEOUL)], "--corrected", "--loco")
    assert ended.exit_code == 2
    assert "--corrected is for the shipped models" in ended.stderr
