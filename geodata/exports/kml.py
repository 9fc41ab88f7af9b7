"""KML 2.2: one folder a layer, for globes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from xml.etree import ElementTree as ET

from geodata.exports.exporter import Exporter, credits_of
from geodata.exports.tables import json_text
from geodata.layers import style_of
from geodata.model import Feature, Layer
from geodata.properties import properties, time_span
from geodata.shapes import DECIMALS, written_shape

NAMESPACE = "http://www.opengis.net/kml/2.2"
"""The namespace of the OGC standard 07-147r2."""

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EDGE_WIDTH = "2"
_FILL = "40"


def write(layers: Sequence[Layer], *, about: Mapping[str, str]) -> bytes:
    """One document with a folder for every layer, empty ones included."""
    root = ET.Element("kml", xmlns=NAMESPACE)
    document = _add(root, "Document")
    _add(document, "name", "Toposcope")
    _add(document, "description", _description(layers, about))
    for layer in layers:
        _add_style(document, layer.id)
    for layer in layers:
        folder = _add(document, "Folder")
        _add(folder, "name", layer.title)
        _add(folder, "description", layer.about)
        for feature in layer.features:
            _add_placemark(folder, feature, layer.id)
    ET.indent(root, " ")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _add(parent: ET.Element, tag: str, text: str | None = None) -> ET.Element:
    element = ET.SubElement(parent, tag)
    if text is not None:
        element.text = _NOT_XML.sub("\ufffd", text)
    return element


def _description(layers: Sequence[Layer], about: Mapping[str, str]) -> str:
    made = [f"{name}: {value}" for name, value in sorted(about.items())]
    return "\n".join([*credits_of(layers), *made])


def _add_style(document: ET.Element, layer_id: str) -> None:
    style = style_of(layer_id)
    red, green, blue = style.color[1:3], style.color[3:5], style.color[5:7]
    color = f"{blue}{green}{red}".lower()
    element = ET.SubElement(document, "Style", id=f"style-{layer_id}")
    _add(_add(element, "IconStyle"), "color", f"ff{color}")
    line = _add(element, "LineStyle")
    _add(line, "color", f"ff{color}")
    _add(line, "width", _EDGE_WIDTH)
    _add(_add(element, "PolyStyle"), "color", f"{_FILL}{color}")


def _add_placemark(folder: ET.Element, feature: Feature, layer_id: str) -> None:
    said = properties(feature, layer_id)
    placemark = _add(folder, "Placemark")
    _add(placemark, "name", feature.place.name)
    _add(placemark, "description", _words(said))
    if time := time_span([feature]):
        span = _add(placemark, "TimeSpan")
        _add(span, "begin", time[0].isoformat())
        _add(span, "end", time[1].isoformat())
    _add(placemark, "styleUrl", f"#style-{layer_id}")
    extended = _add(placemark, "ExtendedData")
    for name, value in said.items():
        if value is not None:
            data = ET.SubElement(extended, "Data", name=name)
            _add(data, "value", value if isinstance(value, str) else json_text(value))
    shape = written_shape(feature.place)
    if shape is not None:
        _add_shape(placemark, shape)


def _words(said: Mapping[str, Any]) -> str:
    """How the place was found and the sentences that name it; text, not markup."""
    quotes = dict.fromkeys(mention["excerpt"] for mention in said["mentions"])
    words = "\n\n".join(part for part in (said["how"], said["note"], *quotes) if part)
    # Viewers read a description as HTML: a name such as <b> must stay a name.
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _add_shape(parent: ET.Element, shape: Any) -> None:  # noqa: ANN401  any geometry
    if hasattr(shape, "geoms"):
        several = _add(parent, "MultiGeometry")
        for part in shape.geoms:
            _add_shape(several, part)
    elif shape.geom_type == "Polygon":
        polygon = _add(parent, "Polygon")
        _add_ring(polygon, "outerBoundaryIs", shape.exterior.coords)
        for ring in shape.interiors:
            _add_ring(polygon, "innerBoundaryIs", ring.coords)
    else:
        _add(_add(parent, shape.geom_type), "coordinates", _coordinates(shape.coords))


def _add_ring(polygon: ET.Element, tag: str, coordinates: Iterable[Any]) -> None:
    ring = _add(_add(polygon, tag), "LinearRing")
    _add(ring, "coordinates", _coordinates(coordinates))


def _coordinates(positions: Iterable[Any]) -> str:
    return " ".join(f"{_degrees(lon)},{_degrees(lat)}" for lon, lat in positions)


def _degrees(value: float) -> str:
    return f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")


EXPORTER = Exporter(
    name="kml",
    suffix=".kml",
    media_type="application/vnd.google-earth.kml+xml",
    title="KML",
    write=write,
)
