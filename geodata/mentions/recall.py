"""Rules that find names the model has missed."""

from __future__ import annotations

from geodata.mentions.board import ADDED, Board, Reading, is_wide
from geodata.mentions.lexical import is_direction, is_first_name
from geodata.mentions.lexicon import Match
from geodata.model import PlaceKind

SURE = 0.9
"""From here on a name is sure enough to speak for others like it."""

_CERTAIN = 0.95
_DOUBTFUL = 0.02
_UNLIKELY = 0.1
_NEVER = 2.0
_FAIRLY = 0.85
_BIG = 1_000_000
_TOWN = 100_000
_SMALL_TOWN = 10_000
_SLIGHT = 0.01
_LETTERS = 3
_LOCATED = dict.fromkeys(("near", "in", "at", "from", "to", "towards", "toward"), 0.2)
"""How likely a capitalised word after a preposition must be to be taken."""

_DATELINE_ENDS = frozenset({"-", "--", "\u2013", "\u2014", "_", "(", ","})
_LANDS = frozenset({PlaceKind.AREA, PlaceKind.REGION, PlaceKind.CONTINENT})


def add_well_known(reading: Reading, board: Board) -> None:
    """Names that hardly mean anything else: countries, wide places.

    A country is named far more often than what shares its name.
    """
    for match in reading.matches:
        chance = reading.least_chance(match.first, match.last)
        if _is_abbreviation_of_land(reading, match):
            board.add(match.first, match.last, _CERTAIN)
        elif chance >= _least_chance(reading, match):
            board.add(match.first, match.last, max(_FAIRLY, chance))


def _least_chance(reading: Reading, match: Match) -> float:
    """How likely a match must be by the model to be taken; above 1 for never."""
    entry = match.entry
    if not entry.spelled or not entry.place:
        return _NEVER
    if entry.country:
        return _least_chance_of_country(reading, match)
    if is_wide(match):
        union = reading.tokens[match.last - 1].text == "Union"
        return _UNLIKELY if union else 0.0
    return _DOUBTFUL if entry.kinds == {PlaceKind.CONTINENT} else _NEVER


def _least_chance_of_country(reading: Reading, match: Match) -> float:
    """Long names of countries mean nothing else; short ones may be people's."""
    if match.last - match.first > _LETTERS - 1:
        return 0.0
    phrase = reading.phrase(match.first, match.last)
    short = phrase.isupper() and phrase.isalpha() and len(phrase) >= _LETTERS
    return _DOUBTFUL if short else _UNLIKELY


def _is_abbreviation_of_land(reading: Reading, match: Match) -> bool:
    """Whether a match is the abbreviation of one country or region: DPRK, USSR."""
    entry = match.entry
    land = entry.country or not entry.kinds.isdisjoint(_LANDS)
    if not land or entry.bearers != 1 or entry.roles != {"abbreviation"}:
        return False
    phrase = reading.phrase(match.first, match.last)
    return entry.spelled and phrase.isalpha() and len(phrase) > _LETTERS


def add_big_cities(reading: Reading, board: Board) -> None:
    """A city of a million, standing alone, that the model has not ruled out."""
    for match in reading.matches:
        if _is_big_city(reading, match):
            chance = reading.least_chance(match.first, match.last)
            if chance >= _UNLIKELY:
                board.add(match.first, match.last, max(ADDED, chance))


def _is_big_city(reading: Reading, match: Match) -> bool:
    entry = match.entry
    if PlaceKind.CITY not in entry.kinds or entry.population < _BIG or entry.people:
        return False
    phrase = reading.phrase(match.first, match.last)
    if not entry.spelled or is_direction(phrase) or len(phrase) <= _LETTERS:
        return False
    return not reading.touches_capital(match.first, match.last)


def add_towns_of_several_words(reading: Reading, board: Board) -> None:
    """A town of several words, standing alone: few mean anything else."""
    for match in reading.matches:
        entry = match.entry
        several = match.last - match.first > 1 and PlaceKind.CITY in entry.kinds
        if not several or not entry.spelled or entry.population < _SMALL_TOWN:
            continue
        chance = reading.least_chance(match.first, match.last)
        if chance >= _SLIGHT and not reading.touches_capital(match.first, match.last):
            board.add(match.first, match.last, max(ADDED, chance))


def add_located(reading: Reading, board: Board) -> None:
    """One capitalised word right after "near", "at" or "from", if it may be a name.

    The model knows few villages and doubts what no gazetteer holds.
    """
    tokens = reading.tokens
    for at in range(1, len(tokens)):
        word, before = tokens[at].text, tokens[at - 1].text.lower()
        least = _LOCATED.get(before, _NEVER)
        plain = word[0].isupper() and not word.isupper() and word.isalpha()
        if plain and reading.chance(at) >= least and len(word) >= _LETTERS:
            alone = not reading.touches_capital(at, at + 1)
            if alone and tokens[at].sentence == tokens[at - 1].sentence:
                board.add(at, at + 1)


def add_residents(reading: Reading, board: Board) -> None:
    """Where a person of a given age is from: "Ann Bell, 43, of Rumney"."""
    tokens = reading.tokens
    for at in range(3, len(tokens) - 1):
        if tokens[at].text != "of" or not _is_age(reading, at):
            continue
        last = at + 1
        while last < len(tokens) and tokens[last].text[0].isupper():
            last += 1
        if 1 <= last - at - 1 <= _LETTERS and not board.over(at + 1, last):
            board.add(at + 1, last, _FAIRLY)


