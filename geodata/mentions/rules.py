"""What is known of names by rule, applied to what the model found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geodata.mentions.board import Board, Found, Reading, is_wide
from geodata.mentions.built import add_streets, is_built
from geodata.mentions.informal import add_in_small_letters
from geodata.mentions.lexical import (
    in_lexical_name,
    introduces_person,
    is_direction,
    is_first_name,
    is_in_date,
    is_language,
    is_make,
    is_number_sign,
)
from geodata.mentions.lexicon import Match
from geodata.mentions.natural import add_natural
from geodata.mentions.offices import add_before_offices
from geodata.mentions.persons import Person, people_of
from geodata.mentions.recall import (
    SURE,
    add_big_cities,
    add_datelines,
    add_dotted,
    add_located,
    add_repeated,
    add_residents,
    add_states,
    add_towns_of_several_words,
    add_well_known,
    add_with_articles,
    is_with_article,
)
from geodata.mentions.tokens import Token, word_set
from geodata.model import PlaceKind

_SEVERAL = 2
_LIKELY = 0.8
_COUNTIES = word_set("County Township")
_PARTICLES = word_set("de del la las los da do dos das du des")

ADDITIONS = (
    add_well_known,
    add_big_cities,
    add_towns_of_several_words,
    add_located,
    add_dotted,
    add_before_offices,
    add_residents,
    add_datelines,
    add_with_articles,
    add_states,
    add_repeated,
    add_streets,
    add_natural,
    add_in_small_letters,
)
"""The rules that find more, in the order they are applied."""


def apply_rules(reading: Reading, found: Sequence[Found]) -> list[Found]:
    """Complete, add to, and cut down what the model found.

    Parameters
    ----------
    reading : Reading
        The text.
    found : sequence of Found
        What the model found.
    """
    board = Board(found)
    complete_aliases(reading, board)
    complete_over_particles(reading, board)
    complete_counties(reading, board)
    for add in ADDITIONS:
        add(reading, board)
    surnames = _surnames(reading.tokens)
    inside = {at: person for person in reading.persons for at in range(*person)}
    people = people_of(reading.tokens, reading.persons)
    listed = {match[:2] for match in reading.matches}
    wide = {match[:2] for match in reading.matches if is_wide(match)}
    return [
        span
        for span in board.spans()
        if not is_ruled_out(reading, span)
        and not _is_doubtful_surname(reading, span, surnames)
        and not (_is_doubtful(span, _LIKELY) and is_make(reading.tokens, span.last))
        and (is_built(reading, span) or not _is_introduced(reading, span, listed))
        and (span[:2] in wide or not _is_person(reading, span, inside, people))
    ]


def complete_aliases(reading: Reading, board: Board) -> None:
    """The longest alias wins: never "Republic of Korea" inside a longer name.

    Only for countries, for names in one piece ("Port-au-Prince") or with brackets
    ("Japanese (East) Sea"), and for seas, regions and the like that are called after
    a people: of lesser places, one may well bear the name of an institution.
    """
    for match in reading.matches:
        if match.last - match.first < _SEVERAL:
            continue
        inside = board.over(match.first, match.last)
        if not inside or not _contains(match, inside):
            continue
        if _is_fixed(reading, match) or _is_feature(reading, match, inside):
            confidence = max(span.confidence for span in inside)
            people = match.entry.people
            board.replace(inside, Found(match.first, match.last, people, confidence))


def complete_over_particles(reading: Reading, board: Board) -> None:
    """A name goes on over "de la": "Sierra de las Nieves"."""
    for span in board.spans():
        last = _past_particles(reading.tokens, span.last)
        if last > span.last and not span.people:
            inside = board.over(span.first, last)
            if all(one.last <= last for one in inside):
                board.replace(inside, span._replace(last=last))


def complete_counties(reading: Reading, board: Board) -> None:
    """A county is named with its kind, whoever's office follows."""
    for span in board.spans():
        after = reading.tokens[span.last : span.last + 1]
        if span.people or not after or after[0].text not in _COUNTIES:
            continue
        if after[0].sentence == reading.tokens[span.first].sentence:
            inside = board.over(span.first, span.last + 1)
            board.replace(inside, span._replace(last=span.last + 1))


