"""GeoJSON as RFC 7946 has it; the same layers give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from geodata.exports.exporter import Exporter, credits_of, json_bytes
from geodata.model import Feature, Layer
from geodata.properties import feature_id, properties
from geodata.shapes import bounds, geometry_json, written_shape


def write(layers: Sequence[Layer], *, about: Mapping[str, str]) -> bytes:
    """One feature collection of all features, each of which says its layer.

    The collection has a `bbox` if anything in it has a location, the credits of the
    sources as `attribution`, and what made it as `made_by`.
    """
    return json_bytes(collection(layers, about=about))


def collection(layers: Sequence[Layer], *, about: Mapping[str, str]) -> dict[str, Any]:
    """The feature collection before it is encoded."""
    shapes = [
        [written_shape(feature.place) for feature in layer.features] for layer in layers
    ]
    box = bounds(shape for of_layer in shapes for shape in of_layer)
    credits = credits_of(layers)
    return {
        "type": "FeatureCollection",
        **({"bbox": list(box)} if box else {}),
        **({"attribution": credits} if credits else {}),
        **({"made_by": dict(sorted(about.items()))} if about else {}),
        "features": [
            _feature(feature, layer.id, shape)
            for layer, of_layer in zip(layers, shapes, strict=True)
            for feature, shape in zip(layer.features, of_layer, strict=True)
        ],
    }


def _feature(feature: Feature, layer_id: str, shape: Any) -> dict[str, Any]:  # noqa: ANN401
    box = bounds([shape])
    return {
        "type": "Feature",
        "id": feature_id(feature, layer_id),
        **({"bbox": list(box)} if box else {}),
        "geometry": geometry_json(shape) if shape is not None else None,
        "properties": properties(feature, layer_id),
    }


EXPORTER = Exporter(
    name="geojson",
    suffix=".geojson",
    media_type="application/geo+json",
    title="GeoJSON",
    write=write,
)
