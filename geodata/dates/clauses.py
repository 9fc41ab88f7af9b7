"""How far a date reaches in its sentence.

The rule, by which a mention is dated:

1. Only dates of its own sentence count, and a semicolon ends one.
2. A date in a bracket, a relative clause ("who was born in 1950"), a participle between
   commas (", built in 1891,"), what comes ", with a ...", a quotation, or what somebody
   *said*, dates the mentions in there, and no other. A bracket that holds nothing but a
   date dates the name right before it. Who said something at the end of a sentence
   (", Lima said") has only the date that stands beside that, the place of a dateline
   the dateline's; what is *now* called so, and a "Rome-based" firm, have none.
3. A date beside a noun ("the *1994* treaty") dates the mentions after it that no
   comma, verb of saying or conjunction parts from it, and the one it belongs to
   ("Moscow's *1957* festival").
4. Every other date of the sentence reaches all of its mentions, but for those that are
   told of as "*once* part of" something, "originally" or "later".
5. Of several that reach a mention, those in the narrowest clause around it go first;
   then that with the fewest commas and conjunctions between; then the nearest one.
6. A date that cannot be told ("on Tuesday", of a text without a day of its own) counts
   in all this, so that no other takes its place.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from geodata.model import Span

_IRREGULAR = (
    "built|born|held|begun|written|drawn|made|cut|sunk|dug|fought|won|lost|laid|known"
    "|given|taken|sent|shot|bought|sold|found|led|set|hidden|torn|burnt"
)
_REPORTING = (
    "said|says|say|told|tells|announced|reported|reports|noted|recalled|wrote|writes"
    "|claimed|claims|stated|argues|argued|believes|insisted|insists|added|warned|warns"
    "|denied|denies|confirmed|explained|recalls|criticised|criticized|condemned|rejects"
    "|rejected"
)
_INNER = re.compile(
    rf"""
    (?P<bracket>\()
  | (?P<quote>(?:(?<=\s)|^)"(?=\S)|[\u201c\u00ab])
  | (?P<relative>,?\s(?:(?:of|in|at|to|from|for|by|on|with)\s)?
      (?:who|whose|whom|which|where)\b)
  | (?P<now>,?\s(?:presently|now|currently|nowadays|today)\s(?=[a-z]))
  | (?P<participle>,\s(?:\w+ly\s|then\s|first\s|also\s)?(?:[a-z]{{2,}}ed|{_IRREGULAR})\b
      (?!\s(?:the|a|an|his|her|its|their|that)\b))
  | (?P<beside>,\swith\s(?:an?|its|some|about)\s)
  | (?P<said>\b(?:{_REPORTING})\b(?:\s(?!that\b)[\w\s]{{0,40}}?)?\s(?:that\b|how\b)
      |\b(?:said|says|say)\s
      (?=(?:the|an?|it|he|she|they|his|her|its|their)\b))
    """,
    re.VERBOSE,
)
_OPENING = re.compile(
    rf"\s*(?:[A-Z][a-z]+ed|{_IRREGULAR.title()})\s(?:and\s\w+\s)?(?:in|at|near|on|by)\b"
)
_SPOKE = re.compile(
    rf",[\"\u201d]?\s(?:[^,;]{{1,60}}\s(?:{_REPORTING})"
    rf"|(?:{_REPORTING})\s[^,;]{{1,60}})(?=[\s.]|$)[^,;]*$"
)
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'\u2019-]{2,}[^\u2014\u2013\n]{0,60}?|[A-Z][^\u2014\u2013\n(]{2,40}\([^)]{6,30}\))"
    r"\s?(?:[\u2014\u2013]|-{1,2})\s"
)
_THEN = re.compile(
    r"\b(?:once|originally|formerly|previously|later|eventually|subsequently|initially)"
    r"\s[^,;:()\d]{0,60}$"
)
"""What puts a name at another time than the rest of the sentence, untold."""
_CLOSING = {"(": ")", '"': '"', "\u201c": "\u201d", "\u00ab": "\u00bb"}
_BARRIER = re.compile(
    r"[,;:\u2014]|\s\u2013\s|\b(?:and|but|or|while|whereas|although|though|then|yet|that"
    rf"|which|who|where|whose|{_REPORTING})\b"
)


class Clause(NamedTuple):
    """Part of a sentence beyond which its dates say nothing."""

    start: int
    """First code point."""
    end: int
    """One past the last."""
    kind: str
    """bracket, quote, relative, participle, beside, now, said, spoke or dateline."""


CLOSED = frozenset(["now", "spoke", "dateline"])
"""Clauses into which no date outside reaches."""


def clauses(text: str, span: Span, dates: list[Span]) -> list[Clause]:
    """The inner clauses of a sentence.

    Parameters
    ----------
    text : str
        The whole text.
    span : (int, int)
        The sentence.
    dates : list of (int, int)
        Its dates, whose commas part nothing.
    """
    start, end = span
    found = [
        Clause(match.start(), _end(text, match, end, dates), match.lastgroup or "")
        for match in _INNER.finditer(text, start, end)
        if not _is_inside(match.start(), dates)
    ]
    if _OPENING.match(text, start, end):
        found.append(Clause(start, _comma(text, start, end, dates), "participle"))
    if dateline := _DATELINE.match(text, start, end):
        found.append(Clause(start, dateline.end(), "dateline"))
    spoke = _SPOKE.search(text, start, end)
    if spoke and _says_more(text[start : spoke.start()], start, dates):
        found.append(Clause(*spoke.span(), "spoke"))
    return [each for each in found if each.end > each.start]


def _says_more(words: str, offset: int, dates: list[Span]) -> bool:
    """Whether words hold more than a date: they can be what somebody said."""
    return any(
        not _is_inside(offset + match.start(), dates)
        for match in re.finditer(r"\w+", words)
    )


def _end(text: str, match: re.Match[str], end: int, dates: list[Span]) -> int:
    kind = match.lastgroup
    if kind in {"bracket", "quote"}:
        closing = text.find(_CLOSING[match[0]], match.end(), end)
        return end if closing < 0 else closing + 1
    if kind == "said":
        return end
    return _comma(text, match.end(), end, dates)


def _comma(text: str, start: int, end: int, dates: list[Span]) -> int:
    """Where a clause ends that the next comma ends, but for those of dates."""
    for match in re.compile(r"[,;]").finditer(text, start, end):
        if not _is_inside(match.start(), dates):
            return match.start()
    return end


def _is_inside(position: int, spans: list[Span]) -> bool:
    return any(start <= position < end for start, end in spans)


def is_of_another_time(text: str, name: Span, date: Span, start: int) -> bool:
    """Whether a name stands in "once part of ...", and the date does not.

    Parameters
    ----------
    text : str
        The whole text.
    name, date : (int, int)
        The two.
    start : int
        Where their sentence begins.
    """
    then = _THEN.search(text, max(start, name[0] - 80), name[0])
    if then is None or then.start() <= date[0] < name[0]:
        return False
    return date[0] < name[0] or "," in text[name[1] : date[0]]


def barriers(text: str, start: int, end: int) -> int:
    """How many commas and conjunctions part what lies on either side."""
    return sum(1 for _ in _BARRIER.finditer(text, start, end))
