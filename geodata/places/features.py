"""What speaks for or against each candidate, as numbers.

One row a candidate, one column a feature. Every column has a name a reader can
check; `geodata.places.evidence` turns them into sentences. Features look at the
candidate, at its name, at the words around the mentions, and at what the rest of
the document is believed to mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.model import Mention, Place, PlaceKind, Sense
from geodata.places.candidates import Toponym, has_article
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
    "within_50",
    "within_150",
    "within_600",
    "region_company",
    "first_in_region",
    "first_near",
    "within_50_lead",
    "within_150_lead",
    "within_600_lead",
    "phrase_words",
    "article_before",
    "article_fits",
    "curated",
    "namesake_inside",
    "namesake_around",
    "acts",
    "acting_capital",
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


_PHYSICAL = {PlaceKind.RIVER, PlaceKind.LAKE, PlaceKind.ISLAND, PlaceKind.MOUNTAIN}
_FACILITY = {
    PlaceKind.PORT,
    PlaceKind.AIRPORT,
    PlaceKind.STATION,
    PlaceKind.RAILWAY,
    PlaceKind.BORDER,
    PlaceKind.LANDMARK,
}
_TAKES_ARTICLE = {"water", "region", "physical"}
"""The Baltic, the Sahel, the Andes; but Lima, Texas, Peru."""

_SEATS = {"PPLC", "PPLG"}
"""GeoNames codes of capitals, and of other seats of government."""

POINTLIKE = {"city", "county", "facility", "state", "physical"}
"""Groups whose point says where they are: not so for countries and seas."""

NATIONS = {PlaceKind.COUNTRY, PlaceKind.TERRITORY}
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


@dataclass(slots=True)
class Columns:
    """The candidates of one toponym as arrays, made once for a document."""

    places: list[Place]
    lon: Numbers
    lat: Numbers
    country: NDArray[np.object_]
    state: NDArray[np.object_]
    pointlike: NDArray[np.bool_]
    """Whether its point says where it is."""
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
        pointlike=np.array(
            [p.lon is not None and group(p) in POINTLIKE for p in places], dtype=bool
        ),
        own=own,
    )
    _fill_standing(own, places)
    _fill_kinds(own, places)
    _fill_names(own, toponym)
    _fill_words(own, toponym, text, mentions)
    return columns


def put(rows: Numbers, name: str, values: Iterable[float] | float) -> None:
    """Fill one column."""
    rows[:, FEATURES.index(name)] = np.asarray(values, dtype=float)


def _fill_standing(own: Numbers, places: list[Place]) -> None:
    """Population and prominence, alone and among the namesakes."""
    population = np.array([float(p.population) for p in places])
    prominence = np.array([float(p.prominence) for p in places])
    put(own, "log_population", np.log10(population + 1))
    put(own, "population_share", population / max(population.sum(), 1.0))
    order = np.argsort(np.argsort(-population, kind="stable"), kind="stable")
    put(own, "population_rank", np.minimum(order, 10))
    put(own, "log_prominence", np.log2(prominence + 1))
    put(own, "prominence_share", prominence / max(prominence.sum(), 1.0))
    put(own, "candidates", np.log2(len(places) + 1.0))


def group(place: Place) -> str:
    """The one of the kind columns that a place falls into."""
    if place.kind in NATIONS:
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
        own[row, FEATURES.index(group(place))] = 1.0
        if place.feature_code in _SEATS:
            own[row, FEATURES.index("capital")] = 1.0


def _fill_names(own: Numbers, toponym: Toponym) -> None:
    phrase_key = key(toponym.phrase)
    bearers = toponym.bearers
    put(own, "main_name", [key(b.place.name) == phrase_key for b in bearers])
    put(own, "same_spelling", [b.name == toponym.phrase for b in bearers])
    for role in ("alias", "abbreviation", "historic"):
        put(own, role, [b.role == role for b in bearers])
    put(own, "mentions", np.log2(len(toponym.mentions) + 1.0))
    put(own, "phrase_words", len(phrase_key.split()))
    put(own, "curated", [b.place.source == "seeds" for b in bearers])


def _fill_words(
    own: Numbers, toponym: Toponym, text: str, mentions: Sequence[Mention]
) -> None:
    """Whether a word beside the name says what it is: Cork *city*, *Lake* Victoria."""
    kinds = set()
    starts = [mentions[position].start for position in toponym.mentions]
    acts = [mentions[position].sense is Sense.ACTOR for position in toponym.mentions]
    put(own, "acts", sum(acts) / len(acts))
    capital = own[:, FEATURES.index("capital")]
    put(own, "acting_capital", capital * sum(acts) / len(acts))
    articles = [has_article(text, start) for start in starts]
    share = sum(articles) / len(articles)
    put(own, "article_before", share)
    takes_it = [group(b.place) in _TAKES_ARTICLE for b in toponym.bearers]
    put(own, "article_fits", [share * takes for takes in takes_it])
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
        agrees = bool(kinds & {group(bearer.place), str(bearer.place.kind)})
        own[row, FEATURES.index("kind_word_agrees")] = agrees
        own[row, FEATURES.index("kind_word_differs")] = not agrees


def prior(columns: Columns) -> Belief:
    """What a reader without any context would think; the start of the first pass."""
    return prior_of(columns.own)


def prior_of(rows: Numbers) -> Belief:
    """The same, from a feature matrix."""
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
        + 2.0 * feature["curated"]
    )
    return softmax(score)


KNOWN = {"acting_capital": 2.5, "article_fits": 2.0}
"""Log-odds that we set by hand, because gold corpora hold too few cases to learn from:
a capital's name that acts stands for its government, whatever its namesakes; "the"
stands before seas, ranges and regions, hardly ever before towns."""


def known_parts(rows: Numbers) -> Numbers:
    """What each feature is known to add, in log-odds; trees learn the rest."""
    weights = np.array([KNOWN.get(name, 0.0) for name in FEATURES])
    return np.asarray(rows * weights)


def known(rows: Numbers) -> Numbers:
    """The sum of the known parts of each row, shape (len(rows),)."""
    return np.asarray(known_parts(rows).sum(axis=-1))


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
    shares: Belief = powers / powers.sum()
    return shares
