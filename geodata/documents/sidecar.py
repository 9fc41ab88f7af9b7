"""What a small file beside an article says of it: title, date, source, language."""

from __future__ import annotations

import datetime
import json
import tomllib
from pathlib import Path
from typing import Any

from geodata.documents.decoding import is_whole
from geodata.errors import DocumentError

SIDECAR_FIELDS = ("title", "published", "source", "language")
"""What a sidecar may say; anything else in it is left alone."""

_PARSERS = {".toml": tomllib.loads, ".json": json.loads}

SIDECAR_SUFFIXES = tuple(_PARSERS)
"""What the names of sidecars end in; the first there is counts."""


def read_sidecar(path: Path) -> dict[str, str]:
    """What `<stem>.toml` or `<stem>.json` beside a file says of it.

    Raises
    ------
    DocumentError
        If there is such a file and it cannot be read.
    """
    for suffix, parse in _PARSERS.items():
        sidecar = path.with_suffix(suffix)
        if sidecar != path and sidecar.is_file():
            return _fields(sidecar, _parsed(sidecar, parse))
    return {}


def _parsed(sidecar: Path, parse: Any) -> Any:  # noqa: ANN401  whatever it holds
    try:
        return parse(sidecar.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise DocumentError(
            f"{sidecar.name} cannot be read ({error}); give a title, a date published,"
            " a source and a language, or remove it"
        ) from None


def _fields(sidecar: Path, given: Any) -> dict[str, str]:  # noqa: ANN401
    if not isinstance(given, dict):
        return {}
    found: dict[str, str] = {}
    for field in SIDECAR_FIELDS:
        value = given.get(field)
        if isinstance(value, datetime.date):  # as TOML has it, with a time or without
            value = value.isoformat()
        if isinstance(value, str) and is_whole(value):
            found[field] = value
        elif value is not None:
            raise DocumentError(
                f"{field} in {sidecar.name} is {value!r}; give a text in quotation"
                " marks"
            )
    return found
