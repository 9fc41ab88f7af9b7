"""Many lines need no more memory than few, and each is answered in its turn."""

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.cli import main

FEW, MANY = 400, 2000
MOST_MIB_MORE = 12.0
"""By how much peak memory may differ between few lines and many."""

_PEAK = (
    "import resource, sys; from geodata.cli import main;"
    "main(['parse', '-', '--no-geometry'], standalone_mode=False);"
    "sys.stderr.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))"
)
CITIES = ("Seoul", "Wonsan", "Tallinn", "Paris", "Moscow", "Cairo", "Lima", "Oslo")


def line(number):
    """A short text unlike the others, so that no cache can know it."""
    city, other = CITIES[number % 8], CITIES[number // 8 % 8]
    text = f"Envoy {number} left {city} for {other} and Newtown{number:x}."
    return json.dumps({"id": number, "text": text}).encode() + b"\n"


def peak_mib(gazetteer_path, count):
    """Peak MiB of a process that reads so many lines as they come; checks answers."""
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", _PEAK],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "TOPOSCOPE_GAZETTEER": str(gazetteer_path)},
    ) as run:
        for start in range(0, count, 100):  # less than a pipe holds, so none waits
            numbers = range(start, min(start + 100, count))
            run.stdin.write(b"".join(map(line, numbers)))
            run.stdin.flush()
            assert [json.loads(run.stdout.readline())["id"] for _ in numbers] == [
                *numbers
            ]
        run.stdin.close()
        return int(run.stderr.read()) / (2**20 if sys.platform == "darwin" else 2**10)


def test_many_lines_need_no_more_memory_than_few(gazetteer_path):
    few, many = (peak_mib(gazetteer_path, count) for count in (FEW, MANY))
    assert many - few < MOST_MIB_MORE


GOOD = st.builds(
    lambda text, city: json.dumps({"id": "good", "text": f"{text} {city}."}),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.sampled_from(CITIES),
)
BAD = st.sampled_from(["{", "[]", '{"id": 1}', '{"text": 3}', '{"text": "\\ud800"}'])
BLANK = st.sampled_from(["", "  ", "\t"])


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(lines=st.lists(st.one_of(GOOD, BAD, BLANK), max_size=12))
def test_every_good_line_is_answered_and_every_bad_one_named(lines, gazetteer_path):
    ended = CliRunner().invoke(
        main,
        ["parse", "-", "--format", "jsonl", "--no-geometry"],
        input="\n".join(lines).encode(),
        env={"TOPOSCOPE_GAZETTEER": str(gazetteer_path)},
    )
    good = [one for one in lines if '"id": "good"' in one]
    bad = [one for one in lines if one.strip() and one not in good]
    assert len(ended.stdout_bytes.splitlines()) == len(good)
    assert ended.exit_code == (1 if bad or not good else 0)
    for number, one in enumerate(lines, start=1):
        assert (f"line {number} of" in ended.stderr) == (one in bad)


@pytest.mark.parametrize("last", [b"\n", b""])
def test_an_answer_does_not_wait_for_the_next_line(gazetteer_path, last):
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", _PEAK],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "TOPOSCOPE_GAZETTEER": str(gazetteer_path)},
    ) as run:
        run.stdin.write(line(1))
        run.stdin.flush()
        assert json.loads(run.stdout.readline())["id"] == 1
        run.stdin.write(line(2).strip() + last)
        run.stdin.close()
        assert json.loads(run.stdout.readline())["id"] == 2
