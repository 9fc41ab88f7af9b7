"""Lexical names: what contains the name of a place and is none.

Newspapers, wars, treaties, universities, companies, teams, ships, peers. Nothing is
given inside them. Where the name can be dropped and a common-noun office remains
("Ministry of Defence of Peru", "Peruvian Navy"), the whole is no lexical name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from geodata.mentions.tokens import Token, word_set
from geodata.mentions.wordtable import word_table

_HEADS = word_set(
    """post times herald gazette tribune express mail daily news journal guardian
    globe telegraph observer chronicle courier dispatch examiner inquirer mirror
    standard bulletin sentinel monitor mercury broadcasting magazine bee register
    advertiser advocate argus echo ledger press star sun reporter gleaner transcript
    intelligencer
    war wars treaty declaration accord accords agreement agreements convention
    protocol pact act doctrine consensus memorandum communique
    university college polytechnic
    airlines airways inc corp ltd llc plc inc. corp. ltd. motors holdings industries
    petroleum telecom records pictures studios insurance
    studies fc rovers wanderers athletic hotspur olympics marathon derby biennale"""
)
"""Last words that make a name of their own of a place's name before them."""

_HEADS_OF = word_set(
    """university college bank treaty corporation corp. company church duke earl prince
    princess duchess marquess countess order queen voice war wars battle
    universidad universidade université universität università"""
)
"""First words that, with "of", do the same for the place's name after them."""

_ILLS = word_set("virus viruses ebolavirus hantavirus encephalitis")
_MAKES = word_set(
    """missile missiles rocket rockets torpedo torpedoes rifle rifles tank tanks
    helicopter helicopters drone drones cattle bulldog terrier"""
)
"""Things whose makes and breeds are called after places."""

_SORTS = word_set("cruise ballistic guided assault attack battle beef dairy")

_SAINTS = word_set("St St. Saint San Santa")
_OWN = frozenset({"'s", "\u2019s"})
_HOUSES = word_set("Hospital Church Cathedral School College University Parish Abbey")
_SPEAKING = word_set("speak speaks spoke spoken speaking fluent")
_ARMIES = word_set("army armies")
_OWN_ARMY = word_set(
    "people people's people\u2019s liberation red republican salvation volunteer"
)
_OF_A_LAND = word_set("Statistics Air Radio Miss Team")
"""Before a country's name: its office of statistics, its airline, its beauty queen."""

_SHIPS = word_set("USS HMS HMAS HMCS RMS SS MV RV INS USNS USCGC")
_PERSONAL = word_set("Mr Mrs Ms Miss Mr. Mrs. Ms. Mister Sir Dame Lord Lady Hurricane")
_DIRECTIONS = word_set(
    """north south east west northern southern eastern western northeast northwest
    southeast southwest northeastern northwestern southeastern southwestern central
    upper lower inner outer mid northwards southwards downtown midtown uptown"""
)
_MONTHS = word_set(
    """january february march april may june july august september october november
    december jan feb mar apr jun jul aug sep sept oct nov dec"""
)
_ORDINAL_DAY = re.compile(r"(?:3[01]|[12][0-9]|[1-9])(?:st|nd|rd|th)")
_DAY_OR_YEAR = re.compile(
    r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?|1[0-9]{3}|20[0-9]{2}"
)
_TEAM_SEEDS = ("Yankees", "Lakers", "Oilers", "Steelers")
_FIRST_NAME_SEEDS = (
    "John",
    "Mary",
    "Vladimir",
    "Carlos",
    "Anthony",
    "Ahmed",
    "Antoine",
)
_OF_PEOPLE = word_set("who whose whom")
_SAID_BY = word_set("said says told added explained")
_LONGEST_TAIL = 4
_OF = word_set("of de di du della")
_REPORTING = word_set("said reported reports says broadcast announced")


def is_direction(phrase: str) -> bool:
    """Whether a phrase is nothing but a direction: "North", "South-East".

    Examples
    --------
    >>> is_direction("West"), is_direction("West Bengal")
    (True, False)
    """
    words = phrase.replace("-", " ").lower().split()
    return all(word in _DIRECTIONS for word in words)


def is_number_sign(phrase: str) -> bool:
    """Whether a phrase is but the sign before a number; some towns are called No.

    Examples
    --------
    >>> is_number_sign("No"), is_number_sign("Nos."), is_number_sign("Nome")
    (True, True, False)
    """
    return phrase.rstrip(".").lower() in {"no", "nos"}


