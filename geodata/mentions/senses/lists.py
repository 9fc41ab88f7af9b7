"""Names in one list, "Tallinn, Riga and Kaunas": they are used alike."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

__all__ = ["shared"]


def shared(scores: Sequence[float], lists: Sequence[Hashable]) -> list[float]:
    """Each name's score, or the mean of its list.

    Parameters
    ----------
    scores : sequence of float
        What speaks for `actor`, a name each.
    lists : sequence of hashable
        Which list each name stands in; alike for the names of one list.

    Examples
    --------
    >>> shared([2.0, -4.0, 3.0], ["Oslo and Riga", "Oslo and Riga", "Lima"])
    [-1.0, -1.0, 3.0]
    """
    members: dict[Hashable, list[float]] = {}
    for one, score in zip(lists, scores, strict=True):
        members.setdefault(one, []).append(score)
    means = {one: sum(found) / len(found) for one, found in members.items()}
    return [means[one] for one in lists]