def _past_particles(tokens: Sequence[Token], at: int) -> int:
    """Past "de la" and the capitalised word after it; where it began, if not so."""
    last = at
    while last < len(tokens) and tokens[last].text in _PARTICLES:
        last += 1
    named = last > at and last < len(tokens) and tokens[last].text[0].isupper()
    return last + 1 if named else at


def _contains(match: Match, inside: Sequence[Found]) -> bool:
    """Whether a match goes beyond the names inside it, and none beyond the match."""
    whole = (match.first, match.last)
    return inside[0][:2] != whole and all(
        match.first <= span.first and span.last <= match.last for span in inside
    )


def _is_fixed(reading: Reading, match: Match) -> bool:
    """Whether a match is a country, has brackets or "and", or is one piece."""
    words = reading.tokens[match.first : match.last]
    if match.entry.country or any(word.text in {"(", "and"} for word in words):
        return match.entry.spelled or match.entry.country
    return match.entry.place and not any(map(_is_gap, words, words[1:]))


def _is_gap(before: Token, after: Token) -> bool:
    return before.end != after.start


def _is_feature(reading: Reading, match: Match, inside: Sequence[Found]) -> bool:
    """Whether a wide place is called after what was found.

    "Arabian Peninsula", "Horn of Africa"; but a province may only share its name.
    """
    after_people = all(span.people for span in inside)
    words = reading.tokens[match.first : match.last]
    part_of_it = any(word.text == "of" for word in words)
    return is_wide(match) and (
        after_people or part_of_it or PlaceKind.REGION not in match.entry.kinds
    )


def is_ruled_out(reading: Reading, span: Found) -> bool:
    """Lexical names, directions, money ("US$5"), handles ("@Delta"), dates."""
    start, end = reading.tokens[span.first].start, reading.tokens[span.last - 1].end
    if "$" in reading.text[max(0, start - 1) : end + 1]:
        return True
    if start and reading.text[start - 1] == "@":
        return True
    if is_direction(reading.phrase(span.first, span.last)):
        return not is_with_article(reading, span.first)
    if is_number_sign(reading.phrase(span.first, span.last)):
        return True
    if span.people and is_language(reading.tokens, span.first, span.last):
        return True
    if is_in_date(reading.tokens, span.first, span.last):
        return True
    return in_lexical_name(reading.tokens, span.first, span.last)


def _surnames(tokens: Sequence[Token]) -> frozenset[str]:
    """Words that follow a first name somewhere in the text, and end the name."""
    found = set()
    for before, token, after in zip(
        tokens, tokens[1:], [*tokens[2:], None], strict=False
    ):
        last = after is None or not after.text[0].isupper()
        if last and token.text[0].isupper() and is_first_name(before.text):
            found.add(token.text)
    return frozenset(found)


def _is_doubtful_surname(
    reading: Reading, span: Found, surnames: frozenset[str]
) -> bool:
    """Whether a doubtful name of one word is seen as a surname elsewhere."""
    return _is_doubtful(span, SURE) and reading.tokens[span.first].text in surnames


def _is_doubtful(span: Found, sure: float) -> bool:
    """Whether a place of one word is less sure than this."""
    single = span.last - span.first == 1 and not span.people
    return single and span.confidence < sure


def _is_person(
    reading: Reading,
    span: Found,
    inside: Mapping[int, Person],
    people: frozenset[str],
) -> bool:
    """Whether a name lies in that of a person, or is one's all through the text."""
    if span.people:
        return False
    person = inside.get(span.first)
    if person is not None and span.last <= person.last:
        return True
    return span.last - span.first == 1 and reading.tokens[span.first].text in people


def _is_introduced(reading: Reading, span: Found, listed: set[tuple[int, int]]) -> bool:
    """Whether words that no place bears are introduced as a person: "X Y, who".

    One capitalised word after what was found belongs to it.
    """
    tokens, last = reading.tokens, span.last
    after = [token.text for token in tokens[last : last + 2]]
    if after and after[0][0].isupper() and after[1:] == [","]:
        last += 1
    unknown = last - span.first >= _SEVERAL and (span.first, last) not in listed
    return unknown and introduces_person(tokens, span.first, last)
