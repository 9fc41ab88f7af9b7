import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

import geodata.gazetteer

SCHEMA = Path(geodata.gazetteer.__file__).with_name("schema.sql")


@pytest.fixture
def empty() -> Iterator[sqlite3.Connection]:
    """A gazetteer without a place."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(SCHEMA.read_text("utf-8"))
    yield connection
    connection.close()
