"""Texts with their names marked in place: "{~Polish=ne:POL} ports in {Peru=ne:PER}".

A mark is `{name=place id}`; a tilde before the name says demonym.
"""

import re
from dataclasses import dataclass

from geodata.gazetteer import Gazetteer
from geodata.mentions.descriptions import find_descriptions
from geodata.model import (
    Document,
    Mention,
    MentionKind,
    Resolution,
    Span,
    Verdict,
)
from geodata.places.described import describe

_MARK = re.compile(r"\{(~?)([^=}]+)(?:=([^}]+))?\}")


@dataclass(frozen=True)
class Marked:
    text: str
    names: tuple[Mention, ...]
    ids: dict[Span, str]


def marked(source: str) -> Marked:
    """The text without its marks, the names with their offsets, and their ids."""
    text, position, names, ids = "", 0, [], {}
    for mark in _MARK.finditer(source):
        text += source[position : mark.start()]
        tilde, phrase, place_id = mark.groups()
        kind = MentionKind.DEMONYM if tilde else MentionKind.NAME
        span = (len(text), len(text) + len(phrase))
        names.append(Mention(start=span[0], end=span[1], phrase=phrase, kind=kind))
        ids[span] = place_id
        text += phrase
        position = mark.end()
    return Marked(text + source[position:], tuple(names), ids)


def found(source: str, gazetteer: Gazetteer) -> list[str]:
    """Phrases of the descriptions in a marked text."""
    text = marked(source)
    mentions = find_descriptions(text.text, text.names, gazetteer)
    for mention in mentions:
        assert text.text[mention.start : mention.end] == mention.phrase
    return [mention.phrase for mention in mentions]


def described(source: str, gazetteer: Gazetteer) -> list[Resolution]:
    """What the descriptions of a marked text mean, in text order."""
    text = marked(source)
    resolved = {
        (name.start, name.end): _as_marked(name, text, gazetteer) for name in text.names
    }
    document = Document(id="marked", title="Marked", text=text.text)
    answers = []
    for mention in find_descriptions(text.text, text.names, gazetteer):
        answer = describe(document, mention, resolved, gazetteer)
        resolved[mention.start, mention.end] = answer
        answers.append(answer)
    return answers


def _as_marked(name: Mention, text: Marked, gazetteer: Gazetteer) -> Resolution:
    place_id = text.ids[name.start, name.end]
    return Resolution(
        mention=name,
        place=gazetteer.place(place_id) if place_id else None,
        confidence=1.0,
        verdict=Verdict.RESOLVED,
        how="marked by hand",
    )
