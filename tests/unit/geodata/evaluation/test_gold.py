"""Tests of geodata.evaluation.gold."""

import json

import pytest

from geodata.errors import DocumentError
from geodata.evaluation.gold import read_gold

ROW = {
    "corpus": "made",
    "doc_id": "1",
    "text": "👋 Lima",
    "toponyms": [
        {"start": 2, "end": 6, "phrase": "Lima", "lat": -12.04, "lon": -77.03,
         "geonameid": 3936456}
    ],
}  # fmt: skip


def write(tmp_path, *lines):
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_gold_is_read_with_ids_as_text(tmp_path):
    (document,) = read_gold(write(tmp_path, json.dumps(ROW), ""))
    (toponym,) = document.toponyms
    assert (document.corpus, document.id) == ("made", "1")
    assert (toponym.span, toponym.geonameid, toponym.located) == (
        (2, 6),
        "3936456",
        True,
    )


def test_gold_without_a_position_is_not_located(tmp_path):
    row = ROW | {"toponyms": [{"start": 2, "end": 6, "phrase": "Lima", "lat": None}]}
    (document,) = read_gold(write(tmp_path, json.dumps(row)))
    assert not document.toponyms[0].located


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "Expecting property name"),
        ("[]", "list indices"),
        ('{"text": "x"}', "no 'toponyms'"),
        ('{"text": "x", "toponyms": [{"start": 0, "end": 1}]}', "no 'phrase'"),
    ],
)
def test_a_broken_line_is_named(tmp_path, line, why):
    path = write(tmp_path, json.dumps(ROW), line)
    with pytest.raises(DocumentError, match=rf"line 2 of .* \({why}"):
        read_gold(path)


def test_a_span_that_does_not_fit_the_text_is_an_error(tmp_path):
    row = ROW | {"text": "Lima 👋"}
    with pytest.raises(DocumentError, match="'Lima' is marked"):
        read_gold(write(tmp_path, json.dumps(row)))


def test_a_file_that_cannot_be_read_is_an_error(tmp_path):
    with pytest.raises(DocumentError, match=r"none\.jsonl \(No such file"):
        read_gold(tmp_path / "none.jsonl")
    (tmp_path / "coded.jsonl").write_bytes(b"caf\xe9")
    with pytest.raises(DocumentError, match="byte 3 is not UTF-8"):
        read_gold(tmp_path / "coded.jsonl")


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path):
    assert len(read_gold(write(tmp_path, f"\ufeff{json.dumps(ROW)}"))) == 1


def test_line_separators_inside_a_text_end_no_line(tmp_path):
    row = ROW | {"text": ROW["text"] + "\u2028\x85\x0c"}
    assert len(read_gold(write(tmp_path, json.dumps(row, ensure_ascii=False)))) == 1
