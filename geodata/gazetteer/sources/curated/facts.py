"""What each curated table says: one function a file, named after it."""

from __future__ import annotations

import zlib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from geodata.gazetteer.shapes import Drawings
from geodata.gazetteer.sources.curated.drawn import code_digest, digest_of
from geodata.gazetteer.sources.curated.overlay import FULL_TOLERANCE, Overlay
from geodata.gazetteer.sources.curated.tables import Row, read_rows
from geodata.gazetteer.writer import ROLES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

_PLACE = ("id", "name", "kind", "lon", "lat", "precision_km")
SPECK = 1e-3
"""Islands below this share of a member's largest part are left out of a region."""

OVERSEAS = 35
"""Parts farther than this, in degrees, from a member's largest are left out: French
Guiana is no part of Europe, Alaska and Hawaii are parts of North America."""

SLIVER = 0.2
"""Holes smaller than this, in square degrees, are gaps between simplified members."""

MAIN_AIRPORT = 0
"""Position of the airport that is meant by "the airport of" a city; others: 1 up."""

_SHAPES = ("joined", "largest", "none")


def write_places(overlay: Overlay, folder: Path) -> None:
    """Settlements and physical features that no upstream holds."""
    for file in ("places.csv", "physical.csv", "landmarks.csv"):
        for row in read_rows(folder, file, _PLACE):
            if row.position() is None:
                raise row.fault("lon and lat are empty; a place needs a point")
            overlay.place(row)


def write_regions(overlay: Overlay, folder: Path) -> None:
    """Regions and continents, each joined from its members' shapes."""
    for row in read_rows(folder, "regions.csv", ("id", "name", "kind", "members")):
        members = [overlay.number(row, member) for member in row.many("members")]
        how = row.one_of("shape", _SHAPES, "joined")
        drawn = None if how == "none" else _drawn(overlay, row, members, how)
        number = _region(overlay, row, drawn)
        for position, member in enumerate(members):
            overlay.relate(row, member, "member_of", row["id"], position)
        for whole in row.many("part_of"):
            overlay.relate(row, number, "part_of", whole)


def _drawn(overlay: Overlay, row: Row, members: list[int], how: str) -> Drawings:
    """The shape of the members together; kept until one of them changes."""
    packed = (overlay.packed_shape(row, member) for member in members)
    digest = digest_of([code_digest(__file__).encode(), how.encode(), *packed])
    return overlay.drawn.of(
        digest,
        lambda: _joined([_parts(overlay, row, member, how) for member in members]),
    )


def _region(overlay: Overlay, row: Row, shape: Drawings | None) -> int:
    """A new region, or the place of an upstream that the row gives a shape to."""
    if row["id"].startswith("seed:"):
        return overlay.place(row, shape=shape)
    number = overlay.number(row, row["id"])
    overlay.names(row, number)
    if shape is not None:
        overlay.shape(number, shape, row.position())
    return number


def _parts(overlay: Overlay, row: Row, member: int, how: str) -> NDArray[np.object_]:
    """A member's part of a region; countries come again and again, so it is kept."""
    if (member, how) not in overlay.parts:
        part = _part(overlay.stored_shape(row, member), how)
        overlay.parts[member, how] = part
    return overlay.parts[member, how]


def _part(shape: BaseGeometry, how: str) -> NDArray[np.object_]:
    """A member's mainland alone, or all of it but specks and overseas; simplified."""
    import shapely

    parts = _near(shapely.get_parts(shape))
    areas = shapely.area(parts)
    least = areas.max() * (1 if how == "largest" else SPECK)
    kept = parts[areas >= least]
    simple: NDArray[np.object_] = shapely.simplify(kept, FULL_TOLERANCE)
    return simple


def _near(parts: NDArray[np.object_]) -> NDArray[np.object_]:
    """The parts of a country that are not overseas, across 180 degrees if need be."""
    import numpy as np
    import shapely
    from shapely import affinity

    home = parts[np.argmax(shapely.area(parts))]
    turns = [affinity.translate(home, xoff=turn) for turn in (-360, 0, 360)]
    gaps = [shapely.distance(parts, turned) for turned in turns]
    kept: NDArray[np.object_] = parts[np.min(gaps, axis=0) <= OVERSEAS]
    return kept


def _joined(members: list[NDArray[np.object_]]) -> BaseGeometry:
    """One shape of the polygons of several members, the slivers between them closed."""
    import numpy as np
    import shapely

    whole = shapely.union_all(np.concatenate(members))
    return shapely.multipolygons([_filled(part) for part in shapely.get_parts(whole)])


def _filled(part: BaseGeometry) -> BaseGeometry:
    import shapely

    holes = [ring for ring in part.interiors if shapely.Polygon(ring).area >= SLIVER]
    return shapely.Polygon(part.exterior, holes)


def write_seas(overlay: Overlay, folder: Path) -> None:
    """What seas are called besides, and which sea is part of which."""
    parts: dict[int, list[int]] = {}
    rows: dict[int, Row] = {}
    for row in read_rows(folder, "seas.csv", ("id", "name", "part_of", "aliases")):
        new = row["id"] not in overlay.numbers and row.position() is not None
        number = (
            overlay.place(row, kind="sea") if new else overlay.number(row, row["id"])
        )
        if row["name"]:
            overlay.rename(row, number, row["name"])
        overlay.names(row, number)
        rows[number] = row
        for whole in row.many("part_of"):
            overlay.relate(row, number, "part_of", whole)
            parts.setdefault(overlay.number(row, whole), []).append(number)
    _draw_whole_seas(overlay, rows, parts)


