"""Descriptions are worked out against the built gazetteer, and say how."""

import pytest
import shapely

from geodata.gazetteer import open_gazetteer
from geodata.geo import distance_km
from geodata.model import PlaceKind, Verdict
from tests.unit.geodata.marked import described

MOST_VERTICES = 500


@pytest.fixture(scope="module")
def built():
    with open_gazetteer() as gazetteer:
        yield gazetteer


def the_place(source, gazetteer):
    """The place of a text's last description."""
    place = described(source, gazetteer)[-1].place
    assert place is not None
    return place


def names_of(place):
    return {member.name for member in place.members}


KP, KR, RU = "{~North Korean=ne:PRK}", "{South Korea=ne:KOR}", "{Russia=ne:RUS}"
EAST_SEA = "{Japanese (East) Sea=ne:sea-of-japan}"
NORTH_KOREAN_PORTS = f"{KP} ports on the coast of the {EAST_SEA}"

SETS = [
    (
        NORTH_KOREAN_PORTS,
        "Rajin Sonbong Chongjin Kimchaek Hungnam Wonsan",
        "Nampo Haeju Songnim Tasado Vladivostok",
    ),
    ("{~South Korean=ne:KOR} ports", "Busan Incheon Mokpo Pyeongtaek Ulsan", "Fukuoka"),
    (
        "{~Polish=ne:POL} ports on the {Baltic=ne:baltic-sea}",
        "Gdansk Gdynia Swinoujscie",
        "Kaliningrad Klaipeda",
    ),
    (
        "{~Turkish=ne:TUR} ports on the {Black Sea=ne:black-sea}",
        "Trabzon Samsun Sinop Zonguldak",
        "Mersin Antalya Odesa",
    ),
    ("{~Ghanaian=ne:GHA} ports", "Tema Takoradi", "Lomé"),
    (
        "{~Chilean=ne:CHL} ports on the {Pacific=seed:pacific-ocean}",
        "Antofagasta Valparaíso Iquique",
        "Callao",
    ),
    (
        "ports between {Gdansk=geonames:3099434} and {Riga=geonames:456172}",
        "Klaipeda Liepaja Kaliningrad",
        "Szczecin Tallinn",
    ),
    (
        "cities on the {Black Sea=ne:black-sea}",
        "Odesa Varna Batumi Trabzon",
        "Ankara Bucharest",
    ),
    (
        "countries on the {Baltic=ne:baltic-sea}",
        "Estonia Latvia Lithuania Poland Germany Denmark Sweden Finland Russia",
        "Norway Belarus Czechia",
    ),
    (
        "{North African=seed:north-africa} countries on the"
        " {Mediterranean=ne:mediterranean-sea}",
        "Morocco Algeria Tunisia Libya Egypt",
        "Sudan Spain",
    ),
    (
        "the countries bordering {Ukraine=ne:UKR}",
        "Poland Slovakia Hungary Romania Moldova Belarus Russia",
        "Ukraine Lithuania Bulgaria",
    ),
    (
        "{Germany=ne:DEU}'s eastern neighbours",
        "Poland Czechia",
        "France Denmark Germany",
    ),
    (
        "the provinces of {Canada=ne:CAN}",
        "Ontario Quebec",
        "Alaska",
    ),
]


@pytest.mark.parametrize(("source", "inside", "outside"), SETS)
def test_a_set_holds_what_it_must_and_nothing_that_lies_elsewhere(
    source, inside, outside, built
):
    place = the_place(source, built)
    assert place.kind is PlaceKind.SET
    assert set(inside.split()) <= names_of(place)
    assert not set(outside.split()) & names_of(place)
    assert shapely.get_num_coordinates(place.geometry) <= MOST_VERTICES
    assert len({member.id for member in place.members}) == len(place.members)


def test_no_member_of_a_set_on_a_sea_lies_far_from_it(built):
    place = the_place(NORTH_KOREAN_PORTS, built)
    assert all(member.lon > 127.2 for member in place.members)
    assert all(member.country == "KP" for member in place.members)


def test_the_answer_says_how_many_and_how_near_and_from_where(built):
    (answer,) = described("{~Polish=ne:POL} ports on the {Baltic=ne:baltic-sea}", built)
    assert f"{len(answer.place.members)} ports of Poland within 15 km" in answer.how
    assert "World Port Index" in answer.how
    assert answer.verdict is Verdict.RESOLVED
    assert answer.candidates[0].place == answer.place


def test_the_same_meaning_has_the_same_id_in_other_words(built):
    first, second = described(
        "{~South Korean=ne:KOR} ports and the ports of {South Korea=ne:KOR}", built
    )
    assert first.place.id == second.place.id
    assert first.place.members == second.place.members


