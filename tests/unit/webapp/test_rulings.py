from __future__ import annotations

import pytest

from geodata.documents import correction_id
from geodata.model import Correction, Document, Place, PlaceKind, Ruling, Sense
from geodata.pipeline import build_atlas
from webapp.library import Article
from webapp.rulings import rulings, words_of

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
