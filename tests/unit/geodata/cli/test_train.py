from pathlib import Path

import pytest
from click.testing import CliRunner

from geodata.cli import main

MARKED = Path(__file__).parents[3] / "data" / "sense" / "held_out_sentences.jsonl"
MODELS = ("recogniser", "resolver", "sense")


def train(*arguments, **environment):
    return CliRunner().invoke(main, ["train", *map(str, arguments)], env=environment)


@pytest.mark.parametrize("model", MODELS)
def test_a_model_needs_a_corpus(model):
    assert train(model).exit_code == 2


@pytest.mark.parametrize("model", MODELS)
def test_a_corpus_that_is_not_there_is_one_sentence(model, tmp_path, gazetteer_path):
    output = tmp_path / "model"
    ended = train(
        model,
        tmp_path / "none.jsonl",
        "-o",
        output,
        TOPOSCOPE_GAZETTEER=str(gazetteer_path),
    )
    assert ended.exit_code == 1
    assert "none.jsonl" in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert not output.exists()


@pytest.mark.parametrize("model", MODELS)
def test_a_folder_that_is_not_there_is_found_before_the_work(model, tmp_path):
    ended = train(model, "none.jsonl", "-o", tmp_path / "none" / "model")
    assert ended.exit_code == 1
    assert "there is no folder" in ended.stderr


def test_a_sense_model_is_written_and_scored(tmp_path, gazetteer_path):
    output = tmp_path / "sense.json"
    arguments = (MARKED, "-o", output, "--held-out", MARKED)
    ended = train("sense", *arguments, TOPOSCOPE_GAZETTEER=str(gazetteer_path))
    assert ended.exit_code == 0, ended.output
    assert " right (" in ended.stdout
    assert f"weights: {output}" in ended.stderr
    assert output.stat().st_size > 10_000
