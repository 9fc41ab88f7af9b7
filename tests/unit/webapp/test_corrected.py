from __future__ import annotations

import threading

import pytest

from geodata.documents import correction_id, corrections_json
from geodata.errors import DocumentError
from geodata.model import Correction, Ruling
from webapp.corrected import Corrected
from webapp.errors import CannotKeep, ReadOnly, UnknownCorrection

RIGA = Correction(phrase="Riga", ruling=Ruling.FLAGGED)
OSLO = Correction(phrase="Oslo", ruling=Ruling.NOT_A_PLACE)


def corrected(path, **more):
    return Corrected(path, threading.Lock(), **({"read_only": False} | more))


def test_the_later_word_on_a_name_counts_and_the_others_stay(tmp_path):
    file = corrected(tmp_path / "new" / "snow.corrections.json")
    assert file.read() == ()
    later = Correction(phrase="RIGA", ruling=Ruling.NOT_A_PLACE)
    for each in (RIGA, OSLO, later):
        file.add(each)
    assert file.read() == (OSLO, later)


def test_the_file_goes_with_the_last_correction(tmp_path):
    path = tmp_path / "snow.corrections.json"
    file = corrected(path)
    file.add(RIGA)
    file.remove(correction_id(RIGA))
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(UnknownCorrection, match="may be taken back already"):
        file.remove(correction_id(RIGA))


def test_nothing_is_changed_on_a_read_only_server(tmp_path):
    path = tmp_path / "snow.corrections.json"
    path.write_bytes(corrections_json([RIGA]))
    file = corrected(path, read_only=True)
    with pytest.raises(ReadOnly, match="nothing can be corrected"):
        file.add(OSLO)
    with pytest.raises(ReadOnly):
        file.remove(correction_id(RIGA))
    assert file.read() == (RIGA,)


def test_a_file_that_is_broken_is_not_written_over(tmp_path):
    path = tmp_path / "snow.corrections.json"
    path.write_text("mine")
    with pytest.raises(DocumentError, match="mend it, or remove it"):
        corrected(path).add(RIGA)
    assert path.read_text() == "mine"


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(CannotKeep, match="nothing was changed"):
        corrected(tmp_path / "file" / "snow.corrections.json").add(RIGA)


def test_no_correction_is_lost_when_many_come_at_once(tmp_path):
    writing, path = threading.Lock(), tmp_path / "snow.corrections.json"
    names = [f"Town {number}" for number in range(40)]

    def add(name):
        Corrected(path, writing, read_only=False).add(
            Correction(phrase=name, ruling=Ruling.FLAGGED)
        )

    threads = [threading.Thread(target=add, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one.phrase for one in corrected(path).read()) == sorted(names)
