"""Work that is done once, however many ask for it at the same time."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from functools import lru_cache
from typing import Generic, ParamSpec, TypeVar

from geodata.model import Document

Result = TypeVar("Result")
Asked = ParamSpec("Asked")
_forgets: list[Callable[[], None]] = []


def kept(most: int) -> Callable[[Callable[Asked, Result]], Callable[Asked, Result]]:
    """Keep what a function gives, those asked for last, until `forget` is called."""

    def keep(function: Callable[Asked, Result]) -> Callable[Asked, Result]:
        keeping = lru_cache(maxsize=most)(function)
        _forgets.append(keeping.cache_clear)
        return keeping  # type: ignore[return-value]  # it takes what the function takes

    return keep


def forget() -> None:
    """Forget all that `kept` keeps: it is worked out again when it is asked for."""
    for forget_one in _forgets:
        forget_one()


class OnceEach(Generic[Result]):
    """Works out each document once, also when several ask at the same time.

    Parameters
    ----------
    build : callable
        From a document to what is worked out of it.
    kept : int
        How many results are kept; those asked for last stay.
    """

    def __init__(self, build: Callable[[Document], Result], *, kept: int) -> None:
        self._build = build
        self._kept = kept
        self._lock = threading.Lock()
        self._results: OrderedDict[Document, Future[Result]] = OrderedDict()

    def __call__(self, document: Document) -> Result:
        """The result for a document; an error reaches all who wait, and is not kept."""
        with self._lock:
            future = self._results.get(document)
            first = future is None
            if future is None:
                future = self._results[document] = Future()
                while len(self._results) > self._kept:
                    self._results.popitem(last=False)
            self._results.move_to_end(document)
        if first:
            self._fill(document, future)
        return future.result()

    def forget(self, document_id: str) -> None:
        """Keep nothing of a document any longer."""
        with self._lock:
            for document in [each for each in self._results if each.id == document_id]:
                del self._results[document]

    def _fill(self, document: Document, future: Future[Result]) -> None:
        try:
            future.set_result(self._build(document))
        except BaseException as error:
            with self._lock:
                self._results.pop(document, None)
            future.set_exception(error)
            raise