def _draw_whole_seas(
    overlay: Overlay, rows: dict[int, Row], parts: dict[int, list[int]]
) -> None:
    """Draw each sea with its parts, which upstreams cut out of it like islands."""
    shaped = {number for number in rows if overlay.has_shape(number)}
    packed = {
        whole: [overlay.packed_shape(rows[one], one) for one in sorted(waters & shaped)]
        for whole in parts
        if whole in shaped and (waters := _with_parts(whole, parts))
    }
    for number, shapes in packed.items():
        digest = digest_of([code_digest(__file__).encode(), b"sea", *shapes])
        drawn = overlay.drawn.of(digest, partial(_united, shapes))
        overlay.shape(number, drawn, overlay.position(number))


def _with_parts(whole: int, parts: dict[int, list[int]]) -> set[int]:
    """A sea and, level by level, whatever is part of it."""
    found, queue = {whole}, [whole]
    while queue:
        new = set(parts.get(queue.pop(), ())) - found
        found |= new
        queue += new
    return found


def _united(packed: list[bytes]) -> BaseGeometry:
    """Water of several shapes, with every island left in it."""
    import shapely

    return shapely.union_all([shapely.from_wkb(zlib.decompress(one)) for one in packed])


def write_ports(overlay: Overlay, folder: Path) -> None:
    """Modern names of ports, and ports that no upstream holds."""
    for row in read_rows(folder, "ports.csv", ("id", "name", "aliases")):
        if row["id"].startswith("seed:"):
            number = overlay.place(row, kind="port")
        else:
            number = overlay.number(row, row["id"])
            overlay.rename(row, number, row.required("name"))
            overlay.names(row, number)
        if row["serves"]:
            overlay.relate(row, number, "serves", row["serves"])


def write_crossings(overlay: Overlay, folder: Path) -> None:
    """Border crossings and bridges, with the countries they join."""
    for row in read_rows(
        folder, "crossings.csv", ("id", "name", "lon", "lat", "joins")
    ):
        if len(row.many("joins")) < 2 or row.position() is None:
            raise row.fault("a crossing needs lon, lat and two places it joins")
        number = overlay.place(row, kind="border")
        for position, side in enumerate(row.many("joins")):
            overlay.relate(row, number, "joins", side, position)


def write_names(overlay: Overlay, folder: Path) -> None:
    """Aliases, names that are wrong where upstreams have them, and demonyms."""
    for row in read_rows(folder, "not_names.csv", ("name", "id")):
        overlay.unname(overlay.number(row, row["id"]), row.required("name"))
    for row in read_rows(folder, "aliases.csv", ("name", "id", "role")):
        role = row.one_of("role", ROLES, "alias")
        for place_id in row.many("id"):
            number = overlay.number(row, place_id)
            if role == "name":
                overlay.rename(row, number, row.required("name"))
                continue
            overlay.name(
                row, number, row.required("name"), role=role, language=row["language"]
            )
    for row in read_rows(folder, "demonyms.csv", ("id", "words")):
        for place_id in row.many("id"):
            number = overlay.number(row, place_id)
            for word in row.many("words"):
                overlay.name(row, number, word, role="demonym", language="en")


def write_claims(overlay: Overlay, folder: Path) -> None:
    """Territories that a second state claims, with a neutral note."""
    for row in read_rows(folder, "claims.csv", ("id", "claimed_by", "since", "note")):
        number = overlay.number(row, row["id"])
        for claimant in row.many("claimed_by"):
            overlay.relate(row, number, "claimed_by", claimant, _year(row))
        overlay.connection.execute(
            "UPDATE place SET note = ? WHERE number = ?", (row["note"], number)
        )


def write_seats(overlay: Overlay, folder: Path) -> None:
    """Towns that hold a government and are not the capital (GeoNames code PPLG)."""
    for row in read_rows(folder, "seats.csv", ("id", "country", "note")):
        number = overlay.number(row, row["id"])
        overlay.relate(row, number, "seat_of", row.required("country"))
        overlay.connection.execute(
            "UPDATE place SET feature_code = 'PPLG' WHERE number = ?", (number,)
        )


def _year(row: Row) -> int:
    """The year a claim was first made, kept as the relation's position; 0 unknown."""
    return int(row.number("since", 0, 2100) or 0)


def write_country_points(overlay: Overlay, folder: Path) -> None:
    """Representative points in the convention of GeoNames."""
    for row in read_rows(folder, "country_points.csv", ("id", "lon", "lat")):
        position = row.position()
        if position is None:
            raise row.fault("lon and lat are empty; a point is wanted here")
        overlay.move(overlay.number(row, row["id"]), position)


def write_airports(overlay: Overlay, folder: Path) -> None:
    """The main airport of a city: it comes before all others that serve it."""
    for row in read_rows(folder, "airports.csv", ("id", "name", "serves", "aliases")):
        number = overlay.number(row, row["id"])
        overlay.rename(row, number, row.required("name"))
        overlay.names(row, number)
        for city in row.many("serves"):
            overlay.relate(row, number, "serves", city, MAIN_AIRPORT)
