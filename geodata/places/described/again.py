"""What points back to another description: "these ports", "this border"."""

from __future__ import annotations

from geodata.places.described.question import Answer, NoAnswer, Question

_SURE_OF_SEVERAL, _SURE_OF_ONE = 0.85, 0.8


def again(question: Question) -> Answer | NoAnswer:
    """What was described before, once more."""
    place = question.refers_to
    if place is None or place.geometry is None:
        return NoAnswer("what it points back to has no place")
    return Answer(
        kind=place.kind,
        geometry=place.geometry,
        how=f'it points back to "{place.name}"',
        members=place.members,
        note=place.note,
        key=place.id,
        precision_km=place.precision_km,
        confidence=_SURE_OF_SEVERAL if question.reading.plural else _SURE_OF_ONE,
    )
