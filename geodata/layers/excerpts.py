"""The sentence around a mention, as it stands in the text."""

from __future__ import annotations

import re

MOST = 400
"""Longest excerpt in code points, unless the mention itself is longer."""

_SENTENCE_END = re.compile(
    r"""(?<!\b[A-Z])(?<!\b[A-Z]\.[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bGen)
    [.!?…]+["'”’»)\]]*(?=\s+["'“‘«(\[]*[^\sa-z])   # an end, then no small letter
    |[。！？]+[”’」』）]*                              # Chinese and Japanese full stops
    |\s*[\n\r\u2028\u2029]+""",
    re.VERBOSE,
)
_WORD_START = re.compile(r"\s\S")


def excerpt(text: str, start: int, end: int, most: int = MOST) -> tuple[str, int]:
    """The sentence that holds `text[start:end]`, and where it starts.

    Parameters
    ----------
    text : str
        The whole text.
    start, end : int
        The mention, in code points.
    most : int, optional
        Longest excerpt; a longer sentence is cut between words.

    Returns
    -------
    tuple of str and int
        The excerpt, `text[offset:offset + len(excerpt)]` as it is, and the offset.

    Examples
    --------
    >>> excerpt("It rained. They met in Rome. Then they left.", 23, 27)
    ('They met in Rome.', 11)
    """
    left, right = _sentence(text, start, end)
    left, right = _within(text, left, right, start, end, most)
    while left < start and text[left].isspace():
        left += 1
    while right > end and text[right - 1].isspace():
        right -= 1
    return text[left:right], left


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The ends of the last sentence before and of the first one after the mention."""
    floor, ceiling = max(0, start - 2 * MOST), min(len(text), end + 2 * MOST)
    left = floor
    for stop in _SENTENCE_END.finditer(text, floor, start + 1):  # + 1 to look ahead
        left = stop.end() if stop.end() <= start else left
    after = _SENTENCE_END.search(text, end, ceiling)
    if after is None:
        return left, ceiling
    return left, after.end() if text[after.start()] not in "\r\n" else after.start()


def _within(
    text: str, left: int, right: int, start: int, end: int, most: int
) -> tuple[int, int]:
    """The stretch cut to `most`, the mention in its middle, at spaces if possible."""
    spare = max(0, most - (end - start))
    cut_left = max(left, min(start - spare // 2, right - most))
    cut_right = min(right, max(end, cut_left + most))
    if cut_left > left:
        space = _WORD_START.search(text, cut_left, start)
        cut_left = space.start() + 1 if space else cut_left
    if cut_right < right:
        space_at = text.rfind(" ", end, cut_right)
        cut_right = space_at if space_at > end else cut_right
    return min(cut_left, start), max(cut_right, end)