def is_in_date(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a month beside the number of a day or a year: "March 3", "3rd of March".

    There are towns called March, August and May; beside such a number none is meant.

    Parameters
    ----------
    tokens : sequence of Token
        The whole text's.
    first, last : int
        Where the name of the place is among them.
    """
    if last - first != 1 or tokens[first].text.rstrip(".").lower() not in _MONTHS:
        return False
    before, after = (
        [each.text.lower() for each in side if each.sentence == tokens[first].sentence]
        for side in (tokens[max(0, first - 2) : first], tokens[last : last + 2])
    )
    if before[-1:] == ["of"]:
        return _ORDINAL_DAY.fullmatch(before[0]) is not None
    if after[:1] == ["the"]:
        return _ORDINAL_DAY.fullmatch(after[-1]) is not None
    return any(
        _DAY_OR_YEAR.fullmatch(word) is not None for word in (*before[-1:], *after[:1])
    )


def in_lexical_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether tokens `first` to `last` (excluded) lie inside a lexical name.

    Parameters
    ----------
    tokens : sequence of Token
        The whole text's.
    first, last : int
        Where the name of the place or people is among them.
    """
    after = _capitals_after(tokens, last)
    return (
        _makes_a_name(after)
        or _is_named_army(after)
        or _follows_head(tokens, first, last)
        or _follows_prefix(tokens, first)
        or _is_strain(tokens, first, last)
        or _is_saints_house(tokens, first, last)
    )


def _is_saints_house(tokens: Sequence[Token], first: int, last: int) -> bool:
    """St. Mary's Hospital: the saint is no town."""
    if tokens[first].text not in _SAINTS or last + 1 >= len(tokens):
        return False
    return tokens[last].text in _OWN and tokens[last + 1].text in _HOUSES


def is_language(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a word for a people means their language: "spoke French", "in Farsi."."""
    if first == 0:
        return False
    before = tokens[first - 1].text.lower()
    after = tokens[last].text if last < len(tokens) else "."
    return before in _SPEAKING or (before == "in" and not after[0].isalpha())


def _capitals_after(tokens: Sequence[Token], last: int) -> list[str]:
    """The capitalised words right after a name, as many as are looked at."""
    found = []
    sentence = tokens[last - 1].sentence
    for token in tokens[last : last + _LONGEST_TAIL]:
        plain = token.text[0].isupper() or token.text in {"'s", "\u2019s"}
        if token.sentence != sentence or not plain:
            break
        found.append(token.text)
    if found and found[0] in {"'s", "\u2019s"}:
        return []  # "Peru's Daily News" is a paper of Peru
    return found


def _makes_a_name(after: Sequence[str]) -> bool:
    if not after:
        return False
    if any(word.lower() in _HEADS for word in after[:_LONGEST_TAIL]):
        return True
    return len(after) == 1 and _is_team(after[0])


def _is_strain(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Viruses called after where they were found: "West Nile virus", "B/Lee/40"."""
    following = tokens[last].text.lower() if last < len(tokens) else ""
    if following in _ILLS and tokens[last].sentence == tokens[first].sentence:
        return True
    before = [token.text for token in tokens[max(0, first - 2) : first]]
    return len(before) == 2 and before[1] == "/" and before[0] in {"A", "B", "C", "D"}


def is_make(tokens: Sequence[Token], last: int) -> bool:
    """Whether the thing that a make is one of follows: "Exeter cruise missiles"."""
    at = last
    if tokens[at : at + 1] and tokens[at].text in _SORTS:
        at += 1
    after = tokens[at : at + 1]
    same = bool(after) and after[0].sentence == tokens[last - 1].sentence
    return same and after[0].text in _MAKES


def _is_named_army(after: Sequence[str]) -> bool:
    words = {word.lower() for word in after[:_LONGEST_TAIL]}
    return not _ARMIES.isdisjoint(words) and not _OWN_ARMY.isdisjoint(words)


def _is_team(word: str) -> bool:
    return word.endswith("s") and _is_like(word, _TEAM_SEEDS)


def is_first_name(word: str) -> bool:
    """Whether a word is used like the first names of people.

    Examples
    --------
    >>> is_first_name("Joseph"), is_first_name("Paris")
    (True, False)
    """
    return word[0].isupper() and _is_like(word, _FIRST_NAME_SEEDS)


def introduces_person(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words around say that a person is named: "X, who"; "said X,"."""
    after = [token.text for token in tokens[last : last + 2]]
    if len(after) == 2 and after[0] == "," and after[1] in _OF_PEOPLE:
        return True
    said = first > 0 and tokens[first - 1].text in _SAID_BY
    return said and after[:1] == [","]


def _is_like(word: str, seeds: tuple[str, ...]) -> bool:
    known = word_table().exactly(word)
    return known is not None and known.clusters[2] in _clusters_of(seeds)


@lru_cache(maxsize=4)
def _clusters_of(seeds: tuple[str, ...]) -> frozenset[int]:
    """The finest clusters of some words."""
    known = [word_table().exactly(seed) for seed in seeds]
    return frozenset(word.clusters[2] for word in known if word is not None)


def _follows_head(tokens: Sequence[Token], first: int, last: int) -> bool:
    """University of X, Treaty of X; "the voice of X said"."""
    at = first - 1
    while at > 0 and tokens[at].text == "the":
        at -= 1
    if at < 1 or tokens[at].text not in _OF:
        return False
    head = tokens[at - 1]
    if head.sentence != tokens[first].sentence or head.text.lower() not in _HEADS_OF:
        return False
    if head.text[0].isupper():
        return True
    follows = tokens[last].text if last < len(tokens) else ""
    return head.text == "voice" and follows in _REPORTING


def _follows_prefix(tokens: Sequence[Token], first: int) -> bool:
    if first == 0 or tokens[first - 1].sentence != tokens[first].sentence:
        return False
    return tokens[first - 1].text in _SHIPS | _PERSONAL | _OF_A_LAND
