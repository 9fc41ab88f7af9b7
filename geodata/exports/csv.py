"""CSV: one row a feature, its shape as WKT, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

import shapely

from geodata.exports.exporter import Exporter
from geodata.exports.tables import json_text
from geodata.model import Feature, Layer
from geodata.properties import (
    COLUMNS,
    TIME_COLUMNS,
    feature_id,
    properties,
    rounded_position,
    time_span,
)
from geodata.shapes import DECIMALS, written_shape

HEADER = ("id", *COLUMNS, *TIME_COLUMNS, "lon", "lat", "wkt")
"""Column names, in order."""

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠|%]|[\t\r\n]")
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?", re.IGNORECASE)


def write(layers: Sequence[Layer], *, about: Mapping[str, str]) -> bytes:  # noqa: ARG001
    """Rows of all layers under one header (RFC 4180, UTF-8)."""
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(HEADER)
    for layer in layers:
        for feature in layer.features:
            writer.writerow([guarded(cell) for cell in _row(feature, layer.id)])
    return table.getvalue().encode()


def guarded(cell: Any) -> str:  # noqa: ANN401  whatever a property holds
    """A cell that no spreadsheet takes for a formula (CWE-1236); numbers stay.

    Examples
    --------
    >>> guarded("=1+1"), guarded("-5"), guarded(-5), guarded("@here"), guarded("a-b")
    ("'=1+1", '-5', '-5', "'@here", 'a-b')
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    text = str(cell).replace("\0", "")
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def _row(feature: Feature, layer_id: str) -> list[Any]:
    said = properties(feature, layer_id)
    shape = written_shape(feature.place)
    return [
        feature_id(feature, layer_id),
        *(
            json_text(value) if isinstance(value, (dict, list)) else value
            for value in said.values()
        ),
        *(time_span([feature]) or (None, None)),
        rounded_position(feature.place.lon),
        rounded_position(feature.place.lat),
        shapely.to_wkt(shape, rounding_precision=DECIMALS) if shape else None,
    ]


EXPORTER = Exporter(
    name="csv",
    suffix=".csv",
    media_type="text/csv",
    title="CSV (spreadsheet)",
    write=write,
)
