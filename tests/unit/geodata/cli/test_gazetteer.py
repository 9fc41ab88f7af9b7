import os
import signal
import subprocess
import sys

import pytest
from click.testing import CliRunner

from geodata.cli import main
from tests.unit.geodata.gazetteer.made_dumps import (
    PLACES,
    names_text,
    places_text,
    zipped,
)


@pytest.fixture
def gazetteer(tmp_path, gazetteer_path, monkeypatch):
    """Run `toposcope gazetteer` with the small gazetteer as the built-in one."""
    monkeypatch.setattr("geodata.gazetteer.locate.PACKAGED", gazetteer_path)

    def run(*arguments):
        return CliRunner().invoke(
            main,
            ["gazetteer", *map(str, arguments)],
            env={"TOPOSCOPE_GAZETTEER": str(tmp_path / "own.sqlite")},
        )

    return run


@pytest.fixture
def dumps(tmp_path):
    return (
        zipped(tmp_path / "allCountries.zip", allCountries=places_text()),
        zipped(tmp_path / "alternateNamesV2.zip", alternateNamesV2=names_text()),
    )


def test_what_was_added_is_found_and_named_as_a_source(gazetteer, dumps):
    ended = gazetteer("add", "geonames", *dumps)
    assert ended.exit_code == 0, ended.output
    assert "29 places and " in ended.stdout
    assert "packing the file" in ended.stderr
    found = gazetteer("search", "Väike-Maarja", "--json")
    assert '"id": "geonames:90000008"' in found.stdout
    told = gazetteer("info")
    assert "GeoNames dump, added by the user (geonames 2026-11-02): 29 rows" in (
        told.stdout
    )
    assert told.stderr == ""


def test_namesakes_are_told_apart_by_their_region(gazetteer_path):
    def lines(name):
        ended = CliRunner().invoke(
            main,
            ["gazetteer", "search", name],
            env={"TOPOSCOPE_GAZETTEER": str(gazetteer_path)},
        )
        return ended.stdout.splitlines()

    first, second, *_ = lines("Springfield")
    assert "\tSpringfield\tcity\tMissouri, US\t" in first
    assert "\tSpringfield\tcity\tMassachusetts, US\t" in second
    assert "\tPyongyang\tcity\tKP\t" in lines("Pyongyang")[0], "said twice"


def test_classes_may_be_parted_as_one_likes(gazetteer, dumps):
    ended = gazetteer("add", "geonames", "--only", "h, t", dumps[0])
    assert "added; 1 places were there already" in ended.stdout
    ended = gazetteer("add", "geonames", "--only", "HT", dumps[0])
    assert ended.stdout.split(": ")[1].startswith("0 places and 0 names")


def test_a_least_population_leaves_villages_out(gazetteer, dumps):
    options = ("--only", "P", "--least-population", "1000")
    ended = gazetteer("add", "geonames", *options, dumps[0])
    assert ended.stdout.split(": ")[1].startswith("1 places")


@pytest.mark.parametrize("classes", ["X", "", "P,Q"])
def test_unknown_classes_are_wrong_usage(gazetteer, dumps, classes):
    ended = gazetteer("add", "geonames", "--only", classes, dumps[0])
    assert ended.exit_code == 2
    assert "choose of A, P, H, T, L, S, R, V, U" in ended.stderr


def test_a_wrong_file_is_one_sentence(gazetteer, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear all\n")
    ended = gazetteer("add", "geonames", tmp_path / "letter.txt")
    assert ended.exit_code == 1
    assert ended.stdout == ""
    assert ended.stderr.startswith("Error: line 1 of letter.txt: 1 columns")


def test_a_killed_run_leaves_nothing_broken(tmp_path, gazetteer_path):
    rows = PLACES.strip().splitlines()[2:]
    many = "\n".join(
        f"{91_000_000 + n}|{rows[n % len(rows)].partition('|')[2]}"
        for n in range(60_000)
    )
    dump = tmp_path / "allCountries.txt"
    dump.write_bytes(places_text(many))
    own = tmp_path / "own.sqlite"
    own.write_bytes(gazetteer_path.read_bytes())
    before = own.read_bytes()
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "geodata", "gazetteer", "add", "geonames", dump],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "TOPOSCOPE_GAZETTEER": str(own)},
    ) as run:
        working = tmp_path / ".own.sqlite.adding"
        while run.poll() is None and not working.exists():
            pass
        run.send_signal(signal.SIGKILL)
    assert own.read_bytes() == before
    dump.write_bytes(places_text())
    again = CliRunner().invoke(
        main,
        ["gazetteer", "add", "geonames", str(dump)],
        env={"TOPOSCOPE_GAZETTEER": str(own)},
    )
    assert again.exit_code == 0, again.output
    assert not working.exists()
