"""Gazetteers for tests: a small one of real rows, and the whole built one."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import geodata.gazetteer
from geodata.gazetteer import Gazetteer, open_gazetteer
from geodata.gazetteer.locate import PACKAGED
from geodata.gazetteer.query import SCHEMA_VERSION

# How long an example takes says how busy the machine is; benchmarks compare speed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

SCHEMA = Path(geodata.gazetteer.__file__).with_name("schema.sql")
CUT = Path(__file__).parent / "data" / "tiny_gazetteer.sql"


@pytest.fixture(scope="session")
def built_path() -> Path:
    """The built gazetteer's file; a missing one is a failure, not a skip."""
    if not PACKAGED.is_file():
        pytest.fail(
            f"no gazetteer at {PACKAGED}: run python .build/compile.py, or pip install"
            " -e . again"
        )
    return PACKAGED


@pytest.fixture(scope="session")
def built_gazetteer(built_path: Path) -> Iterator[Gazetteer]:
    """The whole gazetteer."""
    with open_gazetteer(built_path) as opened:
        yield opened


@pytest.fixture(scope="session")
def gazetteer_path(built_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """File of the small gazetteer, cut from the built one."""
    path = tmp_path_factory.mktemp("gazetteer") / "gazetteer.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    connection.executescript(SCHEMA.read_text("utf-8"))
    connection.execute("ATTACH ? AS built", (str(built_path),))
    connection.executescript(CUT.read_text("utf-8"))
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.commit()
    connection.close()
    return path


@pytest.fixture(scope="session")
def gazetteer(gazetteer_path: Path) -> Iterator[Gazetteer]:
    """A small gazetteer of real places."""
    with open_gazetteer(gazetteer_path) as opened:
        yield opened
