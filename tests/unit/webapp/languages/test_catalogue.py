from __future__ import annotations

import pytest

from webapp.languages import Catalogue, Message, read_catalogue

RUSSIAN = r"""# Russian, in part.
msgid ""
msgstr ""
"Language: ru\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
"n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"

#. Of a map.
#: webapp/static/js/a.js webapp/templates/b.html
msgid "Layers"
msgstr "Слои"

#, python-brace-format
msgid "{number} place"
msgid_plural "{number} places"
msgstr[0] "{number} место"
msgstr[1] "{number} места"
msgstr[2] "{number} мест"

#, fuzzy
msgid "Guessed"
msgstr "Угадано"

msgid "Nothing yet"
msgstr ""

#~ msgid "Old"
#~ msgstr "Старое"
"""


@pytest.fixture
def russian(tmp_path) -> Catalogue:
    path = tmp_path / "ru.po"
    path.write_text(RUSSIAN, encoding="utf-8")
    return read_catalogue(path)


def test_a_message_is_said_in_the_language(russian):
    assert russian.language == "ru"
    assert russian.say("Layers") == "Слои"


@pytest.mark.parametrize(
    ("number", "said"), [(1, "место"), (2, "места"), (5, "мест"), (21, "место")]
)
def test_a_number_takes_the_plural_form_of_the_language(russian, number, said):
    assert russian.say_of("{number} place", "{number} places", number).endswith(said)


@pytest.mark.parametrize("english", ["Guessed", "Nothing yet", "Old", "Never heard"])
def test_what_is_not_known_stays_english(russian, english):
    assert russian.say(english) == english


def test_a_message_keeps_what_its_translator_is_told(russian):
    assert russian.messages["Layers"] == Message(
        english="Layers",
        said=("Слои",),
        places=("webapp/static/js/a.js", "webapp/templates/b.html"),
        note="Of a map.",
    )
