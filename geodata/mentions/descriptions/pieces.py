"""A text as pieces: the names already found, and the words between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from geodata.mentions.tokens import Token, tokenise
from geodata.model import Mention, MentionKind, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A name, a demonym, a word or a mark."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    text: str
    """As written."""
    kind: str
    """name, demonym, word or mark."""
    sentence: int
    """Number of the sentence it stands in."""

    @property
    def span(self) -> Span:
        """Start and end."""
        return self.start, self.end

    @property
    def low(self) -> str:
        """A word in lower case; nothing for a name, which no keyword may match."""
        return "" if self.named else self.text.lower()

    @property
    def named(self) -> bool:
        """Whether it is a name or a demonym."""
        return self.kind in ("name", "demonym")


def pieces_of(text: str, names: Iterable[Mention]) -> list[Piece]:
    """The text's pieces in order: names are whole, and so are hyphenated words.

    Parameters
    ----------
    text : str
        The document's text.
    names : iterable of Mention
        Names and demonyms, sorted; descriptions are passed over.

    Examples
    --------
    >>> [piece.text for piece in pieces_of("Peru's ice-free ports", [])]
    ['Peru', "'s", 'ice-free', 'ports']
    """
    known = [name for name in names if name.kind is not MentionKind.DESCRIPTION]
    pieces: list[Piece] = []
    for piece in _with_names(tokenise(text), known):
        joined = _joined(text, pieces, piece)
        if joined is None:
            pieces.append(piece)
        else:
            pieces[-2:] = [joined]
    return pieces


def _with_names(tokens: Iterable[Token], names: Iterable[Mention]) -> Iterator[Piece]:
    waiting = iter(names)
    name = next(waiting, None)
    given_to = 0
    for token in tokens:
        while name is not None and name.end <= token.start:
            name = next(waiting, None)
        if name is None or token.end <= name.start:
            if token.start >= given_to:
                kind = "word" if token.text[-1].isalnum() else "mark"
                yield Piece(token.start, token.end, token.text, kind, token.sentence)
        elif name.end > given_to:
            given_to = name.end
            yield Piece(
                name.start, name.end, name.phrase, str(name.kind), token.sentence
            )


def _joined(text: str, pieces: list[Piece], piece: Piece) -> Piece | None:
    """The hyphenated word that a word ends, if it does."""
    if piece.kind != "word" or len(pieces) < 2 or pieces[-1].text != "-":
        return None
    first, hyphen = pieces[-2], pieces[-1]
    if first.kind != "word" or (first.end, hyphen.end) != (hyphen.start, piece.start):
        return None
    return Piece(
        first.start, piece.end, text[first.start : piece.end], "word", piece.sentence
    )
