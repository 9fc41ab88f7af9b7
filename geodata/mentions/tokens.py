"""Words, numbers and punctuation of a text, each with its exact place.

Offsets are Unicode code points and nothing is normalised: every token is
`text[start:end]`. A possessive is split from its word, hyphens stand alone, and
scripts written without spaces are cut into single characters.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class Token(NamedTuple):
    """One word, number or sign; `text[start:end]` of its document."""

    text: str
    """As written."""
    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    sentence: int
    """Number of the sentence, from 0."""


def word_set(words: str) -> frozenset[str]:
    """The words of a list written as one string."""
    return frozenset(words.split())


_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8"
    "\u06ea-\u06ed\u0711\u0730-\u074a\u0900-\u0963\u0966-\u0df3\u0f18\u0f19"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u17b6-\u17d3"
    "\u0f35\u0f37\u0f39\u0f71-\u0f84\u1000-\u1049\u135d-\u135f\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20f0\ua8e0-\ua8f1\ufe20-\ufe2f"
)
"""Signs that sit on letters: Python's `\\w` leaves combining marks out."""

_SPACELESS = (
    "\u0e00-\u0eff\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
"""Scripts whose words have no gaps, and Hangul, whose particles stick to names."""

_FIRST_SPACELESS = "\u0dff"
_SPACELESS_SIGN = re.compile(f"[{_SPACELESS}]")
_LETTER = rf"(?:(?![{_SPACELESS}_])\w[{_MARKS}]*)"
_APOSTROPHE = "['\u2019\u02bc\u02bb\u2018`]"

_DOTTED = word_set(
    """Mr Mrs Ms Dr Prof Rev Gen Col Lt Sgt Capt Maj Cpl Cmdr Adm Gov Sen Rep Pres
    Hon Sr Jr St Ste Mt Ft Pt Ave Blvd Rd Hwy Co Corp Inc Ltd Bros Dept Univ Assn
    Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Kan Ky La Md Mich Minn Mo Mont Neb
    Nev Okla Ont Penn Pa Que Sask Alta Tenn Tex Vt Va Wis Wisc Wyo vs etc approx
    Supt Det Insp Amb Atty CO"""
)
"""What keeps its full stop; it ends no sentence before a capital."""

_DOTTED_AFTER_COMMA = word_set("Mass Miss Ore Wash Ind Man Me Ida Ia Cal Tas Vic Qld")
"""The same, but only after a comma, as they are words or names too."""

_ENDING = word_set("Co. Corp. Inc. Ltd. Bros. Jr. Sr. etc.")
"""What keeps its full stop and may end a sentence all the same."""

_STARTERS = word_set(
    """The A An In On At It He She They We I But And This That These Those There
    When While After Before As If His Her Its Their Our For From To With By Of
    However Some Many Most No Not What Who How Why Where Since Under Also One Two
    Meanwhile Last Officials Police According Earlier Although Because"""
)
"""Words with a capital that, after "U.S.", begin a sentence."""

_TOKEN = re.compile(
    r"(?P<initials>(?<!\w)(?:[A-Z]\.){2,}|(?<!\w)[A-Z]\.(?=\s?[A-Z]))"
    r"|(?P<number>\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?(?!\w))"
    rf"|(?P<single>[{_SPACELESS}][{_MARKS}]*)"
    rf"|(?P<possessive>(?<=[\w.]){_APOSTROPHE}[sS](?!\w))"
    rf"|(?P<word>{_LETTER}+(?:{_APOSTROPHE}(?![sS](?!\w)){_LETTER}+)*)"
    r"|(?P<line>\n)"
    r"|(?P<sign>\.{2,}|-{2,}|[^\w\s]|_)"
)
_CLOSING = frozenset("\"'\u201d\u2019\u00bb)]}")
_ENDS = frozenset([".", "...", "!", "?", "\u2026", "\u3002", "\uff01", "\uff1f"])


def is_spaceless(word: str) -> bool:
    """Whether a token is of a script that is cut into single characters.

    Examples
    --------
    >>> is_spaceless("京"), is_spaceless("Kyoto")
    (True, False)
    """
    return word[0] > _FIRST_SPACELESS and _SPACELESS_SIGN.match(word) is not None


@lru_cache(maxsize=2)
def tokenise(text: str) -> tuple[Token, ...]:
    """Cut a text into tokens, numbered by sentence; the last texts are remembered.

    Parameters
    ----------
    text : str
        Any text; a line break ends a sentence.

    Returns
    -------
    tuple of Token
        In text order, without gaps other than white space.

    Examples
    --------
    >>> [token.text for token in tokenise("Russia's Ust-Luga, U.S.-led")]
    ['Russia', "'s", 'Ust', '-', 'Luga', ',', 'U.S.', '-', 'led']
    >>> [token.sentence for token in tokenise("He left. She stayed.")]
    [0, 0, 0, 1, 1, 1]
    """
    tokens: list[Token] = []
    sentence, ended = 0, False
    previous = ""
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word, kind = match.group(), match.lastgroup
        if kind == "line":
            ended = bool(tokens)
            continue
        if kind == "word" and _keeps_stop(word, previous, text, end):
            word, end = text[start : end + 1], end + 1
        elif (
            kind == "sign"
            and word == "."
            and previous.endswith(".")
            and (tokens[-1].end == start + 1)
        ):
            continue  # the stop of an abbreviation that was taken with its word
        if ended and not (word in _CLOSING and tokens[-1].end == start):
            sentence += tokens[-1].sentence == sentence
            ended = False
        ended = ended or _ends(word, text, end)
        tokens.append(Token(word, start, end, sentence))
        previous = word
    return tuple(tokens)


def _keeps_stop(word: str, previous: str, text: str, end: int) -> bool:
    if text[end : end + 1] != ".":
        return False
    if previous not in {",", "("}:
        return word in _DOTTED
    usual = word.title() if word.isupper() else word
    return usual in _DOTTED or usual in _DOTTED_AFTER_COMMA


def _ends(word: str, text: str, end: int) -> bool:
    """Whether a sentence ends with this token (closing quotes may follow)."""
    if word in _ENDS:
        return not text[end : end + 1].isalnum() and not _goes_on(text, end)
    if word[-1:] == "." and len(word) > 1:
        following = _NEXT_WORD.match(text, end)
        if following is None or not following.group(1)[:1].isupper():
            return False
        return word in _ENDING or (
            word.count(".") > 1 and following.group(1) in _STARTERS
        )
    return False


_NEXT_WORD = re.compile(r"\s+[\"'\u201c\u2018(]*(\w+)")
_LOWER = re.compile(r"[\"'\u201d\u2019)\]]*[ \t]+[a-z]")


def _goes_on(text: str, end: int) -> bool:
    return _LOWER.match(text, end) is not None