def test_ports_lie_on_a_sea_even_if_its_name_was_taken_for_a_town(built):
    town = "{Black Sea=geonames:524901}"
    place = the_place(f"{{~Turkish=ne:TUR}} ports on the {town}", built)
    assert place.id == "described:port-of-ne-tur-on-ne-black-sea"


def test_a_sea_that_no_one_marked_is_found_all_the_same(built):
    place = the_place("{~Turkish=ne:TUR} ports on the Black Sea", built)
    assert place.id == "described:port-of-ne-tur-on-ne-black-sea"


def test_airports_of_a_country_are_those_with_scheduled_codes(built):
    place = the_place("Airports of {Japan=ne:JPN}", built)
    assert {"airports:RJTT", "airports:RJBB"} <= {one.id for one in place.members}
    assert all(member.country == "JP" for member in place.members)


POINTS = [
    (
        "They met in {Pyongyang=geonames:1871859}. At the airport, he",
        "airports:ZKPY",
        "airport",
    ),
    ("the airport in {Lima=geonames:3936456}", "airports:SPJC", "airport"),
    ("They met in {Lima=geonames:3936456}. The airport", "airports:SPJC", "airport"),
    ("the capital of {Peru=ne:PER}", "geonames:3936456", "capital"),
    ("the largest city in {Brazil=ne:BRA}", "geonames:3448439", "city"),
    (
        "the liberation monument in {Pyongyang=geonames:1871859}",
        "seed:liberation-tower",
        "monument",
    ),
]


@pytest.mark.parametrize(("source", "member", "wanted"), POINTS)
def test_one_thing_is_found_and_given_as_a_point(source, member, wanted, built):
    place = the_place(source, built)
    assert [one.id for one in place.members] == [member]
    assert place.kind is PlaceKind.POINT
    assert place.id.startswith(f"described:{wanted}-")
    assert (place.lon, place.lat) == (place.members[0].lon, place.members[0].lat)


BORDERS = [
    (
        f"{KP[:0]}{{DPRK=ne:PRK}} is a partner of {RU}, with which we are connected by"
        " a common border",
        (130.62, 42.41),
        (10, 60),
    ),
    ("the border between {France=ne:FRA} and {Spain=ne:ESP}", (0.65, 42.7), (400, 800)),
    ("the {US=ne:USA}-{Mexico=ne:MEX} border", (-106.5, 31.8), (2_000, 3_400)),
    (
        "the border between {Estonia=ne:EST} and {Russia=ne:RUS}",
        (27.6, 58.5),
        (200, 450),
    ),
    (
        "the border between {Mali=ne:MLI} and {Algeria=ne:DZA}",
        (-0.9, 22.4),
        (1_100, 1_500),
    ),
]


@pytest.mark.parametrize(("source", "near", "length"), BORDERS)
def test_a_border_is_the_line_both_sides_share(source, near, length, built):
    place = the_place(source, built)
    assert place.kind is PlaceKind.LINE
    assert shapely.get_num_coordinates(place.geometry) <= MOST_VERTICES
    spot = place.geometry.interpolate(place.geometry.project(shapely.Point(near)))
    assert distance_km(*near, spot.x, spot.y) < 60
    kilometres = sum(
        distance_km(*first, *second)
        for line in shapely.get_parts(place.geometry)
        for first, second in zip(line.coords, line.coords[1:], strict=False)
    )
    assert length[0] < kilometres < length[1]


def test_north_and_south_korea_are_two_sides(built):
    place = the_place("the border between North and {South Korea=ne:KOR}", built)
    assert place.id == "described:border-ne-kor-ne-prk"


def test_the_order_of_the_sides_does_not_matter(built):
    first = the_place("border between {France=ne:FRA} and {Spain=ne:ESP}", built)
    second = the_place("border between {Spain=ne:ESP} and {France=ne:FRA}", built)
    assert first.id == second.id
    assert first.geometry.equals(second.geometry)


def test_the_railway_to_these_ports_runs_from_the_border_to_the_nearest(built):
    source = f"{NORTH_KOREAN_PORTS}. The railway to these ports from"
    place = the_place(f"{source} {{Primorsky Krai=ne:RU-PRI}} is laid", built)
    stops = [member.name for member in place.members]
    assert place.kind is PlaceKind.LINE
    assert stops[0].startswith("Khasan")
    assert any(stop.startswith("Tumangang") for stop in stops)
    assert any(stop.startswith("Rajin") for stop in stops)
    west, south, east, north = place.geometry.bounds
    assert 130.2 < west < east < 130.7
    assert 42.2 < south < north < 42.5


