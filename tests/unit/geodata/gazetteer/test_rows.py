from geodata.gazetteer.rows import PLACE_COLUMNS, ROLES, place_of
from geodata.model import PlaceKind


def test_a_row_of_the_file_becomes_the_place_that_was_written(gazetteer):
    wonsan = gazetteer.named("Wonsan")[0].place
    columns = [column.removeprefix("place.") for column in PLACE_COLUMNS.split(", ")]
    row = tuple(getattr(wonsan, column) for column in columns)
    assert place_of((*row, "more", "columns"), gazetteer.unit_name) == wonsan


def test_a_place_of_a_row_has_its_kind_and_no_names_nor_geometry(gazetteer):
    place = gazetteer.place("ne:PRK")
    assert place.kind is PlaceKind.COUNTRY
    assert (place.names, place.geometry) == ({}, None)


def test_a_place_says_the_name_of_the_unit_it_lies_in(gazetteer):
    regions = {named.place.region for named in gazetteer.named("Springfield")}
    assert {"Missouri", "Massachusetts", "Illinois", "Oregon"} <= regions
    members = gazetteer.of_kind(PlaceKind.CITY, country="KP")
    assert "Kangwon" in {member.region for member in members}


def test_a_unit_lies_in_no_unit(gazetteer):
    illinois = gazetteer.place("ne:US-IL")
    assert (illinois.admin1, illinois.region) == ("US-IL", None)


def test_a_unit_without_a_row_of_its_own_has_no_name(gazetteer):
    assert gazetteer.unit_name("US-GU") is None


def test_every_role_in_the_file_is_known(gazetteer):
    sql = "SELECT DISTINCT role FROM name"
    assert {role for (role,) in gazetteer._rows(sql)} <= set(ROLES)
