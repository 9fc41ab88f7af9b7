from __future__ import annotations

import pytest

from geodata.annotations import annotate
from geodata.model import (
    BY_HAND,
    Correction,
    Document,
    Place,
    PlaceKind,
    Ruling,
    Sense,
    Verdict,
)
from geodata.pipeline import build_atlas, geoparse

TEXT = "Snow fell in Paris. Trains from Paris to Moscow stood, and Moscow said so."
TEXAS = "geonames:4717560"
FRANCE = "geonames:2988507"


def read(gazetteer, *corrections, text=TEXT):
    document = Document(id="snow", title="Snow", text=text, corrections=corrections)
    return geoparse(document, gazetteer)


def texas(gazetteer, **more):
    told = {"phrase": "Paris", "ruling": Ruling.PLACE} | more
    return Correction(place=gazetteer.place(TEXAS), **told)


def meanings(found):
    return [one.place.id if one.place else None for one in found]


def test_a_correction_holds_for_every_same_name_and_for_no_other(gazetteer):
    before, after = read(gazetteer), read(gazetteer, texas(gazetteer, phrase="PARIS"))
    assert meanings(before)[:2] == [FRANCE, FRANCE]
    assert meanings(after)[:2] == [TEXAS, TEXAS]
    assert meanings(before)[2:] == meanings(after)[2:]
    assert {one.confidence for one in after[:2]} == {1.0}
    assert {one.verdict for one in after[:2]} == {Verdict.RESOLVED}


def test_what_is_said_of_one_mention_outweighs_what_is_said_of_all(gazetteer):
    second = TEXT.index("Paris", 20)
    here = Correction(phrase="Paris", ruling=Ruling.FLAGGED, start=second)
    found = read(gazetteer, here, texas(gazetteer))
    assert meanings(found)[:2] == [TEXAS, None]
    assert found[1].verdict is Verdict.UNKNOWN


def test_a_sentence_says_who_decided_and_what_had_been_found(gazetteer):
    [chosen, *_] = read(gazetteer, texas(gazetteer, note="see the by-line"))
    assert chosen.how == (
        "chosen by a person, who says: see the by-line; without that, it is read as"
        " Paris (city, Île-de-France, France)"
    )
    same = Correction(
        phrase="Paris", ruling=Ruling.PLACE, place=gazetteer.place(FRANCE)
    )
    [confirmed, *_] = read(gazetteer, same)
    assert confirmed.how.startswith("confirmed by a person; Paris is read as Paris")


def test_a_place_put_by_hand_is_kept_though_no_gazetteer_holds_it(gazetteer):
    spot = Place(
        id=f"{BY_HAND}:10.5,20.5",
        name="Paris",
        kind=PlaceKind.CITY,
        source=BY_HAND,
        source_id="10.5,20.5",
        lat=10.5,
        lon=20.5,
    )
    moved = Correction(phrase="Paris", ruling=Ruling.PLACE, place=spot)
    document = Document(id="snow", title="Snow", text=TEXT, corrections=(moved,))
    atlas = build_atlas([document], gazetteer)
    [cities] = [layer for layer in atlas.layers if layer.id == "cities"]
    [feature] = [one for one in cities.features if one.place.source == BY_HAND]
    assert (feature.place.lon, feature.place.lat) == (20.5, 10.5)
    assert len(feature.occurrences) == 2
    assert feature.occurrences[0].resolution.how.startswith("put here by a person")


def test_a_flagged_name_is_listed_and_one_that_is_no_place_is_not(gazetteer):
    flagged = Correction(phrase="Paris", ruling=Ruling.FLAGGED)
    nothing = Correction(phrase="Moscow", ruling=Ruling.NOT_A_PLACE)
    document = Document(
        id="snow", title="Snow", text=TEXT, corrections=(flagged, nothing)
    )
    atlas = build_atlas([document], gazetteer)
    assert [layer.id for layer in atlas.layers] == ["not-located"]
    [feature] = atlas.layers[0].features
    assert feature.place.name == "Paris"
    given = annotate(document, atlas.resolutions["snow"])["mentions"]
    assert [one["phrase"] for one in given] == ["Paris", "Paris"]


