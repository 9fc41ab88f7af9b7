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


def _population(subject: Subject, _value: float) -> str:
    people = subject.place.population
    return f"population {people:,}" if people else ""


def _share(_subject: Subject, value: float) -> str:
    if not 0 < value < 1:  # alone, or nobody is known to live there
        return ""
    return f"{value:.0%} of all people in places of this name"


def _rank(subject: Subject, value: float) -> str:
    if not subject.place.population:
        return ""
    return "the most populous of this name" if value == 0 else "a namesake is larger"


def _rank_by_lead(subject: Subject, value: float) -> str:
    return _rank(subject, 0.0 if value >= 0 else 1.0)


def _prior(_subject: Subject, value: float) -> str:
    if value == 1:
        return "nothing else is known by this name"
    return "the best known of this name" if value > 0.5 else "a namesake is well known"


def _prominence(subject: Subject, _value: float) -> str:
    count = subject.place.prominence
    return f"known under {count} names" if count > 1 else ""


def _candidates(_subject: Subject, value: float) -> str:
    count = round(2**value - 1)
    return (
        "the only place of this name" if count == 1 else f"one of {count} of this name"
    )


def _fixed(words: str, otherwise: str = "") -> _Wording:
    def wording(_subject: Subject, value: float) -> str:
        return words if value > 0 else otherwise

    return wording


def _country(subject: Subject, value: float) -> str:
    if subject.place.country is None:
        return ""
    lies = f"in {subject.country}" if subject.country else "there"
    if value < 0.01:
        return f"nothing else in the text lies {lies}"
    return f"{value:.0%} of the text's other places lie {lies}"


def _state(_subject: Subject, value: float) -> str:
    return "other places of the text lie in its region" if value >= 0.01 else ""


def _nearest(_subject: Subject, value: float) -> str:
    km = float(np.exp(value) - 1)
    return f"another place of the text is {km:,.0f} km away" if km < 15_000 else ""


def _closeness(_subject: Subject, value: float) -> str:
    return "other places of the text are near" if value >= 0.1 else ""


def _within(width_km: int) -> _Wording:
    """The mean of the others' kernels: the nearest is at least as near as it says."""

    def wording(_subject: Subject, value: float) -> str:
        if value < _LEAST_NEAR:
            return ""
        km = width_km * max(1.0, float(np.sqrt(1 / value - 1)))
        return f"another place of the text is within {km:,.0f} km"

    return wording


def _company(_subject: Subject, value: float) -> str:
    count = round(2**value - 1)
    if count < 1:
        return ""
    return f"{count} other place{'s lie' if count > 1 else ' lies'} in its region"


def _if_likely(words: str) -> _Wording:
    def wording(_subject: Subject, value: float) -> str:
        return words if value >= _HALF else ""

    return wording


def _contains(_subject: Subject, value: float) -> str:
    count = round(2**value - 1)
    return f"{count} other places of the text lie in it" if count > 0 else ""


WORDINGS: dict[str, _Wording] = {
    "log_population": _population,
    "population_share": _share,
    "population_rank": _rank,
    "log_prominence": _prominence,
    "prominence_share": _prominence,
    "candidates": _candidates,
    "country": _fixed("a country"),
    "state": _fixed("a first-order region"),
    "county": _fixed("a county or district"),
    "city": _fixed("a town"),
    "capital": _fixed("a capital"),
    "water": _fixed("a sea or gulf"),
    "region": _fixed("a region of several countries"),
    "physical": _fixed("a river, lake, island or mountain"),
    "facility": _fixed("a port, airport or landmark"),
    "main_name": _fixed("this is its main name", "usually called otherwise"),
    "same_spelling": _fixed("written just so", "written otherwise there"),
    "alias": _fixed("under a by-name"),
    "abbreviation": _fixed("by its abbreviation"),
    "historic": _fixed("by a former name"),
    "mentions": _fixed(""),
    "container_follows": _fixed("what follows says where it lies"),
    "container_precedes": _fixed("a name beside it says where it lies"),
    "contents_precede": _fixed("the name before it lies in it"),
    "container_named": _fixed("its region is named in the text"),
    "country_named": _fixed("its country is named in the text"),
    "kind_word_agrees": _fixed("the words beside it fit its kind"),
    "kind_word_differs": _fixed("the words beside it fit another kind"),
    "country_belief": _country,
    "state_belief": _state,
    "nearest_log_km": _nearest,
    "closeness": _closeness,
    "contains_others": _contains,
    "within_50": _within(50),
    "within_150": _within(150),
    "within_600": _within(600),
    "region_company": _company,
    "first_in_region": _if_likely("the text's first place lies in its region"),
    "first_near": _if_likely("near the text's first place"),
    "within_50_lead": _fixed("nearest to the text's other places"),
    "within_150_lead": _fixed("nearest to the text's other places"),
    "within_600_lead": _fixed("nearest to the text's other places"),
    "phrase_words": _fixed(""),
    "article_before": _fixed('"the" stands before it'),
    "article_fits": _fixed('"the" stands before it, as before seas and regions'),
    "namesake_inside": _fixed("a town of the same name lies in it"),
    "namesake_around": _fixed("it lies in a region of the same name"),
    "acts": _fixed("the name acts"),
    "acting_capital": _fixed("a capital that acts stands for its country"),
    "curated": _fixed("known to the curated table"),
    "population_lead": _rank_by_lead,
    "prominence_lead": _prominence,
    "country_lead": _fixed("its country fits the text best"),
    "state_lead": _fixed("its region fits the text best"),
    "nearest_lead": _fixed("nearest to the text's other places"),
    "closeness_lead": _fixed("other places of the text are near"),
    "container_lead": _fixed("a name beside it says where it lies"),
    "prior": _prior,
}
"""One wording for each of `FEATURES`."""
