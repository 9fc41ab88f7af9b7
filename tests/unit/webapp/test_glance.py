"""The counts at the head of an article."""

import dataclasses

from tests.unit.webapp import dated, sample
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
    names = {each.name: each.count for each in found.most}
    assert found.most[0].name == "Gdańsk"
    assert names["Gdańsk"] == 2
    assert "Poland" not in names


def test_what_is_named_half_as_often_as_the_first_does_not_head_the_article():
    found = glance(sample.sample_atlas(sample.sample_document()).layers)
    assert [(each.name, each.count) for each in found.most] == [("Gdańsk", 2)]


def test_a_place_of_the_head_says_where_it_is_named_first():
    document = sample.sample_document()
    gdansk = glance(sample.sample_atlas(document).layers).most[0]
    assert document.text[gdansk.start :].startswith("Gdańsk")
    assert (gdansk.layer, gdansk.place) == ("cities", "geonames:3099434")


def test_governments_set_aside_are_named_by_how_often_they_act():
    found = glance(sample.sample_atlas(sample.sample_document()).layers)
    assert {each.layer for each in found.actors_most} == {"governments"}
    assert sum(each.count for each in found.actors_most) == found.actor_mentions


def test_an_article_without_places_counts_nothing():
    found = glance(())
    assert (found.places, found.shown, found.most) == (0, 0, ())


def test_the_times_that_its_sentences_say_are_counted_once():
    found = glance(dated.dated_atlas(dated.dated_document()).layers)
    assert found.times == 6
    assert found.years == (1945, 2023)


def test_a_text_of_many_times_is_a_history_and_one_of_few_is_none():
    found = glance(dated.dated_atlas(dated.dated_document()).layers)
    assert found.is_history
    assert not dataclasses.replace(found, times=4).is_history


def test_a_text_without_dates_has_no_times():
    found = glance(sample.sample_atlas(sample.sample_document()).layers)
    assert (found.times, found.years) == (0, ())
