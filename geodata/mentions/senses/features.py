"""Features of the sense model: short strings a reader can check."""

from __future__ import annotations

from collections.abc import Iterator

from geodata.mentions.senses.context import Context
from geodata.mentions.senses.words import Words, word_classes

WHOLE = "bias:"
"""The feature every mention has: the model's bias."""


def features_of(context: Context, kind: str) -> list[str]:
    """Features of a name in its context, without repetition.

    A feature is `group:value`; the group says what reason it gives
    (see geodata.mentions.senses.reasons).

    Parameters
    ----------
    context : Context
        What stands around the name.
    kind : str
        Kind of the place the name most likely denotes, '' if unknown.
    """
    reader = _Features(context, kind, word_classes())
    return list(dict.fromkeys(reader.all()))


class _Features:
    def __init__(self, context: Context, kind: str, classes: Words) -> None:
        self.context = context
        self.words = context.words
        self.kind = kind
        self.classes = classes

    def all(self) -> Iterator[str]:
        yield WHOLE
        yield from self.around()
        yield from self.governed()
        yield from self.modifying()
        yield from self.acting()
        yield from self.topic()
        yield from self.itself()
        yield from self.line()
        yield from self.contained()

    def _word(self, at: int) -> str:
        if at < 0:
            return "<"
        return self.words[at] if at < len(self.words) else ">"

    def _base(self, at: int) -> str:
        word = self._word(at)
        return self.classes.bases.get(word, word)

    def _noun_classes(self, at: int) -> tuple[str, ...]:
        return self.classes.nouns.get(self._word(at), ())

    def _verb_classes(self, at: int) -> tuple[str, ...]:
        return self.classes.verbs.get(self._word(at), ())

    def around(self) -> Iterator[str]:
        first, last = self.context.first, self.context.last
        yield f"near:-1={self._base(first - 1)}"
        yield f"near:-2={self._base(first - 2)}"
        yield f"near:+1={self._base(last)}"
        yield f"near:+2={self._base(last + 1)}"
        yield f"near:-2-1={self._base(first - 2)} {self._base(first - 1)}"
        yield f"near:+1+2={self._base(last)} {self._base(last + 1)}"
        yield f"near:-1+1={self._base(first - 1)} {self._base(last)}"
        for offset in (1, 2, 3):
            for name in self._noun_classes(first - offset):
                yield f"near:left={name}"
            for name in self._noun_classes(last - 1 + offset):
                yield f"near:right={name}"
            for name in self._verb_classes(first - offset):
                yield f"near:leftverb={name}"
            for name in self._verb_classes(last - 1 + offset):
                yield f"near:rightverb={name}"

    def governed(self) -> Iterator[str]:
        context = self.context
        word = self._word(context.governor)
        role = self.classes.function.get(word, "")
        yield f"role:{role or ('start' if context.governor < 0 else 'other')}"
        yield f"after:{self._base(context.governor)}"
        yield f"after:{word}|{self.kind}"
        listed = context.chain != (context.first, context.last)
        if listed:
            yield "list:yes"
            yield f"list:{word}"
        if role == "preposition":
            yield from self._headed(word)
        elif context.governor >= 0:
            for name in self._verb_classes(context.governor):
                yield f"object:{name}"
                yield f"object:{name}|{self.kind}"
        yield from self._hung()

    def _hung(self) -> Iterator[str]:
        """What it hangs on past other names, and who does that: *line* links."""
        context = self.context
        word = self._word(context.governor)
        if context.root >= 0:
            yield f"link:past {self._base(context.root)} {word}"
            for name in self._verb_classes(context.root):
                yield f"link:past verb {name} {word}"
            for name in self._noun_classes(context.root):
                yield f"link:past {name} {word}"
        if context.agent >= 0:
            yield f"object:by {self._base(context.agent)}"
            for name in self._noun_classes(context.agent):
                yield f"object:by {name}"

    def _headed(self, word: str) -> Iterator[str]:
        head = self.context.head
        base = self._base(head)
        yield f"link:{base} {word}"
        yield f"link:any {base}"
        names = self._noun_classes(head)
        for name in names:
            yield f"link:{name} {word}"
        for name in self._verb_classes(head):
            yield f"link:verb {name} {word}"
        if word == "of" and self._word(head - 1) in {"of", "and"}:
            for name in self._noun_classes(head - 2):
                yield f"link:far {name} of"
        if not names and self._word(head) in self.classes.function:
            yield f"link:function {word}"
        if not names and head >= 0 and self.context.cased[head][0].isupper():
            yield f"link:name {word}"
        if word == "of":
            yield from self._office(head)

    def _office(self, head: int) -> Iterator[str]:
        """An office some words back: minister of *education and science* of X."""
        for at in range(head, max(-1, head - 8), -1):
            if self.words[at] in _BREAKS:
                return
            if self.words[at] in _OFFICES:
                yield f"link:office of|{'near' if at == head else 'far'}"
                return

    def modifying(self) -> Iterator[str]:
        context = self.context
        if context.noun < 0:
            yield f"noun:none|{'possessive' if context.possessive else 'bare'}"
            return
        start = context.last + context.possessive
        mark = "'s" if context.possessive else "-"
        yield f"noun:{mark}"
        yield f"noun:{mark}|{self.kind}"
        yield f"noun:{mark} head {self._word(context.noun)}"
        for at in range(start, context.noun + 1):
            yield f"noun:{mark} has {self._word(at)}"
            for name in self._noun_classes(at):
                yield f"noun:{mark} {name}"
                if at == context.noun:
                    yield f"noun:{mark} head {name}"

    def acting(self) -> Iterator[str]:
        context = self.context
        free = self._free()
        verb = context.verb
        mine = "own" if context.noun < 0 else "noun's"
        yield f"verb:{free}|{'yes' if verb >= 0 else 'no'}|{mine}"
        if context.auxiliary:
            yield f"verb:{free}|{mine}|aux {context.auxiliary}"
            yield f"verb:{free}|{mine}|aux {context.auxiliary}|{self.kind}"
        if verb < 0:
            return
        base = self._base(verb)
        passive = self._passive()
        yield f"verb:{free}|{mine}|{passive}{base}"
        yield f"verb:{free}|{mine}|{passive}any|{self.kind}"
        for name in self._verb_classes(verb):
            yield f"verb:{free}|{mine}|{passive}{name}"
            yield f"verb:{free}|{mine}|{passive}{name}|{self.kind}"

        if free in {"start", "clause"}:
            yield from self._subject(mine, passive)

    def _subject(self, mine: str, passive: str) -> Iterator[str]:
        base = self._base(self.context.verb)
        yield f"verb:{mine}|{passive}{base}"
        for name in self._verb_classes(self.context.verb):
            yield f"verb:{mine}|{passive}{name}"
            yield f"verb:{mine}|{passive}{name}|{self.kind}"

    def _free(self) -> str:
        """Free to be a subject, as no preposition or verb governs it."""
        context = self.context
        if context.governor < 0:
            return "start"
        role = self.classes.function.get(self._word(context.governor), "")
        if role == "preposition":
            return "governed"
        if role in {"conjunction", "adverb"} or self._word(context.governor) == ",":
            return "clause"
        return "object" if self._verb_classes(context.governor) else "other"

    def _passive(self) -> str:
        passive = self.context.auxiliary in {"is", "are", "was", "were", "been"}
        return "be " if passive else ""

    def topic(self) -> Iterator[str]:
        found = {
            name for word in self.words for name in self.classes.nouns.get(word, ())
        }
        for name in ("sport", "diplomacy"):
            yield f"topic:{name}={'yes' if name in found else 'no'}"
        if "sport" in found:
            role = self.classes.function.get(self._word(self.context.governor), "")
            yield f"topic:sport|{self._free()}"
            yield f"topic:sport|{role}|{self._word(self.context.governor)}"

    def itself(self) -> Iterator[str]:
        yield f"kind:{self.kind}"
        yield f"kind:{self.kind}|{self._free()}"
        cased = self.context.cased[self.context.first : self.context.last]
        yield f"kind:words={min(len(cased), 3)}"
        if len(cased) > 1:
            yield f"kind:last={cased[-1].lower()}"
        if self.words[self.context.first - 1 : self.context.first] == ("the",):
            yield "kind:the"

    def line(self) -> Iterator[str]:
        """Headings, captions, datelines: what prepositions and verbs cannot tell."""
        context = self.context
        shouted = "".join(context.cased[context.first : context.last]).isupper()
        around = (*context.cased[: context.first], *context.cased[context.last :])
        if shouted and any(word.islower() for word in around):
            yield "line:capitals"
        if self._dateline():
            yield "line:dateline"
        if ":" in self.words[: context.first] and self.words.index(":") < _LABEL:
            yield "line:label"
        if self.words and self.words[-1][0].isalnum():
            yield f"line:unfinished|{self._free()}|{self.kind}"
        if len(around) <= _SHORT:
            yield "line:short"

    def _dateline(self) -> bool:
        """LIMA, Peru, May 3 (Agency) - before the first verb."""
        context = self.context
        if context.first > _DATELINE - 2:
            return False
        for at in range(context.last, min(context.last + _DATELINE, len(self.words))):
            if self.words[at] in _DASHES and at + 1 < len(self.words):
                return self.words[at] != "-" or context.last < at
            if self.words[at] in self.classes.verbs and not self._month(at):
                return False
        return False

    def _month(self, at: int) -> bool:
        return self.classes.function.get(self.words[at]) == "calendar"

    def contained(self) -> Iterator[str]:
        """A place inside the next, "in Lima, Peru": what governs the first."""
        context = self.context
        listed = context.chain != (context.first, context.last)
        if listed or self._word(context.first - 1) != ",":
            return
        start = context.first - 1
        while start > 0 and context.first - start < _APART and self._named(start - 1):
            start -= 1
        if start == context.first - 1:
            return
        word = self._word(start - 1)
        role = self.classes.function.get(word, "other")
        closed = "closed" if self._word(context.last) in _CLOSERS else "open"
        yield f"list:in {word}|{closed}"
        yield f"list:in {role}|{closed}"

    def _named(self, at: int) -> bool:
        return self.context.cased[at][0].isupper() and (
            self.words[at] not in self.classes.function
        )


_OFFICES = frozenset(
    ["minister", "ministry", "president", "government", "secretary", "head", "chief",
     "king", "queen", "ministers", "ministries", "commander", "leader", "leaders",
     "parliament", "ambassador", "department", "bank", "court", "council"]
)  # fmt: skip
_BREAKS = frozenset(
    [".", ";", ":", "in", "at", "on", "to", "from", "with", "for", "by"]
)  # fmt: skip
_CLOSERS = frozenset([",", ".", ")", ";", ">", "and", "in", "on", "to", "("])
_DASHES = frozenset(["-", "–", "—", "--"])
_DATELINE = 8
_LABEL = 3
_SHORT = 3
_APART = 6
