from geodata.settings import SETTINGS, read_settings


def test_every_setting_has_its_default_and_its_help():
    assert read_settings({}) == {setting.name: setting.default for setting in SETTINGS}
    assert all(setting.help.endswith(".") for setting in SETTINGS)


def test_the_environment_wins():
    found = read_settings({"TOPOSCOPE_MAX_ARTICLE_BYTES": "10"})
    assert found["max_article_bytes"] == "10"


def test_the_environment_is_read_at_the_call(monkeypatch):
    monkeypatch.setenv("TOPOSCOPE_GAZETTEER", "other.sqlite")
    assert read_settings()["gazetteer"] == "other.sqlite"
