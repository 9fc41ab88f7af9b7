"""An article's text with its mentions marked: paragraphs of nested segments.

The text is cut, never changed: joined again, the segments of a paragraph are that
paragraph, code point by code point.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from geodata.model import Layer, Mention, Place, Resolution, Span, Verdict
from webapp.symbols import symbol_for

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BLANK_LINES = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*")
_WRAPPED_AT = range(40, 100)
"""Lengths of a line, in code points, that was broken to fit a terminal."""
_HEADING_LENGTH = 70
_SENTENCE_ENDS = tuple('.!:;,"”»…')


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text: plain, or a mention with the segments inside it."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    text: str
    """The words, mentions inside included."""
    mention: Mention | None = None
    """What is marked; None for plain text."""
    segments: tuple[Segment, ...] = ()
    """What a marked stretch is made of; empty if it holds no other mention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of the article."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    text: str
    """The words without marks."""
    heading: bool
    """True if it looks like a heading: one short line that ends no sentence."""
    segments: tuple[Segment, ...]
    """The text, cut at its mentions."""


def shown(resolutions: Iterable[Resolution]) -> list[Mention]:
    """The mentions that a text shows: all but those a person says are no place."""
    return [
        each.mention for each in resolutions if each.verdict is not Verdict.NOT_A_PLACE
    ]


def tree(text: str, mentions: Sequence[Mention]) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, with every mention marked.

    Parameters
    ----------
    text : str
        The whole article.
    mentions : sequence of Mention
        In any order. A mention inside another is nested in it; one that crosses the
        end of another, or of its paragraph, is marked up to there.

    Returns
    -------
    tuple of Paragraph
        Blank lines are left out; nothing else is.

    Examples
    --------
    >>> from geodata.model import MentionKind
    >>> oslo = Mention(start=3, end=7, phrase="Oslo", kind=MentionKind.NAME)
    >>> [paragraph] = tree("In Oslo.", [oslo])
    >>> [(part.text, part.mention is oslo) for part in paragraph.segments]
    [('In ', False), ('Oslo', True), ('.', False)]
    """
    ordered = sorted(mentions, key=lambda mention: (mention.start, -mention.end))
    ordered = [mention for mention in ordered if mention.start < mention.end]
    starts = [mention.start for mention in ordered]
    spans = list(_paragraphs(text))
    return tuple(
        Paragraph(
            start=start,
            end=end,
            text=text[start:end],
            heading=0 < number < len(spans) - 1 and _is_heading(text[start:end]),
            segments=_segments(
                text,
                (start, end),
                ordered[bisect_left(starts, start) : bisect_left(starts, end)],
            ),
        )
        for number, (start, end) in enumerate(spans)
    )


def _segments(
    text: str, span: Span, mentions: Sequence[Mention]
) -> tuple[Segment, ...]:
    """The span cut at its mentions, which are sorted and start within it."""
    segments = []
    (position, end), number = span, 0
    while number < len(mentions):
        mention = mentions[number]
        stop = min(mention.end, end)
        after = number + 1
        while after < len(mentions) and mentions[after].start < stop:
            after += 1
        if mention.start > position:
            segments.append(_plain(text, position, mention.start))
        inner = mentions[number + 1 : after]
        segments.append(_marked(text, (mention.start, stop), mention, inner))
        position, number = stop, after
    if position < end:
        segments.append(_plain(text, position, end))
    return tuple(segments)


def _plain(text: str, start: int, end: int) -> Segment:
    return Segment(start=start, end=end, text=text[start:end])


def _marked(
    text: str, span: Span, mention: Mention, inner: Sequence[Mention]
) -> Segment:
    segments = _segments(text, span, inner) if inner else ()
    start, end = span
    return Segment(
        start=start,
        end=end,
        text=text[start:end],
        mention=mention,
        segments=segments,
    )


def _paragraphs(text: str) -> Iterator[Span]:
    """Blocks between blank lines; their lines too, unless they were only wrapped."""
    start = 0
    for gap in [*_BLANK_LINES.finditer(text), None]:
        end = gap.start() if gap else len(text)
        lines = [
            line.span() for line in _LINE.finditer(text, start, end) if line[0].strip()
        ]
        if lines and all(stop - begin in _WRAPPED_AT for begin, stop in lines[:-1]):
            lines = [(lines[0][0], lines[-1][1])]
        yield from lines
        start = gap.end() if gap else end


def _is_heading(line: str) -> bool:
    line = line.strip()
    return len(line) <= _HEADING_LENGTH and not line.endswith(_SENTENCE_ENDS)


class Mark(NamedTuple):
    """Where a stretch of text is shown: its layer, its place, and their sign."""

    layer: str
    """Id of the layer."""
    place: Place
    """The place, or the country that acts."""
    symbol: str
    """Name of the sign, as the legend has it."""


def marks(layers: Sequence[Layer]) -> dict[Span, Mark]:
    """What each mention stands for on the map, by its span.

    A description is shown as itself; that it also put its members on the map does not
    count.
    """
    found: dict[Span, Mark] = {}
    for layer in layers:
        for feature in layer.features:
            place = feature.place
            mark = Mark(layer.id, place, symbol_for(layer.id, place))
            for occurrence in feature.occurrences:
                mention = occurrence.resolution.mention
                span = (mention.start, mention.end)
                if layer.id == "described" or span not in found:
                    found[span] = mark
    return found
