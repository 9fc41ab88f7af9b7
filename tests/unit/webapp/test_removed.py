from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from webapp.errors import CannotKeep, UnknownArticle
from webapp.removed import FOLDER, KEPT_DAYS, Removed

ALL = ("snow.txt", "snow.json", "snow.toml", "snow.corrections.json")


def fill(folder: Path, *names: str) -> list[Path]:
    for name in names:
        content = '{"corrections": []}' if ".json" in name else 'title = "Cold"'
        (folder / name).write_text(content, encoding="utf-8")
    return [folder / name for name in names]


def files(folder: Path) -> list[str]:
    return sorted(
        str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()
    )


def test_an_article_goes_with_all_that_lies_beside_it_and_comes_back(tmp_path):
    article, *_ = fill(tmp_path, *ALL, "snowman.txt", "ice.json")
    removed = Removed(tmp_path)
    before = files(tmp_path)
    assert removed.put(article) == "snow"
    assert files(tmp_path) == sorted(
        ["ice.json", "snowman.txt", *(f"{FOLDER}/snow/{name}" for name in ALL)]
    )
    assert removed.title("snow") == "Cold"
    assert removed.restore("snow", {"ice", "snowman"}) == article
    assert files(tmp_path) == before
    assert removed.title("snow") is None


def test_what_another_text_of_the_stem_needs_stays(tmp_path):
    article, *_ = fill(tmp_path, "snow.txt", "snow.html", "snow.json")
    Removed(tmp_path).put(article)
    assert files(tmp_path) == [f"{FOLDER}/snow/snow.txt", "snow.html", "snow.json"]


def test_two_of_one_name_are_both_kept(tmp_path):
    removed = Removed(tmp_path)
    names = [removed.put(fill(tmp_path, "snow.txt")[0]) for _ in range(3)]
    assert len(set(names)) == 3
    assert len(files(tmp_path)) == 3


@pytest.mark.parametrize("there", ["snow.txt", "snow.corrections.json"])
def test_nothing_is_written_over_when_an_article_comes_back(tmp_path, there):
    removed = Removed(tmp_path)
    article, *_ = fill(tmp_path, *ALL)
    removed.put(article)
    fill(tmp_path, there)
    back = removed.restore("snow", {"snow", "snow-2"})
    assert back.name == "snow-3.txt"
    assert files(tmp_path) == sorted(
        [there, *(name.replace("snow", "snow-3") for name in ALL)]
    )


@pytest.mark.parametrize("name", ["", "..", ".", "snow", "../snow", "/"])
def test_a_name_leads_nowhere_but_to_what_was_removed(tmp_path, name):
    fill(tmp_path, "snow.txt")
    removed = Removed(tmp_path)
    removed.put(fill(tmp_path, "ice.txt")[0])
    assert removed.title(name) is None
    with pytest.raises(UnknownArticle):
        removed.restore(name, ())
    assert files(tmp_path) == [f"{FOLDER}/ice/ice.txt", "snow.txt"]


def test_a_text_that_cannot_be_read_is_called_as_its_file(tmp_path):
    (tmp_path / "bytes.txt").write_bytes(b"\0\xff")
    assert Removed(tmp_path).put(tmp_path / "bytes.txt") == "bytes"
    assert Removed(tmp_path).title("bytes") == "bytes.txt"


def test_all_stays_if_anything_cannot_be_moved(tmp_path, monkeypatch):
    article, *_ = fill(tmp_path, *ALL)
    rename = Path.rename

    def full(path: Path, target: Path) -> Path:
        if path.name == "snow.toml" and FOLDER in str(target):
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(CannotKeep, match=r"No space.*nothing was removed"):
        Removed(tmp_path).put(article)
    assert files(tmp_path) == sorted(ALL)
    assert [*(tmp_path / FOLDER).iterdir()] == []


def test_what_was_removed_goes_for_good_after_its_days_and_not_before(tmp_path):
    old, new = fill(tmp_path, "snow.txt", "ice.txt")
    removed, now = Removed(tmp_path), time.time()
    removed.clear(now)  # there is nothing yet
    removed.put(old)
    removed.put(new)
    ago = now - (KEPT_DAYS + 1) * 86_400
    os.utime(tmp_path / FOLDER / "snow", (ago, ago))
    fill(tmp_path / FOLDER, "a note.txt")
    removed.clear(now)
    assert files(tmp_path) == sorted([f"{FOLDER}/a note.txt", f"{FOLDER}/ice/ice.txt"])
    assert removed.title("snow") is None
    removed.clear(now + (KEPT_DAYS - 1) * 86_400)
    assert removed.title("ice") is not None


def test_a_link_among_them_leads_nowhere_that_is_cleared(tmp_path):
    (kept := tmp_path / "kept").mkdir()
    (kept / "letter.txt").write_text("Oslo", encoding="utf-8")
    (library := tmp_path / "library").mkdir()
    (library / FOLDER).mkdir()
    (library / FOLDER / "link").symlink_to(kept)
    Removed(library).clear(kept.stat().st_mtime + (KEPT_DAYS + 1) * 86_400)
    assert (kept / "letter.txt").exists()
