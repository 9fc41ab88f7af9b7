import pytest

from geodata.properties import properties
from geodata.records import PUBLISHERS, record_of, records_of
from tests.unit.geodata.made import WONSAN, make_feature, make_place

WIKIPEDIA = "https://en.wikipedia.org/wiki/Special:Search?search="


@pytest.mark.parametrize(
    ("place_id", "page"),
    [
        ("geonames:1871859", "https://www.geonames.org/1871859"),
        ("airports:EGLL", "https://ourairports.com/airports/EGLL/"),
        (
            "wpi:60440",
            "https://msi.nga.mil/queryBreakout?publications/world-port-index"
            "?indexNumber=60440&output=html",
        ),
        (
            "zip:00601",
            "https://www.geonames.org/postalcode-search.html?q=00601&country=US",
        ),
        ("ne:KOR", ""),
        ("geonames:a b/c?d", "https://www.geonames.org/a%20b%2Fc%3Fd"),
    ],
)
def test_a_record_has_the_page_of_its_source(place_id, page):
    assert record_of(make_place(id=place_id)).page == page


@pytest.mark.parametrize("place_id", ["text:the West", "described:1", "person:1,2"])
def test_what_no_gazetteer_holds_has_no_record(place_id):
    assert records_of(make_place(id=place_id)) == ()


def test_without_a_page_the_data_set_is_named_and_geonames_beside_it():
    own, same = records_of(make_place(id="ne:KOR", geonameid=1835841))
    assert (own.title, own.page) == ("Natural Earth", "")
    assert own.home == "https://www.naturalearthdata.com/"
    assert same.page == "https://www.geonames.org/1835841"
    [only] = records_of(make_place(id="geonames:1835841", geonameid=1835841))
    assert only.page == same.page


@pytest.mark.parametrize(
    ("cited", "page"),
    [
        ("Wikipedia: Khasan, Russia", f"{WIKIPEDIA}Khasan%2C%20Russia"),
        ("Wikipedia: Channel Tunnel; High Speed 1", f"{WIKIPEDIA}Channel%20Tunnel"),
        ("https://example.org/a?b=1", "https://example.org/a?b=1"),
        ("javascript:alert(1)", ""),
        ("https://[", ""),
        ("League of Arab States: member states", ""),
        ("", ""),
    ],
)
def test_a_curated_place_leads_to_what_it_was_read_in(cited, page):
    record = record_of(make_place(id="seed:khasan", cited=cited))
    assert record.page == page
    assert record.title == (cited or PUBLISHERS["seed"].title)


def test_a_download_has_the_address_of_the_page():
    port = make_place(id="wpi:60440")
    assert "=60440&" in properties(make_feature(port), "ports")["source_url"]
    country = make_place(id="ne:KOR", geonameid=1835841)
    assert properties(make_feature(country), "countries")["source_url"] is None
    assert properties(make_feature(WONSAN), "cities")["source_url"]
