"""More texts to learn from, made of those that are marked."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from geodata.gazetteer import Gazetteer
from geodata.mentions.lexicon import Lexicon
from geodata.mentions.tokens import tokenise
from geodata.model import PlaceKind, Span

CAPITALS_SHARE = 0.15
"""Share of short sentences that are shown once more in capitals, as in headlines."""

OTHER_NAMES_SHARE = 0.7
"""Share of names that get another place's name when a text is shown once more."""

_SHORT = 25
_TOWN = 30_000
_LAND = 300_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A marked text."""

    text: str
    """The text."""
    spans: tuple[Span, ...]
    """Where its names are."""
    demonyms: bool
    """Whether demonyms are among them."""
    dense: bool = False
    """Whether its names stand closer together than in other texts."""


def in_capitals(examples: Sequence[Example]) -> Iterator[Example]:
    """The examples with some short sentences in capitals; what is not, is left out."""
    chance = random.Random(0)  # noqa: S311 - a fixed sample, not a secret
    for example in examples:
        pieces: list[str] = []
        spans: list[Span] = []
        length = 0
        for start, end in _short_sentences(example.text):
            piece = example.text[start:end].upper()
            if chance.random() >= CAPITALS_SHARE or len(piece) != end - start:
                continue
            shift = length - start
            spans += _moved(example.spans, start, end, shift)
            pieces.append(piece)
            length += len(piece) + 1
        if pieces:
            yield Example(
                text="\n".join(pieces),
                spans=tuple(spans),
                demonyms=example.demonyms,
                dense=example.dense,
            )


def _moved(spans: Sequence[Span], start: int, end: int, shift: int) -> list[Span]:
    return [(a + shift, b + shift) for a, b in spans if start <= a and b <= end]


def _short_sentences(text: str) -> Iterator[Span]:
    for _, group in groupby(tokenise(text), lambda token: token.sentence):
        tokens = list(group)
        if len(tokens) < _SHORT:
            yield tokens[0].start, tokens[-1].end


def with_other_names(
    examples: Sequence[Example], gazetteer: Gazetteer
) -> Iterator[Example]:
    """The examples with other places in them, so that no name is learnt by heart.

    Countries, peoples and abbreviations stay; within a text, a name is always
    changed into the same other one.
    """
    chance = random.Random(1)  # noqa: S311 - a fixed sample, not a secret
    lexicon = Lexicon(gazetteer)
    names = _well_known_names(gazetteer)
    for example in examples:
        changed: dict[str, str] = {}
        for start, end in example.spans:
            phrase = example.text[start:end]
            if phrase in changed:
                continue
            swap = chance.random() < OTHER_NAMES_SHARE and _may_change(phrase, lexicon)
            changed[phrase] = chance.choice(names) if swap and names else phrase
        yield _renamed(example, changed)


def _well_known_names(gazetteer: Gazetteer) -> list[str]:
    """Names of towns, countries and large regions."""
    places = [
        place
        for kind, least in (
            (PlaceKind.CITY, _TOWN),
            (PlaceKind.COUNTRY, 0),
            (PlaceKind.REGION, _LAND),
        )
        for place in gazetteer.of_kind(kind)
        if place.population >= least
    ]
    return [place.name for place in places]


def _may_change(phrase: str, lexicon: Lexicon) -> bool:
    entry = lexicon.entry(phrase)
    fixed = entry is not None and (entry.people or entry.country)
    return not fixed and not phrase.endswith(".") and not phrase.isupper()


def _renamed(example: Example, changed: dict[str, str]) -> Example:
    pieces: list[str] = []
    spans: list[Span] = []
    position = length = 0
    for start, end in sorted(example.spans):
        if start < position:
            continue
        name = changed[example.text[start:end]]
        pieces += [example.text[position:start], name]
        length += start - position
        spans.append((length, length + len(name)))
        length += len(name)
        position = end
    text = "".join([*pieces, example.text[position:]])
    return Example(
        text=text,
        spans=tuple(spans),
        demonyms=example.demonyms,
        dense=example.dense,
    )
