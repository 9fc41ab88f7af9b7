from __future__ import annotations

import json

import pytest

from geodata.errors import DocumentError
from webapp.added import sent_document, sidecar_of, stem_for


def sent(content, title="", name=""):
    return sent_document(content, title=title, name=name, published="", max_bytes=None)


@pytest.mark.parametrize(
    ("title", "name", "stem"),
    [
        ("", "C:\\texts\\Snow Report.txt", "snow-report"),
        ("Ice in Riga", "", "ice-in-riga"),
        ("x" * 79, "", "x" * 60),
        ("눈", "", "눈"),
    ],
)
def test_a_file_is_called_as_it_was_sent_or_by_its_title(title, name, stem):
    assert stem_for(sent(b"Snow.", title, name), name) == stem


def test_lines_of_json_are_many_texts_and_refused():
    with pytest.raises(DocumentError, match="one text at a time"):
        sent(b"{}", name="a.jsonl")


def test_what_is_known_is_kept_and_what_is_not_is_left_out():
    told = json.loads(sidecar_of(sent(b"Snow.", "Cold", "a.txt")))
    assert told == {"title": "Cold", "source": "a.txt"}
