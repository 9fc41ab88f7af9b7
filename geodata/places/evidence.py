"""Features as reasons a reader can check: one small function a reason.

Each function is named after the feature it words, takes the candidate and the
feature's value, and gives a phrase, or "" if the value says nothing worth reading.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from geodata.model import Evidence, Place
from geodata.places.features import FEATURES, Numbers

MOST_REASONS = 4
"""Reasons given for one candidate."""

_KINDS = {
    "country": "a country",
    "state": "a state or province",
    "county": "a county or district",
    "city": "a town",
    "water": "a sea or gulf",
    "region": "a region that spans several countries",
    "physical": "a river, lake, island or mountain",
    "facility": "a port, airport or landmark",
}
"""Words for the features that tell the kind of place and no more."""

_LEAST_WEIGHT = 0.05
_LEAST_NEAR = 0.2
_HALF = 0.5


class Subject(NamedTuple):
    """What a reason is about."""

    place: Place
    """The candidate."""
    country: str
    """Name of the country it lies in; "" for a country, or none."""


_Wording = Callable[[Subject, float], str]


def evidence_of(subject: Subject, row: Numbers, added: Numbers) -> tuple[Evidence, ...]:
    """The weightiest reasons for and against one candidate.

    Parameters
    ----------
    subject : Subject
        The candidate.
    row : array of shape (len(FEATURES),)
        Its features.
    added : array of shape (len(FEATURES),)
        What each feature added to its score, in log-odds.

    Returns
    -------
    tuple of Evidence
        At most `MOST_REASONS`, the weightiest first; no two with the same words.
    """
    weights: dict[str, float] = {}
    for index in np.argsort(-np.abs(added), kind="stable"):
        words = WORDINGS[FEATURES[index]](subject, float(row[index]))
        if words and abs(added[index]) >= _LEAST_WEIGHT:
            weights[words] = weights.get(words, 0.0) + float(added[index])
    weightiest = sorted(weights.items(), key=lambda item: -abs(item[1]))
    return tuple(
        Evidence(reason=words, weight=round(weight, 3))
        for words, weight in weightiest[:MOST_REASONS]
    )


def says_kind(reason: str) -> bool:
    """Whether a reason tells the kind of place and no more.

    Examples
    --------
    >>> says_kind("a country"), says_kind("a capital")
    (True, False)
    """
    return reason in _KINDS.values()


def _population(subject: Subject, _value: float) -> str:
    people = subject.place.population
    return f"population {people:,}" if people else ""


def _share(_subject: Subject, value: float) -> str:
    if not 0 < value < 1:  # alone, or nobody is known to live there
        return ""
    return f"{value:.0%} of the people in places of this name live here"


def _rank(subject: Subject, value: float) -> str:
    if not subject.place.population:
        return ""
    if value == 0:
        return "the most populous of this name"
    return "another place of this name has more people"


def _rank_by_lead(subject: Subject, value: float) -> str:
    return _rank(subject, 0.0 if value >= 0 else 1.0)


def _prior(_subject: Subject, value: float) -> str:
    if value == 1:
        return "no other place is known by this name"
    if value > _HALF:
        return "the best known of this name"
    return "another place of this name is well known"


def _prominence(subject: Subject, _value: float) -> str:
    count = subject.place.prominence
    return f"known under {count} names" if count > 1 else ""


def _candidates(_subject: Subject, value: float) -> str:
    count = round(2**value - 1)
    if count == 1:
        return "the only place of this name"
    return f"one of {count} places of this name"


def _fixed(words: str, otherwise: str = "") -> _Wording:
    def wording(_subject: Subject, value: float) -> str:
        return words if value > 0 else otherwise

    return wording


def _country(subject: Subject, value: float) -> str:
    if subject.place.country is None:
        return ""
    lies = f"in {subject.country}" if subject.country else "there"
    if value < 0.01:
        return f"no other place of this text is {lies}"
    return f"{value:.0%} of the other places of this text are {lies}"


def _state(_subject: Subject, value: float) -> str:
    return "other places of this text are in the same region" if value >= 0.01 else ""


def _nearest(_subject: Subject, value: float) -> str:
    km = float(np.exp(value) - 1)
    if km < 1:
        return "another place of this text is in the same spot"
    return f"another place of this text is {km:,.0f} km away" if km < 15_000 else ""


def _closeness(_subject: Subject, value: float) -> str:
    return "other places of this text are nearby" if value >= 0.1 else ""


def _within(width_km: int) -> _Wording:
    """The mean of the others' kernels: the nearest is at least as near as it says."""

    def wording(_subject: Subject, value: float) -> str:
        if value < _LEAST_NEAR:
            return ""
        km = width_km * max(1.0, float(np.sqrt(1 / value - 1)))
        return f"another place of this text is within {km:,.0f} km"

    return wording


