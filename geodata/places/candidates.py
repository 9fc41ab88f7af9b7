"""What a name could mean: look-up with the spellings that texts use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from geodata.gazetteer import Gazetteer, Named
from geodata.model import Mention, MentionKind
from geodata.places.spellings import alike, spellings

MOST_CANDIDATES = 60
"""Bearers of one name that are weighed; the most prominent are kept."""


@dataclass(slots=True, kw_only=True)
class Toponym:
    """One name of a document, with all its mentions and what it could mean."""

    phrase: str
    """The name as it stands at its first mention."""
    demonym: bool
    """True for a word for people."""
    bearers: tuple[Named, ...]
    """Places that could be meant, the most prominent first."""
    mentions: list[int] = field(default_factory=list)
    """Positions in the sequence of mentions."""


def has_article(text: str, start: int) -> bool:
    """Whether "the" stands right before an offset.

    Examples
    --------
    >>> has_article("On the Baltic", 7), has_article("Bathe Baltic", 6)
    (True, False)
    """
    return re.search(r"\b[Tt]he\s$", text[max(0, start - 5) : start]) is not None


def toponyms_of(
    text: str, mentions: Sequence[Mention], gazetteer: Gazetteer
) -> list[Toponym]:
    """The different names among mentions, in order of first mention.

    Descriptions are left out: they are worked out from the names. "the West" and
    "West" are different names where the gazetteer knows one with its article.
    """
    toponyms: dict[tuple[str, bool], Toponym] = {}
    for position, mention in enumerate(mentions):
        if mention.kind is MentionKind.DESCRIPTION:
            continue
        demonym = mention.kind is MentionKind.DEMONYM
        name = mention.phrase
        if has_article(text, mention.start) and gazetteer.named(f"the {name}"):
            name = f"the {name}"
        known = (name, demonym)
        if known not in toponyms:
            toponyms[known] = Toponym(
                phrase=mention.phrase,
                demonym=demonym,
                bearers=bearers_of(name, gazetteer, demonym=demonym),
            )
        toponyms[known].mentions.append(position)
    return list(toponyms.values())


def bearers_of(
    phrase: str, gazetteer: Gazetteer, *, demonym: bool
) -> tuple[Named, ...]:
    """Places that bear a name, or its nearest spelling that any place bears.

    Parameters
    ----------
    phrase : str
        The name as the text has it.
    gazetteer : Gazetteer
        Where to look.
    demonym : bool
        Whether the phrase is a word for people.
    """
    for spelling in spellings(phrase):
        found: dict[str, Named] = {}
        for form in alike(spelling):
            for bearer in gazetteer.named(form):
                if _fits(bearer, form, demonym=demonym):
                    found.setdefault(bearer.place.id, bearer)
        if found:
            bearers = sorted(found.values(), key=_most_populous)
            return tuple(bearers[:MOST_CANDIDATES])
    return ()


def _most_populous(bearer: Named) -> int:
    return -bearer.place.population


def _fits(bearer: Named, phrase: str, *, demonym: bool) -> bool:
    """Demonyms for demonyms, names for names; abbreviations in their own letters."""
    if (bearer.role == "demonym") != demonym:
        return False
    if bearer.role == "abbreviation":
        as_written = _signs(phrase) == _signs(bearer.name)
        return phrase.isupper() or phrase.endswith(".") or as_written
    return True


def _signs(name: str) -> str:
    """Letters and digits alone: Washington DC is Washington, D.C."""
    return "".join(sign for sign in name if sign.isalnum())
