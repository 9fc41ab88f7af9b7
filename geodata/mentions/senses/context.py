"""What stands around a name: its governor, its verb, its list, what it modifies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geodata.mentions.senses.words import Words, word_classes
from geodata.mentions.tokens import Token

_REACH = 40
"""Tokens looked at on either side."""
_QUOTES = frozenset("\"'“”‘’«»`")
_OPENERS = frozenset([*_QUOTES, "(", "["])
_LINKS = frozenset(["and", "or", "&", "nor", "-", "–", "v", "vs", "versus", "/"])
_GAPS = frozenset([",", *_LINKS])
_RELATIVES = frozenset(["which", "that", "who"])
_STEPS = 3
"""Names that may stand between a name and what it hangs on."""
_POSSESSIVES = frozenset(["'s", "’s", "'", "’", "'S", "’S"])


@dataclass(frozen=True, slots=True)
class Context:
    """The words around one name, as far as they decide on its sense."""

    words: tuple[str, ...]
    """The sentence around it, in lower case."""
    first: int
    """Index of its first word."""
    last: int
    """Index one past its last word."""
    chain: tuple[int, int]
    """First and last of the list it stands in ("Russia, Iran and China")."""
    governor: int
    """Index of the word it hangs on (a preposition, a verb); -1 for none."""
    modified: bool
    """Whether words such as "the", "northern" stand between it and the governor."""
    head: int
    """Index of the word before a governing preposition: *talks* between; or -1."""
    root: int
    """Index of the verb or noun that a name as head hangs on: *links* A to X; or -1."""
    agent: int
    """Index of the noun before the governing verb: *line* links X; or -1."""
    verb: int
    """Index of the verb that follows it; -1 for none."""
    auxiliary: str
    """The auxiliary before that verb; '' for none."""
    gap: int
    """How many words stand between the name's list and that verb."""
    noun: int
    """Index of the noun it modifies ("US *Navy*"), or possesses; -1 for none."""
    possessive: bool
    """Whether it carries 's."""
    cased: tuple[str, ...]
    """The sentence around it, as written."""
    start: int
    """Index of the sentence's first word in the text."""

    @property
    def listed(self) -> tuple[int, int]:
        """First and last of its list, as words of the text: the same for the others."""
        left, right = self.chain
        return self.start + left, self.start + right


def read_context(tokens: Sequence[Token], first: int, last: int) -> Context:
    """Read what stands around tokens[first:last], within their sentence.

    Examples
    --------
    >>> from geodata.mentions.tokens import tokenise
    >>> tokens = tokenise("Ties between Chile and the northern Peru have improved.")
    >>> context = read_context(tokens, 6, 7)
    >>> words = context.words
    >>> words[context.head], words[context.governor], words[context.verb]
    ('ties', 'between', 'improved')
    """
    start, stop = _window(tokens, first, last)
    cased = tuple(token.text for token in tokens[start:stop])
    return _Reader(cased, word_classes()).read(first, last, start)


