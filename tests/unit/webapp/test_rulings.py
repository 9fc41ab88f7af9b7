from __future__ import annotations

import pytest

from geodata.documents import correction_id
from geodata.model import Correction, Document, Place, PlaceKind, Ruling, Sense
from geodata.pipeline import build_atlas
from webapp.article import Article
from webapp.rulings import read_anew, rulings, words_of

HERE = Place(
    id="person:1.5,2.5",
    name="Paris",
    kind=PlaceKind.CITY,
    source="person",
    source_id="1.5,2.5",
    lat=1.5,
    lon=2.5,
)


def test_every_correction_is_listed_with_how_much_it_decided(gazetteer):
    texas = gazetteer.place("geonames:4717560")
    given = (
        Correction(phrase="Paris", ruling=Ruling.PLACE, place=texas),
        Correction(phrase="Oslo", ruling=Ruling.NOT_A_PLACE),
    )
    text = "Snow in Paris. Ice in Paris."
    document = Document(id="snow", title="Snow", text=text, corrections=given)
    atlas = build_atlas([document], gazetteer)
    article = Article(id="snow", title="Snow", document=document, atlas=atlas)
    told = rulings(article, gazetteer)
    assert [(one.words, one.mentions) for one in told] == [
        ("“Oslo” is no place.", 0),
        ("“Paris” means Paris (city, Texas, United States).", 2),
    ]
    assert [one.id for one in told] == [correction_id(one) for one in given[::-1]]


def test_names_that_mean_another_place_in_its_light_are_told(built_gazetteer):
    text = "Trains from London to Windsor and Chatham stood, and Windsor was cold."
    [ontario, *_] = [
        named.place
        for named in built_gazetteer.named("London")
        if named.place.region == "Ontario"
    ]
    said = Correction(phrase="London", ruling=Ruling.PLACE, place=ontario)

    def article(*corrections):
        document = Document(id="a", title="A", text=text, corrections=corrections)
        atlas = build_atlas([document], built_gazetteer)
        return Article(id="a", title="A", document=document, atlas=atlas)

    assert read_anew(article(), article(said)) == ("Windsor", "Chatham")
    assert read_anew(article(), article()) == ()


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"ruling": Ruling.FLAGGED}, "“Paris” fits none of the places known."),
        ({"ruling": Ruling.NOT_A_PLACE, "start": 3}, "This “Paris” is no place."),
        (
            {"ruling": Ruling.PLACE, "place": HERE},
            "“Paris” means what lies at 1.5, 2.5.",
        ),
        (
            {"ruling": Ruling.PLACE, "place": HERE, "sense": Sense.ACTOR},
            "“Paris” means the government of what lies at 1.5, 2.5.",
        ),
    ],
)
def test_a_correction_is_a_sentence(more, words):
    assert words_of(Correction(phrase="Paris", **more)) == words
