"""What a code means where two sources number units differently."""

import sqlite3
import zlib
from collections import Counter
from pathlib import Path

import pytest
import shapely

from geodata.gazetteer.query import Gazetteer
from geodata.gazetteer.recoded import CLEARLY, Area, Listed, Recoded

WEST, MIDDLE, EAST = (shapely.box(x, 0, x + 2, 2) for x in (0, 2, 4))


def area(code: str, shape: shapely.Polygon, name: str) -> Area:
    return Area(code, code, "XX", shape, frozenset({name}))


def listed(code: str, name: str, *lons: float) -> Listed:
    return Listed(code, "XX", [(lon, 1.0) for lon in lons], frozenset({name}))


DRAWN = [area("XX-1", WEST, "west"), area("XX-2", MIDDLE, "middle")]


def test_codes_that_were_exchanged_mean_the_units_that_the_towns_are_in():
    recoded = Recoded(
        DRAWN, [listed("XX-1", "middle", 2.6, 3), listed("XX-2", "west", 1, 1.4)]
    )
    assert recoded.twins == {"XX-1": "XX-2", "XX-2": "XX-1"}
    assert recoded.code_at("XX-1", "XX", 2.1, 1) == "XX-2"


def test_a_unit_that_no_area_is_leaves_its_towns_to_the_shapes():
    merged = listed("XX-1", "all", 2.6, 3, 4.6, 5)
    recoded = Recoded([*DRAWN, area("XX-3", EAST, "east")], [merged, *LATER])
    assert recoded.strange == {"XX-1"}
    assert recoded.twins == {}
    assert recoded.code_at("XX-1", "XX", 3, 1) == "XX-2"
    assert recoded.code_at("XX-1", "XX", 5, 2.2) == "XX-3"  # off the coast
    assert recoded.code_at("XX-1", "XX", 5, 9) is None


LATER = (listed("XX-2", "middle", 3), listed("XX-3", "east", 5))


def test_only_a_town_clearly_outside_and_in_another_unit_moves():
    units = [listed("XX-1", "west", 0.5, 1, 1.5), listed("XX-2", "middle", 3)]
    recoded = Recoded(DRAWN, units)
    assert recoded.code_at("XX-1", "XX", 3, 1) == "XX-2"
    assert recoded.code_at("XX-1", "XX", 2 + CLEARLY / 2, 1) == "XX-1"
    assert recoded.code_at("XX-1", "XX", 1, 9) == "XX-1"  # an island
    assert recoded.code_at("XX-9", "XX", 1, 1) == "XX-9"  # the map has no such unit


def test_a_unit_of_the_same_name_that_is_drawn_elsewhere_keeps_its_towns():
    units = [listed("XX-1", "west", 2.6, 3), listed("XX-2", "middle", 3)]
    recoded = Recoded(DRAWN, units)
    assert recoded.strange == set()
    assert recoded.code_at("XX-1", "XX", 3, 1) == "XX-1"


def test_departments_are_no_regions():
    parts = [area(f"XX-{i}", shapely.box(i, 0, i + 1, 2), f"{i}") for i in range(5)]
    recoded = Recoded(parts, [listed("XX-0", "0", 0.5)])
    assert recoded.code_at("XX-0", "XX", 3.5, 1) == "XX-0"


@pytest.mark.parametrize(
    ("city", "country", "region"),
    [
        ("Tehran", "IR", "Tehran"),
        ("Karaj", "IR", "Alborz"),
        ("Isfahan", "IR", "Isfahan"),
        ("Tabriz", "IR", "East Azerbaijan"),
        ("Shiraz", "IR", "Fars"),
        ("Casablanca", "MA", "Grand Casablanca"),
        ("Rabat", "MA", "Rabat-Salé-Zemmour-Zaër"),
        ("Marrakesh", "MA", "Marrakesh-Tensift-El Haouz"),
        ("Gardez", "AF", "Paktia"),
        ("Linden", "GY", "Upper Demerara-Berbice"),
        ("Strasbourg", "FR", "Grand Est"),
        ("Houston", "US", "Texas"),
    ],
)
def test_a_city_lies_in_its_region(
    built_gazetteer: Gazetteer, city: str, country: str, region: str
):
    bearers = [b.place for b in built_gazetteer.named(city)]
    largest = max(
        (p for p in bearers if p.country == country and p.kind == "city"),
        key=lambda place: place.population,
    )
    assert largest.region == region


def test_a_region_has_no_name_of_the_one_that_got_its_code(built_gazetteer: Gazetteer):
    regions = {b.place.name for b in built_gazetteer.named("Tehran Province")}
    assert regions == {"Tehran"}


def test_hardly_a_city_lies_outside_the_shape_of_its_region(built_path: Path):
    connection = sqlite3.connect(f"{built_path.as_uri()}?mode=ro", uri=True)
    shapes = {
        place_id: shapely.from_wkb(zlib.decompress(packed))
        for place_id, packed in connection.execute(
            "SELECT id, full FROM place JOIN shape ON shape.place = number"
            " WHERE country IN ('IR', 'MA', 'VN', 'BR', 'PL') AND id LIKE 'ne:%'"
        )
    }
    outside = Counter(
        country
        for country, admin1, lon, lat in connection.execute(
            "SELECT country, admin1, lon, lat FROM place WHERE kind = 'city'"
            " AND country IN ('IR', 'MA', 'VN', 'BR', 'PL') AND population > 100000"
        )
        if f"ne:{admin1}" in shapes
        and shapes[f"ne:{admin1}"].distance(shapely.Point(lon, lat)) > CLEARLY
    )
    connection.close()
    assert outside.total() <= 2, outside
