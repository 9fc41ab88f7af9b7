"""Names of places and of their peoples in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from geodata.gazetteer import Gazetteer
from geodata.mentions.board import Found, Reading
from geodata.mentions.crf import (
    LABELS,
    Floats,
    Model,
    best_path,
    marginals,
    trained_model,
)
from geodata.mentions.features import Clues, find_entries
from geodata.mentions.lexicon import Lexicon
from geodata.mentions.matching import find_matches
from geodata.mentions.persons import find_persons
from geodata.mentions.rules import apply_rules
from geodata.mentions.tokens import Token, tokenise
from geodata.model import Mention, MentionKind

_MATCHED = 0.25
"""What is believed of a name that was only looked up: calibrated, a half."""

_LEVEL, _SLOPE = 0.35, 0.62
"""The line of calibration, fitted by eye to a table of ten bins."""

_PEOPLE = tuple(label.endswith("DEM") for label in LABELS)
_BEGINS = tuple(label.startswith("B") for label in LABELS)
_LATIN_END = "\u0250"
_MORE = ("\u1e00", "\u1eff")


def find_names(
    text: str, gazetteer: Gazetteer, *, model: Model | None = None
) -> tuple[Mention, ...]:
    """Names and demonyms of a text, sorted, none overlapping another.

    Sentences in Latin letters are read by the trained model and the rules; in other
    scripts, the longest names that the gazetteer knows are taken.

    Parameters
    ----------
    text : str
        Any text.
    gazetteer : Gazetteer
        Names and demonyms to know.
    model : Model, optional
        The recogniser to use instead of the one in the package.

    Returns
    -------
    tuple of Mention
        With `confidence` set; the sense is left to `geodata.mentions.senses`.
    """
    tokens = tokenise(text)
    lexicon = _lexicon(gazetteer)
    model = model or trained_model()
    found = []
    if model is None:
        found = _looked_up(text, tokens, [range(len(tokens))], lexicon)
    else:
        found = _recognised(text, tokens, lexicon, model)
        found += _looked_up(text, tokens, _other_scripts(tokens), lexicon)
    return tuple(_mention(text, tokens, span, lexicon) for span in _apart(found))


@lru_cache(maxsize=4)
def _lexicon(gazetteer: Gazetteer) -> Lexicon:
    return Lexicon(gazetteer)


def _apart(found: Sequence[Found]) -> Iterator[Found]:
    """In text order, without what overlaps an earlier one."""
    end = 0
    for span in sorted(found):
        if span.first >= end:
            yield span
            end = span.last


def _mention(
    text: str, tokens: Sequence[Token], span: Found, lexicon: Lexicon
) -> Mention:
    """A mention; the gazetteer, where it knows the words, says if they mean people."""
    start, end = tokens[span.first].start, tokens[span.last - 1].end
    entry = lexicon.entry(text[start:end])
    people = span.people if entry is None else entry.people
    return Mention(
        start=start,
        end=end,
        phrase=text[start:end],
        kind=MentionKind.DEMONYM if people else MentionKind.NAME,
        confidence=round(calibrated(span.confidence), 4),
    )


def calibrated(share: float) -> float:
    """P(a name of a place or people), of what model or rule believes.

    A straight line through what was right of the names believed so far, measured on
    each of two corpora by a model of the other; the model is too modest below 0.7
    and too bold above 0.9.

    Examples
    --------
    >>> round(calibrated(0.55), 2), round(calibrated(0.99), 2)
    (0.69, 0.96)
    """
    return min(1.0, max(0.0, _LEVEL + _SLOPE * share))


def _is_latin(word: str) -> bool:
    first = word[0]
    return not first.isalpha() or first < _LATIN_END or _MORE[0] <= first <= _MORE[1]


def _other_scripts(tokens: Sequence[Token]) -> list[range]:
    """Stretches of words in other letters than Latin ones."""
    stretches = []
    first = 0
    for latin, group in groupby(tokens, lambda token: _is_latin(token.text)):
        last = first + sum(1 for _ in group)
        if not latin:
            stretches.append(range(first, last))
        first = last
    return stretches


def _looked_up(
    text: str, tokens: Sequence[Token], stretches: Sequence[range], lexicon: Lexicon
) -> list[Found]:
    return [
        Found(match.first, match.last, match.entry.people, _MATCHED)
        for stretch in stretches
        for match in find_matches(text, tokens, stretch, lexicon)
    ]


def _sentences(tokens: Sequence[Token]) -> list[range]:
    """Sentences with a capital: only they can hold a name."""
    found = []
    first = 0
    for _, group in groupby(tokens, lambda token: token.sentence):
        words = [token.text for token in group]
        if any(word[0].isupper() for word in words):
            found.append(range(first, first + len(words)))
        first += len(words)
    return found


def _recognised(
    text: str, tokens: Sequence[Token], lexicon: Lexicon, model: Model
) -> list[Found]:
    """What the model finds, after the rules."""
    sentences = _sentences(tokens)
    matches = find_entries(text, tokens, lexicon)
    persons = find_persons(tokens)
    clues = Clues(tokens, matches, persons)
    scores = [
        model.emissions(
            [tokens[position].text for position in sentence],
            [clues.of(position) for position in sentence],
        )
        for sentence in sentences
    ]
    found: list[Found] = []
    chances: dict[int, float] = {}
    for sentence, shares in zip(sentences, marginals(scores, model.steps), strict=True):
        found += _spans(sentence.start, shares)
        chances.update(zip(sentence, (1 - shares[:, 0]).tolist(), strict=True))
    reading = Reading(
        text=text,
        tokens=tokens,
        matches=matches,
        persons=persons,
        is_named=lexicon.is_named,
        chance=lambda at: chances.get(at, 0.0),
        longest=lambda at: lexicon.longest(text, tokens, at),
    )
    return apply_rules(reading, found)


def _spans(start: int, shares: Floats) -> Iterator[Found]:
    """Names of one sentence from the shares of its labels."""
    path = best_path(shares)
    chosen = [float(row[label]) for row, label in zip(shares, path, strict=True)]
    position = 0
    while position < len(path):
        last = position + 1
        if path[position]:
            while last < len(path) and path[last] and not _BEGINS[path[last]]:
                last += 1
            confidence = min(chosen[position:last])
            people = _PEOPLE[path[position]]
            yield Found(start + position, start + last, people, confidence)
        position = last
