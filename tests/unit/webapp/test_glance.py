"""The counts at the head of an article."""

from tests.unit.webapp import sample
from webapp.glance import glance


def test_places_actors_and_descriptions_are_counted_apart():
    found = glance(sample.sample_atlas(sample.sample_document()).layers)
    assert (found.places, found.described, found.members) == (7, 2, 3)
    assert (found.actors, found.actor_mentions) == (2, 2)
    assert found.not_located == 1


def test_confidence_is_that_of_named_and_described_places():
    found = glance(sample.sample_atlas(sample.sample_document()).layers)
    assert found.confidence == {"sure": 7, "likely": 1, "doubtful": 1}


def test_the_places_named_most_are_no_countries():
    found = glance(sample.sample_atlas(sample.sample_document()).layers)
    assert found.most[0] == ("Gdańsk", 2)
    assert "Poland" not in dict(found.most)


def test_an_article_without_places_counts_nothing():
    found = glance(())
    assert (found.places, found.shown, found.most) == (0, 0, ())
