from __future__ import annotations

import threading
from concurrent.futures import Future
from dataclasses import replace

import pytest

from geodata.errors import DocumentError
from geodata.model import Atlas, Document
from tests.unit.webapp.sample import sample_atlas
from webapp.once import OnceEach, forget, kept


class Slow:
    """Counts its calls, and is not ready before so many others wait for it."""

    def __init__(self, *, waiting: int = 0, broken: int = 0) -> None:
        self.calls = 0
        self.waiting = waiting
        self.broken = broken
        self.come = threading.Semaphore(0)

    def __call__(self, document: Document) -> Atlas:
        self.calls += 1
        for _ in range(self.waiting):
            assert self.come.acquire(timeout=10)
        if self.calls <= self.broken:
            message = "no gazetteer"
            raise DocumentError(message)
        return sample_atlas(document)


@pytest.fixture
def slow(monkeypatch):
    """Make one that hears of everybody who waits for a result."""

    def make(**more: int) -> Slow:
        made = Slow(**more)

        class Heard(Future):
            def result(self, timeout=None):
                made.come.release()
                return super().result(timeout)

        monkeypatch.setattr("webapp.once.Future", Heard)
        return made

    return make


def texts(*words: str) -> list[Document]:
    return [Document(id=word, title=word, text=word) for word in words]


def ask_at_once(each: OnceEach, documents: list[Document]) -> list[object]:
    answers: list[object] = []

    def ask(document: Document) -> None:
        try:
            answers.append(each(document))
        except DocumentError as error:
            answers.append(str(error))

    threads = [threading.Thread(target=ask, args=(one,)) for one in documents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_who_asks_first_at_the_same_time_has_it_worked_out_once(slow):
    build = slow(waiting=7)
    answers = ask_at_once(OnceEach(build, kept=4), texts("a") * 8)
    assert build.calls == 1
    assert len(answers) == 8
    assert all(answer is answers[0] for answer in answers)


def test_different_texts_are_worked_out_each(slow):
    build = slow()
    ask_at_once(OnceEach(build, kept=4), texts("a", "b", "c"))
    assert build.calls == 3


def test_what_is_said_beside_a_text_makes_it_another(slow):
    build = slow()
    each = OnceEach(build, kept=4)
    [text] = texts("a")
    each(text)
    for said in ({"title": "A"}, {"source": "here"}, {"published": "2024-01-31"}):
        each(replace(text, **said))
    assert build.calls == 4


def test_what_failed_is_tried_again_when_asked_again(slow):
    build = slow(waiting=2, broken=1)
    each = OnceEach(build, kept=4)
    assert ask_at_once(each, texts("a") * 3) == ["no gazetteer"] * 3
    assert build.calls == 1
    build.waiting = 0
    assert isinstance(each(texts("a")[0]), Atlas)


def test_only_what_was_asked_for_last_is_kept(slow):
    build = slow()
    each = OnceEach(build, kept=2)
    for document in texts("a", "b", "a", "c", "a", "b"):
        each(document)
    assert build.calls == 4


def test_what_is_forgotten_is_worked_out_again(slow):
    build = slow()
    each = OnceEach(build, kept=4)
    for document in texts("a", "b"):
        each(document)
    each.forget("a")
    for document in texts("a", "b"):
        each(document)
    assert build.calls == 3


def test_what_functions_keep_is_forgotten_together():
    calls = []

    @kept(2)
    def length(word: str) -> int:
        calls.append(word)
        return len(word)

    assert [length("Riga"), length("Riga")] == [4, 4]
    forget()
    assert length("Riga") == 4
    assert calls == ["Riga", "Riga"]
