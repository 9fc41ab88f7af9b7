from __future__ import annotations

import threading
import time

from geodata.errors import DocumentError
from geodata.model import Atlas, Document
from tests.unit.webapp.sample import sample_atlas
from webapp.once import OnceEach


class Slow:
    """Counts its calls, and takes long enough for others to come."""

    def __init__(self, *, broken: int = 0) -> None:
        self.calls = 0
        self.broken = broken

    def __call__(self, document: Document) -> Atlas:
        self.calls += 1
        time.sleep(0.1)
        if self.calls <= self.broken:
            message = "no gazetteer"
            raise DocumentError(message)
        return sample_atlas(document)


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


def test_who_asks_first_at_the_same_time_has_it_worked_out_once():
    slow = Slow()
    answers = ask_at_once(OnceEach(slow, kept=4), texts("a") * 8)
    assert slow.calls == 1
    assert all(answer is answers[0] for answer in answers)


def test_different_texts_are_worked_out_each():
    slow = Slow()
    ask_at_once(OnceEach(slow, kept=4), texts("a", "b", "c"))
    assert slow.calls == 3


def test_what_failed_is_tried_again_when_asked_again():
    slow = Slow(broken=1)
    each = OnceEach(slow, kept=4)
    assert ask_at_once(each, texts("a") * 3) == ["no gazetteer"] * 3
    assert slow.calls == 1
    assert isinstance(each(texts("a")[0]), Atlas)


def test_only_what_was_asked_for_last_is_kept():
    slow = Slow()
    each = OnceEach(slow, kept=2)
    for document in texts("a", "b", "a", "c", "a", "b"):
        each(document)
    assert slow.calls == 4
