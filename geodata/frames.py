"""Layers as GeoDataFrames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.properties import (
    COLUMNS,
    TIME_COLUMNS,
    feature_id,
    properties,
    time_span,
)

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

    from geodata.model import Layer

CRS = "EPSG:4326"
"""Longitude and latitude on WGS 84."""


def to_frame(layer: Layer) -> GeoDataFrame:
    """A layer as a GeoDataFrame, one row a feature, indexed by feature id.

    Parameters
    ----------
    layer : Layer
        May be empty; features without location have a null geometry.

    Returns
    -------
    GeoDataFrame
        EPSG:4326, with the columns of `geodata.properties.COLUMNS`, of which nested
        ones hold dicts and lists, and of `TIME_COLUMNS`, which hold dates or None.
    """
    import geopandas  # here, because it takes a second that `parse` has not

    from geodata.shapes import written_shape

    rows = [properties(feature, layer.id) for feature in layer.features]
    times = [time_span([feature]) or (None, None) for feature in layer.features]
    return geopandas.GeoDataFrame(
        {
            **{column: [row[column] for row in rows] for column in COLUMNS},
            **{
                column: [time[end] for time in times]
                for end, column in enumerate(TIME_COLUMNS)
            },
        },
        geometry=[written_shape(feature.place) for feature in layer.features],
        index=[feature_id(feature, layer.id) for feature in layer.features],
        crs=CRS,
    )
