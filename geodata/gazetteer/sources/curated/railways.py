"""Railway lines: their stops in order, and the line drawn through them."""

from __future__ import annotations

from pathlib import Path

from geodata.gazetteer.shapes import drawings, tidied
from geodata.gazetteer.sources.curated.overlay import Overlay
from geodata.gazetteer.sources.curated.tables import Row, read_rows

_LINE = ("id", "name", "gauge_mm", "length_km", "joins")
_STOP = ("line", "name", "lon", "lat", "place")


def write_railways(overlay: Overlay, folder: Path) -> None:
    """Lines of rail_lines.csv with the stops of rail_stops.csv, in file order."""
    stops: dict[str, list[Row]] = {}
    for row in read_rows(folder, "rail_stops.csv", _STOP):
        stops.setdefault(row.required("line"), []).append(row)
    for row in read_rows(folder, "rail_lines.csv", _LINE):
        _write_line(overlay, row, stops.pop(row.required("id"), []))
    for line, orphans in stops.items():
        raise orphans[0].fault(f"no line of rail_lines.csv has the id {line!r}")


def _write_line(overlay: Overlay, row: Row, stops: list[Row]) -> None:
    import shapely

    if len(stops) < 2:
        raise row.fault("a line needs two stops or more in rail_stops.csv")
    points = [_point(overlay, stop) for stop in stops]
    line = drawings(tidied(shapely.LineString(points)))
    number = overlay.place(row, kind="railway", shape=line)
    overlay.move(number, points[len(points) // 2])
    note = f"{_measures(row)} {row['note']}".strip()
    overlay.connection.execute(
        "UPDATE place SET note = ? WHERE number = ?", (note, number)
    )
    for position, side in enumerate(row.many("joins")):
        overlay.relate(row, number, "joins", side, position)
    for position, (stop, point) in enumerate(zip(stops, points, strict=True)):
        _write_stop(overlay, stop, point, position)


def _point(overlay: Overlay, stop: Row) -> tuple[float, float]:
    """The stop's own point, else that of the place it is named for."""
    if given := stop.position():
        return given
    place = overlay.number(stop, stop.required("place"))
    lon, lat = overlay.connection.execute(
        "SELECT lon, lat FROM place WHERE number = ?", (place,)
    ).fetchone()
    if lon is None:
        raise stop.fault(f"{stop['place']} has no location; give lon and lat")
    return lon, lat


def _measures(row: Row) -> str:
    """Gauge and length in words, as far as they are known."""
    gauge, length = row["gauge_mm"].replace("|", " and "), row["length_km"]
    parts = [f"gauge {gauge} mm"] if gauge else []
    parts += [f"{length} km long"] if length else []
    words = ", ".join(parts)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _write_stop(
    overlay: Overlay, stop: Row, point: tuple[float, float], position: int
) -> None:
    """A stop of its own point is a station; one of a place is that place itself."""
    if not stop["name"] and not stop["place"]:
        return  # a mere bend of the line
    if stop.position() is None:
        number = overlay.number(stop, stop["place"])
    else:
        number = _station(overlay, stop, point)
    overlay.relate(stop, number, "stop_of", stop["line"], position)


def _station(overlay: Overlay, stop: Row, point: tuple[float, float]) -> int:
    slug = "-".join(stop.required("name").lower().split())
    cells = {
        **stop.cells,
        "id": stop["id"] or f"seed:station-{slug}",
        "name": f"{stop['name']} station",
        "lon": str(point[0]),
        "lat": str(point[1]),
        "precision_km": stop["precision_km"] or "1",
    }
    station = Row(file=stop.file, line=stop.line, cells=cells)
    number = overlay.place(station, kind="station")
    if stop["place"]:
        overlay.relate(stop, number, "serves", stop["place"])
    return number
