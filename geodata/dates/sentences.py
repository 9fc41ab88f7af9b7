"""Where the sentences of a text begin."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from geodata.mentions.tokens import tokenise
from geodata.model import Span

_LINE = re.compile(r"\n")

LONGEST = 1500
"""Code points after which a sentence is cut: what goes on longer is a table."""


class Sentences:
    """The sentences of one text, as the engine's other stages have them."""

    def __init__(self, text: str) -> None:
        starts: list[int] = []
        last = -1
        for token in tokenise(text):
            if token.sentence != last or token.start - starts[-1] > LONGEST:
                starts.append(token.start)
                last = token.sentence
        self._starts = starts or [0]
        self._length = len(text)
        self._lines = [0, *(match.end() for match in _LINE.finditer(text))]

    def of(self, position: int) -> int:
        """The number of the sentence that holds a position."""
        return max(0, bisect_right(self._starts, position) - 1)

    def span(self, number: int) -> tuple[int, int]:
        """Where a sentence begins, and where the next one does."""
        after = number + 1
        end = self._starts[after] if after < len(self._starts) else self._length
        return self._starts[number], end

    def paragraph(self, position: int) -> int:
        """The number of the paragraph, which is a line, that holds a position."""
        return bisect_right(self._lines, position) - 1


class Spans:
    """Stretches of a text that do not overlap, for asking what meets them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)

    def meet(self, start: int, end: int) -> bool:
        """Whether one of them has a code point in common with `start` to `end`."""
        after = bisect_left(self._spans, (end, end))
        return after > 0 and self._spans[after - 1][1] > start
