"""Articles that were taken off the list, each whole in a folder of its own.

What is removed can be put back; it goes for good when it has lain there for a month.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from geodata.documents import (
    CORRECTIONS_SUFFIX,
    SIDECAR_SUFFIXES,
    read_document,
    slug,
    untaken,
)
from geodata.errors import DocumentError
from webapp.errors import CannotKeep, UnknownArticle

FOLDER = ".removed"
"""Where they lie, in the folder of the library; no article is looked for there."""

KEPT_DAYS = 30
"""How long what was removed can be put back, at the least."""

_DAY = 86_400


class Removed:
    """The removed articles of one library; whoever calls sees to it that one writes.

    Parameters
    ----------
    library : Path
        The folder that articles are taken from and put back into.
    """

    def __init__(self, library: Path) -> None:
        self._library = library
        self._folder = library / FOLDER

    def put(self, article: Path) -> str:
        """Take an article off, with all that lies beside it for it alone.

        Returns
        -------
        str
            The name that it is put back by.

        Raises
        ------
        CannotKeep
            If it cannot be moved; all stays as it was.
        """
        with _whole("removed"):
            self._folder.mkdir(exist_ok=True)
            taken = {path.name for path in self._folder.iterdir()}
            name = untaken(slug(article.stem), taken)
            home = self._folder / name
            home.mkdir()
            try:
                _move({path: home / path.name for path in _files_of(article)})
            except OSError:
                home.rmdir()
                raise
        return name

    def title(self, name: str) -> str | None:
        """What a removed article is called; None if there is none of this name."""
        try:
            article = self._article(name)
        except UnknownArticle:
            return None
        try:
            return read_document(article).title or article.name
        except DocumentError:
            return article.name

    def restore(self, name: str, taken: Iterable[str]) -> Path:
        """Put an article back, under another stem if its own is an article's by now.

        Parameters
        ----------
        name : str
            As `put` gave it.
        taken : iterable of str
            Ids that the article cannot have.

        Returns
        -------
        Path
            Where it is.

        Raises
        ------
        UnknownArticle
            If nothing was removed under this name.
        CannotKeep
            If it cannot be moved; all stays as it was.
        """
        article = self._article(name)
        ids = set(taken)
        with _whole("put back"):
            targets = self._targets(article, article.stem)
            while slug(targets[article].stem) in ids or any(
                target.exists() for target in targets.values()
            ):
                ids.add(slug(targets[article].stem))
                targets = self._targets(article, untaken(slug(article.stem), ids))
            _move(targets)
            article.parent.rmdir()
        return targets[article]

    def clear(self, now: float) -> None:
        """Delete what was removed more than `KEPT_DAYS` before `now`, in seconds.

        What cannot be deleted stays, and so does whatever else lies in the folder.
        """
        homes = list(self._folder.iterdir()) if self._folder.is_dir() else []
        for home in homes:
            with contextlib.suppress(OSError):
                # Its own time is when the article was moved into it.
                if _is_home(home) and home.stat().st_mtime < now - KEPT_DAYS * _DAY:
                    for path in home.iterdir():
                        path.unlink()
                    home.rmdir()

    def _targets(self, article: Path, stem: str) -> dict[Path, Path]:
        """Where each file of a removed article goes, under some stem."""
        return {
            path: self._library / f"{stem}{path.name[len(article.stem) :]}"
            for path in article.parent.iterdir()
        }

    def _article(self, name: str) -> Path:
        """The text of a removed article; names are compared, never made into a path."""
        homes = self._folder.iterdir() if self._folder.is_dir() else iter(())
        for home in homes:
            if home.name == name:
                for path in filter(_is_text, home.iterdir()):
                    return path
        message = f"no article was removed as {name!r}; it may be back already"
        raise UnknownArticle(message)


def _is_home(path: Path) -> bool:
    """A folder, and no link to one: what that holds was removed by nobody."""
    return path.is_dir() and not path.is_symlink()


def _files_of(article: Path) -> list[Path]:
    """An article and what is said of it; not what another of the stem needs too."""
    beside = [
        path
        for end in (CORRECTIONS_SUFFIX, *SIDECAR_SUFFIXES)
        if (path := article.with_suffix(end)).is_file()
    ]
    twins = [
        path
        for path in article.parent.iterdir()
        if path.stem == article.stem and path != article and _is_text(path)
    ]
    return [article] if twins else [article, *beside]


def _is_text(path: Path) -> bool:
    return path.suffix.lower() not in SIDECAR_SUFFIXES and path.is_file()


def _move(targets: dict[Path, Path]) -> None:
    """Move all files, or none."""
    moved: list[Path] = []
    try:
        for path, target in targets.items():
            path.rename(target)
            moved.append(path)
    except OSError:
        for path in moved:
            targets[path].rename(path)
        raise


@contextmanager
def _whole(done: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = f"the library cannot be written ({error.strerror})"
        raise CannotKeep(f"{message}; nothing was {done}") from error