def test_new_regions_are_claimed_ones_named_by_their_country(built):
    (answer,) = described("new regions of the {Russian Federation=ne:RUS}", built)
    place = answer.place
    assert {one.id for one in place.members} == {
        "ne:UA-09", "ne:UA-14", "ne:UA-23", "ne:UA-65",
    }  # fmt: skip
    assert place.country == "UA"
    assert "claimed by Russia" in place.note
    assert place.geometry.area > 0
    assert place.geometry.contains(shapely.Point(35.0, 47.0))


def test_annexed_regions_may_be_called_by_their_own_country(built):
    (answer,) = described("annexed regions of {Ukraine=ne:UKR}", built)
    assert "ne:UA-65" in {one.id for one in answer.place.members}
    assert "claimed by Russia" in answer.how


def test_the_peninsula_is_the_one_named_before(built):
    source = "the {Korean Peninsula=seed:korean-peninsula}. On the peninsula it is"
    place = the_place(source, built)
    assert [one.id for one in place.members] == ["seed:korean-peninsula"]
    assert place.kind is PlaceKind.AREA


def test_what_points_back_is_named_by_what_it_points_to(built):
    first, _, second = described(
        "They met in {Pyongyang=geonames:1871859}. At the airport, he spoke."
        " {~Polish=ne:POL} ports closed. These ports matter.",
        built,
    )
    assert first.place.name == "airport (Pyongyang International Airport)"
    assert second.place.name == "Polish ports"


def test_a_coast_leaves_out_the_land_borders(built):
    place = the_place("the {~Chilean=ne:CHL} coast", built)
    assert place.kind is PlaceKind.LINE
    assert place.geometry.distance(shapely.Point(-71.6, -33.0)) < 0.3  # Valparaíso
    assert place.geometry.distance(shapely.Point(-69.0, -28.0)) > 0.5  # the Andes


def test_a_coast_on_a_sea_says_how_near_to_it_its_corners_lie(built):
    [answer] = described(
        "the coast of {Turkey=ne:TUR} on the {Black Sea=ne:black-sea}", built
    )
    sea = built.shape(built.place("ne:black-sea"), detail="full")
    corners = shapely.points(shapely.get_coordinates(answer.place.geometry))
    assert shapely.distance(sea, corners).max() < 5 / 111
    assert "without its land borders within 5 km of the Black Sea" in answer.how


def test_one_place_of_a_kind_is_as_precise_as_the_gazetteer_has_it(built):
    place = the_place("{Japan=ne:JPN}'s largest city", built)
    [tokyo] = place.members
    assert place.precision_km == tokyo.precision_km > 10


def test_a_border_pointed_back_to_is_the_same_border(built):
    first, second = described(
        "the border between {Peru=ne:PER} and {Ecuador=ne:ECU} is closed."
        " This border was open before.",
        built,
    )
    assert second.place.id == first.place.id
    assert first.confidence > second.confidence
    assert "points back" in second.how


def test_waters_lie_off_the_coast_and_not_on_land(built):
    place = the_place("{~Polish=ne:POL} waters", built)
    assert place.kind is PlaceKind.AREA
    assert place.geometry.intersects(shapely.Point(18.0, 54.95))
    assert not place.geometry.intersects(shapely.Point(18.6, 53.0))


UNANSWERED = [
    ("ports of {Mongolia=ne:MNG}", "no ports"),
    ("the border between {Peru=ne:PER} and {Japan=ne:JPN}", "do not touch"),
    (
        "the railway from {Lima=geonames:3936456} to {Riga=geonames:456172}",
        "no railway",
    ),
    ("new regions of {Peru=ne:PER}", "no region"),
    ("new regions of {Ukraine=ne:UKR}", "no region"),
    ("the ports of {Atlantis}", "no place was found for Atlantis"),
    ("countries of {Europe=geonames:6255148}", "no sea and no country says which"),
    ("{Madagascar=ne:MDG}'s neighbours", "no countries bordering Madagascar"),
    ("The {~Russian=ne:RUS} port was hit.", "nothing says which is meant"),
    ("the tower in {Lima=geonames:3936456}", "no such tower"),
]


@pytest.mark.parametrize(("source", "why"), UNANSWERED)
def test_what_cannot_be_worked_out_gets_no_place_and_says_why(source, why, built):
    (answer,) = described(source, built)
    assert answer.place is None
    assert answer.verdict is Verdict.UNKNOWN
    assert why in answer.how


def test_descriptions_that_build_on_unanswered_ones_are_unanswered(built):
    source = (
        "{~Mongolian=ne:MNG} ports matter. The railway to these ports from"
        " {China=ne:CHN} is laid"
    )
    answers = described(source, built)
    assert [answer.place for answer in answers] == [None, None]


def test_two_runs_give_equal_answers(built):
    source = f"{NORTH_KOREAN_PORTS} and {{~Polish=ne:POL}} waters"
    assert described(source, built) == described(source, built)
