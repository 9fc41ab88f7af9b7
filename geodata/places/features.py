"""What speaks for or against each candidate, as numbers.

One row a candidate, one column a feature. Every column has a name a reader can
check; `geodata.places.evidence` turns them into sentences. Features look at the
candidate, at its name, at the words around the mentions, and at what the rest of
the document is believed to mean.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from geodata.geo import EARTH_RADIUS_KM
from geodata.model import Mention, Place, PlaceKind
from geodata.places.candidates import Toponym
from geodata.text import key

Numbers = NDArray[np.float64]
Belief = NDArray[np.float64]
"""Probability of each candidate of one toponym; sums to 1 (or is empty)."""

FEATURES = (
    "log_population",
    "population_share",
    "population_rank",
    "log_prominence",
    "prominence_share",
    "candidates",
    "country",
    "state",
    "county",
    "city",
    "capital",
    "water",
    "region",
    "physical",
    "facility",
    "main_name",
    "same_spelling",
    "alias",
    "abbreviation",
    "historic",
    "mentions",
    "container_follows",
    "container_precedes",
    "contents_precede",
    "container_named",
    "country_named",
    "kind_word_agrees",
    "kind_word_differs",
    "country_belief",
    "state_belief",
    "nearest_log_km",
    "closeness",
    "contains_others",
    "phrase_words",
    "population_lead",
    "prominence_lead",
    "country_lead",
    "state_lead",
    "nearest_lead",
    "closeness_lead",
    "container_lead",
    "prior",
)
"""Column names, in order."""

_LEADS = {
    "population_lead": "log_population",
    "prominence_lead": "log_prominence",
    "country_lead": "country_belief",
    "state_lead": "state_belief",
    "nearest_lead": "nearest_log_km",
    "closeness_lead": "closeness",
    "container_lead": "container_precedes",
}
"""How far a candidate is ahead of its best rival in another column."""

_PHYSICAL = {PlaceKind.RIVER, PlaceKind.LAKE, PlaceKind.ISLAND, PlaceKind.MOUNTAIN}
_FACILITY = {
    PlaceKind.PORT,
    PlaceKind.AIRPORT,
    PlaceKind.STATION,
    PlaceKind.RAILWAY,
    PlaceKind.BORDER,
    PlaceKind.LANDMARK,
}
_NATIONS = {PlaceKind.COUNTRY, PlaceKind.TERRITORY}
_REGIONAL = {PlaceKind.CONTINENT, PlaceKind.AREA, PlaceKind.SET}
_KIND_WORDS = {
    "city": "city", "town": "city", "village": "city", "capital": "city",
    "suburb": "city", "neighborhood": "city", "hamlet": "city", "mayor": "city",
    "state": "state", "province": "state", "oblast": "state", "krai": "state",
    "governorate": "state", "governor": "state", "gov": "state", "prefecture": "state",
    "county": "county", "district": "county", "parish": "county",
    "river": "river", "lake": "lake", "island": "island", "islands": "island",
    "mountain": "mountain", "mount": "mountain", "sea": "sea", "gulf": "sea",
    "airport": "airport", "port": "port", "country": "country", "republic": "country",
}  # fmt: skip
_GAP_CONTAINER = re.compile(r"^(?:['\u2019]s)?\s*[,(]\s*$|^,?\s+in\s+(?:the\s+)?$")
_NEAR_CHARACTERS = 60
_CLOSE_KM = 150.0
_FAR_KM = 20_000.0


@dataclass(slots=True)
class Neighbourhood:
    """A document's toponyms with what each is believed to mean so far."""

    text: str
    mentions: Sequence[Mention]
    toponyms: list[Toponym]
    beliefs: list[Belief]


@dataclass(slots=True)
class Columns:
    """The candidates of one toponym as arrays, made once for a document."""

    places: list[Place]
    lon: Numbers
    lat: Numbers
    country: NDArray[np.object_]
    state: NDArray[np.object_]
    own: Numbers
    """The features that no other toponym bears on; shape (candidates, features)."""


def columns_of(toponym: Toponym, text: str, mentions: Sequence[Mention]) -> Columns:
    """One toponym's candidates as arrays, with the features of their own."""
    places = [bearer.place for bearer in toponym.bearers]
    own = np.zeros((len(places), len(FEATURES)))
    columns = Columns(
        places=places,
        lon=np.array([np.nan if p.lon is None else p.lon for p in places]),
        lat=np.array([np.nan if p.lat is None else p.lat for p in places]),
        country=np.array([p.country or "" for p in places], dtype=object),
        state=np.array([p.admin1 or "" for p in places], dtype=object),
        own=own,
    )
    _fill_standing(own, places)
    _fill_kinds(own, places)
    _fill_names(own, toponym)
    _fill_words(own, toponym, text, mentions)
    return columns


