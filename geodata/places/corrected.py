"""What a person said of a name outweighs what was worked out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from geodata.errors import UnknownPlace
from geodata.gazetteer import Gazetteer
from geodata.model import (
    BY_HAND,
    Correction,
    Mention,
    MentionKind,
    Place,
    Resolution,
    Ruling,
    Sense,
    Verdict,
)
from geodata.places.choose import stands_for, whereabouts
from geodata.text import key


class Corrections:
    """The corrections of one document, by the mentions they are for."""

    def __init__(self, given: Iterable[Correction]) -> None:
        self._by_name = {(key(each.phrase), each.start): each for each in given}

    def of(self, mention: Mention) -> Correction | None:
        """What was said of this mention, or else of its name wherever it stands."""
        if not self._by_name or mention.kind is MentionKind.DEMONYM:
            return None
        name = key(mention.phrase)
        here = self._by_name.get((name, mention.start))
        return here or self._by_name.get((name, None))

    def apply(self, found: Resolution, gazetteer: Gazetteer) -> Resolution:
        """What became of a mention, corrected if a person said something of it."""
        correction = self.of(found.mention)
        return corrected(found, correction, gazetteer) if correction else found


def corrected(
    found: Resolution, correction: Correction, gazetteer: Gazetteer
) -> Resolution:
    """A resolution as a person corrected it.

    Parameters
    ----------
    found : Resolution
        What was worked out.
    correction : Correction
        What a person said.
    gazetteer : Gazetteer
        Has the place that is meant, if it is not one put by hand.

    Returns
    -------
    Resolution
        With the candidates that were weighed, and `how` says what had been found.
    """
    mention, place = _mention(found.mention, correction.sense), None
    if correction.place is not None:
        place = _known(correction.place, gazetteer)
    acts = mention.sense is Sense.ACTOR
    return dataclasses.replace(
        found,
        mention=mention,
        place=place,
        confidence=1.0,
        verdict=_VERDICTS[correction.ruling],
        how=_how(found, correction, place, gazetteer),
        stands_for=stands_for(place, gazetteer) if place and acts else None,
        correction=correction,
    )


_VERDICTS = {
    Ruling.PLACE: Verdict.RESOLVED,
    Ruling.FLAGGED: Verdict.UNKNOWN,
    Ruling.NOT_A_PLACE: Verdict.NOT_A_PLACE,
}


def _mention(mention: Mention, sense: Sense | None) -> Mention:
    """The mention, which is one now beyond doubt."""
    if sense is None:
        return dataclasses.replace(mention, confidence=1.0)
    return dataclasses.replace(
        mention,
        confidence=1.0,
        sense=sense,
        sense_reason="a person says so",
        sense_confidence=1.0,
    )


def _known(place: Place, gazetteer: Gazetteer) -> Place:
    """The place as this gazetteer has it; as it was kept where it has it not."""
    try:
        return gazetteer.place(place.id)
    except UnknownPlace:
        return place


def _how(
    found: Resolution,
    correction: Correction,
    place: Place | None,
    gazetteer: Gazetteer,
) -> str:
    """Who decided, why, and what had been worked out."""
    words = f", who says: {correction.note}" if correction.note else ""
    before = _found(found, correction, gazetteer)
    if correction.ruling is Ruling.NOT_A_PLACE:
        return f"no place, by a person{words}; {before}"
    if place is None:
        return f"none of the places known fits, by a person{words}; {before}"
    if found.place is not None and place.id == found.place.id:
        return f"confirmed by a person{words}; {found.how}"
    done = "put here" if place.source == BY_HAND else "chosen"
    return f"{done} by a person{words}; {before}"


def _found(found: Resolution, correction: Correction, gazetteer: Gazetteer) -> str:
    if correction.missed:
        return "without that, no name was found here"
    if found.place is None:
        return "without that, no place was found"
    where = whereabouts(found.place, gazetteer)
    what = ", ".join(filter(None, (str(found.place.kind), where)))
    return f"without that, it is read as {found.place.name} ({what})"
