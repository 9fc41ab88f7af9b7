"""The file of one article that holds what people said of its names."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from geodata.documents import correction_id, corrections_json, read_corrections
from geodata.model import Correction
from geodata.writing import write_whole
from webapp.errors import CannotKeep, ReadOnly, UnknownCorrection


class Corrected:
    """What people said of the names of one article.

    Parameters
    ----------
    path : Path
        The file; it need not exist yet, and goes with the last correction.
    writing : threading.Lock
        Held while it is changed.
    read_only : bool
        True to refuse changes.
    """

    def __init__(self, path: Path, writing: threading.Lock, *, read_only: bool) -> None:
        self._path = path
        self._writing = writing
        self._read_only = read_only

    def read(self) -> tuple[Correction, ...]:
        """In the order they were said.

        Raises
        ------
        DocumentError
            If the file cannot be read.
        """
        return read_corrections(self._path)

    def add(self, correction: Correction) -> None:
        """Keep a correction, in place of what was said before of the same.

        Raises
        ------
        ReadOnly
            If nothing can be changed.
        DocumentError
            If the corrections that are there cannot be read.
        CannotKeep
            If they cannot be written.
        """
        with self._changing():
            self._keep((*self._without(correction_id(correction)), correction))

    def remove(self, wanted: str) -> None:
        """Forget the correction with an id.

        Raises
        ------
        UnknownCorrection
            If there is none.
        ReadOnly, DocumentError, CannotKeep
            As `add` does.
        """
        with self._changing():
            others = self._without(wanted)
            if len(others) == len(self.read()):
                message = f"no correction {wanted!r}; it may be taken back already"
                raise UnknownCorrection(message)
            self._keep(others)

    def _without(self, wanted: str) -> tuple[Correction, ...]:
        return tuple(each for each in self.read() if correction_id(each) != wanted)

    def _keep(self, given: tuple[Correction, ...]) -> None:
        if not given:
            self._path.unlink(missing_ok=True)
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self._path, corrections_json(given))

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """One change at a time, and only where changes can be made."""
        if self._read_only:
            message = "this server is read-only; nothing can be corrected"
            raise ReadOnly(message)
        try:
            with self._writing:
                yield
        except OSError as error:
            message = f"{self._path.name} cannot be written ({error.strerror})"
            raise CannotKeep(f"{message}; nothing was changed") from error
