"""Descriptions are found with exact offsets, and nothing else is taken for one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.gazetteer import open_gazetteer
from geodata.mentions.descriptions import find_descriptions
from geodata.mentions.descriptions.pieces import pieces_of
from geodata.model import MentionKind
from tests.unit.geodata.marked import found, marked


@pytest.fixture(scope="module")
def built():
    with open_gazetteer() as gazetteer:
        yield gazetteer


FOUND = [
    (
        "access to {~North Korean} ports on the coast of the {Sea of Japan}. It said",
        ["North Korean ports on the coast of the Sea of Japan"],
    ),
    (
        "{~Turkish} ports on the {Black Sea}. The railway to these ports from"
        " {Georgia} is laid",
        ["Turkish ports on the Black Sea", "railway to these ports from Georgia"],
    ),
    ("Visits to {~South Korean} ports, including", ["South Korean ports"]),
    ("in the waters and ports of {South Korea} now", ["ports of South Korea"]),
    (
        "{Norway} is a partner of {Sweden}, with which we have a common border.",
        ["common border"],
    ),
    ("{Finland} and {Norway} share a long border.", ["long border"]),
    ("They left {Norway}. {Finland} has a common border with it.", ["common border"]),
    ("They received him in {Lima}. At the airport, he", ["airport"]),
    (
        "the liberation monument in {Pyongyang}, which",
        ["liberation monument in Pyongyang"],
    ),
    (
        "the monument to the {~Soviet} soldiers in {Riga} was",
        ["monument to the Soviet soldiers in Riga"],
    ),
    (
        "referendums in new regions of the {Russian Federation}, he",
        ["new regions of the Russian Federation"],
    ),
    ("On the {Iberian Peninsula} it rains. The peninsula is wet.", ["peninsula"]),
    (
        "the border between {France} and {Spain} was shut",
        ["border between France and Spain"],
    ),
    ("at the {US}-{Mexico} border today", ["US-Mexico border"]),
    ("the {~Russian}-{~Ukrainian} border", ["Russian-Ukrainian border"]),
    ("{North Korea} reopened its border with {China}.", ["border with China"]),
    (
        "He flew to {Peru}. The country's border with {Chile} is",
        ["country's border with Chile"],
    ),
    ("{Peru}'s border with {Chile} is", ["Peru's border with Chile"]),
    ("Airports of {Japan} reopened", ["Airports of Japan"]),
    (
        "the airports of {Japan}, {Peru} and {Chile} are",
        ["airports of Japan, Peru and Chile"],
    ),
    (
        "the airports of {Japan}, {Peru}, and {Chile} are",
        ["airports of Japan, Peru, and Chile"],
    ),
    (
        "off the coasts of {Peru} and {Chile}, and {Lima} said",
        ["coasts of Peru and Chile"],
    ),
    (
        "the ports of {Peru} and the {Gambia}, {Chile} said",
        ["ports of Peru and the Gambia"],
    ),
    (
        "the capital of {Peru} and the {~Polish} capital",
        ["capital of Peru", "Polish capital"],
    ),
    ("{Kenya}'s capital {Nairobi} grew", ["Kenya's capital"]),
    ("{Zimbabwe}'s capital of {Harare} grew", ["Zimbabwe's capital"]),
    ("along the {~Chilean} coast today", ["Chilean coast"]),
    ("{Turkey}'s {Black Sea} coast is", ["Turkey's Black Sea coast"]),
    ("off the east coast of {Japan}, near", ["east coast of Japan"]),
    ("a flight to {Lima} airport landed", ["Lima airport"]),
    ("ports between {Gdansk} and {Riga}, which", ["ports between Gdansk and Riga"]),
    ("the railway from {Moscow} to {Beijing} is", ["railway from Moscow to Beijing"]),
    ("a rail link between {Seoul} and {Busan}", ["rail link between Seoul and Busan"]),
    ("in {Chile}, where the country's ports closed", ["country's ports"]),
    ("the largest city in {Brazil} is", ["largest city in Brazil"]),
    ("{~Danish} ports on the Baltic Sea grew", ["Danish ports on the Baltic Sea"]),
    ("the coast of {Sicily} of {Italy}", ["coast of Sicily"]),
    ("the Pacific coast of {Mexico}", ["Pacific coast of Mexico"]),
    (
        "{~Japanese} ports on the Sea of {Japan} now",
        ["Japanese ports on the Sea of Japan"],
    ),
    (
        "ports of {Yemen} and {Yemen}'s ports",
        ["ports of Yemen", "Yemen's ports"],
    ),
    ("🚢 {~Polish} ports 🚢", ["Polish ports"]),
    ("the U.S. has ports; {~Polish} ports closed", ["Polish ports"]),
]


@pytest.mark.parametrize(("source", "phrases"), FOUND)
def test_a_description_is_found_whole_and_without_its_article(source, phrases, built):
    assert found(source, built) == phrases


NOTHING = [
    "airport security in {Japan} was tightened",
    "the port authority of {Poland} said",
    "some regions of the brain and of the body",
    "ports of call in {Japan} are few",
    "cooperation in the area of defence with {Russia}",
    "he visited two ports in {Poland} and several airports of {Japan}",
    "the {US}-{Mexico} border wall",
    "{~Polish} border guards and {~Mexican} border towns",
    "a port is a place for ships, an airport one for planes",
    "stability in the region and in this region",
    "the {Black Sea} region, the {Kherson} region, the region of {Tuscany}",
    "the city of {Lima}, the island of {Cyprus}, the province of {Quebec}",
    "the country's leader came to {Peru}",
    "the capital, {Nairobi}, in {Kenya}",
    "{Alexandria} in {Egypt}, the capital of Coptic Christianity",
    "working capital in {China} is scarce",
    "{Peru} and {Chile} spoke. The border was not discussed.",
    "At the airport nobody knew",
    "In April, {Pyongyang} said the airport is theirs",
    "these ports are open; the railway to these ports",
    "{~Japanese} cities, cities in {Japan}, {~Russian} regions",
    "{~Ukrainian} grain ports",
    "the Frozen coast of {Mexico}",
    "ports of the {Baltic} states",
    "no border with {Poland}",
    "The river passes {Beaver} and {Dongguan} borders the sea",
    "on to the {Ohio} and {Utah} borders",
    "the {Massachusetts} border",
    "the islands of {Malta} and {Gozo}",
    "airlines at {Edinburgh}, {Aberdeen} airports",
    "USB ports of the {~Korean} laptop",
    "",
    "   \n\n  ",
    "港は静かだ。",
]


@pytest.mark.parametrize("source", NOTHING)
def test_nothing_is_found_where_no_place_is_picked_out(source, built):
    assert found(source, built) == []


def test_a_reading_points_at_names_by_their_spans(built):
    text = marked("{~Turkish} ports on the {Black Sea}")
    (mention,) = find_descriptions(text.text, text.names, built)
    assert mention.kind is MentionKind.DESCRIPTION
    assert mention.reading.wanted == "port"
    assert mention.reading.plural
    assert mention.reading.of == ((0, 7),)
    assert mention.reading.on == ((21, 30),)


def test_these_ports_are_bound_to_the_description_before(built):
    text = marked("{~Peruvian} ports matter. The railway to these ports from {Bolivia}")
    ports, railway = find_descriptions(text.text, text.names, built)
    assert railway.reading.end == ((ports.start, ports.end),)
    assert [text.text[a:b] for a, b in railway.reading.start] == ["Bolivia"]


def test_both_sides_of_a_common_border_are_found_in_the_sentence(built):
    text = marked("{Peru} has in {Bolivia} a friend, tied to it by a common border.")
    (mention,) = find_descriptions(text.text, text.names, built)
    assert [text.text[a:b] for a, b in mention.reading.between] == ["Peru", "Bolivia"]


def test_a_third_country_leaves_a_common_border_open(built):
    assert found("{Peru}, {Chile} and {Bolivia} see a common border.", built) == []


def test_the_airport_belongs_to_the_city_that_was_visited_last(built):
    text = marked("He left {Lima} and arrived in {Riga}. The airport was empty.")
    (mention,) = find_descriptions(text.text, text.names, built)
    assert [text.text[a:b] for a, b in mention.reading.within] == ["Riga"]


def test_descriptions_do_not_overlap_and_come_in_order(built):
    text = marked(
        "{~Polish} ports, ports of {Peru}, the border between {Peru} and {Chile}"
        " and the {~Chilean} coast."
    )
    mentions = find_descriptions(text.text, text.names, built)
    ends = [mention.end for mention in mentions[:-1]]
    assert len(mentions) == 4
    assert all(
        end <= later.start for end, later in zip(ends, mentions[1:], strict=True)
    )


WORDS = (
    "the ports port airport of on between and border with from to these railway in"
    " coast its 's , . ( - 🚢 new capital largest city peninsula monument a two"
    " {Peru} {~Polish} {Black Sea} {Lima} {Russia} waters regions share common"
).replace("{Black Sea}", "{Black_Sea}")


@given(st.lists(st.sampled_from(WORDS.split()), max_size=25))
@settings(max_examples=150, deadline=None)
def test_whatever_is_read_offsets_are_right_and_parts_are_names(words):
    with open_gazetteer() as gazetteer:
        text = marked(" ".join(words).replace("_", " "))
        mentions = find_descriptions(text.text, text.names, gazetteer)
    known = {(name.start, name.end) for name in text.names}
    known |= {(mention.start, mention.end) for mention in mentions}
    for mention in mentions:
        reading = mention.reading
        assert text.text[mention.start : mention.end] == mention.phrase
        assert {*reading.of, *reading.within, *reading.start, *reading.end} <= known


def test_pieces_keep_names_whole_and_count_code_points():
    text = marked("🚢 in {Saint-Denis} ice-free ports")
    pieces = pieces_of(text.text, text.names)
    words = [piece.text for piece in pieces]
    assert words == ["🚢", "in", "Saint-Denis", "ice-free", "ports"]
    assert all(text.text[piece.start : piece.end] == piece.text for piece in pieces)
