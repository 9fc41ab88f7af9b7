"""Which readings are worth giving: a description must pick something out."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.gazetteer import Gazetteer
from geodata.mentions.descriptions.lookup import COUNTRIES, is_kind
from geodata.mentions.descriptions.nouns import (
    CLAIMED,
    FOLLOWERS,
    LARGEST,
    TAILS,
    TOPICS,
    VAGUE,
)
from geodata.mentions.descriptions.phrase import Phrase
from geodata.mentions.descriptions.pieces import Piece
from geodata.model import PlaceKind, Reading

_ONE_OF_A_KIND = frozenset({"border", "railway", "capital"})
_ARTICLES_DO = frozenset({"border", "railway"})
"""There is but one between two places, so that "a border with" will do."""


def acceptable(
    pieces: Sequence[Piece], phrase: Phrase, reading: Reading, gazetteer: Gazetteer
) -> bool:
    """Whether a description says clearly enough which place is meant."""
    return (
        not _vague(phrase)
        and not _compound(pieces, phrase)
        and not _half_a_name(pieces, phrase)
        and not _half_a_list(pieces, phrase)
        and not _narrowed(phrase)
        and not _generic(pieces, phrase, reading, gazetteer)
    )


def _vague(phrase: Phrase) -> bool:
    word = phrase.determiner
    if word in ("a", "an", "another") and phrase.noun.wanted in _ARTICLES_DO:
        return False
    return word in VAGUE or word.isdigit()


def _compound(pieces: Sequence[Piece], phrase: Phrase) -> bool:
    """Whether the noun only begins a longer one: airport security, border guards."""
    index = phrase.last + 1
    if index < len(pieces) and pieces[phrase.last].named and pieces[index].low in TAILS:
        return True
    if phrase.plural or phrase.last > phrase.head + 1 or index >= len(pieces):
        return False
    after = pieces[index]
    if after.sentence != pieces[phrase.head].sentence or after.kind != "word":
        return after.text == "-" and after.start == pieces[phrase.last].end
    if phrase.noun.by_name and after.low in TOPICS:
        return False
    return not (
        after.low in FOLLOWERS
        or after.low.endswith(("ed", "ly"))
        or after.text[0].isdigit()
        or after.text.istitle()
    )


def _half_a_name(pieces: Sequence[Piece], phrase: Phrase) -> bool:
    """Whether a capitalised word stands before it: the Pacific coast, Moresby port."""
    index = phrase.first - 1
    if index < 1 or pieces[index].kind != "word":
        return False
    begins = pieces[index - 1].sentence != pieces[index].sentence
    return not begins and pieces[index].text[0].isupper()


def _half_a_list(pieces: Sequence[Piece], phrase: Phrase) -> bool:
    """Whether only the last of several owners was read: "Bath, Aberdeen airports"."""
    before = pieces[max(0, phrase.first - 2) : phrase.first]
    return (
        phrase.plural
        and len(before) == 2
        and before[1].text == ","
        and before[0].kind == pieces[phrase.first].kind == "name"
    )


def _narrowed(phrase: Phrase) -> bool:
    """Whether unknown modifiers may leave out some of what is meant."""
    return bool(phrase.unknown) and not (
        phrase.noun.landmark or phrase.noun.wanted in _ONE_OF_A_KIND
    )


def _generic(
    pieces: Sequence[Piece], phrase: Phrase, reading: Reading, gazetteer: Gazetteer
) -> bool:
    if reading.refers_to is not None:
        return _goes_on(pieces, phrase)
    noun, words = phrase.noun, set(phrase.words)
    if noun.landmark:
        return not (phrase.determiner or reading.of) or phrase.plural
    if set(LARGEST) & words and not (noun.wanted == "city" and not phrase.plural):
        return True
    if noun.apposed and not phrase.plural:
        return not set(LARGEST) & words
    if noun.wanted in ("region", "province"):
        claimed = bool(CLAIMED & words) and noun.wanted == "region"
        return not _of_country(pieces, reading, gazetteer) or not (
            claimed or phrase.determiner in ("the", "all")
        )
    if noun.wanted == "island":
        return _names_them(pieces, reading, gazetteer)
    if noun.wanted == "city":
        return not (reading.on or reading.between or phrase.determiner == "all")
    return False


def _names_them(
    pieces: Sequence[Piece], reading: Reading, gazetteer: Gazetteer
) -> bool:
    """Whether the owners are such things themselves: "islands of Malta and Gozo"."""
    owners = [piece for piece in pieces if piece.span in reading.of]
    return any(is_kind(one, frozenset({PlaceKind.ISLAND}), gazetteer) for one in owners)


def _goes_on(pieces: Sequence[Piece], phrase: Phrase) -> bool:
    """Whether a noun that points back is said more closely: "the capital, Juba"."""
    after = pieces[phrase.last + 1 : phrase.last + 3]
    if not after or after[0].sentence != pieces[phrase.head].sentence:
        return False
    if after[0].low == ",":
        after = after[1:]
    return bool(after) and (after[0].low == "of" or after[0].kind == "name")


def _of_country(
    pieces: Sequence[Piece], reading: Reading, gazetteer: Gazetteer
) -> bool:
    owners = [piece for piece in pieces if piece.span in set(reading.of)]
    return bool(owners) and all(
        is_kind(owner, COUNTRIES, gazetteer) for owner in owners
    )
