from __future__ import annotations

import json

from webapp.languages import (
    figures,
    gettext,
    language,
    name_of,
    ngettext,
    page_messages,
    speaking,
)


def test_english_is_said_as_it_stands():
    assert language() == "en"
    assert gettext("Never {heard}", heard="<b>") == "Never &lt;b&gt;"
    assert ngettext("{number} place", "{number} places", 1024) == "1,024 places"


def test_another_language_is_spoken_for_a_while():
    with speaking("de"):
        assert gettext("All articles") == "Alle Artikel"
        assert figures(1024) == "1.024"
    assert gettext("All articles") == "All articles"


def test_a_language_is_called_by_its_own_name():
    assert [name_of("en"), name_of("de")] == ["English", "Deutsch"]


def test_scripts_get_what_they_say_and_not_what_templates_say():
    content = json.loads(page_messages("de"))
    assert content["language"] == "de"
    assert "All articles" not in content["messages"]
    assert any("{error}" in english for english in content["messages"])
