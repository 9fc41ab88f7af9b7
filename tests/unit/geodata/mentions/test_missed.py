from __future__ import annotations

from geodata.model import BY_HAND, Correction, Document, Place, PlaceKind, Ruling
from geodata.pipeline import geoparse

TEXT = "Snow fell in Paris. Trains from Paris to Moscow stood, and Moscow said so."


def read(gazetteer, *corrections, text=TEXT):
    document = Document(id="snow", title="Snow", text=text, corrections=corrections)
    return geoparse(document, gazetteer)


def test_a_name_that_was_missed_is_found_wherever_the_text_has_its_words(gazetteer):
    text = "They met at the old\noak. The Old Oak Inn and old oaks stood near old oak."
    spot = Place(
        id=f"{BY_HAND}:1.0,2.0",
        name="old oak",
        kind=PlaceKind.POINT,
        source=BY_HAND,
        source_id="1.0,2.0",
        lat=1.0,
        lon=2.0,
    )
    said = Correction(phrase="old oak", ruling=Ruling.PLACE, place=spot, missed=True)
    found = [one for one in read(gazetteer, said, text=text) if one.correction]
    assert [one.mention.phrase for one in found] == ["old\noak", "old oak"]
    assert [one.place for one in found] == [spot, spot]
    for one in found:
        assert text[one.mention.start : one.mention.end] == one.mention.phrase
    assert found[0].how.endswith("without that, no name was found here")


def test_a_missed_name_leaves_the_names_around_it_alone(gazetteer):
    said = Correction(phrase="Paris", ruling=Ruling.FLAGGED, missed=True)
    longer = Correction(phrase="in Paris", ruling=Ruling.FLAGGED, missed=True)
    spans = [(one.mention.start, one.mention.end) for one in read(gazetteer)]
    for given in ((said,), (longer,)):
        found = read(gazetteer, *given)
        assert [(one.mention.start, one.mention.end) for one in found] == spans


def test_a_name_that_was_missed_in_one_place_is_found_there_alone(gazetteer):
    text = "They met at the old oak. The old oak stood near an old oak."
    start = text.index("old oak", 20)
    said = Correction(phrase="old oak", ruling=Ruling.FLAGGED, missed=True, start=start)
    found = [one for one in read(gazetteer, said, text=text) if one.correction]
    assert [one.mention.start for one in found] == [start]
