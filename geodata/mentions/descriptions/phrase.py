"""One description around a common noun: what stands before it and after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from geodata.gazetteer import Gazetteer
from geodata.mentions.descriptions.lists import (
    AND,
    POSSESSIVES,
    after_article,
    is_half_a_pair,
    low_at,
    next_name,
)
from geodata.mentions.descriptions.lookup import LANDS, country_of, is_kind, is_water
from geodata.mentions.descriptions.nouns import (
    DEFINITE,
    FORMS,
    FUNCTION_WORDS,
    LONGEST_FORM,
    OWN,
    PLAIN,
    SHORES,
    VAGUE,
    Noun,
)
from geodata.mentions.descriptions.pieces import Piece
from geodata.model import Span

_MOST_MODIFIERS = 4
_MOST_HONOURED = 7
_DASHES = frozenset({"-", "–", "—", "/"})


@dataclass(slots=True)
class Phrase:
    """A noun with its surroundings, as far as they have been read."""

    noun: Noun
    plural: bool
    head: int
    """Index of the noun's first piece."""
    first: int
    """Index of the first piece of the description."""
    last: int
    """Index of the last piece of the description."""
    since: int = 0
    """Where the description before it ends, in code points."""
    determiner: str = ""
    """Before the first piece; '' if there is none."""
    words: list[str] = field(default_factory=list)
    """Modifiers in the order of the text."""
    unknown: list[str] = field(default_factory=list)
    """Those of them that may narrow the meaning in a way that cannot be checked."""
    back_of: str = ""
    """The noun in "the country's ports", "the city's airport"."""
    parts: dict[str, list[Span]] = field(default_factory=dict)
    """Spans by part of the Reading."""
    pointed: list[tuple[str, str]] = field(default_factory=list)
    """(part, wanted) of what points back inside: "railway to these ports"."""

    def add(self, part: str, spans: Sequence[Span]) -> None:
        """Note spans for a part of the Reading."""
        self.parts.setdefault(part, []).extend(spans)

    @property
    def has_arguments(self) -> bool:
        """Whether any name says which one is meant."""
        return bool(self.parts)


def noun_at(pieces: Sequence[Piece], index: int) -> tuple[Noun, bool, int] | None:
    """The longest noun form at an index: noun, plural, index of its last piece."""
    for length in range(LONGEST_FORM, 0, -1):
        window = pieces[index : index + length]
        form = tuple(piece.text for piece in window if piece.kind == "word")
        if len(form) == length and _lowered(pieces, index, form) in FORMS:
            noun, plural = FORMS[_lowered(pieces, index, form)]
            return noun, plural, index + length - 1
    return None


def _lowered(
    pieces: Sequence[Piece], index: int, form: tuple[str, ...]
) -> tuple[str, ...]:
    """The form, its first letter lowered where a sentence begins with it."""
    begins = index == 0 or pieces[index - 1].sentence != pieces[index].sentence
    if begins and form[0].istitle():
        return (form[0].lower(), *form[1:])
    return form


def read_phrase(
    pieces: Sequence[Piece], index: int, gazetteer: Gazetteer, *, since: int = 0
) -> Phrase | None:
    """The description whose noun begins at an index, if a noun begins there.

    Nothing before the code point `since` is taken in.
    """
    found = noun_at(pieces, index)
    if found is None:
        return None
    noun, plural, last = found
    phrase = Phrase(
        noun=noun, plural=plural, head=index, first=index, last=last, since=since
    )
    _read_before(pieces, phrase, gazetteer)
    _read_after(pieces, phrase, gazetteer)
    return phrase


def _same_sentence(pieces: Sequence[Piece], index: int, phrase: Phrase) -> bool:
    return (
        0 <= index < len(pieces)
        and pieces[index].sentence == pieces[phrase.head].sentence
        and pieces[index].start >= phrase.since
    )


# Before the noun: modifiers, owner, determiner.


def _read_before(pieces: Sequence[Piece], phrase: Phrase, gazetteer: Gazetteer) -> None:
    index = _read_modifiers(pieces, phrase, phrase.head - 1)
    if _same_sentence(pieces, index, phrase):
        index = _read_owner(pieces, phrase, index, gazetteer)
    if _same_sentence(pieces, index, phrase):
        word = pieces[index].low
        if word in DEFINITE | OWN | VAGUE or word.isdigit():
            phrase.determiner = word
    _drop_loose_words(phrase)


