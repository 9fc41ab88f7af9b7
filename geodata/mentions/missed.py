"""Names that a person found in a text and the recogniser did not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from geodata.model import Document, Mention, MentionKind, Sense, Span


def with_missed(document: Document, found: Sequence[Mention]) -> list[Mention]:
    """The mentions of a document, those that a person told of included.

    Parameters
    ----------
    document : Document
        The text, with what people said of its names.
    found : sequence of Mention
        What was recognised.

    Returns
    -------
    list of Mention
        Sorted by (start, -end); names still do not overlap.
    """
    mentions = list(found)
    for said in document.corrections:
        if not said.missed:
            continue
        for start, end in free_spans(document.text, said.phrase, mentions, said.start):
            mentions.append(
                Mention(
                    start=start,
                    end=end,
                    phrase=document.text[start:end],
                    kind=MentionKind.NAME,
                    sense=said.sense or Sense.PLACE,
                    sense_reason="a person says so",
                )
            )
    return sorted(mentions, key=lambda mention: (mention.start, -mention.end))


def free_spans(
    text: str, phrase: str, mentions: Iterable[Mention], start: int | None = None
) -> list[Span]:
    """Where a text has these whole words, and no name or word for people in them.

    Where the words also stand by themselves, they are left alone where a name goes on;
    if one place of the text is meant, by its `start`, that alone counts.

    Examples
    --------
    >>> free_spans("Elm Fork, Elm Forks and Elm Fork", "Elm Fork", [])
    [(0, 8), (24, 32)]
    >>> free_spans("Ms. Jackson Moore of Jackson", "Jackson", [])
    [(21, 28)]
    >>> free_spans("Elm Fork, Elm Forks and Elm Fork", "Elm Fork", [], 24)
    [(24, 32)]
    """
    taken = [
        (mention.start, mention.end)
        for mention in mentions
        if mention.kind is not MentionKind.DESCRIPTION
    ]
    spelled = r"\s+".join(map(re.escape, phrase.split()))
    words = re.finditer(rf"(?<!\w){spelled}(?!\w)", text)
    free = [
        word.span()
        for word in words
        if not any(start < word.end() and word.start() < end for start, end in taken)
    ]
    if start is not None:
        return [span for span in free if span[0] == start]
    alone = [span for span in free if not _goes_on(text, span)]
    return alone or free


def _goes_on(text: str, span: Span) -> bool:
    """Whether another word with a capital comes next, as in a person's name."""
    after = text[span[1] : span[1] + 2]
    return after[:1].isspace() and after[1:].isupper()
