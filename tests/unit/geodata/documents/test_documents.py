import codecs
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.documents import (
    Line,
    is_json_line,
    parse_document,
    read_document,
    read_documents,
    read_lines,
    slug,
)
from geodata.documents.decoding import decode
from geodata.errors import DocumentError, DocumentTooLarge, SpanError, UnknownFormat

TEXT = "Rōma\r\nA line\rwith 🚢 and e\u0301.\n\n"


def write(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
)
def test_a_text_is_read_as_it_is_without_its_byte_order_mark(tmp_path, data):
    document = read_document(write(tmp_path, "My article.txt", data))
    assert document.text == TEXT
    assert document.id == "My article"
    assert document.title == "Rōma"


@given(st.text())
def test_decoding_gives_back_what_was_encoded(text):
    if text.startswith("\ufeff") or "\0" in text or not text.strip():
        return
    assert decode(text.encode(), "x") == text
    assert decode(codecs.BOM_UTF16_LE + text.encode("utf-16-le"), "x") == text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (codecs.BOM_UTF8, "is empty"),
        ("\ufeff \r\n".encode("utf-16-le"), "is empty"),
        ("\ufeffRome".encode("utf-16-le") + b"!", r"UTF-16-LE text \(byte 10 "),
        (codecs.BOM_UTF8 + b"caf\xe9", r"UTF-8 text \(byte 6 "),
        (b"\x7fELF\x02\x00\x00\xff", "binary"),
        (
            b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
            "is a PDF, which is not read; save it",
        ),
        (b"\n%PDF-1.4\n1 0 obj", "is a PDF"),
        (b"PK\x03\x04\x14\0[Content_Types].xml..word/document.xml", "a Word document"),
        (b"PK\x03\x04\x14\0\0mimetypeapplication/vnd.oasis.opendocument.text", "OpenD"),
        (b"PK\x03\x04\x14\0things", "is a ZIP archive"),
        (b"{\\rtf1\\ansi Rome", "is an RTF document"),
        (b"\x89PNG\r\n\x1a\n\x00", "is a picture"),
        (b"Rome\0Paris", "bytes that are no text"),
        ("Москва".encode("cp1251"), "save it as UTF-8"),
        ("Rome".encode("utf-16-le"), "bytes that are no text"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(tmp_path, data, words):
    with pytest.raises(DocumentError, match=words) as caught:
        read_document(write(tmp_path, "x.txt", data))
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(DocumentError, match="no file"):
        read_document(tmp_path / "none.txt")
    with pytest.raises(DocumentError, match="is a folder"):
        read_document(tmp_path)


def test_a_text_of_the_limit_is_taken_and_one_byte_more_is_not():
    text = parse_document(b"x" * 11, document_id="x", max_bytes=11).text
    assert text == "x" * 11
    with pytest.raises(DocumentTooLarge, match="longer than 10 bytes"):
        parse_document(b"x" * 11, document_id="x", max_bytes=10)


def test_a_file_within_a_file_is_refused(tmp_path):
    path = write(tmp_path, "x.txt", b"Rome")
    with pytest.raises(DocumentError, match=r"y\.jsonl cannot be read"):
        list(read_documents(path / "y.jsonl"))


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("ab " * 40, "ab " * 25 + "ab…"),
        ("x" * 80, "x" * 80),
        ("東京" * 50, ("東京" * 50)[:79] + "…"),
        ("Rome, " + "x" * 90, "Rome, " + "x" * 73 + "…"),
    ],
)
def test_a_title_is_the_first_line_cut_after_a_word_within_80_characters(line, title):
    document = parse_document(f"\n{line}\n".encode(), document_id="x")
    assert document.title == title
    assert len(title) <= 80


def test_a_title_is_no_line_of_control_characters():
    document = parse_document(b"\x07\x1b\n Rome \x07 today", document_id="x")
    assert document.title == "Rome   today"


def test_a_sidecar_says_title_date_source_and_language(tmp_path):
    path = write(tmp_path, "x.txt", b"Rome")
    write(tmp_path, "x.toml", b'title = "T"\npublished = 2024-01-31\nother = 1\n')
    document = read_document(path)
    assert (document.title, document.published) == ("T", "2024-01-31")
    (tmp_path / "x.toml").unlink()
    write(tmp_path, "x.json", b'{"source": "S", "language": "la"}')
    document = read_document(path)
    assert (document.title, document.source, document.language) == ("Rome", "S", "la")


def test_half_a_character_in_a_sidecar_is_refused(tmp_path):
    write(tmp_path, "x.json", b'{"title": "\\ud83d"}')
    with pytest.raises(DocumentError, match=r"title in x\.json is '\\ud83d'"):
        read_document(write(tmp_path, "x.txt", b"Rome"))


@pytest.mark.parametrize("data", [b"title = ", b"\xff", b"title = 3"])
def test_a_broken_sidecar_is_refused(tmp_path, data):
    write(tmp_path, "x.toml", data)
    with pytest.raises(DocumentError, match=r"x\.toml"):
        read_document(write(tmp_path, "x.txt", b"Rome"))