def _company(_subject: Subject, value: float) -> str:
    others = _others(value)
    return f"{others} in the same region" if others else ""


def _contains(_subject: Subject, value: float) -> str:
    others = _others(value)
    return f"{others} inside it" if others else ""


def _others(value: float) -> str:
    """So many of the text's places as a feature counts, as a sentence begins."""
    count = round(2**value - 1)
    if count < 1:
        return ""
    if count == 1:
        return "another place of this text is"
    return f"{count} other places of this text are"


def _if_likely(words: str) -> _Wording:
    def wording(_subject: Subject, value: float) -> str:
        return words if value >= _HALF else ""

    return wording


WORDINGS: dict[str, _Wording] = {
    "log_population": _population,
    "population_share": _share,
    "population_rank": _rank,
    "log_prominence": _prominence,
    "prominence_share": _prominence,
    "candidates": _candidates,
    **{feature: _fixed(words) for feature, words in _KINDS.items()},
    "capital": _fixed("a capital"),
    "main_name": _fixed("this is its main name", "it mostly goes by another name"),
    "same_spelling": _fixed("spelled exactly so", "mostly spelled otherwise"),
    "alias": _fixed("this is one of its other names"),
    "abbreviation": _fixed("this is its abbreviation"),
    "historic": _fixed("this is a former name of it"),
    "mentions": _fixed(""),
    "container_follows": _fixed("the words after it say where it is"),
    "container_precedes": _fixed("a name beside it says where it is"),
    "contents_precede": _fixed("the place named before it is inside it"),
    "container_named": _fixed("its region is named in the text"),
    "country_named": _fixed("its country is named in the text"),
    "kind_word_agrees": _fixed("the words beside it fit this kind of place"),
    "kind_word_differs": _fixed("the words beside it fit another kind of place"),
    "country_belief": _country,
    "state_belief": _state,
    "nearest_log_km": _nearest,
    "closeness": _closeness,
    "contains_others": _contains,
    "within_50": _within(50),
    "within_150": _within(150),
    "within_600": _within(600),
    "region_company": _company,
    "first_in_region": _if_likely("the first place of this text is in the same region"),
    "first_near": _if_likely("near the first place of this text"),
    "within_50_lead": _fixed("closest to the other places of this text"),
    "within_150_lead": _fixed("closest to the other places of this text"),
    "within_600_lead": _fixed("closest to the other places of this text"),
    "phrase_words": _fixed(""),
    "article_before": _fixed('"the" stands before it'),
    "article_fits": _fixed('"the" stands before it, as before seas and regions'),
    "namesake_inside": _fixed("a town of the same name lies in it"),
    "namesake_around": _fixed("it lies in a region of the same name"),
    "acts": _fixed("the text says that it did or said something"),
    "acting_capital": _fixed(
        "a capital that says or does something stands for its country"
    ),
    "curated": _fixed("listed in a table checked by hand"),
    "population_lead": _rank_by_lead,
    "prominence_lead": _prominence,
    "country_lead": _fixed("its country fits this text best"),
    "state_lead": _fixed("its region fits this text best"),
    "nearest_lead": _fixed("closest to the other places of this text"),
    "closeness_lead": _fixed("other places of this text are nearby"),
    "container_lead": _fixed("a name beside it says where it is"),
    "prior": _prior,
}
"""One wording for each of `FEATURES`."""
