from __future__ import annotations

import pytest

from webapp.app import create_app
from webapp.errors import SettingError
from webapp.settings import LOCAL_HOSTS, server_settings


def test_settings_have_defaults(monkeypatch):
    monkeypatch.delenv("TOPOSCOPE_HOSTS", raising=False)
    monkeypatch.delenv("TOPOSCOPE_MAX_ARTICLE_BYTES", raising=False)
    settings = server_settings(None)
    assert settings.max_article_bytes == 2_000_000
    assert settings.hosts == LOCAL_HOSTS
    assert settings.library.name == "articles"
    assert not settings.read_only


def test_an_unknown_setting_is_an_error_that_lists_the_known_ones():
    with pytest.raises(TypeError, match="unknown setting 'REEDONLY'; choose from ARTI"):
        create_app({"REEDONLY": True})


@pytest.mark.parametrize("value", ["", "many", "-1", "0", "1e6", "²"])
def test_a_limit_that_is_no_number_is_a_sentence(monkeypatch, value):
    monkeypatch.setenv("TOPOSCOPE_MAX_ARTICLE_BYTES", value)
    with pytest.raises(SettingError, match="TOPOSCOPE_MAX_ARTICLE_BYTES is"):
        server_settings(None)
