"""Static files under names that hold a digest of their content.

A file `js/main.js` is served as `js/main.<digest>.js`, so that a browser may keep it
for ever. What scripts and style sheets name beside themselves (`import("./map.js")`,
`url(images/layers.png)`) is rewritten to such names too, because an import map would
have to stand in the page, where the content security policy allows no script.

What is imported when a file is loaded is joined with it (see `webapp.joined`), unless
the files are to be read anew: who works on the page wants each file as it is. What is
imported later, by `import()`, is joined by itself and asked for then.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from webapp.errors import UnjoinableScript, UnknownAsset
from webapp.joined import join_styles
from webapp.scripts import joined

_DIGEST_LENGTH = 12
_IMPORT = re.compile(
    r"""(?P<before>(?:\bfrom|\bimport)\s*\(?\s*["'])(?P<name>\.{1,2}/[^"'\n]+)(?=["'])"""
)
_CSS_NAME = re.compile(
    r"""(?P<before>(?:\burl\(\s*["']?|@import\s+["']))(?P<name>[^"')\s]+)"""
)
_EXPORT = re.compile(
    r"^export\s+(?:async\s+)?(?:function\*?|class|const|let)\s+([\w$]+)", re.M
)
_SCRIPTS = (".js", ".mjs")
_VENDOR = "vendor/"
_MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".pmtiles": "application/vnd.pmtiles",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}
_COMPRESSED = frozenset({".css", ".js", ".json", ".mjs", ".svg", ".txt"})


@dataclass(frozen=True, kw_only=True)
class Asset:
    """One static file."""

    path: Path
    """The file; for what is made, the name that it is asked for by."""
    media_type: str
    """What the Content-Type header says."""
    digest: str
    """The start of the SHA-256 of what is served."""
    body: bytes | None
    """What is served, references rewritten; None to serve the file by parts."""

    @cached_property
    def compressed(self) -> bytes | None:
        """The body by gzip, made once; None for what does not get smaller."""
        if self.body is None or self.path.suffix not in _COMPRESSED:
            return None
        return gzip.compress(self.body, mtime=0)


class Assets:
    """The static files of one application.

    Parameters
    ----------
    folder : path-like
        Where they are.
    reload : bool
        True to look at the files anew whenever a page asks for a name, and to leave
        each as it is; otherwise style sheets and modules are joined.
    made : mapping, optional
        What is served as a file and is none: its name, and what gives its bytes.
    """

    def __init__(
        self,
        folder: Path,
        *,
        reload: bool = False,
        made: Mapping[str, Callable[[], bytes]] | None = None,
    ) -> None:
        self._folder = folder.resolve()
        self._made = dict(made or {})
        self._reload = reload
        self._assets: dict[str, Asset] = {}
        self._modules: dict[str, list[str]] = {}

    def refresh(self) -> None:
        """Forget what was read, if files may have changed."""
        if self._reload:
            self._assets = {}
            self._modules = {}

    def hashed_name(self, name: str) -> str:
        """`js/main.js` -> `js/main.<digest>.js`; a missing file keeps its name."""
        try:
            digest = self._asset(name).digest
        except UnknownAsset:
            return name
        stem, suffix = posixpath.splitext(name)
        return f"{stem}.{digest}{suffix}"

    def modules(self, name: str) -> list[str]:
        """The modules that a page asks for to run one: it alone, if they are joined."""
        if name not in self._modules:
            alone = self._joined_script(name) is not None
            self._modules[name] = [name] if alone else sorted(self._reached(name))
        return self._modules[name]

    def find(self, hashed_name: str) -> Asset:
        """The file that a hashed name stands for.

        Raises
        ------
        UnknownAsset
            If there is no such file, or its content is another one.
        """
        stem, suffix = posixpath.splitext(hashed_name)
        plain, _, digest = stem.rpartition(".")
        asset = self._asset(f"{plain}{suffix}") if plain else None
        if asset is None or asset.digest != digest:
            message = f"no static file {hashed_name!r}; reload the page that names it"
            raise UnknownAsset(message)
        return asset

    def _asset(self, name: str) -> Asset:
        if name not in self._assets:
            self._assets[name] = self._read(name)
        return self._assets[name]

    def _read(self, name: str) -> Asset:
        if name in self._made:
            return _made_asset(name, self._made[name]())
        path = self._path(name)
        media_type = _MEDIA_TYPES.get(path.suffix) or (
            mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        )
        if path.suffix == ".pmtiles":
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            body = None
        else:
            body, digest = self._rewritten(name, path)
        return Asset(
            path=path,
            media_type=media_type,
            digest=digest[:_DIGEST_LENGTH],
            body=body,
        )

    def _path(self, name: str) -> Path:
        path = self._folder / name.replace("\0", "?")
        if path.is_file() and path.resolve().is_relative_to(self._folder):
            return path
        message = f"no static file {name!r}"
        raise UnknownAsset(message)

    def _rewritten(self, name: str, path: Path) -> tuple[bytes, str]:
        if path.suffix in _SCRIPTS:
            body = self._joined_script(name) or path.read_bytes()
            return self._with_hashed_modules(name, body), self._reach_digest(name)
        body = path.read_bytes()
        if path.suffix == ".css":
            if not self._reload:
                body = join_styles(name, self._text).encode()
            body = self._with_hashed_files(name, body)
        return body, hashlib.sha256(body).hexdigest()

    def _joined_script(self, name: str) -> bytes | None:
        """A module with all that it imports; None where each is served by itself.

        That is so where they are to be read anew, or import one another in a circle.
        """
        if self._reload or not self._imports_any(name):
            return None
        try:
            script = joined(name, self._text, later=True)
        except (UnjoinableScript, UnknownAsset):
            return None
        exported = ", ".join(_EXPORT.findall(self._text(name)))
        return f"{script}\nexport const {{ {exported} }} = toposcope;\n".encode()

    def _imports_any(self, name: str) -> bool:
        return any(self._imports(name, self._path(name).read_bytes()))

    def _text(self, name: str) -> str:
        return self._path(name).read_text(encoding="utf-8")

    def _with_hashed_files(self, name: str, body: bytes) -> bytes:
        """A style sheet whose images and imports have their hashed names."""
        folder = posixpath.dirname(name)

        def hashed(match: re.Match[str]) -> str:
            target = posixpath.normpath(posixpath.join(folder, match["name"]))
            known = self.hashed_name(target)
            if known == target:  # data:, a fragment, or no file of ours
                return match[0]
            return match["before"] + posixpath.relpath(known, folder or ".")

        return _CSS_NAME.sub(hashed, body.decode("utf-8")).encode()

    def _with_hashed_modules(self, name: str, body: bytes) -> bytes:
        """A module whose imports have their hashed names."""
        reached = dict(self._imports(name, body))

        def hashed(match: re.Match[str]) -> str:
            if match["name"] not in reached:
                return match[0]
            stem, suffix = posixpath.splitext(match["name"])
            digest = self._reach_digest(reached[match["name"]])
            return f"{match['before']}{stem}.{digest}{suffix}"

        return _IMPORT.sub(hashed, body.decode("utf-8")).encode() if reached else body

    def _reach_digest(self, name: str) -> str:
        """A digest of a module and of all that it imports, however far away.

        Not of the served bytes: modules may import one another in a circle, where no
        digest could hold itself.
        """
        digest = hashlib.sha256()
        for module, body in sorted(self._reached(name).items()):
            digest.update(module.encode() + b"\0" + body + b"\0")
        return digest.hexdigest()[:_DIGEST_LENGTH]

    def _reached(self, name: str) -> dict[str, bytes]:
        """A module and all that it imports, by their names."""
        seen: dict[str, bytes] = {}
        waiting = [name]
        while waiting:
            module = waiting.pop()
            if module not in seen:
                seen[module] = self._path(module).read_bytes()
                waiting += [path for _, path in self._imports(module, seen[module])]
        return seen

    def _imports(self, name: str, body: bytes) -> Iterator[tuple[str, str]]:
        """What our own module imports: as it writes it, and as a static file's name."""
        if name.startswith(_VENDOR):
            return
        for match in _IMPORT.finditer(body.decode("utf-8")):
            path = posixpath.normpath(
                posixpath.join(posixpath.dirname(name), match["name"])
            )
            if (self._folder / path).is_file():
                yield match["name"], path


def _made_asset(name: str, body: bytes) -> Asset:
    path = Path(name)
    return Asset(
        path=path,
        media_type=_MEDIA_TYPES[path.suffix],
        digest=hashlib.sha256(body).hexdigest()[:_DIGEST_LENGTH],
        body=body,
    )
