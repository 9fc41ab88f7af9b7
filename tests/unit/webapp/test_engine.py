from __future__ import annotations

import pytest

from geodata.errors import GazetteerError
from tests.unit.webapp.sample import sample_atlas, sample_document
from webapp.engine import Engine
from webapp.settings import ServerSettings


def test_another_engine_needs_no_gazetteer(tmp_path):
    settings = ServerSettings(
        build_atlas=sample_atlas, gazetteer=tmp_path / "none.sqlite"
    )
    engine = Engine(settings)
    assert engine.gazetteer() is None
    assert engine.digest() is None
    assert engine.build_atlas(sample_document()).made_by["gazetteer"] == "sample"


def test_a_missing_gazetteer_is_found_out_when_it_is_needed(tmp_path):
    engine = Engine(ServerSettings(gazetteer=tmp_path / "none.sqlite"))
    for work in (engine.gazetteer, engine.digest):
        with pytest.raises(GazetteerError, match="no gazetteer at"):
            work()
    with pytest.raises(GazetteerError, match="no gazetteer at"):
        engine.build_atlas(sample_document())


def test_the_gazetteer_is_opened_once(gazetteer):
    engine = Engine(ServerSettings(gazetteer=gazetteer.path))
    assert engine.gazetteer() is engine.gazetteer()
    assert engine.digest() == gazetteer.digest
