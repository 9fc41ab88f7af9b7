"""ES modules joined into one classic script, because `file://` loads no modules.

Our own modules say little enough for that: named imports at the start of a line, and
`export` before a declaration. Each becomes a function that gives what it exports, in
the order in which they need one another. Whatever else a module might say is refused.
What is imported only when it is needed (`import("./timeline.js")`) is joined too, or,
for a server, left to be asked for.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable

from webapp.errors import UnjoinableScript

Read = Callable[[str], str]
"""From the name of a module ("js/main.js") to what it says."""

_IMPORT = re.compile(
    r"""^import\s+(?:\{(?P<names>[^}]*)\}\s*from\s*)?["'](?P<path>[^"']+)["'];?[ ]*$""",
    re.MULTILINE,
)
_DYNAMIC = re.compile(r"""(?<![\w.$])import\(\s*["'](?P<path>\.[^"']+)["']\s*\)""")
_EXPORT = re.compile(
    r"^export\s+(?=(?:async\s+)?(?:function\*?|class|const|let)\s+(?P<name>[\w$]+))",
    re.MULTILINE,
)
_LIST = re.compile(r"^export\s*\{(?P<names>[^}]*)\};?[ ]*$", re.MULTILINE)
_LEFT_OVER = re.compile(
    r"^(?:import|export)\b.*|\bimport\.meta\b|(?<![\w.$])import\(", re.MULTILINE
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_DOC = re.compile(r"^[ ]*/\*\*.*?\*/[ ]*\n|^[ ]*//[^\n]*\n", re.DOTALL | re.MULTILINE)
"""A comment on lines of its own; who reads it has the module itself."""
_REMARK = re.compile(r"""[ ]+// [^"'`\n]*$""", re.MULTILINE)
"""A remark behind a line; with a quote in it, it might be part of a string."""
_INDENTATION = re.compile(r"^[ ]+", re.MULTILINE)


def joined(entry: str, read: Read, *, later: bool = False) -> str:
    """One classic script, whose value `toposcope` has what the entry exports.

    Parameters
    ----------
    entry : str
        Name of the module to begin with.
    read : callable
        Gives what a module says.
    later : bool
        True to leave out what is imported only when it is needed: it is asked for by
        its name, as `import()` writes it.

    Raises
    ------
    UnjoinableScript
        If modules import one another in a circle, or say what is not understood.
    """
    written: dict[str, str] = {}
    _add(entry, read, written, (), later=later)
    modules = "\n".join(written.values())
    start = f"return {_variable(entry)};"
    return f'var toposcope = (function () {{\n"use strict";\n{modules}\n{start}\n}})();'


def _add(
    name: str,
    read: Read,
    written: dict[str, str],
    above: tuple[str, ...],
    *,
    later: bool,
) -> None:
    """Write a module after all that it imports."""
    if name in above:
        circle = " -> ".join((*above[above.index(name) :], name))
        message = f"modules import one another in a circle: {circle}; part them"
        raise UnjoinableScript(message)
    if name in written:
        return
    script = read(name)
    for pattern in (_IMPORT,) if later else (_IMPORT, _DYNAMIC):
        for match in pattern.finditer(script):
            imported = _beside(name, match["path"])
            _add(imported, read, written, (*above, name), later=later)
    written[name] = _as_function(name, script, later=later)


def _as_function(name: str, script: str, *, later: bool) -> str:
    exports = [match["name"] for match in _EXPORT.finditer(script)]
    for match in _LIST.finditer(script):
        exports += _renamed(match["names"])
    body = _EXPORT.sub("", _LIST.sub("", _REMARK.sub("", _DOC.sub("", script))))
    body = _IMPORT.sub(lambda match: _taken(name, match), body)
    if not later:
        body = _DYNAMIC.sub(lambda match: _at_hand(name, match), body)
    _check(name, _DYNAMIC.sub("", body))
    if not any(line.count("`") % 2 for line in body.splitlines()):
        body = _INDENTATION.sub("", body)  # no text runs over a line, so it is none
    gives = f"return {{ {', '.join(exports)} }};"
    return f"const {_variable(name)} = (function () {{\n{body}\n{gives}\n}})();"


def _at_hand(name: str, match: re.Match[str]) -> str:
    """What stands for an import of what is needed later."""
    return f"Promise.resolve({_variable(_beside(name, match['path']))})"


def _taken(name: str, match: re.Match[str]) -> str:
    """What stands for an import."""
    if not match["names"]:
        return ""
    names = ", ".join(_renamed(match["names"]))
    return f"const {{ {names} }} = {_variable(_beside(name, match['path']))};"


def _renamed(names: str) -> list[str]:
    """`a, b as c` -> `a`, `b: c`: as the braces of an object have it."""
    parts = [re.split(r"\s+as\s+", part.strip()) for part in names.split(",")]
    return [": ".join(part) for part in parts if part != [""]]


def _check(name: str, body: str) -> None:
    bare = _COMMENT.sub("", body)
    if left := _LEFT_OVER.search(bare):
        message = (
            f"{name} says {left[0]!r}, which cannot be joined; import and export names"
            " in braces, or before a function, class or const"
        )
        raise UnjoinableScript(message)


def _beside(name: str, path: str) -> str:
    """The name of a module that another one imports."""
    if not path.startswith("."):
        message = f"{name} imports {path!r}; import only modules beside it, by ./"
        raise UnjoinableScript(message)
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))


def _variable(name: str) -> str:
    """A variable that no module of ours uses: `js/main.js` -> `$js_main`."""
    return "$" + re.sub(r"\W", "_", name.removesuffix(".js"))


def inline(script: str) -> str:
    r"""A script that may stand in a page: nothing in it can end its element.

    Such words occur in strings and regular expressions alone, where a backslash
    before them changes nothing.

    Examples
    --------
    >>> inline("a('</script>');\n//# sourceMappingURL=a.js.map\n")
    "a('<\\/script>');"
    """
    script = re.sub(r"^//# sourceMappingURL=.*$", "", script, flags=re.MULTILINE)
    script = re.sub(r"</(?=script)", r"<\\/", script, flags=re.IGNORECASE)
    return script.replace("<!--", r"<\!--").strip()


def inline_json(value: object) -> str:
    r"""JSON that may stand in a page as a block of data.

    Examples
    --------
    >>> inline_json({"name": "</script><!--"})
    '{"name":"\\u003c/script>\\u003c!--"}'
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.replace("<", r"\u003c").replace("\u2028", r"\u2028")
