"""Document to mentions: names, demonyms and descriptions, each with its sense."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.errors import SpanError
from geodata.gazetteer import Gazetteer
from geodata.mentions.descriptions import find_descriptions
from geodata.mentions.names import find_names
from geodata.mentions.senses import with_senses
from geodata.model import Document, Mention, MentionKind, Span

__all__ = ["find_mentions", "kind_of", "mentions_at"]


def find_mentions(document: Document, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Every mention of a place in a document.

    Parameters
    ----------
    document : Document
        The text to read.
    gazetteer : Gazetteer
        Names and demonyms to know.

    Returns
    -------
    tuple of Mention
        Sorted by (start, -end). Names and demonyms never overlap each other; a
        description may contain them.
    """
    text = document.text
    names = with_senses(text, find_names(text, gazetteer), gazetteer)
    found = [*names, *find_descriptions(text, names, gazetteer)]
    return tuple(sorted(found, key=lambda mention: (mention.start, -mention.end)))


def mentions_at(
    document: Document, spans: Sequence[Span], gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """One mention for each given span, in the order given.

    Parameters
    ----------
    document : Document
        The text the spans lie in.
    spans : sequence of (int, int)
        Start and end in code points; duplicates and overlaps are kept.
    gazetteer : Gazetteer
        Tells demonyms from names.

    Raises
    ------
    SpanError
        If a span is empty, reversed, or outside the text.
    """
    for start, end in spans:
        if not 0 <= start < end <= len(document.text):
            raise SpanError(
                f"span [{start}, {end}] does not fit a text of {len(document.text)}"
                " characters; give 0 <= start < end <= length"
            )
    names = tuple(_mention(document.text, span, gazetteer) for span in spans)
    return with_senses(document.text, names, gazetteer)


def _mention(text: str, span: Span, gazetteer: Gazetteer) -> Mention:
    start, end = span
    phrase = text[start:end]
    return Mention(start=start, end=end, phrase=phrase, kind=kind_of(phrase, gazetteer))


def kind_of(phrase: str, gazetteer: Gazetteer) -> MentionKind:
    """Name or demonym, by what the most populous bearer is called so for.

    There is a town called Canadian, but far more people are Canadian.
    """
    bearers = gazetteer.named(phrase)
    demonym = bool(bearers) and bearers[0].role == "demonym"
    return MentionKind.DEMONYM if demonym else MentionKind.NAME
