"""What the rest of a document says about each candidate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from geodata.model import Mention, Place
from geodata.places.candidates import Toponym
from geodata.places.features import (
    FEATURES,
    NATIONS,
    Belief,
    Columns,
    Numbers,
    group,
    prior_of,
    put,
)
from geodata.places.focus import (
    Tops,
    distances_km,
    fill_distances,
    tops_of,
    witnesses_of,
)

_LEADS = {
    "population_lead": "log_population",
    "prominence_lead": "log_prominence",
    "country_lead": "country_belief",
    "state_lead": "state_belief",
    "nearest_lead": "nearest_log_km",
    "closeness_lead": "closeness",
    "container_lead": "container_precedes",
    "within_50_lead": "within_50",
    "within_150_lead": "within_150",
    "within_600_lead": "within_600",
}
"""How far a candidate is ahead of its best rival in another column."""

_GAP_CONTAINER = re.compile(r"^(?:['\u2019]s)?\s*[,(]\s*$|^,?\s+in\s+(?:the\s+)?$")
_NEAR_CHARACTERS = 60


@dataclass(slots=True)
class Neighbourhood:
    """A document's toponyms with what each is believed to mean so far."""

    text: str
    mentions: Sequence[Mention]
    toponyms: list[Toponym]
    beliefs: list[Belief]


def contextual(around: Neighbourhood, columns: list[Columns]) -> list[Numbers]:
    """The whole feature matrix of each toponym, given what is believed so far.

    Parameters
    ----------
    around : Neighbourhood
        The document and the beliefs of the last pass.
    columns : list of Columns
        Of each toponym, from `columns_of`.

    Returns
    -------
    list of array
        One matrix a toponym, shape (candidates, len(FEATURES)).
    """
    if not columns:
        return []
    countries, states = _votes(around, columns)
    tops = tops_of(around.beliefs, columns)
    witnesses = witnesses_of(around.beliefs, columns, _starts(around))
    adjacent = _adjacent(around)
    matrices = []
    for index, own in enumerate(columns):
        rows = own.own.copy()
        if len(own.places):
            _fill_namesakes(rows, own)
            _fill_votes(rows, index, own, countries, states)
            fill_distances(rows, index, own, tops)
            witnesses.fill(rows, index, own)
            _fill_containers(rows, index, own, tops, adjacent, around, columns)
            _fill_leads(rows)
        matrices.append(rows)
    return matrices


def _starts(around: Neighbourhood) -> list[int]:
    """Where each toponym stands first."""
    return [
        min(around.mentions[position].start for position in toponym.mentions)
        for toponym in around.toponyms
    ]


def _fill_namesakes(rows: Numbers, own: Columns) -> None:
    """Which regions hold a town of their own name, and which towns lie in one."""
    states = {p.admin1 for p in own.places if group(p) == "state"}
    cities = {p.admin1 for p in own.places if group(p) == "city"}
    put(
        rows,
        "namesake_inside",
        [p.admin1 in cities and group(p) == "state" for p in own.places],
    )
    put(
        rows,
        "namesake_around",
        [p.admin1 in states and group(p) == "city" for p in own.places],
    )


def _fill_leads(rows: Numbers) -> None:
    for name, of in _LEADS.items():
        sign = -1.0 if of == "nearest_log_km" else 1.0
        put(rows, name, lead(sign * rows[:, FEATURES.index(of)]))
    put(rows, "prior", prior_of(rows))


def lead(values: Numbers) -> Numbers:
    """How far each value is above the highest of the others (0 if it is alone).

    Examples
    --------
    >>> lead(np.array([3.0, 1.0, 2.0])).tolist()
    [1.0, -2.0, -1.0]
    """
    if len(values) < 2:
        return np.zeros(len(values))
    highest, second = np.sort(values)[::-1][:2]
    ahead: Numbers = values - np.where(values == highest, second, highest)
    return ahead


@dataclass(slots=True)
class _Votes:
    """How much each toponym believes in each country (or state)."""

    by_toponym: list[dict[str, float]]
    total: dict[str, float]

    def share(self, code: str, without: int) -> float:
        if not code:
            return 0.0
        mine = self.by_toponym[without]
        rest = self.total.get(code, 0.0) - mine.get(code, 0.0)
        everything = sum(self.total.values()) - sum(mine.values())
        return rest / everything if everything > 1e-9 else 0.0


