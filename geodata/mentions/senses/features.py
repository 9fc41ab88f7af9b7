"""Features of the sense model: short strings a reader can check."""

from __future__ import annotations

from collections.abc import Iterator

from geodata.mentions.senses.context import Context
from geodata.mentions.senses.words import Words, word_classes

WHOLE = "always"
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
        yield f"kind:last={cased[-1].lower()}"
        yield f"kind:words={min(len(cased), 3)}"
        if self.words[self.context.first - 1 : self.context.first] == ("the",):
            yield "kind:the"
