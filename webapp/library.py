"""The articles a server shows: shipped, named when it started, or added by users.

Every article is a file; what is added is plain text, with its title beside it in a
small JSON file of the same stem. What people said of the names of an article lies
beside it too; of a shipped one, in the library's folder. What was worked out of an
article is kept in memory, by its content, and is worked out once however many ask for
it at the same time.
"""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from geodata.documents import (
    CORRECTIONS_SUFFIX,
    SIDECAR_SUFFIXES,
    corrections_file,
    read_document,
    slug,
    untaken,
)
from geodata.errors import DocumentError
from geodata.model import Atlas, Correction, Document
from geodata.writing import write_whole
from webapp.added import sent_document, sidecar_of, stem_for
from webapp.article import KEPT_ARTICLES, Article, Entry, Origin
from webapp.corrected import Corrected
from webapp.errors import CannotKeep, NotRemovable, ReadOnly, UnknownArticle
from webapp.once import OnceEach, forget, kept
from webapp.removed import Removed

ARTICLE_SUFFIXES = frozenset({".txt", ".text", ".md", ".html", ".htm"})
"""Files of the library that are articles."""

_KEPT_DOCUMENTS = 1024


class Library:
    """The articles of one server.

    Parameters
    ----------
    folder : path-like
        Where articles are added; it need not exist yet.
    shipped, named : iterable of path-like
        Articles that are served besides.
    build_atlas : callable
        Works out a document.
    read_only : bool
        True to refuse additions.
    max_bytes : int, optional
        Largest article that can be added, in bytes; no limit if not given.
    """

    def __init__(
        self,
        folder: Path,
        *,
        shipped: Iterable[Path] = (),
        named: Iterable[Path] = (),
        build_atlas: Callable[[Document], Atlas],
        read_only: bool = False,
        max_bytes: int | None = None,
    ) -> None:
        self.folder = folder
        self.read_only = read_only
        self._max_bytes = max_bytes
        self._shipped = tuple(shipped)
        self._named = tuple(named)
        self._started = datetime.now(UTC).timestamp()
        self._writing = threading.Lock()
        self._removed = Removed(folder)
        self._build_atlas = build_atlas
        self._articles = OnceEach(self._worked_out, kept=KEPT_ARTICLES)

    def entries(self) -> tuple[Entry, ...]:
        """Every article, the newest of the user's own first, the shipped ones last."""
        entries = tuple(self._entries())
        return tuple(sorted(entries, key=self._rank))

    def newest(self) -> Entry:
        """What the front page shows.

        Raises
        ------
        UnknownArticle
            If there is no article at all.
        """
        entries = self.entries()
        if not entries:
            message = "there are no articles yet; add one at /articles"
            raise UnknownArticle(message)
        return entries[0]

    def entry(self, article_id: str) -> Entry:
        """One article of the list.

        Raises
        ------
        UnknownArticle
            If no article has this id.
        """
        wanted = unicodedata.normalize("NFC", article_id)
        for entry in self._entries():
            if entry.id == wanted:
                return entry
        message = f"no article {article_id!r}; the articles are listed at /articles"
        raise UnknownArticle(message)

    def document(self, entry: Entry) -> Document:
        """The text of an article, under the article's id, with its corrections.

        Raises
        ------
        DocumentError
            If the file cannot be read as a text.
        """
        try:
            state = entry.path.stat()
        except OSError as error:
            message = f"{entry.path.name} cannot be read ({error.strerror})"
            raise DocumentError(message) from None
        sidecars = [_modified(entry.path.with_suffix(end)) for end in SIDECAR_SUFFIXES]
        document = _read(entry.path, state.st_mtime_ns, state.st_size, *sidecars)
        return replace(document, id=entry.id, corrections=self.corrections(entry))

    def corrections(self, entry: Entry) -> tuple[Correction, ...]:
        """What people said of the names of an article, in the order they said it.

        Raises
        ------
        DocumentError
            If their file cannot be read.
        """
        return self._corrected(entry).read()

    def title(self, entry: Entry) -> str:
        """The title of an article; of one without, or unreadable, its file's name."""
        try:
            return self.document(entry).title or entry.path.name
        except DocumentError:
            return entry.path.name

    def article(self, entry: Entry) -> Article:
        """An article with everything that is worked out of it."""
        return self._articles(self.document(entry))

    def add(
        self, content: bytes, *, title: str = "", name: str = "", published: str = ""
    ) -> Entry:
        """Add an article.

        Parameters
        ----------
        content : bytes
            The file as it was sent.
        title : str, optional
            The title; if empty, the first line of the text.
        name : str, optional
            The name of the file, whose suffix says how it is read.
        published : str, optional
            The day it was published; if empty, what the file says of that.

        Raises
        ------
        ReadOnly
            If nothing can be added.
        DocumentTooLarge
            If the content is over the limit.
        DocumentError
            If the content is no text.
        CannotKeep
            If the library's folder cannot be written.
        """
        self._check_writable("added")
        document = sent_document(
            content,
            title=title,
            name=name,
            published=published,
            max_bytes=self._max_bytes,
        )
        stem = stem_for(document, name)
        try:
            with self._writing:
                return self._kept(document, stem)
        except OSError as error:
            message = f"the library cannot be written ({error.strerror})"
            raise CannotKeep(f"{message}; nothing was added") from error

    def remove(self, entry: Entry) -> str:
        """Take an article that was added off the list, and forget what is kept of it.

        Returns
        -------
        str
            The name that `restore` puts it back by.

        Raises
        ------
        ReadOnly
            If nothing can be changed.
        NotRemovable
            If it was not added: it is shipped, or was named.
        CannotKeep
            If it cannot be moved.
        """
        self._check_writable("removed")
        if entry.origin is not Origin.ADDED or entry.path in self._named:
            came = "comes with Toposcope"
            if entry.origin is not Origin.SHIPPED:
                came = "was named when the server started"
            message = f"{entry.id!r} {came}; only what was added can be removed"
            raise NotRemovable(message)
        with self._writing:
            name = self._removed.put(entry.path)
        self._articles.forget(entry.id)
        forget()
        return name

    def restore(self, name: str) -> Entry:
        """Put a removed article back; raises what `Removed.restore` does.

        Raises
        ------
        ReadOnly
            If nothing can be changed.
        """
        self._check_writable("put back")
        with self._writing:
            path = self._removed.restore(name, self._taken())
        return next(entry for entry in self._entries() if entry.path == path)

    def removed_title(self, name: str) -> str | None:
        """What a removed article is called; None if there is none of this name."""
        return self._removed.title(name)

    def clear_out(self) -> None:
        """Delete what was removed so long ago that nobody will put it back."""
        if not self.read_only:
            with self._writing:
                self._removed.clear(datetime.now(UTC).timestamp())

    def _check_writable(self, done: str) -> None:
        if self.read_only:
            message = f"this server is read-only; articles cannot be {done}"
            raise ReadOnly(message)

    def correct(self, entry: Entry, correction: Correction) -> None:
        """Keep what a person says of a name; raises what `Corrected.add` does."""
        self._corrected(entry).add(correction)

    def take_back(self, entry: Entry, correction_id: str) -> None:
        """Forget a correction; raises what `Corrected.remove` does."""
        self._corrected(entry).remove(correction_id)

    def _corrected(self, entry: Entry) -> Corrected:
        """Beside the article; what is shipped stays as it is."""
        path = corrections_file(entry.path)
        if entry.origin is Origin.SHIPPED:
            path = self.folder / f"{entry.id}{CORRECTIONS_SUFFIX}"
        return Corrected(path, self._writing, read_only=self.read_only)

    def _kept(self, document: Document, stem: str) -> Entry:
        """Write a document and its sidecar under an id that is new."""
        self.folder.mkdir(parents=True, exist_ok=True)
        article_id = untaken(stem, self._taken())
        path = self.folder / f"{article_id}.txt"
        sidecar = path.with_suffix(".json")
        write_whole(sidecar, sidecar_of(document))
        try:
            write_whole(path, document.text.encode("utf-8"))
        except OSError:
            sidecar.unlink()
            raise
        return Entry(id=article_id, path=path, origin=Origin.ADDED)

    def _taken(self) -> set[str]:
        """Ids that no further article can have."""
        files = self.folder.iterdir() if self.folder.is_dir() else ()
        stems = {slug(path.stem) for path in files if not path.name.startswith(".")}
        return stems | {entry.id for entry in self._entries()}

    def _worked_out(self, document: Document) -> Article:
        return Article(
            id=document.id,
            title=document.title,
            document=document,
            atlas=self._build_atlas(document),
        )

    def _entries(self) -> Iterator[Entry]:
        """Every article in an order in which ids are given out once for all."""
        taken: set[str] = set()
        for origin, paths in (
            (Origin.SHIPPED, self._shipped),
            (Origin.NAMED, self._named),
            (Origin.ADDED, _articles_in(self.folder)),
        ):
            for path in paths:
                article_id = untaken(slug(path.stem), taken)
                taken.add(article_id)
                yield Entry(id=article_id, path=path, origin=origin)

    def _rank(self, entry: Entry) -> tuple[int, float, str]:
        """Added since the start, named, added before, shipped; the newest first."""
        if entry.origin is Origin.SHIPPED:
            return 3, 0.0, entry.id
        if entry.origin is Origin.NAMED:
            return 1, self._named.index(entry.path), ""
        added = _modified(entry.path)
        return (0 if added >= self._started else 2), -added, entry.id


@kept(_KEPT_DOCUMENTS)
def _read(path: Path, *state: float) -> Document:  # noqa: ARG001
    """A document, read again only if its file or its sidecar has changed."""
    return read_document(path)


def _articles_in(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in ARTICLE_SUFFIXES
        and not path.name.startswith(".")
        and path.is_file()
    )


def _modified(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