def _read_modifiers(pieces: Sequence[Piece], phrase: Phrase, index: int) -> int:
    while (
        _same_sentence(pieces, index, phrase)
        and len(phrase.words) < _MOST_MODIFIERS
        and _modifies(pieces[index])
    ):
        word = pieces[index].low
        phrase.words.insert(0, word)
        if word not in PLAIN:
            phrase.unknown.insert(0, word)
        phrase.first = index
        index -= 1
    return index


def _modifies(piece: Piece) -> bool:
    word = piece.text
    if piece.kind != "word" or not word[0].islower():
        return False
    return word not in FUNCTION_WORDS | VAGUE | DEFINITE | OWN and not word.isdigit()


def _read_owner(
    pieces: Sequence[Piece], phrase: Phrase, index: int, gazetteer: Gazetteer
) -> int:
    """Read "Turkey's Black Sea", "the country's", "Russian and Chinese"."""
    possessive = pieces[index].low in POSSESSIVES
    owner = index - 1 if possessive else index
    if not _same_sentence(pieces, owner, phrase):
        return index
    if possessive and not pieces[owner].named:
        phrase.back_of = pieces[owner].low
        phrase.first = owner
        return owner - 1
    if not pieces[owner].named:
        return index
    if is_water(pieces[owner], gazetteer) and "on" in phrase.noun.takes:
        phrase.add("on", [pieces[owner].span])
        phrase.first = owner
        before = owner - 1
        if _same_sentence(pieces, before, phrase):
            return _read_owner(pieces, phrase, before, gazetteer)
        return before
    return _read_owners(pieces, phrase, owner)


def _read_owners(pieces: Sequence[Piece], phrase: Phrase, index: int) -> int:
    """One owner, or the two of "the Russia-Ukraine border"."""
    first, spans = index, [pieces[index].span]
    joint, other = index - 1, index - 2
    pairs = phrase.noun.wanted in ("border", "strait", "railway")
    if _same_sentence(pieces, other, phrase) and pieces[other].named:
        dashed = pieces[joint].text in _DASHES
        if dashed or (pieces[joint].low in AND and (pairs or phrase.plural)):
            first, spans = other, [pieces[other].span, *spans]
    part = "between" if len(spans) == 2 and pairs else "of"
    phrase.add(part, spans)
    phrase.first = first
    index = first - 1
    while _same_sentence(pieces, index, phrase) and pieces[index].low in PLAIN:
        phrase.words.insert(0, pieces[index].low)
        phrase.first = index
        index -= 1
    return index


def _drop_loose_words(phrase: Phrase) -> None:
    """Without a determiner or an owner, unknown words need not be modifiers."""
    if phrase.determiner or phrase.parts or phrase.back_of:
        return
    kept: list[str] = []
    for word in reversed(phrase.words):
        if word not in PLAIN:
            break
        kept.insert(0, word)
    phrase.first += len(phrase.words) - len(kept)
    phrase.words, phrase.unknown = kept, []


# After the noun: of, on, in, between, with, from, to.

_PREPOSITIONS = {
    "of": "of", "in": "within", "inside": "within", "within": "within",
    "at": "within", "across": "within", "throughout": "within",
    "on": "on", "along": "on", "off": "on", "over": "on",
    "between": "between", "with": "with", "from": "start", "to": "end",
    "bordering": "on",
}  # fmt: skip


def _read_after(pieces: Sequence[Piece], phrase: Phrase, gazetteer: Gazetteer) -> None:
    index, seen = phrase.last + 1, ""
    while _same_sentence(pieces, index, phrase):
        index = _read_honoured(pieces, phrase, index)
        word = low_at(pieces, index)
        part = _PREPOSITIONS.get(word)
        if part is None or word == seen:
            return  # in "coast of A of B", B only says where A is
        after = _read_part(pieces, phrase, part, index + 1, gazetteer)
        if after is None:
            return
        phrase.last = after - 1
        index, seen = after, word


