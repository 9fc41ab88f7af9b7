"""GeoParquet, for analysis at scale."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from geodata.exports.exporter import Exporter
from geodata.exports.tables import NO_LAYER, flat_frame
from geodata.model import Layer


def write(layers: Sequence[Layer], *, about: Mapping[str, str]) -> bytes:  # noqa: ARG001
    """One table of all features, each of which says its layer."""
    import geopandas  # here, because the other formats do without pandas
    import pandas

    frames = [flat_frame(layer) for layer in layers if layer.features]
    table = (
        geopandas.GeoDataFrame(pandas.concat(frames, ignore_index=True))
        if frames
        else flat_frame(NO_LAYER)
    )
    file = io.BytesIO()
    table.to_parquet(file, index=False)
    return file.getvalue()


EXPORTER = Exporter(
    name="parquet",
    suffix=".parquet",
    media_type="application/vnd.apache.parquet",
    title="GeoParquet",
    write=write,
)
