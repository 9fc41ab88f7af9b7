"""What `toposcope parse` costs from nothing: time and memory of a new process."""

import json
import os
import subprocess
import sys

from geodata.seeds import shipped_articles

MOST_MIB = 300
"""Peak resident memory of a parse without geometry."""
MOST_FOR_NUMPY = 20.0
"""Time of a cold parse, by that of a Python that only imports numpy."""

_PEAK = (
    "import json, resource, subprocess, sys;"
    "run = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True);"
    "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
    "print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss]))"
)


def cost(built_path, *arguments):
    """CPU seconds and peak MiB of a Python with these arguments."""
    run = subprocess.run(  # noqa: S603
        [sys.executable, "-c", _PEAK, sys.executable, *arguments],
        check=True,
        capture_output=True,
        env={**os.environ, "TOPOSCOPE_GAZETTEER": str(built_path)},
    )
    cpu_s, peak = json.loads(run.stdout)
    return cpu_s, peak / (2**20 if sys.platform == "darwin" else 2**10)


def parse_shipped():
    article = str(shipped_articles()[0])
    return "-m", "geodata", "parse", "--no-geometry", article


def test_a_cold_parse(measure, built_path, benchmark):
    cpu_s, mib = measure(cost, built_path, *parse_shipped(), group="cold start")
    benchmark.extra_info.update(cpu_s=cpu_s, peak_mib=round(mib))
    assert mib <= MOST_MIB


def test_a_cold_parse_costs_a_bounded_number_of_bare_starts(built_path):
    bare = min(cost(built_path, "-c", "import numpy")[0] for _ in range(2))
    whole = min(cost(built_path, *parse_shipped())[0] for _ in range(2))
    assert whole < MOST_FOR_NUMPY * bare