def _read_honoured(pieces: Sequence[Piece], phrase: Phrase, index: int) -> int:
    """Read "to the Soviet soldiers" after a monument; the index of what follows."""
    if not phrase.noun.landmark or pieces[index].low not in ("to", "of", "for"):
        return index
    words: list[str] = []
    for ahead in range(index + 1, min(index + _MOST_HONOURED, len(pieces))):
        piece = pieces[ahead]
        if piece.low in ("in", "at") and words:
            phrase.words += words
            return ahead
        if piece.kind not in ("word", "demonym"):
            break
        words += [piece.text.lower()] * (piece.low not in ("the", "a", "and", "of"))
    return index


def _read_part(
    pieces: Sequence[Piece], phrase: Phrase, part: str, index: int, gazetteer: Gazetteer
) -> int | None:
    """Read what a preposition governs; the index after it, or None."""
    takes = phrase.noun.takes
    if part == "with":
        return _read_with(pieces, phrase, index)
    if part in ("start", "end") and part in takes:
        after = _read_pointed(pieces, phrase, part, index)
        if after is not None:
            return after
    shore = _read_shore(pieces, phrase, index) if part in ("on", "within") else None
    if shore is not None:
        index, part = shore, "on"
    spans, after = _names_at(pieces, phrase, index, several=part == "between")
    if not spans:
        return None
    if after < len(pieces) and pieces[after].low in SHORES and part == "on":
        after += 1
        shore = after
    return _place_part(pieces, phrase, part, index, spans, after, gazetteer)


def _place_part(
    pieces: Sequence[Piece],
    phrase: Phrase,
    part: str,
    index: int,
    spans: list[Span],
    after: int,
    gazetteer: Gazetteer,
) -> int | None:
    takes = phrase.noun.takes
    named = next(piece for piece in pieces[index:after] if piece.named)
    water = is_water(named, gazetteer)
    if part in ("of", "within") and water and "on" in takes:
        part = "on"
    elif part == "on" and "of" in takes and country_of(named, gazetteer):
        part = "of"
    if part == "of" and phrase.noun.wanted == "border" and len(spans) == 2:
        part = "of" if phrase.plural else "between"
    if part not in takes or (part == "between" and len(spans) < 2):
        return None
    if phrase.noun.wanted == "capital" and not is_kind(named, LANDS, gazetteer):
        return None  # "Zimbabwe's capital of Harare" names the city itself
    phrase.add(part, spans)
    return after


def _read_with(pieces: Sequence[Piece], phrase: Phrase, index: int) -> int | None:
    """Read "with China" after a border: the other side."""
    if "between" not in phrase.noun.takes or phrase.noun.wanted != "border":
        return None
    spans, after = _names_at(pieces, phrase, index)
    if len(spans) != 1:
        return None
    phrase.add("with", spans)
    return after


def _read_shore(pieces: Sequence[Piece], phrase: Phrase, index: int) -> int | None:
    """The index after "the east coast of", if that stands here."""
    if low_at(pieces, index) == "the":
        index += 1
    words = []
    while low_at(pieces, index) in PLAIN:
        words.append(low_at(pieces, index))
        index += 1
    if low_at(pieces, index) not in SHORES:
        return None
    if low_at(pieces, index + 1) != "of":
        return None
    phrase.words += words
    return index + 2


def _read_pointed(
    pieces: Sequence[Piece], phrase: Phrase, part: str, index: int
) -> int | None:
    """Read "these ports" as an end of a line; what they are is found later."""
    if low_at(pieces, index) not in ("these", "those", "the"):
        return None
    found = noun_at(pieces, index + 1)
    if found is None:
        return None
    noun, _, last = found
    follows = low_at(pieces, last + 1)
    if follows in ("of", "on", "in"):
        return None
    phrase.pointed.append((part, noun.wanted))
    return last + 1


def _names_at(
    pieces: Sequence[Piece], phrase: Phrase, index: int, *, several: bool = False
) -> tuple[list[Span], int]:
    """Names from an index on ("the A", "A and B", "A, B and C"), and what follows."""
    spans: list[Span] = []
    several = several or phrase.plural or phrase.noun.wanted == "border"
    index = after_article(pieces, index)
    if several and is_half_a_pair(pieces, index):
        spans.append(pieces[index].span)
        index += 2
    while _same_sentence(pieces, index, phrase) and pieces[index].kind == "name":
        spans.append(pieces[index].span)
        following = next_name(pieces, index + 1) if several else None
        if following is None:
            return spans, index + 1
        index = following
    return spans, index
