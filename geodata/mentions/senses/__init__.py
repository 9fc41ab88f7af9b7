"""Senses: whether the location is meant, or the name stands for who acts there."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from geodata.gazetteer import Gazetteer
from geodata.mentions.senses.context import Context, read_context
from geodata.mentions.senses.features import features_of
from geodata.mentions.senses.kinds import kind_of
from geodata.mentions.senses.likeness import numbers_of
from geodata.mentions.senses.lists import shared
from geodata.mentions.senses.model import load_model
from geodata.mentions.senses.reasons import LISTED, reason_for
from geodata.mentions.tokens import Token, tokenise
from geodata.model import Mention, MentionKind, Sense

__all__ = ["contexts", "with_senses"]


def with_senses(
    text: str, mentions: Sequence[Mention], gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """The same mentions with their sense, the reason for it, and how sure it is.

    A demonym is always an actor, a description always a place; a name is judged by
    the words around it, names in one list together.

    Parameters
    ----------
    text : str
        The document's text.
    mentions : sequence of Mention
        In any order; overlaps and duplicates are kept.
    gazetteer : Gazetteer
        Tells countries, capitals, towns and waters apart.

    Returns
    -------
    tuple of Mention
        In the order given; only the three sense fields differ.
    """
    names = [mention for mention in mentions if mention.kind is MentionKind.NAME]
    read = iter(_judged(text, names, gazetteer))
    return tuple(
        next(read) if mention.kind is MentionKind.NAME else _fixed(mention)
        for mention in mentions
    )


def _fixed(mention: Mention) -> Mention:
    demonym = mention.kind is MentionKind.DEMONYM
    return dataclasses.replace(
        mention,
        sense=Sense.ACTOR if demonym else Sense.PLACE,
        sense_reason="a word for the people" if demonym else "a described place",
        sense_confidence=1.0,
    )


def contexts(text: str, mentions: Sequence[Mention]) -> list[Context | None]:
    """What stands around each mention; None for one that holds no word."""
    tokens = tokenise(text)
    starts = [token.start for token in tokens]
    ends = [token.end for token in tokens]
    return [_context(tokens, starts, ends, mention) for mention in mentions]


def _context(
    tokens: Sequence[Token], starts: list[int], ends: list[int], mention: Mention
) -> Context | None:
    first = bisect_right(ends, mention.start)
    last = bisect_left(starts, mention.end)
    return read_context(tokens, first, last) if first < last else None


_HALF = 0.5


def _judged(
    text: str, names: Sequence[Mention], gazetteer: Gazetteer
) -> Iterator[Mention]:
    """Each name with its sense; as it is, if it holds no word."""
    read = contexts(text, names) if names else []
    found = [context for context in read if context is not None]
    kinds = [
        kind_of(mention.phrase, gazetteer)
        for mention, context in zip(names, read, strict=True)
        if context is not None
    ]
    told = iter(_told(found, kinds)) if found else iter(())
    for mention, context in zip(names, read, strict=True):
        yield mention if context is None else dataclasses.replace(mention, **next(told))


def _told(found: Sequence[Context], kinds: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The sense of each name: names in one list share theirs."""
    model = load_model()
    votes = [
        model.votes(features_of(context, kind))
        for context, kind in zip(found, kinds, strict=True)
    ]
    scores = [sum(vote.values()) for vote in votes]
    if model.likeness is not None:
        alike = model.likeness.scores(numbers_of(found, kinds)).tolist()
        scores = [read + like for read, like in zip(scores, alike, strict=True)]
    together = shared(scores, [context.listed for context in found])
    for context, vote, own, score in zip(found, votes, scores, together, strict=True):
        chance, alone = model.chance(score), model.chance(own)
        sense = Sense.ACTOR if chance > _HALF else Sense.PLACE
        agrees = (chance > _HALF) == (alone > _HALF)
        yield {
            "sense": sense,
            "sense_reason": reason_for(context, vote, sense) if agrees else LISTED,
            "sense_confidence": round(max(chance, 1 - chance), 3),
        }