def _window(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    sentence = tokens[first].sentence
    start = first
    while (
        start > 0 and first - start < _REACH and tokens[start - 1].sentence == sentence
    ):
        start -= 1
    stop, count = last, len(tokens)
    while stop < count and stop - last < _REACH and tokens[stop].sentence == sentence:
        stop += 1
    return start, stop


class _Reader:
    """One sentence being read."""

    def __init__(self, cased: tuple[str, ...], classes: Words) -> None:
        self.cased = cased
        self.words = tuple(word.lower() for word in cased)
        self.function = classes.function
        self.verbs = classes.verbs
        self.nouns = classes.nouns

    def read(self, first: int, last: int, start: int) -> Context:
        first, last = first - start, last - start
        left, right = self._chain(first, last)
        governor = self._governor(left)
        head = self._head(governor)
        root = self._root(head)
        possessive = last < len(self.words) and self.words[last] in _POSSESSIVES
        noun, after = self._noun(last + possessive, possessive=possessive)
        if noun < 0:
            noun, after = self._noun(right, possessive=False)
        verb, auxiliary = self._verb(after)
        return Context(
            self.words, first, last, (left, right), governor,
            governor >= 0 and left - governor > 1, head, root,
            self._agent(governor if head < 0 else root), verb, auxiliary,
            verb - after if verb >= 0 else 0, noun, possessive, self.cased, start,
        )  # fmt: skip

    # The list it stands in -------------------------------------------------

    def _chain(self, first: int, last: int) -> tuple[int, int]:
        left, right = self._extended_left(first), self._extended_right(last)
        inside = self.words[left:right]
        if not _LINKS.isdisjoint(inside):
            return left, right
        return first, last

    def _extended_left(self, first: int) -> int:
        at = first
        while True:
            gap = self._skip_determiner(at) - 1
            if gap < 1 or self.words[gap] not in _GAPS:
                return at
            if self.words[gap] in {"and", "or", "nor"} and self.words[gap - 1] == ",":
                gap -= 1
            start = self._name_before(gap)
            if start == gap:
                return at
            at = start

    def _extended_right(self, last: int) -> int:
        at, count = last, len(self.words)
        while at < count - 1 and self.words[at] in _GAPS:
            start = at + 1
            if self.words[start] in {"and", "or", "nor"}:
                start += 1
            while start < count and (
                self.function.get(self.words[start]) == "determiner"
            ):
                start += 1
            end = self._name_after(start)
            if end == start:
                return at
            at = end
        return at

    def _skip_determiner(self, at: int) -> int:
        while at > 0 and (
            self.function.get(self.words[at - 1]) == "determiner"
            or "modifier" in self.nouns.get(self.words[at - 1], ())
        ):
            at -= 1
        return at

    def _is_name(self, at: int) -> bool:
        word = self.cased[at]
        return (
            word[0].isupper()
            and self.words[at] not in self.function
            and (at > 0 or self.words[at] not in self.verbs)
        )

    def _name_before(self, end: int) -> int:
        start = end
        while start > 0 and end - start < 5 and self._is_name(start - 1):
            start -= 1
        return start

    def _name_after(self, start: int) -> int:
        end = start
        while end < len(self.words) and end - start < 5 and self._is_name(end):
            end += 1
        return end

    # What it hangs on ------------------------------------------------------

    def _governor(self, left: int) -> int:
        at = left - 1
        while at >= 0 and left - at < 6 and self._passes(at):
            at -= 1
        if at < 0 or self.words[at] in _OPENERS:
            return -1
        return at

    def _passes(self, at: int) -> bool:
        word = self.words[at]
        return (
            self.function.get(word) == "determiner"
            or word in _QUOTES
            or word == "-"
            or "modifier" in self.nouns.get(word, ())
        )

    def _head(self, governor: int) -> int:
        if governor < 1 or self.function.get(self.words[governor]) != "preposition":
            return -1
        at = governor - 1
        while at > 0 and self.words[at] in _QUOTES:
            at -= 1
        return at

    def _root(self, head: int) -> int:
        """Past heads that are names themselves: *flights* from A through B to X."""
        at, steps = head, 0
        while at >= 0 and self._is_name(at) and steps < _STEPS:
            left, _ = self._chain(self._name_before(at + 1), at + 1)
            governor = self._governor(left)
            over = self._head(governor)
            at, steps = (governor if over < 0 else over), steps + 1
        return at if steps and at >= 0 and not self._is_name(at) else -1

    def _agent(self, verb: int) -> int:
        """The noun before a verb: *line*, which will soon link."""
        if verb < 1 or self.words[verb] not in self.verbs:
            return -1
        at = verb - 1
        while at > 0 and (
            self.function.get(self.words[at]) in {"auxiliary", "adverb"}
            or self.words[at].endswith("ly")
        ):
            at -= 1
        if at > 0 and self.words[at] in _RELATIVES:
            at -= 2 if self.words[at - 1] == "," else 1
        word = self.words[at] if at >= 0 else ""
        return at if word[:1].isalpha() and word not in self.function else -1

    # What it modifies ------------------------------------------------------

    def _noun(self, start: int, *, possessive: bool) -> tuple[int, int]:
        """The last word of the noun phrase that starts here, and where that ends."""
        count = len(self.words)
        at = start
        while at < count and at - start < 5 and self._in_phrase(at, start, possessive):
            at += 1
        return (at - 1, at) if at > start else (-1, start)

    def _in_phrase(self, at: int, start: int, possessive: bool) -> bool:  # noqa: FBT001
        word = self.words[at]
        if word == "-":
            return at > start or not possessive
        kind = self.function.get(word)
        if kind or not word[0].isalnum():
            return False
        if word in self.nouns:
            return (
                word not in self.verbs
                or possessive
                or at == start
                or (self._verb_follows(at))
            )
        return word not in self.verbs and not (word.endswith("ed") and not possessive)

    def _verb_follows(self, at: int) -> bool:
        return at + 1 < len(self.words) and (
            self.words[at + 1] in self.verbs
            or self.function.get(self.words[at + 1]) == "auxiliary"
        )

    # What it does ----------------------------------------------------------

    def _verb(self, at: int) -> tuple[int, str]:
        at = self._past_aside(at)
        auxiliary = ""
        for here in range(at, min(at + 6, len(self.words))):
            word = self.words[here]
            kind = self.function.get(word)
            if kind == "auxiliary" or word == "to":
                auxiliary = auxiliary or word
            elif kind == "adverb" or (word.endswith("ly") and len(word) > 4):
                continue
            elif kind or not word[0].isalpha():
                return -1, auxiliary
            elif word in self.verbs or auxiliary or word.endswith(("ed", "es", "s")):
                return here, auxiliary
            else:
                return -1, auxiliary
        return -1, auxiliary

    def _past_aside(self, at: int) -> int:
        """Past "(...)" and ", which ...," and ", a neighbour of Y,"."""
        count = len(self.words)
        if at >= count or self.words[at] not in {",", "("}:
            return at
        closing = ")" if self.words[at] == "(" else ","
        if closing == "," and self.words[at + 1 : at + 2] in (("which",), ("who",)):
            return at + 2
        for here in range(at + 1, min(at + 16, count)):
            if self.words[here] == closing:
                return here + 1
        return at
