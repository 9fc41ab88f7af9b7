from __future__ import annotations

import json
import os
import threading
import time
from pathlib import Path

import pytest

from geodata.errors import DocumentError, DocumentTooLarge
from geodata.model import Correction, Ruling
from geodata.writing import write_whole
from tests.unit.webapp.sample import sample_atlas, write_sample
from webapp.article import Origin
from webapp.contents import layer_file
from webapp.errors import CannotKeep, NotRemovable, ReadOnly, UnknownArticle
from webapp.library import Library
from webapp.removed import FOLDER


def write(folder: Path, name: str, text: str = "Snow in Riga.", age_s: int = 0) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    os.utime(path, (time.time() - age_s, time.time() - age_s))
    return path


def library(folder: Path, **more) -> Library:
    return Library(folder, **({"build_atlas": sample_atlas} | more))


def ids(of: Library) -> list[str]:
    return [entry.id for entry in of.entries()]


def test_a_folder_that_does_not_exist_is_an_empty_library(tmp_path):
    empty = library(tmp_path / "none")
    assert empty.entries() == ()
    with pytest.raises(UnknownArticle, match="no articles yet"):
        empty.newest()
    assert not (tmp_path / "none").exists()


def test_articles_are_listed_newest_first_and_shipped_last(tmp_path):
    shipped = write(tmp_path / "shipped", "shipped.txt")
    named = write(tmp_path / "named", "named.txt", age_s=5000)
    write(tmp_path / "own", "older.txt", age_s=200)
    write(tmp_path / "own", "newer.html", age_s=100)
    whole = library(tmp_path / "own", shipped=[shipped], named=[named])
    assert ids(whole) == ["named", "newer", "older", "shipped"]
    whole.add(b"Ice in Riga.", name="fresh.txt")
    assert ids(whole) == ["fresh", "named", "newer", "older", "shipped"]
    assert whole.newest().origin is Origin.ADDED


def test_only_texts_are_articles(tmp_path):
    for name in ("a.txt", "b.HTML", ".hidden.txt", "c.json", "d.txt~", "e.part", "f"):
        write(tmp_path, name)
    (tmp_path / "folder.txt").mkdir()
    assert sorted(ids(library(tmp_path))) == ["a", "b"]


def test_articles_of_one_stem_get_ids_that_stay(tmp_path):
    shipped = write(tmp_path / "shipped", "news.txt", "Shipped.")
    write(tmp_path / "own", "News.txt", "First.")
    write(tmp_path / "own", "news!.txt", "Second.")
    whole = library(tmp_path / "own", shipped=[shipped])
    assert sorted(ids(whole)) == ["news", "news-2", "news-3"]
    assert whole.entry("news").path == shipped
    assert whole.add(b"Third.", name="NEWS.txt").id == "news-4"
    assert whole.document(whole.entry("news-4")).text == "Third."


def test_an_id_is_found_however_its_accents_are_written(tmp_path):
    write(tmp_path, "caf\u00e9.txt")
    assert library(tmp_path).entry("cafe\u0301").id == "caf\u00e9"


def test_an_unknown_id_is_an_error_that_names_it(tmp_path):
    with pytest.raises(UnknownArticle, match="'oslo'"):
        library(tmp_path).entry("oslo")


def test_a_document_has_the_id_of_its_article(tmp_path):
    write(tmp_path, "Snow Report (2).txt")
    whole = library(tmp_path)
    assert whole.document(whole.newest()).id == "snow-report-2"


def test_a_file_that_changes_is_read_again(tmp_path):
    path = write(tmp_path, "a.txt", "Snow in Riga.", age_s=10)
    whole = library(tmp_path)
    assert whole.title(whole.newest()) == "Snow in Riga."
    path.write_text("Ice in Tallinn.", encoding="utf-8")
    assert whole.title(whole.newest()) == "Ice in Tallinn."
    path.with_suffix(".json").write_text('{"title": "Cold"}')
    assert whole.title(whole.newest()) == "Cold"


def test_a_file_that_goes_away_is_no_article_any_more(tmp_path):
    path = write(tmp_path, "a.txt")
    whole = library(tmp_path)
    entry = whole.newest()
    path.unlink()
    assert whole.entries() == ()
    with pytest.raises(DocumentError, match=r"a\.txt cannot be read"):
        whole.document(entry)


