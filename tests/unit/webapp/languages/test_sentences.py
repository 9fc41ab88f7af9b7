from __future__ import annotations

import itertools

import numpy as np
import pytest
from markupsafe import escape

from geodata.documents import language, language_notice
from geodata.model import Document, Place, PlaceKind
from geodata.places.evidence import WORDINGS, Subject
from webapp.languages import (
    LANGUAGES,
    SENTENCES,
    TONGUES,
    catalogue,
    speaking,
    told,
)


def test_every_reason_that_the_engine_can_give_is_told():
    place = Place(
        id="x:1", name="Riga", kind=PlaceKind.CITY, source="x", source_id="1",
        lon=24.1, lat=56.9, country="LV", population=605_802, prominence=7,
    )  # fmt: skip
    values = [-1.0, 0.0, 0.001, 0.3, 0.6, 1.0, float(np.log(300)), 3.0, 9.7]
    reasons = {
        wording(Subject(place=place, country=country), value)
        for (name, wording), country, value in itertools.product(
            WORDINGS.items(), ("Latvia", ""), values
        )
        if not name.startswith("within") or 0 < value <= 1
    }
    with speaking("de"):
        untold = [each for each in reasons if each and 'lang="en"' in told(each)]
    assert len(reasons) > 50
    assert untold == []


@pytest.mark.parametrize("tongue", LANGUAGES[1:])
def test_each_sentence_is_found_by_its_own_form(tongue):
    """One that comes first must not swallow a more particular one."""
    samples = {"number": "3", "percent": "7%", "km": "15"}
    for sentence in SENTENCES:
        english = sentence if isinstance(sentence, str) else sentence[1]
        values = {name: samples.get(name, "Xyz") for name in _names(english)}
        own = english if isinstance(sentence, str) else sentence[0]
        with speaking(tongue):
            said = catalogue(tongue).say_of(own, english, 3)
            assert told(english.format(**values)) == escape(said.format(**values))


def test_a_reason_within_what_a_person_said_is_told_too():
    with speaking("de"):
        assert told("chosen by a person; without that, it is read as Riga (city)") == (
            "von einem Menschen gewählt; ohne das wird es als Riga gelesen"
            " (Stadt oder Ort)"
        )


def test_a_notice_of_the_text_s_language_is_told_with_its_name():
    names = {
        *language._NAMES.values(),
        *language._SMALL_WORDS,
        *language._SCRIPTS.values(),
    }
    assert set(TONGUES) == names
    spanish = Document(id="n", title="n", text="Lima y Quito", language="es")
    with speaking("de"):
        assert told(language_notice(spanish)).startswith("dieser Text ist")
        assert "Spanisch" in told(language_notice(spanish))


def _names(english: str) -> list[str]:
    return [part.split("}")[0] for part in english.split("{")[1:]]
