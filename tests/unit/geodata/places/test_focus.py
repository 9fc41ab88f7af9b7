import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.geo import distance_km
from geodata.model import Mention, MentionKind
from geodata.places.candidates import toponyms_of
from geodata.places.features import FEATURES, columns_of, prior
from geodata.places.focus import distances_km, sphere, witnesses_of

FRENCH, TEXAN = "geonames:2988507", "geonames:4717560"


def filled(phrases, gazetteer):
    """Candidates of the first name, with what the others say about them."""
    text = " and ".join(phrases)
    mentions = [
        Mention(
            start=text.index(phrase),
            end=text.index(phrase) + len(phrase),
            phrase=phrase,
            kind=MentionKind.NAME,
        )
        for phrase in phrases
    ]
    toponyms = toponyms_of(text, mentions, gazetteer)
    columns = [columns_of(toponym, text, mentions) for toponym in toponyms]
    beliefs = [prior(own) for own in columns]
    starts = [mentions[toponym.mentions[0]].start for toponym in toponyms]
    rows = columns[0].own.copy()
    witnesses_of(beliefs, columns, starts).fill(rows, 0, columns[0])
    return columns[0], rows


def value(filled_rows, place_id, feature):
    columns, rows = filled_rows
    [row] = [i for i, place in enumerate(columns.places) if place.id == place_id]
    return rows[row, FEATURES.index(feature)]


def test_a_place_near_the_others_is_told_from_its_namesake(gazetteer):
    found = filled(["Paris", "Dallas", "Fort Worth"], gazetteer)
    for width in (50, 150, 600):
        name = f"within_{width}"
        assert value(found, TEXAN, name) > 3 * value(found, FRENCH, name)


def test_the_places_of_its_region_are_counted(gazetteer):
    found = filled(["Paris", "Dallas", "Fort Worth"], gazetteer)
    assert value(found, TEXAN, "region_company") > 1
    assert value(found, FRENCH, "region_company") < 0.1


def test_the_first_place_of_a_text_says_most_of_where_it_is(gazetteer):
    found = filled(["Paris", "Dallas", "Marseille"], gazetteer)
    assert value(found, TEXAN, "first_in_region") > 0.5
    assert value(found, FRENCH, "first_in_region") < 0.1
    assert value(found, TEXAN, "first_near") > value(found, FRENCH, "first_near")


def test_a_name_alone_has_no_witness(gazetteer):
    found = filled(["Paris"], gazetteer)
    assert value(found, FRENCH, "within_150") == 0
    assert value(found, FRENCH, "region_company") == 0


@given(st.floats(-180, 180), st.floats(-90, 90))
def test_points_lie_on_the_unit_sphere(lon, lat):
    [point] = sphere(np.array([lon]), np.array([lat]))
    assert np.linalg.norm(point) == pytest.approx(1)


@given(
    st.floats(-180, 180), st.floats(-90, 90), st.floats(-180, 180), st.floats(-90, 90)
)
def test_distances_agree_with_the_plain_formula(lon1, lat1, lon2, lat2):
    many = distances_km(*(np.array([x]) for x in (lon1, lat1, lon2, lat2)))
    assert many[0, 0] == pytest.approx(distance_km(lon1, lat1, lon2, lat2), abs=1e-6)