def test_a_person_can_say_whether_a_place_or_its_government_is_meant(gazetteer):
    first = TEXT.index("Moscow")
    moscow = next(one for one in read(gazetteer) if one.mention.start == first).place
    acts = Correction(
        phrase="Moscow",
        ruling=Ruling.PLACE,
        place=moscow,
        start=first,
        sense=Sense.ACTOR,
    )
    found = {one.mention.start: one for one in read(gazetteer, acts)}
    assert found[first].mention.sense is Sense.ACTOR
    assert found[first].stands_for.id == "ne:RUS"
    assert found[first].mention.sense_reason == "a person says so"


def test_a_description_is_worked_out_from_the_corrected_name(gazetteer):
    text = "Trade grew through Polish ports. The ports of Georgia were shut by ice."
    poland = gazetteer.country("PL")
    wrong = Correction(phrase="Georgia", ruling=Ruling.PLACE, place=poland)
    after = read(gazetteer, wrong, text=text)
    ports = [one for one in after if one.mention.phrase.endswith("ports of Georgia")]
    assert ports
    assert {port.country for port in ports[0].place.members} == {"PL"}


def test_a_word_for_people_is_not_corrected_with_the_name_it_looks_like(gazetteer):
    text = "A Polish ship sank."
    nothing = Correction(phrase="Polish", ruling=Ruling.NOT_A_PLACE)
    assert read(gazetteer, nothing, text=text) == read(gazetteer, text=text)


@pytest.mark.parametrize("place_id", ["nobody:1", "geonames:999999999"])
def test_a_place_of_another_gazetteer_is_shown_as_it_was_kept(gazetteer, place_id):
    far = Place(
        id=place_id,
        name="Far Paris",
        kind=PlaceKind.CITY,
        source=place_id.split(":")[0],
        source_id="1",
        lat=1.0,
        lon=2.0,
    )
    meant = Correction(phrase="Paris", ruling=Ruling.PLACE, place=far)
    assert read(gazetteer, meant)[0].place == far


def test_every_mention_says_whether_a_person_or_the_machine_decided(gazetteer):
    document = Document(
        id="snow", title="Snow", text=TEXT, corrections=(texas(gazetteer),)
    )
    found = annotate(document, geoparse(document, gazetteer), geometry=False)
    told = [(one["phrase"], one["decided_by"]) for one in found["mentions"]]
    assert told[:3] == [
        ("Paris", "person"),
        ("Paris", "person"),
        ("Moscow", "machine"),
    ]
    assert found["mentions"][0]["correction"]["place"]["id"] == TEXAS
    assert "correction" not in found["mentions"][2]


def test_what_a_person_says_of_one_name_helps_to_place_the_others(built_gazetteer):
    text = "Trains from London to Windsor and Chatham stood still."
    [ontario] = [
        named.place
        for named in built_gazetteer.named("London")
        if named.place.region == "Ontario"
    ][:1]
    said = Correction(phrase="London", ruling=Ruling.PLACE, place=ontario)
    before = read(built_gazetteer, text=text)
    after = read(built_gazetteer, said, text=text)
    assert [one.place.country for one in before] == ["GB", "GB", "GB"]
    assert [one.place.region for one in after] == ["Ontario", "Ontario", "Ontario"]
    assert [one.correction is None for one in after] == [False, True, True]
    assert "without that, it is read as London (city, England" in after[0].how


def test_what_is_said_of_one_mention_alone_says_nothing_of_the_name(built_gazetteer):
    text = "Trains from London to Windsor stood. London was cold."
    nothing = Correction(
        phrase="London", ruling=Ruling.NOT_A_PLACE, start=text.rindex("London")
    )
    before = read(built_gazetteer, text=text)
    after = read(built_gazetteer, nothing, text=text)
    assert after[:2] == before[:2]


def test_what_is_confirmed_is_no_news_for_the_others(built_gazetteer):
    text = "Trains from London to Windsor and Chatham stood still."
    before = read(built_gazetteer, text=text)
    said = Correction(phrase="London", ruling=Ruling.PLACE, place=before[0].place)
    assert read(built_gazetteer, said, text=text)[1:] == before[1:]
