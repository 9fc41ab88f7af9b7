"""What a person's one correction does to the other names of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geodata.evaluation.gold import GoldDocument, GoldToponym
from geodata.evaluation.scoring import is_right
from geodata.gazetteer import Gazetteer
from geodata.model import Correction, Document, Place, Resolution, Ruling
from geodata.pipeline import geoparse
from geodata.places.candidates import bearers_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Helped:
    """Counts over some texts, in each of which one wrong name was corrected."""

    texts: int
    """Texts with a wrong name whose right place is a candidate."""
    wrong: int
    """Other wrong names in them."""
    mended: int
    """Of these, how many are right afterwards."""
    right: int
    """Other right names in them."""
    broken: int
    """Of these, how many are wrong afterwards."""

    def __str__(self) -> str:
        return (
            f"one name corrected in each of {self.texts} texts sets {self.mended} of"
            f" {self.wrong} other wrong names right, and {self.broken} of"
            f" {self.right} right ones wrong"
        )


def correct_one_each(documents: Sequence[GoldDocument], gazetteer: Gazetteer) -> Helped:
    """Correct the first wrong name of each text, as a person would, and count.

    Parameters
    ----------
    documents : sequence of GoldDocument
        Texts whose places people have marked.
    gazetteer : Gazetteer
        The places there are.
    """
    counts = [_counted(document, gazetteer) for document in documents]
    texts, wrong, mended, right, broken = map(sum, zip(*counts, strict=True))
    return Helped(texts=texts, wrong=wrong, mended=mended, right=right, broken=broken)


def _counted(document: GoldDocument, gazetteer: Gazetteer) -> tuple[int, ...]:
    gold = [toponym for toponym in document.toponyms if toponym.located]
    spans = [toponym.span for toponym in gold]
    text = Document(id=document.id, title="", text=document.text)
    before = geoparse(text, gazetteer, spans=spans)
    said = _first_correction(gold, before, gazetteer)
    if said is None:
        return 0, 0, 0, 0, 0
    corrected = replace(text, corrections=(said,))
    after = geoparse(corrected, gazetteer, spans=spans)
    others = [
        (is_right(toponym, old.place), is_right(toponym, new.place))
        for toponym, old, new in zip(gold, before, after, strict=True)
        if new.correction is None
    ]
    right = [now for then, now in others if then]
    wrong = [now for then, now in others if not then]
    return 1, len(wrong), sum(wrong), len(right), right.count(False)


def _first_correction(
    gold: Sequence[GoldToponym], found: Sequence[Resolution], gazetteer: Gazetteer
) -> Correction | None:
    for toponym, answer in zip(gold, found, strict=True):
        if is_right(toponym, answer.place):
            continue
        place = _right_place(toponym, gazetteer)
        if place is not None:
            phrase = toponym.phrase
            return Correction(phrase=phrase, ruling=Ruling.PLACE, place=place)
    return None


def _right_place(toponym: GoldToponym, gazetteer: Gazetteer) -> Place | None:
    """What a person would choose: the most prominent candidate that is right."""
    for bearer in bearers_of(toponym.phrase, gazetteer, demonym=False):
        if is_right(toponym, bearer.place):
            return bearer.place
    return None
