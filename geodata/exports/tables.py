"""Layers as flat tables: nested properties as JSON text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from geodata.model import Layer
from geodata.properties import TIME_COLUMNS

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

NO_LAYER = Layer(id="places", title="Places", about="", features=())
"""What a file holds for which there are no layers: the columns, and no row."""

NESTED = ("names", "sense_counts", "members", "mentions", "runner_up")
"""Columns that hold mappings or lists."""

_TYPES = {
    "confidence": "float64",
    "precision_km": "float64",
    "described": "bool",
    "geonameid": "Int64",
}


def json_text(value: Any) -> str | None:  # noqa: ANN401  whatever a property holds
    """A nested property as JSON; None stays None.

    Examples
    --------
    >>> json_text({"ko": "평양"}), json_text(None)
    ('{"ko": "평양"}', None)
    """
    return None if value is None else json.dumps(value, ensure_ascii=False)


def flat_frame(layer: Layer) -> GeoDataFrame:
    """A layer's frame with an `id` column, and with plain columns only.

    Every column has the same type whatever the layer holds, nothing included.
    """
    import pandas  # here, because the other formats do without it
    import pyarrow

    frame = layer.to_frame()
    day = pandas.ArrowDtype(pyarrow.date32())
    for column in NESTED:
        frame[column] = [json_text(value) for value in frame[column]]
    for column in TIME_COLUMNS:
        frame[column] = pandas.Series([*frame[column]], index=frame.index, dtype=day)
    frame.insert(0, "id", frame.index)
    for column in frame.columns.difference([*TIME_COLUMNS, frame.geometry.name]):
        frame[column] = frame[column].astype(_TYPES.get(column, "string"))
    return frame.reset_index(drop=True)
