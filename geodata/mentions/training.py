"""Training the recogniser: marked texts to weights."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from pathlib import Path

import numpy as np

from geodata.gazetteer import Gazetteer
from geodata.mentions.augmenting import Example, in_capitals, with_other_names
from geodata.mentions.crf import LABELS, pack
from geodata.mentions.features import (
    OFFSETS,
    OUTSIDE,
    Clues,
    atoms,
    find_entries,
    shape,
)
from geodata.mentions.lexicon import Lexicon, Match
from geodata.mentions.persons import find_persons
from geodata.mentions.tokens import Token, tokenise, word_set
from geodata.model import Span

LASSO = 0.02
"""Weight of the absolute values: sets useless weights to nought."""

RIDGE = 1.5
"""Weight of the squares: keeps weights small."""

ROUNDS = 120
"""Iterations of L-BFGS."""

_LEAST_WEIGHT = 0.02
_LANGUAGE_CUES = word_set("in speak speaks spoke speaking fluent into from")
_DENSE = "dense="
_HAS_DEMONYMS = 0.01


def train_recogniser(examples: Sequence[Example], gazetteer: Gazetteer) -> bytes:
    """Train the recogniser on marked texts; the same bytes at every run.

    Parameters
    ----------
    examples : sequence of Example
        Marked texts; where demonyms are not marked, the gazetteer's are taken.
    gazetteer : Gazetteer
        The one the model is to work with.

    Returns
    -------
    bytes
        What `geodata.mentions.crf.unpack` reads.
    """
    import pycrfsuite

    lexicon = Lexicon(gazetteer)
    trainer = pycrfsuite.Trainer(verbose=False)
    shown = chain(
        examples, in_capitals(examples), with_other_names(examples, gazetteer)
    )
    for clues, labels in _sentences(shown, lexicon):
        trainer.append(clues, labels)
    trainer.set_params(
        {
            "c1": LASSO,
            "c2": RIDGE,
            "max_iterations": ROUNDS,
            "feature.possible_transitions": True,
        }
    )
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    return _packed(info.state_features, info.transitions)


def _packed(
    states: dict[tuple[str, str], float], transitions: dict[tuple[str, str], float]
) -> bytes:
    kept = sorted(
        {clue for (clue, _), weight in states.items() if abs(weight) > _LEAST_WEIGHT}
    )
    rows = {clue: row for row, clue in enumerate(kept)}
    weights = np.zeros((len(kept), len(LABELS)), np.float32)
    for (clue, label), weight in states.items():
        if clue in rows:
            weights[rows[clue], LABELS.index(label)] = weight
    steps = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for (before, after), weight in transitions.items():
        steps[LABELS.index(before), LABELS.index(after)] = weight
    return pack(kept, weights, steps)


def _sentences(
    examples: Iterable[Example], lexicon: Lexicon
) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Clues and labels of every sentence."""
    for example in examples:
        tokens = tokenise(example.text)
        matches = find_entries(example.text, tokens, lexicon)
        clues = Clues(tokens, matches, find_persons(tokens))
        labels = label_tokens(example, tokens, matches, lexicon)
        for positions in _by_sentence(tokens):
            words = [tokens[position].text for position in positions]
            yield (
                [
                    [
                        *all_atoms(words, at),
                        *clues.of(position),
                        *(_density(words[at]) if example.dense else ()),
                    ]
                    for at, position in enumerate(positions)
                ],
                [labels[position] for position in positions],
            )


def _density(word: str) -> tuple[str, str]:
    """Clues that no text to read has: they take up how many names are to be expected.

    Texts written to be learnt from are denser in names than others.
    """
    return _DENSE, f"{_DENSE}{shape(word)}"


def _by_sentence(tokens: Sequence[Token]) -> Iterator[list[int]]:
    for _, group in groupby(enumerate(tokens), lambda item: item[1].sentence):
        yield [position for position, _ in group]


def all_atoms(words: Sequence[str], position: int) -> list[str]:
    """Clues of the words around a position of a sentence."""
    found = []
    for offset in OFFSETS:
        at = position + offset
        word = words[at] if 0 <= at < len(words) else OUTSIDE
        found += atoms(word, offset)
    return found


def label_tokens(
    example: Example,
    tokens: Sequence[Token],
    matches: Sequence[Match],
    lexicon: Lexicon,
) -> list[str]:
    """One label a token, from the spans and, failing them, the demonyms known."""
    labels = ["O"] * len(tokens)
    starts = {token.start: position for position, token in enumerate(tokens)}
    for start, end in example.spans:
        entry = lexicon.entry(example.text[start:end])
        kind = "DEM" if entry is not None and entry.people else "LOC"
        position = starts.get(start, len(tokens))
        begun = "B"
        while position < len(tokens) and tokens[position].end <= end:
            labels[position] = f"{begun}-{kind}"
            begun, position = "I", position + 1
    for match in matches:
        if _is_unmarked_demonym(example, tokens, match):
            _label_demonym(labels, match)
    return labels


def _label_demonym(labels: list[str], match: Match) -> None:
    inside = range(match.first, match.last)
    if all(labels[position] == "O" for position in inside):
        for position in inside:
            labels[position] = "B-DEM" if position == match.first else "I-DEM"


def _is_unmarked_demonym(
    example: Example, tokens: Sequence[Token], match: Match
) -> bool:
    """Whether a known demonym counts although the corpus does not mark it.

    Some corpora mark no demonyms, others mark adjectives but not peoples
    ("Americans"). Languages are no demonyms.
    """
    if not match.entry.people:
        return False
    if example.demonyms:
        return tokens[match.last - 1].text.endswith("s")
    before = tokens[match.first - 1].text.lower() if match.first else ""
    after = tokens[match.last].text if match.last < len(tokens) else "."
    return not (before in _LANGUAGE_CUES and not after[0].isalpha())


def marks_demonyms(
    texts: Iterable[tuple[str, Sequence[Span]]], gazetteer: Gazetteer
) -> bool:
    """Whether a corpus marks demonyms: at least one name in a hundred is one."""
    lexicon = Lexicon(gazetteer)
    phrases = [text[start:end] for text, spans in texts for start, end in spans]
    entries = [lexicon.entry(phrase) for phrase in phrases]
    people = sum(entry is not None and entry.people for entry in entries)
    return people > _HAS_DEMONYMS * len(phrases)