def _is_age(reading: Reading, at: int) -> bool:
    """Whether "X Y, 43," or "X Y 43," stands before a token."""
    words = [token.text for token in reading.tokens[max(0, at - 4) : at]]
    if words and words[-1] == ",":
        words.pop()
    else:
        return False
    if not words or not words[-1].isdigit() or len(words[-1]) > 2:
        return False
    name = [word for word in words[:-1] if word != ","]
    return bool(name) and name[-1][0].isupper()


def add_dotted(reading: Reading, board: Board) -> None:
    """Abbreviations of regions with full stops: "B.C.", but not "300 B.C."."""
    for match in reading.matches:
        entry = match.entry
        single = match.last - match.first == 1 and "abbreviation" in entry.roles
        if not single or entry.kinds.isdisjoint(_LANDS) or not entry.spelled:
            continue
        word = reading.tokens[match.first].text
        before = reading.tokens[match.first - 1].text if match.first else ""
        if word.count(".") > 1 and not before[:1].isdigit():
            board.add(match.first, match.last, _FAIRLY)


def add_datelines(reading: Reading, board: Board) -> None:
    """A place in capitals that opens a line: "BEIJING - At least ..."."""
    for match in reading.matches:
        phrase = reading.phrase(match.first, match.last)
        capitals = phrase.isupper() and phrase[-1].isalpha() and len(phrase) > _LETTERS
        if capitals and match.entry.place and _is_dateline(reading, match):
            board.add(match.first, match.last, _FAIRLY)


def _is_dateline(reading: Reading, match: Match) -> bool:
    """Whether a match opens a line, and a sign or words in small letters follow."""
    if not _opens_line(reading, match.first) or match.last >= len(reading.tokens):
        return False
    after = reading.tokens[match.last].text
    if after in _DATELINE_ENDS:
        return True
    known = match.entry.population >= _TOWN
    return known and after[0].isupper() and after[1:].islower()


def _opens_line(reading: Reading, position: int) -> bool:
    if position == 0:
        return True
    before, token = reading.tokens[position - 1], reading.tokens[position]
    return "\n" in reading.text[before.end : token.start]


def add_with_articles(reading: Reading, board: Board) -> None:
    """Words that an article makes names: "the West", "the Baltic"."""
    for match in reading.matches:
        if match.last - match.first == 1 and _is_sea_with_article(reading, match):
            board.add(match.first, match.last)
    for position in range(1, len(reading.tokens)):
        if is_with_article(reading, position):
            board.add(position, position + 1)


def _is_sea_with_article(reading: Reading, match: Match) -> bool:
    """Whether "the" stands before the short name of a sea, and no capital after."""
    position = match.first
    if PlaceKind.SEA not in match.entry.kinds or not match.entry.spelled:
        return False
    if position == 0 or reading.touches_capital(position, match.last):
        return False
    return reading.tokens[position - 1].text == "the"


def is_with_article(reading: Reading, position: int) -> bool:
    """Whether a direction with a capital stands alone after "the", as a known name."""
    tokens = reading.tokens
    word = tokens[position].text
    if not word[0].isupper() or position == 0 or not is_direction(word):
        return False
    if tokens[position - 1].text.lower() != "the":
        return False
    after = tokens[position + 1 : position + 2]
    alone = not after or not (after[0].text[0].isupper() or after[0].text == "-")
    return alone and reading.is_named(f"the {word}")


def add_states(reading: Reading, board: Board) -> None:
    """In "X, State" and "X, Country" each is a name, if the other one is."""
    for left, right in zip(reading.matches, reading.matches[1:], strict=False):
        if right.first != left.last + 1 or reading.tokens[left.last].text != ",":
            continue
        wide = right.entry.country or PlaceKind.REGION in right.entry.kinds
        if not wide or PlaceKind.CITY not in left.entry.kinds:
            continue
        if board.over(left.first, left.last):
            board.add(right.first, right.last)
        elif board.over(right.first, right.last) and _stands_alone(reading, left):
            board.add(left.first, left.last)


def _stands_alone(reading: Reading, match: Match) -> bool:
    """Whether a match is neither part of a longer name nor a first name."""
    if is_first_name(reading.tokens[match.first].text):
        return False
    return not reading.touches_capital(match.first, match.last)


def add_repeated(reading: Reading, board: Board) -> None:
    """One sense a text: what is surely a name once is one wherever it stands alone."""
    starts = _sure_names(reading, board)
    for first, token in enumerate(reading.tokens):
        for words in starts.get(token.text, ()):
            last = first + len(words)
            if last > len(reading.tokens) or _words(reading, first, last) != words:
                continue
            alone = not reading.touches_capital(first, last)
            if alone and reading.least_chance(first, last) >= _DOUBTFUL:
                board.add(first, last)


def _words(reading: Reading, first: int, last: int) -> tuple[str, ...]:
    return tuple(token.text for token in reading.tokens[first:last])


def _sure_names(reading: Reading, board: Board) -> dict[str, list[tuple[str, ...]]]:
    """The words of the sure names by their first word, long names first."""
    names = {
        _words(reading, span.first, span.last)
        for span in board.spans()
        if span.confidence >= SURE and not span.people
    }
    starts: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(names, key=lambda words: (-len(words), words)):
        starts.setdefault(words[0], []).append(words)
    return starts