PAGE = """<html><head><title>On Rome</title><meta charset="{}"></head><body>
<nav>Menu</nav><article><p>The mayor of Сочи spoke in Rome on Tuesday, it was
reported, and many people came to listen to the speech of the mayor.</p>
<p>Then he left for Paris &amp; London by train, and nobody saw him again for a
very long time after that, the newspapers of the city wrote.</p></article></body>"""


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251"])
def test_a_page_gives_its_article(tmp_path, encoding):
    path = write(tmp_path, "x.html", PAGE.format(encoding).encode(encoding))
    document = read_document(path)
    assert document.title == "On Rome"
    assert document.text.startswith("The mayor of Сочи spoke")
    assert "Paris & London" in document.text
    assert "Menu" not in document.text


@pytest.mark.parametrize("charset", ["hex", "zip", "rot13", "undefined", "x-none"])
def test_a_page_of_no_known_encoding_is_read_as_utf8(tmp_path, charset):
    path = write(tmp_path, "x.html", PAGE.format(charset).encode())
    assert read_document(path).text.startswith("The mayor of Сочи spoke")


def test_a_page_means_what_browsers_take_it_to_mean(tmp_path):
    page = PAGE.replace("Сочи", "“Nice”")
    for charset, encoding in (("iso-8859-1", "cp1252"), ("utf-16", "utf-8")):
        path = write(tmp_path, "x.html", page.format(charset).encode(encoding))
        assert read_document(path).text.startswith("The mayor of “Nice” spoke")


def test_a_page_without_an_article_is_refused(tmp_path):
    with pytest.raises(DocumentError, match="no article text"):
        read_document(write(tmp_path, "x.html", b"<html><body></body></html>"))


def test_one_document_cannot_be_read_from_json_lines(tmp_path):
    with pytest.raises(UnknownFormat, match="jsonl"):
        read_document(write(tmp_path, "x.jsonl", b'{"text": "Rome"}'))


# JSON lines


def lines(*rows):
    return list(read_lines([f"{row}\n".encode() for row in rows], "x.jsonl"))


def test_lines_may_say_when_their_texts_were_published():
    rows = ['{"text": "a", "published": "2024-03-14"}', '{"text": "a", "published": 7}']
    lines = read_lines([row.encode() for row in rows], "x")
    assert [line.document.published for line in lines] == ["2024-03-14", None]


def test_lines_echo_their_ids_and_spans():
    first, second, third = lines(
        '{"id": 7, "text": "Rome"}',
        "",
        '{"doc_id": "b", "text": "In Rome", "spans": [[3, 7], [3, 7]]}',
        '{"text": "🚢 Rome", "spans": [{"start": 2, "end": 6}]}',
    )
    assert (first.id, first.document.id, first.spans) == (7, "7", None)
    assert (second.id, second.number) == ("b", 3)
    assert second.spans == ((3, 7), (3, 7))
    assert (third.id, third.spans) == ("4", ((2, 6),))
    [null] = lines('{"id": null, "doc_id": "c", "text": "Rome"}')
    assert null.id == "c"


@pytest.mark.parametrize(
    "row",
    [
        "{",
        "[1]",
        '{"id": 1}',
        '{"text": 5}',
        '{"text": "\\ud800"}',
        '{"id": [1], "text": "x"}',
        '{"id": "\\udc00", "text": "x"}',
        "[" * 100_000,
    ],
)
def test_a_bad_line_is_named_by_its_number_and_the_others_go_on(row):
    good, bad, after = lines('{"text": "Rome"}', row, '{"text": "Paris"}')
    assert isinstance(good, Line)
    assert isinstance(after, Line)
    assert isinstance(bad, DocumentError)
    assert str(bad).startswith("line 2 of x.jsonl: ")


@pytest.mark.parametrize(
    "spans",
    ["[[0, 5]]", "[[-1, 2]]", "[[3, 2]]", "[[0]]", '"0-4"', "[[0.5, 2]]", "[4]"],
)
def test_a_span_out_of_range_is_an_error_for_its_line(spans):
    [bad] = lines(f'{{"text": "Rome", "spans": {spans}}}')
    assert isinstance(bad, SpanError)


def test_a_byte_order_mark_before_the_first_line_is_no_error():
    [line] = read_lines([codecs.BOM_UTF8 + b'{"text": "Rome"}'], "x")
    assert isinstance(line, Line)


@given(st.text(), st.one_of(st.integers(), st.text(min_size=1)))
def test_any_text_survives_json_lines(text, line_id):
    row = json.dumps({"id": line_id, "text": text}).encode()
    assert is_json_line(row)
    [line] = read_lines([row], "x")
    assert (line.id, line.document.text) == (line_id, text)


def test_the_documents_of_a_file_are_one_or_many(tmp_path):
    text = write(tmp_path, "a.txt", b"Rome")
    many = write(tmp_path, "b.jsonl", b'{"id": 1, "text": "x"}\n{"id": 2, "text": "y"}')
    bad = write(tmp_path, "c.jsonl", b"x")
    empty = write(tmp_path, "d.jsonl", b"\n")
    assert [document.id for document in read_documents(text)] == ["a"]
    assert [document.id for document in read_documents(many)] == ["1", "2"]
    for path in (bad, empty):
        with pytest.raises(DocumentError):
            list(read_documents(path))


@given(st.text())
def test_a_slug_is_stable_and_fits_an_address(name):
    assert slug(slug(name)) == slug(name)
    assert slug(name)
    assert not set(slug(name)) & set("/?#%. \n\\&")
