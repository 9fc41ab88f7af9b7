import subprocess
import sys

import pytest
from click.testing import CliRunner

from geodata.cli import main
from geodata.cli.check import Finding, findings
from geodata.cli.map import distinct
from geodata.errors import UnknownFormat
from geodata.model import Document


def run(*arguments, stdin=b"", **environment):
    return CliRunner().invoke(main, arguments, input=stdin, env=environment)


def test_help_lists_every_command_without_running_one():
    told = run("--help")
    assert told.exit_code == 0
    for name in ("parse", "map", "gazetteer", "evaluate", "train", "check"):
        assert name in told.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("pars",),
        ("parse", "--colour"),
        ("parse", "a", "b"),
        ("parse", "--format", "xml"),
        ("map", "a.txt"),
        ("map", "-o", "x.csv"),
        ("gazetteer", "search"),
        ("gazetteer", "search", "Rome", "--limit", "0"),
    ],
)
def test_wrong_usage_ends_with_2(arguments):
    ended = run(*arguments)
    assert ended.exit_code == 2
    assert ended.stdout == ""


def fails(ended, *words):
    """One sentence on stderr, nothing on stdout, exit code 1."""
    assert ended.exit_code == 1, ended.output
    assert ended.stdout == ""
    assert ended.stderr.startswith("Error: ")
    assert ended.stderr.count("\n") == 1
    for word in words:
        assert word in ended.stderr


def test_what_cannot_be_read_is_one_sentence(tmp_path):
    files = {"empty": b"", "binary": b"\x89\x00\xff", "coded": b"caf\xe9 in Rome"}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    fails(run("parse", str(tmp_path / "empty")), "empty")
    fails(run("parse", str(tmp_path / "binary")), "binary")
    fails(run("parse", str(tmp_path / "coded")), "UTF-8")
    fails(run("parse", str(tmp_path)), "folder")
    fails(run("parse", str(tmp_path / "none.txt")), "no file")
    fails(run("parse", str(tmp_path / "none.jsonl")), "no file")
    fails(run("parse", "-"), "standard input is empty")
    fails(run("parse", "--format", "jsonl", "-", stdin=b"\n"), "empty")


def test_a_broken_gazetteer_is_one_sentence(tmp_path):
    (tmp_path / "article.txt").write_bytes(b"They met in Rome.")
    (tmp_path / "broken.sqlite").write_bytes(b"this is no database" * 100)
    article = str(tmp_path / "article.txt")
    for name in ("broken.sqlite", "missing.sqlite"):
        broken = str(tmp_path / name)
        fails(run("parse", article, TOPOSCOPE_GAZETTEER=broken), name)
        fails(run("gazetteer", "info", TOPOSCOPE_GAZETTEER=broken), name)
        output = tmp_path / "out.csv"
        fails(run("map", article, "-o", str(output), TOPOSCOPE_GAZETTEER=broken), name)
        assert not output.exists()


def test_map_refuses_an_unknown_suffix_before_it_works(tmp_path):
    for name in ("x.docx", "x"):
        fails(run("map", "none.txt", "-o", str(tmp_path / name)), "geojson")


def test_map_refuses_a_folder_that_is_not_there(tmp_path):
    output = str(tmp_path / "none" / "x.csv")
    fails(run("map", "none.txt", "-o", output), "no folder")


def test_a_dump_that_is_not_there_is_one_clear_sentence():
    fails(run("gazetteer", "add", "geonames", "x.txt"), "there is no file x.txt")


def test_documents_of_one_name_are_told_apart():
    named = [Document(id=name, title="", text="") for name in ("a", "a", "a-2", "a")]
    assert [document.id for document in distinct(named)] == ["a", "a-2", "a-2-2", "a-3"]


def test_the_module_is_the_command():
    told = subprocess.run(
        [sys.executable, "-m", "geodata", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.startswith("toposcope")


def test_a_broken_pipe_is_quiet():
    code = (
        "import sys; from geodata.cli import main\n"
        "import os; os.close(1); r, w = os.pipe(); os.close(r); os.dup2(w, 1)\n"
        "main(['--help'])"
    )
    ended = subprocess.run(  # noqa: S603  our own words
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert ended.stderr == ""


def test_an_output_that_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "out").touch()
    with (tmp_path / "out").open("rb") as closed_to_writers:
        ended = subprocess.run(
            [sys.executable, "-m", "geodata", "gazetteer", "info"],
            stdout=closed_to_writers,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert ended.returncode == 1
    assert ended.stderr.startswith("Error: ")
    assert ended.stderr.count("\n") == 1


def test_a_check_says_ok_warn_or_fail_and_what_to_do():
    for finding in findings():
        assert isinstance(finding, Finding)
        assert finding.status in {"OK", "WARN", "FAIL"}
        hint = finding.hint or finding.words.partition("; ")[2]
        assert finding.status == "OK" or hint


def test_a_check_of_a_broken_gazetteer_fails_and_goes_on(tmp_path):
    told = run("check", TOPOSCOPE_GAZETTEER=str(tmp_path / "none.sqlite"))
    assert told.exit_code == 1
    assert "FAIL" in told.stdout
    assert "OK   format geojson" in told.stdout


def test_a_check_goes_on_where_the_home_folder_is_missing(tmp_path):
    told = run("check", HOME=str(tmp_path / "none"))
    assert told.exit_code == 1
    [failed] = [line for line in told.stdout.splitlines() if line.startswith("FAIL")]
    assert "No such file or directory" in failed
    assert failed.endswith("-> check the file and the disk")


def test_a_plug_in_that_is_no_exporter_fails_its_own_format_alone(monkeypatch):
    def no_exporter(name):
        raise UnknownFormat(f"the plug-in for {name!r} is no exporter")

    monkeypatch.setattr("geodata.exports._plugged_in", lambda: ("bad", "html"))
    monkeypatch.setattr("geodata.exports._loaded", no_exporter)
    told = [finding for finding in findings() if "plug-in" in finding.words]
    assert [finding.status for finding in told] == ["FAIL", "FAIL"]
