import pytest

from geodata.errors import GazetteerError
from geodata.gazetteer.locate import PACKAGED, gazetteer_path, open_gazetteer


def test_the_built_in_gazetteer_is_the_default(monkeypatch):
    monkeypatch.delenv("TOPOSCOPE_GAZETTEER", raising=False)
    assert gazetteer_path() == PACKAGED


def test_the_setting_names_another(monkeypatch, gazetteer_path):
    monkeypatch.setenv("TOPOSCOPE_GAZETTEER", str(gazetteer_path))
    with open_gazetteer() as opened:
        assert opened.path == gazetteer_path


def test_a_missing_file_is_one_clear_sentence(tmp_path):
    with pytest.raises(GazetteerError, match=r"no gazetteer at .*none\.sqlite"):
        open_gazetteer(tmp_path / "none.sqlite")


def test_a_file_that_is_no_gazetteer_is_one_clear_sentence(tmp_path):
    path = tmp_path / "broken.sqlite"
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(GazetteerError, match="is no gazetteer"):
        open_gazetteer(path)


def test_an_empty_file_is_one_clear_sentence(tmp_path):
    path = tmp_path / "empty.sqlite"
    path.touch()
    with pytest.raises(GazetteerError, match="is no gazetteer"):
        open_gazetteer(path)
