"""Streets, roads and airports: named by their last word, in no gazetteer as a rule."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.mentions.board import Board, Found, Reading
from geodata.mentions.tokens import Token, word_set

_STREETS = word_set(
    """Street Road Avenue Lane Boulevard Crescent Highway Motorway Expressway Freeway
    Parkway Turnpike Rd. Rd Ave. Ave Blvd. Blvd Hwy. Hwy Way Close Terrace"""
)
_WEAK = word_set("Way Close Terrace Highway Parkway")
"""What ends other names too: a street only after a preposition of place."""

_NUMBERED = word_set("Highway Hwy. Hwy")
_FIRST = word_set("Avenue Boulevard Rue Calle Avenida Via Paseo Piazza Plaza")
_FRENCH = word_set("de du des la le les d l' del della")
_BEFORE = word_set(
    """on in at near along off of from to between down up into and onto outside across
    toward towards around &"""
)
_NEVER = word_set("The A An This That In On At Of And But Wall Fleet Main High")
_BREAKS = word_set("Red Green Black White Crescent")
_LIKELY = 0.75
_LONGEST = 4
_AIRPORTS = word_set("Airport Airfield Aerodrome")


def is_built(reading: Reading, span: Found) -> bool:
    """Whether a name ends as those of streets and airports do."""
    last = reading.tokens[span.last - 1].text
    return span.last - span.first > 1 and (last in _STREETS or last in _AIRPORTS)


def add_streets(reading: Reading, board: Board) -> None:
    """A street, road or airport is a name as a whole: "Felton Road", "Lod Airport".

    Where a longer name goes on ("Wall Street Journal") it is none.
    """
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        if token.text in _STREETS or token.text in _AIRPORTS:
            _add_ending(reading, board, at)
        if token.text in _NUMBERED or token.text in _FIRST:
            _add_beginning(reading, board, at)


def _add_ending(reading: Reading, board: Board, at: int) -> None:
    tokens = reading.tokens
    first = start_of(tokens, at)
    if first == at or continues(tokens, at) or tokens[at - 1].text in _BREAKS:
        return
    before = tokens[first - 1].text.lower() if first else ""
    if tokens[at].text in _WEAK and before not in _BEFORE:
        return
    put_whole(board, first, at + 1)


def start_of(tokens: Sequence[Token], at: int) -> int:
    """Where the capitalised words before a token begin; itself if none do."""
    first = at
    while first > 0 and at - first < _LONGEST and _is_part(tokens, first - 1, first):
        first -= 1
    return first


def _is_part(tokens: Sequence[Token], at: int, following: int) -> bool:
    token = tokens[at]
    if token.sentence != tokens[following].sentence or token.text in _NEVER:
        return False
    if token.text == "-" and at > 0:
        return tokens[at - 1].text[0].isupper() and tokens[at - 1].end == token.start
    ordinal = token.text[0].isdigit() and token.text.endswith(("st", "nd", "rd", "th"))
    return ordinal or (token.text[0].isupper() and not token.text.isupper())


def continues(tokens: Sequence[Token], at: int) -> bool:
    """Whether a longer name goes on after a token, as in "Wall Street Journal"."""
    after = tokens[at + 1 : at + 2]
    if not after or after[0].sentence != tokens[at].sentence:
        return False
    return after[0].text[0].isupper() or after[0].text.lower() == "school"


def _add_beginning(reading: Reading, board: Board, at: int) -> None:
    """Highway 12; Boulevard Haussmann."""
    tokens = reading.tokens
    after = [token.text for token in tokens[at + 1 : at + 4]]
    if not after:
        return
    if tokens[at].text in _NUMBERED:
        if after[0].isdigit():
            put_whole(board, at, at + 2)
        return
    last = at + 1
    while last < len(tokens) and tokens[last].text in _FRENCH:
        last += 1
    alone = at == 0 or not tokens[at - 1].text[0].isupper()
    if not alone or last >= len(tokens) or not tokens[last].text[0].isupper():
        return
    if not continues(tokens, last):
        put_whole(board, at, last + 1)


def put_whole(board: Board, first: int, last: int) -> None:
    """Put a name in the place of what lies inside it, unless one reaches beyond."""
    inside = board.over(first, last)
    if all(first <= span.first and span.last <= last for span in inside):
        board.replace(inside, Found(first, last, people=False, confidence=_LIKELY))