def _put(rows: Numbers, name: str, values: object) -> None:
    rows[:, FEATURES.index(name)] = values


def _fill_standing(own: Numbers, places: list[Place]) -> None:
    """Population and prominence, alone and among the namesakes."""
    population = np.array([float(p.population) for p in places])
    prominence = np.array([float(p.prominence) for p in places])
    _put(own, "log_population", np.log10(population + 1))
    _put(own, "population_share", population / max(population.sum(), 1.0))
    order = np.argsort(np.argsort(-population, kind="stable"), kind="stable")
    _put(own, "population_rank", np.minimum(order, 10))
    _put(own, "log_prominence", np.log2(prominence + 1))
    _put(own, "prominence_share", prominence / max(prominence.sum(), 1.0))
    _put(own, "candidates", np.log2(len(places) + 1.0))


def _group(place: Place) -> str:
    if place.kind in _NATIONS:
        return "country"
    if place.kind is PlaceKind.REGION:
        code = place.feature_code or ""
        return {"ADM1": "state", "ADM2": "county"}.get(code[:4], "region")
    if place.kind is PlaceKind.SEA:
        return "water"
    if place.kind in _PHYSICAL:
        return "physical"
    if place.kind in _FACILITY:
        return "facility"
    return "region" if place.kind in _REGIONAL else "city"


def _fill_kinds(own: Numbers, places: list[Place]) -> None:
    for row, place in enumerate(places):
        own[row, FEATURES.index(_group(place))] = 1.0
        if place.feature_code == "PPLC":
            own[row, FEATURES.index("capital")] = 1.0


def _fill_names(own: Numbers, toponym: Toponym) -> None:
    phrase_key = key(toponym.phrase)
    bearers = toponym.bearers
    _put(own, "main_name", [key(b.place.name) == phrase_key for b in bearers])
    _put(own, "same_spelling", [b.name == toponym.phrase for b in bearers])
    for role in ("alias", "abbreviation", "historic"):
        _put(own, role, [b.role == role for b in bearers])
    _put(own, "mentions", np.log2(len(toponym.mentions) + 1.0))
    _put(own, "phrase_words", len(phrase_key.split()))


def _fill_words(
    own: Numbers, toponym: Toponym, text: str, mentions: Sequence[Mention]
) -> None:
    """Whether a word beside the name says what it is: Cork *city*, *Lake* Victoria."""
    kinds = set()
    for position in toponym.mentions:
        mention = mentions[position]
        before = re.findall(
            r"[A-Za-z]+", text[max(0, mention.start - 30) : mention.start]
        )
        after = re.findall(r"[A-Za-z]+", text[mention.end : mention.end + 20])
        beside = [*before[-3:], *after[:1], *mention.phrase.split()[-1:]]
        kinds |= {
            _KIND_WORDS[word.lower()] for word in beside if word.lower() in _KIND_WORDS
        }
    if not kinds:
        return
    for row, bearer in enumerate(toponym.bearers):
        agrees = bool(kinds & {_group(bearer.place), str(bearer.place.kind)})
        own[row, FEATURES.index("kind_word_agrees")] = agrees
        own[row, FEATURES.index("kind_word_differs")] = not agrees


def prior(columns: Columns) -> Belief:
    """What a reader without any context would think; the start of the first pass."""
    return _prior(columns.own)


def _prior(rows: Numbers) -> Belief:
    feature = {name: rows[:, i] for i, name in enumerate(FEATURES)}
    score = (
        1.0 * feature["log_population"]
        + 0.35 * feature["log_prominence"]
        + 4.0 * feature["country"]
        + 1.5 * feature["state"]
        + 1.5 * feature["capital"]
        + 6.0 * (feature["water"] + feature["region"])
        + 2.0 * feature["physical"]
        + 1.0 * feature["main_name"]
        + 0.5 * feature["abbreviation"]
        - 1.0 * feature["historic"]
        - 0.5 * feature["county"]
        + 1.5 * feature["kind_word_agrees"]
    )
    return softmax(score)


def softmax(scores: Numbers) -> Belief:
    """Scores to shares that sum to 1.

    Examples
    --------
    >>> softmax(np.array([0.0, 0.0])).tolist()
    [0.5, 0.5]
    """
    if not scores.size:
        return scores
    powers: Numbers = np.exp(scores - scores.max())
    return powers / powers.sum()


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
    countries, states = _votes(around, columns)
    tops = _tops(around, columns)
    adjacent = _adjacent(around)
    matrices = []
    for index, own in enumerate(columns):
        rows = own.own.copy()
        if len(own.places):
            _fill_votes(rows, index, own, countries, states)
            _fill_distances(rows, index, own, tops)
            _fill_containers(rows, index, own, tops, adjacent, around, columns)
            _fill_leads(rows)
        matrices.append(rows)
    return matrices


