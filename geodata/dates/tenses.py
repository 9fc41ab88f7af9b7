"""How far ahead of its document a date can lie, by the verbs of its clause.

A date without its year ("on May 20") is the last such day, or the coming one. The rule:

1. What its clause plainly says decides; what the rest of the sentence says, if the
   clause says nothing. A verb of saying parts what it reports from what stands around.
2. "Will", "is to", "plans to", "is due", "would" and the like take the coming one.
3. "Was to", "had been expected", "agreed to" look ahead from the past, and may lie
   behind by now: the nearer one is taken.
4. A verb of the past takes the last one.
5. Where a date stands beside a noun ("the vote on May 20 will ..."), what follows may
   be said of either: the coming one is taken if it is no more than a season away.
6. With nothing plain ("Talks in Seville on May 20", "they meet on May 20") a day of the
   next two weeks is the coming one, and any other the last one.

A day of the week comes round too soon to be told so: it is the last one unless 2 or 3
holds.
"""

from __future__ import annotations

import re

from geodata.model import Span

YEAR, HALF, SEASON, SOON, NEVER = 366, 183, 92, 14, 0
"""Days ahead of the document that a date can lie."""

_REPORTS = re.compile(
    r"\b(?:said|says|say|told|announced|reported|added|stated|confirmed|that)\b"
)
_BOUNDARY = re.compile(
    r";|\b(?:and|but|or|after|before|while|because|although|though|since|when|where|who"
    r"|which|whose|as|if|unless|following)\b"
)
_NO_VERB = r"(?!(?:the|an?|his|her|its|their|this|that|blame|date)\b)[a-z]{2,}"
_ADVERB = r"(?:(?:now|still|also|not|then|both|all|been|\w+ly)\s)?"
_AHEAD = re.compile(
    rf"""\b(?:will|would(?!\shave)|shall|plans?|planned|scheduled|expected|set\sto|hopes?
    |intends?|aims\sto|going\sto\s{_NO_VERB}|to\sbe|won['\u2019]t
    |(?:is|are)\s{_ADVERB}(?:to\s{_NO_VERB}|due)
    |due\s*(?:$|(?:in|on|for|at|by|back|out|later)\b))\b|['\u2019]ll\b""",
    re.VERBOSE,
)
_AHEAD_OF_THEN = re.compile(
    rf"""\b(?:(?:was|were|had|been)\s{_ADVERB}(?:to\s{_NO_VERB}|due|expected|planned
    |scheduled|set\sto|going\sto|hoped\sto|intended\sto)
    |(?:agreed|vowed|promised|pledged|decided|hoped|intended)\sto\s{_NO_VERB})\b""",
    re.VERBOSE,
)
_NEXT = re.compile(
    r"\b(?:upcoming|forthcoming"
    r"|next(?!\s(?:to|day|morning|night|week|month|year|door)\b))\b"
)
_THEN = re.compile(r"\b(?:was|were|had|did)\b")
_PAST = re.compile(
    r"""(?:\b(?!hundred\b|sacred\b|indeed\b|[a-z]*eed\b)[a-z]+|^\W*(?!United)[A-Z][a-z]+)
    ed\b
    |\b(?:[Ww]as|[Ww]ere|[Hh]ad|[Dd]id|[Bb]orn|[Bb]uilt|[Hh]eld|fell|came|went|met|left
    |began|begun|broke|became|made|took|gave|got|won|lost|led|sent|saw|struck|shot|hit
    |put|cut|set|stood|sat|lay|rose|ran|sank|sunk|flew|fled|fought|found|bought|brought
    |caught|taught|thought|sought|sold|built|burnt|spoke|wrote|drove|rode|swore|tore|wore
    |chose|froze|drew|grew|knew|threw|blew|shook|woke|spent|kept|slept|swept|felt|dealt
    |meant|heard|paid|laid|fed|bled|shut|split|quit|burst|cast|beat|bore|dug|hung|swung
    |withdrew|overthrew|underwent|arose|sprang|swam|drank|sang|rang|ate|hid)\b""",
    re.VERBOSE,
)
_PLACED = re.compile(r"\s*(?:(?:in|at|near|from|by|to)\s[^,;]*|,\s*)?$", re.IGNORECASE)
"""What can stand between a verb and its date: nothing, or where it was."""


def days_ahead(text: str, date: Span, sentence: Span) -> int:
    """How many days after that of the document a date may lie.

    Parameters
    ----------
    text : str
        The whole text.
    date, sentence : (int, int)
        Where the date and its sentence are.

    Examples
    --------
    >>> text = "They are to meet in Oslo on May 20."
    >>> days_ahead(text, (25, 34), (0, 35)) == YEAR
    True
    """
    *reporting, before = _REPORTS.split(text[sentence[0] : date[0]])
    after = _REPORTS.split(text[date[1] : sentence[1]])[0]
    told = _tense(_BOUNDARY.split(before)[-1], before)
    if told is not None:
        return told
    if reporting and _PLACED.match(before):  # "said on May 20 that it will"
        return NEVER
    told = _tense(_BOUNDARY.split(after)[0], after)
    if told is None:
        return NEVER if reporting else SOON
    opens = _PLACED.match(before.lstrip("\"'\u201c\u2018"))
    return told if opens else min(told, SEASON)


def _tense(*parts: str) -> int | None:
    """What the first of some words says that says anything plainly."""
    return next((told for each in parts if (told := _told(each)) is not None), None)


def _told(words: str) -> int | None:
    for pattern, days in ((_AHEAD_OF_THEN, HALF), (_AHEAD, YEAR)):
        if found := pattern.search(words):
            return NEVER if _THEN.search(words, found.end()) else days
    if _PAST.search(words):
        return NEVER
    return YEAR if _NEXT.search(words) else None
