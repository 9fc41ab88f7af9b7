"""Places told by description: "Polish ports on the Baltic", "the airport".

A description is a common noun of `nouns`, what stands around it (`phrase`), and
what it points back to (`backward`). It is given only if names say which place is
meant; everything else that such nouns do (airport security, ports of call,
regions of the brain) is passed over.
"""

from __future__ import annotations

from collections.abc import Sequence

from geodata.gazetteer import Gazetteer
from geodata.mentions.descriptions.backward import NamesSoFar, bind
from geodata.mentions.descriptions.phrase import Phrase, noun_at, read_phrase
from geodata.mentions.descriptions.pieces import Piece, pieces_of
from geodata.mentions.descriptions.seas import with_seas
from geodata.mentions.descriptions.taste import acceptable
from geodata.model import Mention, MentionKind, Reading

__all__ = ["find_descriptions"]

_SURE, _POINTING = 0.95, 0.75


def find_descriptions(
    text: str, names: Sequence[Mention], gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """Every description of a place in a text.

    Parameters
    ----------
    text : str
        The document's text.
    names : sequence of Mention
        Names and demonyms found in it, sorted.
    gazetteer : Gazetteer
        Tells seas from countries and cities.

    Returns
    -------
    tuple of Mention
        Sorted, without overlaps. A description starts at its first modifier and
        has no leading article; its Reading points at names, demonyms and earlier
        descriptions by their spans.
    """
    pieces = with_seas(text, pieces_of(text, names), gazetteer)
    found: list[Mention] = []
    so_far = NamesSoFar(pieces)
    index = 0
    while index < len(pieces):
        mention, index = _at(text, pieces, index, found, so_far, gazetteer)
        if mention is not None:
            found.append(mention)
    return tuple(found)


def _at(
    text: str,
    pieces: Sequence[Piece],
    index: int,
    found: Sequence[Mention],
    so_far: NamesSoFar,
    gazetteer: Gazetteer,
) -> tuple[Mention | None, int]:
    """The description whose noun begins at an index, and where to go on."""
    noun = noun_at(pieces, index)
    if noun is None:
        return None, index + 1
    since = found[-1].end if found else 0
    phrase = read_phrase(pieces, index, gazetteer, since=since)
    if phrase is None:
        return None, noun[2] + 1
    reading = bind(pieces, phrase, found, so_far, gazetteer)
    if reading is None or not acceptable(pieces, phrase, reading, gazetteer):
        return None, noun[2] + 1
    return _mention(text, pieces, phrase, reading), phrase.last + 1


def _mention(
    text: str, pieces: Sequence[Piece], phrase: Phrase, reading: Reading
) -> Mention:
    sure = phrase.has_arguments or phrase.noun.by_name
    start, end = pieces[phrase.first].start, pieces[phrase.last].end
    return Mention(
        start=start,
        end=end,
        phrase=text[start:end],
        kind=MentionKind.DESCRIPTION,
        sense_reason="a described place",
        sense_confidence=_SURE,
        confidence=_SURE if sure else _POINTING,
        reading=reading,
    )