def _fill_leads(rows: Numbers) -> None:
    for name, of in _LEADS.items():
        sign = -1.0 if of == "nearest_log_km" else 1.0
        _put(rows, name, lead(sign * rows[:, FEATURES.index(of)]))
    _put(rows, "prior", _prior(rows))


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
    return values - np.where(values == highest, second, highest)


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
    _put(rows, "country_belief", [country[c] for c in own.country])
    _put(rows, "state_belief", [state[s] for s in own.state])


@dataclass(slots=True)
class _Tops:
    """The likeliest candidate of each toponym."""

    places: list[Place | None]
    lon: Numbers
    lat: Numbers
    weight: Numbers
    small: NDArray[np.bool_]
    """Whether its point says where it is: not so for countries and seas."""


def _tops(around: Neighbourhood, columns: list[Columns]) -> _Tops:
    places: list[Place | None] = []
    weights = []
    for belief, own in zip(around.beliefs, columns, strict=True):
        best = int(np.argmax(belief)) if len(belief) else -1
        places.append(own.places[best] if best >= 0 else None)
        weights.append(float(belief[best]) if best >= 0 else 0.0)
    return _Tops(
        places=places,
        lon=np.array([np.nan if p is None or p.lon is None else p.lon for p in places]),
        lat=np.array([np.nan if p is None or p.lat is None else p.lat for p in places]),
        weight=np.array(weights),
        small=np.array([p is not None and _is_small(p) for p in places], dtype=bool),
    )


def _is_small(place: Place) -> bool:
    return _group(place) in {"city", "county", "facility", "state"}


def distances_km(
    lon: Numbers, lat: Numbers, other_lon: Numbers, other_lat: Numbers
) -> Numbers:
    """Great-circle distances, shape (len(lon), len(other_lon)), in kilometres."""
    a, b = np.radians(lat)[:, None], np.radians(other_lat)[None, :]
    across = np.radians(other_lon)[None, :] - np.radians(lon)[:, None]
    chord = np.sin((b - a) / 2) ** 2 + np.cos(a) * np.cos(b) * np.sin(across / 2) ** 2
    distances: Numbers = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(chord, 0, 1)))
    return distances


def _fill_distances(rows: Numbers, index: int, own: Columns, tops: _Tops) -> None:
    others = tops.small.copy()
    others[index] = False
    others &= ~np.isnan(tops.lon)
    if not others.any():
        _put(rows, "nearest_log_km", np.log(_FAR_KM))
        return
    km = distances_km(own.lon, own.lat, tops.lon[others], tops.lat[others])
    km = np.where(np.isnan(km), _FAR_KM, km)
    # A namesake at the very same spot (city and county) is no independent witness.
    spread = np.exp(-km / _CLOSE_KM) * tops.weight[others][None, :]
    _put(rows, "nearest_log_km", np.log(km.min(axis=1) + 1.0))
    _put(rows, "closeness", spread.sum(axis=1))


def contains(container: Place, inner: Place) -> bool:
    """Whether one place is a country or first-order unit around another."""
    if container.id == inner.id:
        return False
    if container.kind in _NATIONS:
        return bool(container.country) and container.country == inner.country
    if _group(container) == "state":
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
    tops: _Tops,
    adjacent: tuple[_Links, _Links],
    around: Neighbourhood,
    columns: list[Columns],
) -> None:
    tight, near = adjacent
    following = [b for a, b in tight if a == index]
    preceding = [a for a, b in tight if b == index]
    beside = [b for a, b in near if a == index] + [a for a, b in near if b == index]
    others = [p for i, p in enumerate(tops.places) if i != index and p is not None]
    named = {p.country for p in others if p.kind in _NATIONS}
    states = {p.admin1 for p in others if _group(p) == "state"}
    inside: dict[str, int] = {}
    for other in others:
        if other.country and other.kind not in _NATIONS:
            inside[other.country] = inside.get(other.country, 0) + 1
    for row, place in enumerate(own.places):
        values = {
            "container_follows": _mass(place, following, around, columns),
            "container_precedes": _mass(place, [*preceding, *beside], around, columns),
            "contents_precede": _mass(place, preceding, around, columns, inner=True),
            "country_named": float(
                place.country in named and place.kind not in _NATIONS
            ),
            "container_named": float(
                bool(place.admin1)
                and place.admin1 in states
                and _group(place) not in {"state", "country"}
            ),
        }
        if place.kind in _NATIONS and place.country:
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
