"""People a text names in full, so that a place's name borne by one is not a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from geodata.mentions.tokens import Token, word_set
from geodata.mentions.wordtable import word_table

_NAMES_FILE = "given_names.txt"
_TITLES = word_set(
    """mr mrs ms miss dr mr. mrs. ms. dr. sir dame president minister gov. sen. rep.
    prof. prof professor lt. sgt. capt. col. gen. maj. cmdr. adm. judge justice officer
    pope chief spokesman spokeswoman coach detective constable sergeant captain general
    senator governor mayor pastor rev. father sister ambassador secretary congressman
    congresswoman sheriff lieutenant colonel major commander chancellor"""
)
_PARTICLES = word_set("al el de da di van von der den bin ibn ben la le du dos")
_NO_SURNAMES = word_set(
    """street road avenue lane drive boulevard highway square park university college
    school hospital county city town airport station bridge river lake island islands
    bay beach creek valley hills mountain mountains harbor harbour church cathedral
    center centre club fc united council police department court stadium museum theatre
    theater house hall inc inc. corp corp. ltd ltd. company group bank airlines news
    times post herald cup games open festival day war law act islands republic district
    province region peninsula gulf sea ocean strait coast north south east west"""
)
_AT = word_set("in near at outside across around throughout into via")
_COMMON = 15_000
"""Words of a lower rank are common ones: no surnames in small letters."""

_LONGEST = 4
_INITIAL = 2
_COMPASS = "NSEW"
_YOUNGEST, _OLDEST = 5, 110


class Person(NamedTuple):
    """Tokens `first` to `last` (excluded) that name a person in full."""

    first: int
    last: int


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Given names of people, some of them also names of places."""
    text = (files("geodata.mentions") / _NAMES_FILE).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return word_set(" ".join(lines))


def find_persons(tokens: Sequence[Token]) -> list[Person]:
    """People named in full: after a title, by a given name, or with their age.

    Examples
    --------
    >>> from geodata.mentions.tokens import tokenise
    >>> tokens = tokenise("In Sydney, Mayor Paris Hill met Adelaide Moore.")
    >>> [[tokens[at].text for at in range(*person)] for person in find_persons(tokens)]
    [['Paris', 'Hill'], ['Adelaide', 'Moore']]
    """
    return [
        person for run in _runs(tokens) if (person := _person(tokens, run)) is not None
    ]


def _runs(tokens: Sequence[Token]) -> Iterator[range]:
    """Stretches of capitalised words, with "al", "de" and the like inside."""
    position, count = 0, len(tokens)
    while position < count:
        if not tokens[position].text[0].isupper():
            position += 1
            continue
        last = position + 1
        while last < count and _goes_on(tokens, position, last):
            last += 1
        yield range(position, last)
        position = last


def _goes_on(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether a stretch that began at `first` holds the token `at` too."""
    word = tokens[at].text
    if tokens[at].sentence != tokens[first].sentence:
        return False
    if word[0].isupper():
        return True
    joins = word == "-" or word in _PARTICLES
    following = tokens[at + 1 : at + 2]
    joined = following and (following[0].text[0].isupper() or following[0].text == "-")
    return bool(at > first and joins and joined)


def _person(tokens: Sequence[Token], run: range) -> Person | None:
    first = _past_titles(tokens, run)
    titled = first > run.start or (
        run.start > 0 and tokens[run.start - 1].text.lower() in _TITLES
    )
    words = [tokens[at].text for at in range(first, run.stop)]
    if not words or len(words) > _LONGEST or words[-1].lower() in _NO_SURNAMES:
        return None
    if _is_initialled(words):
        return Person(first, run.stop)
    if any(word.isupper() and len(word) > 1 and word[-1] != "." for word in words):
        return None
    if titled or _has_age(tokens, first, run.stop, words):
        return Person(first, run.stop)
    opens = _is_opening(tokens, run) and _is_full_name(words[1:])
    begins = first + opens
    if begins and tokens[begins - 1].text.lower() in _AT:
        return None
    return Person(begins, run.stop) if opens or _is_full_name(words) else None


def _is_opening(tokens: Sequence[Token], run: range) -> bool:
    """Whether a stretch begins with a common word that opens its sentence."""
    first = tokens[run.start]
    if run.start and tokens[run.start - 1].sentence == first.sentence:
        return False
    table = word_table()
    small, capital = table.exactly(first.text.lower()), table.exactly(first.text)
    return small is not None and (capital is None or small.rank < capital.rank)


def _is_initialled(words: Sequence[str]) -> bool:
    """J. W. LEEDS, but not N. IRELAND."""
    initials = words[:-1]
    if not initials or not all(len(w) == _INITIAL and w[-1] == "." for w in initials):
        return False
    return len(initials) > 1 or initials[0][0] not in _COMPASS


def _past_titles(tokens: Sequence[Token], run: range) -> int:
    """Where a stretch goes on after the last title in it."""
    first = run.start
    for at in run:
        if tokens[at].text.lower() in _TITLES and at + 1 < run.stop:
            first = at + 1
    return first


def _is_full_name(words: Sequence[str]) -> bool:
    if len(words) < 2 or words[0] not in given_names() or words[1] == "-":
        return False
    return _is_like_surname(words[-1])


def _is_like_surname(word: str) -> bool:
    """Whether a word is rather written with a capital than without."""
    if len(word) < _INITIAL or not word[0].isupper() or word[-1] == ".":
        return False
    table = word_table()
    small, capital = table.exactly(word.lower()), table.exactly(word)
    if small is None or small.rank > _COMMON:
        return True
    return capital is not None and capital.rank < small.rank


def _has_age(
    tokens: Sequence[Token], first: int, last: int, words: Sequence[str]
) -> bool:
    """Whether an age stands beside two or three words, as in "Ann Bell, 43,"."""
    if not 2 <= len(words) <= 3:
        return False
    after = [token.text for token in tokens[last : last + 3]]
    if len(after) == 3 and after[0] == "," and after[2] in {",", "."}:
        return after[1].isdigit() and _YOUNGEST <= int(after[1]) <= _OLDEST
    before = "".join(token.text for token in tokens[max(0, first - 5) : first])
    return before.endswith(("year-old", "years-old"))


def people_of(tokens: Sequence[Token], persons: Sequence[Person]) -> frozenset[str]:
    """Words that mean a person in all the text: first used so, never located.

    Examples
    --------
    >>> from geodata.mentions.tokens import tokenise
    >>> tokens = tokenise("Chelsea Moore left. She, Chelsea, loved Moore. In Moore?")
    >>> sorted(people_of(tokens, find_persons(tokens)))
    ['Chelsea']
    """
    inside = {at for person in persons for at in range(*person)}
    first_used: dict[str, bool] = {}
    located: set[str] = set()
    for at, token in enumerate(tokens):
        if not token.text[0].isupper():
            continue
        first_used.setdefault(token.text, at in inside)
        if at and at not in inside and tokens[at - 1].text.lower() in _AT:
            located.add(token.text)
    return frozenset(
        word
        for word, person in first_used.items()
        if person and word not in located and len(word) > 2
    )
