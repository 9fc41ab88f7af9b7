"""Tests of geodata.documents.language: right or silent."""

import json
from pathlib import Path

import pytest

from geodata.documents import language_notice
from geodata.model import Document
from geodata.seeds import shipped_articles

DATA = Path(__file__).parents[3] / "data"

FOREIGN = {
    "German": "Der Bürgermeister von Köln hat am Dienstag gesagt, dass die Brücke über"
    " den Rhein erst im Herbst wieder geöffnet wird. Die Anwohner müssen noch warten.",
    "French": "Le maire de Lyon a annoncé mardi que le pont sur le Rhône ne sera pas"
    " rouvert avant l'automne. Les habitants devront attendre encore plusieurs mois.",
    "Spanish": "El alcalde de Sevilla anunció el martes que el puente sobre el río no"
    " se abrirá hasta el otoño. Las obras son más caras y los vecinos tendrán que"
    " esperar.",
    "Dutch": "De burgemeester van Rotterdam heeft gezegd dat de brug over de Maas pas"
    " in het najaar weer open gaat en dat de bewoners van de stad nog moeten wachten.",
    "Japanese": "大阪市長は火曜日、橋は秋まで再開されないと述べた。市によると、工事は"
    "計画より費用がかかり、住民はまだ待たなければならない。",
    "Greek": "Ο δήμαρχος της Θεσσαλονίκης είπε την Τρίτη ότι η γέφυρα δεν θα ανοίξει"
    " πριν από το φθινόπωρο.",
}
UNNAMED = {
    "Danish, or Norwegian": "Borgmesteren i Aarhus sagde tirsdag, at broen over åen"
    " ikke åbner før til efteråret, og beboerne må vente endnu længere på den nye vej.",
    "Cyrillic": "Мэр Самары заявил во вторник, что мост через Волгу не откроется до"
    " осени. По данным города, работы идут дороже, чем планировалось.",
}
SILENT = {
    "too short": "Der Bürgermeister von Köln ist nicht da.",
    "English of foreign names": "The mayor of Köln said the Straße der Pariser Kommune"
    " and the Rue de la Paix were both closed, and so was the Calle de los Reyes.",
    "a list of names": "El Bosque, El Carrizal, El Jardín, El Mangal, El Mojón, El"
    " Naranjal, El Palmar, El Pedregal, El Vergel, La Gloria, La Trinidad, Los Ángeles",
    "English with a quotation": "The bell says “Soy la voz de los que llevan el pan a"
    " la ciudad”, and it was cast in the year that the old church of the town fell.",
    "Latin": "In principio creavit Deus caelum et terram. Terra autem erat inanis et"
    " vacua et tenebrae super faciem abyssi et spiritus Dei ferebatur super aquas.",
    "nothing": "",
    "an emoji": "🚢 " * 50,
}


def noticed(text: str, language: str | None = None) -> str | None:
    return language_notice(Document(id="x", title="x", text=text, language=language))


@pytest.mark.parametrize("language", FOREIGN)
def test_a_text_that_is_not_english_is_said_to_look_so(language):
    assert (noticed(FOREIGN[language]) or "").startswith(f"this text looks {language};")


@pytest.mark.parametrize("case", UNNAMED)
def test_a_language_that_cannot_be_told_is_not_named(case):
    assert (noticed(UNNAMED[case]) or "").startswith("this text does not look English;")


@pytest.mark.parametrize("case", SILENT)
def test_nothing_is_said_of_what_is_short_or_unsure(case):
    assert noticed(SILENT[case]) is None


def test_what_the_document_says_of_its_language_counts_first():
    assert noticed(FOREIGN["German"], "en-GB") is None
    assert "is marked as Spanish" in (noticed("A quay.", "es-PE") or "")
    assert "looks German" in (noticed(FOREIGN["German"], "und") or "")


def test_no_english_text_at_hand_is_taken_for_another_language():
    texts = [path.read_text("utf-8") for path in shipped_articles()]
    texts += [path.read_text("utf-8") for path in DATA.glob("articles/*.txt")]
    for path in [*DATA.glob("kinds/*.jsonl"), *DATA.glob("sense/*.jsonl")]:
        rows = path.read_text("utf-8").splitlines()
        texts += [json.loads(row)["text"] for row in rows]
    assert len(texts) > 900
    assert [text[:60] for text in texts if noticed(text)] == []