def test_what_is_added_is_plain_text_with_its_title_beside_it(tmp_path):
    entry = library(tmp_path).add(
        "Снег в Риге.\r\n🚢".encode("utf-16"), title="  Snow \n report ", name="a b.txt"
    )
    assert entry.path.read_bytes() == "Снег в Риге.\r\n🚢".encode()
    told = json.loads(entry.path.with_suffix(".json").read_text(encoding="utf-8"))
    assert told == {"title": "Snow report", "source": "a b.txt"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a-b.json", "a-b.txt"]


def test_a_title_is_cut_at_eighty_characters(tmp_path):
    whole = library(tmp_path)
    assert whole.title(whole.add(b"Snow.", title="x" * 100)) == "x" * 79 + "…"


def test_nothing_is_left_of_what_is_refused(tmp_path):
    for content, name in ((b"", "a.txt"), (b"\0", "b.txt"), (b"{}", "c.jsonl")):
        with pytest.raises(DocumentError):
            library(tmp_path / "own").add(content, name=name)
    assert not (tmp_path / "own").exists()
    with pytest.raises(ReadOnly, match="read-only"):
        library(tmp_path / "own", read_only=True).add(b"Snow.")


def test_many_may_add_at_once_and_nothing_is_lost(tmp_path):
    whole = library(tmp_path)
    threads = [
        threading.Thread(
            target=whole.add, args=(f"Snow {n}.".encode(),), kwargs={"name": "n.txt"}
        )
        for n in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    texts = {whole.document(entry).text for entry in whole.entries()}
    assert texts == {f"Snow {n}." for n in range(20)}


def test_a_text_of_the_limit_is_taken_and_one_byte_more_is_not(tmp_path):
    whole = library(tmp_path, max_bytes=10)
    whole.add(b"x" * 10)
    with pytest.raises(DocumentTooLarge, match="longer than 10 bytes"):
        whole.add(b"x" * 11)
    assert len(whole.entries()) == 1


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path):
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "folder"):
        with pytest.raises(
            CannotKeep, match=r"cannot be written \(.*nothing was added"
        ):
            library(folder).add(b"Snow.")


def test_nothing_is_left_of_a_text_for_which_there_is_no_room(tmp_path, monkeypatch):
    def fill(path: Path, content: bytes) -> None:
        if path.suffix == ".txt":
            raise OSError(28, "No space left on device")
        write_whole(path, content)

    monkeypatch.setattr("webapp.library.write_whole", fill)
    with pytest.raises(CannotKeep, match="No space left on device"):
        library(tmp_path).add(b"Snow.")
    assert [*tmp_path.iterdir()] == []


def test_a_text_without_words_for_a_title_is_listed_by_its_file(tmp_path):
    whole = library(tmp_path)
    assert whole.title(whole.add(b"\x01\x02")) == "article.txt"


def test_a_removed_article_is_off_the_list_and_can_be_put_back(tmp_path):
    whole = library(tmp_path)
    first, second = whole.add(b"Snow.", name="a.txt"), whole.add(b"Ice.", name="b.txt")
    name = whole.remove(first)
    assert ids(whole) == ["b"]
    with pytest.raises(UnknownArticle):
        whole.entry("a")
    assert whole.removed_title(name) == "Snow."
    assert whole.restore(name) == first
    assert sorted(ids(whole)) == ["a", "b"]
    assert whole.removed_title(name) is None
    assert whole.entry("b") == second


def test_an_article_comes_back_beside_one_that_took_its_id(tmp_path):
    whole = library(tmp_path)
    name = whole.remove(whole.add(b"Snow.", name="a.txt"))
    whole.add(b"Ice.", name="a.txt")
    assert whole.restore(name).id == "a-2"
    assert whole.document(whole.entry("a-2")).text == "Snow."


def test_an_article_comes_back_with_what_people_said_of_it(tmp_path):
    whole = library(tmp_path)
    entry = whole.add(b"Snow in Riga.", name="a.txt")
    said = Correction(phrase="Riga", ruling=Ruling.NOT_A_PLACE)
    whole.correct(entry, said)
    name = whole.remove(entry)
    again = whole.add(b"Snow in Riga.", name="a.txt")
    assert whole.corrections(again) == ()
    assert whole.corrections(whole.restore(name)) == (said,)


def test_nothing_is_kept_in_memory_of_what_was_removed(tmp_path):
    write_sample(tmp_path)
    whole = library(tmp_path)
    article = whole.article(whole.newest())
    file = layer_file(article, "cities", "geojson")
    assert layer_file(article, "cities", "geojson") is file
    name = whole.remove(whole.newest())
    assert layer_file(article, "cities", "geojson") is not file
    assert whole.article(whole.restore(name)) is not article


def test_a_library_deletes_what_was_removed_long_ago_unless_it_is_read_only(tmp_path):
    whole = library(tmp_path)
    name = whole.remove(whole.add(b"Snow.", name="a.txt"))
    os.utime(tmp_path / FOLDER / name, (0, 0))
    library(tmp_path, read_only=True).clear_out()
    assert whole.removed_title(name) == "Snow."
    whole.clear_out()
    assert whole.removed_title(name) is None


def test_only_what_was_added_is_removed(tmp_path):
    shipped = write(tmp_path / "shipped", "news.txt")
    named = write(tmp_path / "own", "note.txt")
    whole = library(tmp_path / "own", shipped=[shipped], named=[named])
    for article_id, why in (
        ("news", "comes with Toposcope"),
        ("note", "was named"),
        ("note-2", "was named"),  # the same file, found in the library's folder too
    ):
        with pytest.raises(NotRemovable, match=why):
            whole.remove(whole.entry(article_id))
    assert shipped.exists()
    assert named.exists()


def test_a_server_that_is_read_only_removes_nothing_and_puts_nothing_back(tmp_path):
    entry = library(tmp_path).add(b"Snow.", name="a.txt")
    fixed = library(tmp_path, read_only=True)
    with pytest.raises(ReadOnly, match="cannot be removed"):
        fixed.remove(entry)
    name = library(tmp_path).remove(entry)
    with pytest.raises(ReadOnly, match="cannot be put back"):
        fixed.restore(name)


def test_what_was_never_removed_cannot_be_put_back(tmp_path):
    with pytest.raises(UnknownArticle, match="'a'"):
        library(tmp_path / "none").restore("a")
