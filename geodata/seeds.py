"""Where the files are that ship as input."""

from __future__ import annotations

from pathlib import Path

from geodata.errors import DocumentError

_HERE = Path(__file__).parent


def seeds_folder() -> Path:
    """The folder of seeds: the packaged copy, or else the work tree's.

    Raises
    ------
    DocumentError
        If there is neither.

    Examples
    --------
    >>> (seeds_folder() / "articles").is_dir()
    True
    """
    for folder in (_HERE / "seeds", _HERE.parent / "seeds"):
        if folder.is_dir():
            return folder
    raise DocumentError("the shipped articles are missing; reinstall toposcope")


def shipped_articles() -> list[Path]:
    """The articles that came with the package, by name.

    Examples
    --------
    >>> shipped_articles()[0].suffix
    '.txt'
    """
    articles = (seeds_folder() / "articles").glob("*.txt")
    return sorted(articles, key=lambda path: path.name)