def _votes(around: Neighbourhood, columns: list[Columns]) -> tuple[_Votes, _Votes]:
    votes = []
    for field in ("country", "state"):
        by_toponym: list[dict[str, float]] = []
        total: dict[str, float] = {}
        for toponym, belief, own in zip(
            around.toponyms, around.beliefs, columns, strict=True
        ):
            mine: dict[str, float] = {}
            weight = np.sqrt(len(toponym.mentions)) * (0.5 if toponym.demonym else 1.0)
            for code, share in zip(getattr(own, field), belief, strict=True):
                if code:
                    mine[code] = mine.get(code, 0.0) + weight * float(share)
            for code, share in mine.items():
                total[code] = total.get(code, 0.0) + share
            by_toponym.append(mine)
        votes.append(_Votes(by_toponym, total))
    return votes[0], votes[1]


def _fill_votes(
    rows: Numbers, index: int, own: Columns, countries: _Votes, states: _Votes
) -> None:
    country = {c: countries.share(c, index) for c in set(own.country)}
    state = {s: states.share(s, index) for s in set(own.state)}
    put(rows, "country_belief", [country[c] for c in own.country])
    put(rows, "state_belief", [state[s] for s in own.state])


def contains(container: Place, inner: Place) -> bool:
    """Whether one place is a country or first-order unit around another."""
    if container.id == inner.id:
        return False
    if container.kind in NATIONS:
        return bool(container.country) and container.country == inner.country
    if group(container) == "state":
        return bool(container.admin1) and container.admin1 == inner.admin1
    return False


_Links = list[tuple[int, int]]


def _adjacent(around: Neighbourhood) -> tuple[_Links, _Links]:
    """Pairs of toponyms written "X, Y" or "X in Y", and pairs that stand near."""
    owner = {
        position: index
        for index, toponym in enumerate(around.toponyms)
        for position in toponym.mentions
    }
    order = sorted(owner, key=lambda position: around.mentions[position].start)
    tight: _Links = []
    near: _Links = []
    for left, right in pairwise(order):
        first, second = around.mentions[left], around.mentions[right]
        gap = around.text[first.end : second.start]
        if first.end > second.start or owner[left] == owner[right]:
            continue
        if _GAP_CONTAINER.match(gap):
            tight.append((owner[left], owner[right]))
        elif len(gap) <= _NEAR_CHARACTERS:
            near.append((owner[left], owner[right]))
    return tight, near


def _fill_containers(
    rows: Numbers,
    index: int,
    own: Columns,
    tops: Tops,
    adjacent: tuple[_Links, _Links],
    around: Neighbourhood,
    columns: list[Columns],
) -> None:
    tight, near = adjacent
    following = [b for a, b in tight if a == index]
    preceding = [a for a, b in tight if b == index]
    beside = [b for a, b in near if a == index] + [a for a, b in near if b == index]
    others = [p for i, p in enumerate(tops.places) if i != index and p is not None]
    named = {p.country for p in others if p.kind in NATIONS}
    states = {p.admin1 for p in others if group(p) == "state"}
    inside: dict[str, int] = {}
    for other in others:
        if other.country and other.kind not in NATIONS:
            inside[other.country] = inside.get(other.country, 0) + 1
    for row, place in enumerate(own.places):
        values = {
            "container_follows": _mass(place, following, around, columns),
            "container_precedes": _mass(place, [*preceding, *beside], around, columns),
            "contents_precede": _mass(place, preceding, around, columns, inner=True),
            "country_named": float(
                place.country in named and place.kind not in NATIONS
            ),
            "container_named": float(
                bool(place.admin1)
                and place.admin1 in states
                and group(place) not in {"state", "country"}
            ),
        }
        if place.kind in NATIONS and place.country:
            values["contains_others"] = np.log2(inside.get(place.country, 0) + 1.0)
        for name, value in values.items():
            rows[row, FEATURES.index(name)] = value


def _mass(
    place: Place,
    indices: list[int],
    around: Neighbourhood,
    columns: list[Columns],
    *,
    inner: bool = False,
) -> float:
    """Belief that some of these toponyms is a container (or the content) of a place."""
    best = 0.0
    for index in indices:
        belief = around.beliefs[index]
        mass = sum(
            float(share)
            for other, share in zip(columns[index].places, belief, strict=True)
            if (contains(place, other) if inner else contains(other, place))
        )
        best = max(best, mass)
    return best


SAME_SPOT_KM = 25.0
"""Candidates this near the chosen one (a city and its county) are right with it."""


def same_spot(own: Columns, row: int) -> NDArray[np.bool_]:
    """Which candidates lie where one of them lies, itself included."""
    km = distances_km(own.lon[row : row + 1], own.lat[row : row + 1], own.lon, own.lat)
    same: NDArray[np.bool_] = km[0] <= SAME_SPOT_KM
    same[row] = True
    return same
