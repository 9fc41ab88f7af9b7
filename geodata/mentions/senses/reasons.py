"""Why a sense was chosen, in words a reader can check in the text."""

from __future__ import annotations

from collections.abc import Mapping

from geodata.mentions.senses.context import Context
from geodata.mentions.senses.words import word_classes
from geodata.model import Sense

LISTED = "as the names it is listed with"
"""The reason for a name that alone would have been told otherwise."""

_GROUPS = {
    "after": "governor", "role": "governor", "link": "governor", "list": "governor",
    "object": "governor", "verb": "verb", "noun": "noun", "near": "near",
    "kind": "kind", "topic": "topic", "line": "line",
}  # fmt: skip


def reason_for(context: Context, votes: Mapping[str, float], sense: Sense) -> str:
    """Why this sense, by the group of features that spoke loudest for it.

    What stands in the sentence (a verb, a preposition, a noun) comes before what
    cannot be pointed at (the kind of place, the topic).

    Parameters
    ----------
    context : Context
        What stands around the name.
    votes : mapping of str to float
        What each group of features adds for an actor.
    sense : Sense
        The sense that was chosen.
    """
    sign = 1 if sense is Sense.ACTOR else -1
    heard: dict[str, float] = {}
    for name, vote in votes.items():
        group = _GROUPS.get(name)
        if group is not None:
            heard[group] = heard.get(group, 0.0) + sign * vote
    for group in sorted(
        heard, key=lambda name: (_VAGUE.get(name, 0), -heard[name], name)
    ):
        words = _WORDS[group](context) if heard[group] > 0 else ""
        if words:
            return words
    return "the words around it"


_VAGUE = {"near": 1, "line": 1, "kind": 2, "topic": 2}


def _governor(context: Context) -> str:
    if context.governor < 0 or not context.words[context.governor][0].isalpha():
        return ""
    word = context.words[context.governor]
    if context.head >= 0 and context.words[context.head][0].isalpha():
        return f'after "{context.words[context.head]} {word}"'
    if word in word_classes().verbs:
        return f'object of "{word}"'
    return f'after "{word}"'


def _verb(context: Context) -> str:
    if context.verb < 0 or context.noun >= 0:
        return ""
    verb = context.words[context.verb]
    governor = context.words[context.governor] if context.governor >= 0 else ""
    if word_classes().function.get(governor) == "preposition":
        return ""
    return f'subject of "{verb}"'


def _noun(context: Context) -> str:
    if context.noun < 0:
        return ""
    start = context.last + context.possessive
    words = " ".join(context.words[start : context.noun + 1])
    return f'before "\'s {words}"' if context.possessive else f'before "{words}"'


def _near(context: Context) -> str:
    """The next word, unless a preposition says more: government *of* X denied."""
    if context.head >= 0 and not context.possessive and context.noun < 0:
        return _governor(context)
    if context.last < len(context.words) and context.words[context.last][0].isalpha():
        return f'before "{context.words[context.last]}"'
    return _governor(context)


def _kind(_: Context) -> str:
    return "the kind of place it is"


def _topic(_: Context) -> str:
    return "what the sentence is about"


def _line(_: Context) -> str:
    return "where it stands in the line"


_WORDS = {
    "governor": _governor, "verb": _verb, "noun": _noun, "near": _near,
    "kind": _kind, "topic": _topic, "line": _line,
}  # fmt: skip
