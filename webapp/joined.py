"""Style sheets joined at serve time, so that a page asks for one and not for many.

The files stay as they are written: one for each component, named in the order they
are to have by the `@import` rules of the sheet that takes them in. What is served has
no comments and no indentation; who reads a sheet has the file itself.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

Read = Callable[[str], str]
"""The content of a static file, by its name."""

_IMPORT = re.compile(r"""^@import\s+["'](?P<name>[^"']+)["']\s*;[ \t]*\n?""", re.M)
_STRING_OR_COMMENT = re.compile(
    r"""(?P<kept>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|/\*!.*?\*/)|/\*.*?\*/""", re.S
)
"""A comment that begins with an exclamation mark is kept: it says whose it is."""
_INDENTATION = re.compile(r"^[ \t]+|^\n", re.M)
_URL = re.compile(r"""(?P<before>\burl\(\s*["']?)(?P<name>(?![a-z]+:|#|/)[^"')\s]+)""")


def join_styles(name: str, read: Read) -> str:
    """A style sheet with all that it imports in the place of the import.

    Parameters
    ----------
    name : str
        The style sheet, such as "css/main.css".
    read : callable
        Gives the content of a static file by its name.
    """
    folder = posixpath.dirname(name)

    def taken_in(match: re.Match[str]) -> str:
        imported = posixpath.normpath(posixpath.join(folder, match["name"]))
        return _moved(join_styles(imported, read), posixpath.dirname(imported), folder)

    return _IMPORT.sub(taken_in, _bare(read(name)))


def _bare(style: str) -> str:
    """A style sheet without what is for its readers alone."""
    style = _STRING_OR_COMMENT.sub(lambda match: match["kept"] or "", style)
    return _INDENTATION.sub("", style)


def _moved(style: str, origin: str, target: str) -> str:
    """A style sheet whose files are named as seen from another folder."""
    if origin == target:
        return style

    def seen(match: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(origin, match["name"]))
        return match["before"] + posixpath.relpath(path, target or ".")

    return _URL.sub(seen, style)
