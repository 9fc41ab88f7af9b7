"""The field's measures of recognition, resolution, and both together.

What is counted is kept by document, so that intervals can be drawn from resampled
documents.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from statistics import fmean, median

from geodata.model import Span

RIGHT_KM = 161.0
"""100 miles: within it an answer is right (Leidner, 2007)."""

NEAR_KM = 20.0
"""The stricter of the two usual radii."""

FARTHEST_KM = 20_039.0
"""Half the equator: what an unresolved name counts as."""

RESAMPLES = 1000
"""Bootstrap resamples for an interval."""

_TAIL = 0.025
_BINS = 10


@dataclass(slots=True, kw_only=True)
class Tally:
    """What is counted in one document."""

    gold: int = 0
    """Names marked."""
    found: int = 0
    """Names found."""
    strict: int = 0
    """Found with the same start and end."""
    overlapping: int = 0
    """Found at least in part, one to one."""
    gold_errors: list[float] = field(default_factory=list)
    """Kilometres off for each located gold span, when the spans are given."""
    gold_right: list[bool] = field(default_factory=list)
    """For each of them: the same GeoNames id, or within 161 km."""
    small_errors: list[float] = field(default_factory=list)
    """Kilometres off for those of them that name no country."""
    found_errors: list[float] = field(default_factory=list)
    """Kilometres off for each located gold span that was found strictly."""
    reachable: list[bool] = field(default_factory=list)
    """For each located gold span: does any candidate have its id or lie near?"""
    end_gold: int = 0
    """Located gold names."""
    end_found: int = 0
    """Found names, but for those that match gold without a position."""
    end_right: int = 0
    """Found strictly and placed within 161 km."""
    end_right_or_same: int = 0
    """The same, or with the gold's GeoNames id."""
    beliefs: list[tuple[float, bool]] = field(default_factory=list)
    """Confidence of each found and placed name, and whether it was right."""
    small_beliefs: list[tuple[float, bool]] = field(default_factory=list)
    """The same without the answers that are a country."""
    senses: list[bool] = field(default_factory=list)
    """For each gold name with a reading: was the sense told rightly?"""


def pair_spans(gold: Iterable[Span], found: Iterable[Span]) -> list[tuple[Span, Span]]:
    """Gold and found spans one to one, equal ones first, then overlapping ones.

    Examples
    --------
    >>> pair_spans([(0, 5), (9, 12)], [(0, 5), (3, 10)])
    [((0, 5), (0, 5)), ((9, 12), (3, 10))]
    """
    left_gold, left_found = sorted(gold), sorted(found)
    pairs = []
    for span in list(left_gold):
        if span in left_found:
            left_gold.remove(span)
            left_found.remove(span)
            pairs.append((span, span))
    for span in left_gold:
        over = [other for other in left_found if _overlap(span, other)]
        if over:
            left_found.remove(over[0])
            pairs.append((span, over[0]))
    return pairs


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def ratio(part: float, whole: float) -> float:
    """A share; 0 of nothing."""
    return part / whole if whole else 0.0


Measure = Callable[[Sequence[Tally]], float]


def _total(name: str) -> Measure:
    def total(tallies: Sequence[Tally]) -> float:
        return float(sum(getattr(tally, name) for tally in tallies))

    return total


def _share_of(part: str, whole: str) -> Measure:
    def share(tallies: Sequence[Tally]) -> float:
        return ratio(_total(part)(tallies), _total(whole)(tallies))

    return share


def _f1_of(right: str, found: str, gold: str) -> Measure:
    def score(tallies: Sequence[Tally]) -> float:
        whole = _total(found)(tallies) + _total(gold)(tallies)
        return ratio(2 * _total(right)(tallies), whole)

    return score


def _mean_of(name: str, value: Callable[[float], float]) -> Measure:
    def mean(tallies: Sequence[Tally]) -> float:
        values = [value(item) for tally in tallies for item in getattr(tally, name)]
        return fmean(values) if values else math.nan

    return mean


def _median_of(name: str) -> Measure:
    def middle(tallies: Sequence[Tally]) -> float:
        values = [item for tally in tallies for item in getattr(tally, name)]
        return median(values) if values else math.nan

    return middle


def area(error_km: float) -> float:
    """A distance on the scale whose mean is the AUC: 0 for none, 1 for the farthest."""
    return math.log(error_km + 1) / math.log(FARTHEST_KM)


def _within(radius_km: float) -> Callable[[float], float]:
    return lambda error_km: float(error_km <= radius_km)


MEASURES: dict[str, Measure] = {
    "strict_precision": _share_of("strict", "found"),
    "strict_recall": _share_of("strict", "gold"),
    "strict_f1": _f1_of("strict", "found", "gold"),
    "overlap_precision": _share_of("overlapping", "found"),
    "overlap_recall": _share_of("overlapping", "gold"),
    "overlap_f1": _f1_of("overlapping", "found", "gold"),
    "gold_acc161": _mean_of("gold_errors", _within(RIGHT_KM)),
    "gold_id_or_161": _mean_of("gold_right", float),
    "gold_acc161_small": _mean_of("small_errors", _within(RIGHT_KM)),
    "gold_acc20": _mean_of("gold_errors", _within(NEAR_KM)),
    "gold_mean_km": _mean_of("gold_errors", float),
    "gold_median_km": _median_of("gold_errors"),
    "gold_auc": _mean_of("gold_errors", area),
    "found_acc161": _mean_of("found_errors", _within(RIGHT_KM)),
    "found_mean_km": _mean_of("found_errors", float),
    "found_auc": _mean_of("found_errors", area),
    "e2e_f1_161": _f1_of("end_right", "end_found", "end_gold"),
    "e2e_f1_id_or_161": _f1_of("end_right_or_same", "end_found", "end_gold"),
    "coverage": _mean_of("reachable", float),
    "sense_accuracy": _mean_of("senses", float),
}
"""Every measure by name; shares run from 0 to 1, lengths are in kilometres."""

RECOGNITION = tuple(name for name in MEASURES if name.startswith(("strict", "overlap")))
"""Those that need all names of a text marked."""


def interval(
    tallies: Sequence[Tally], measure: Measure, *, resamples: int = RESAMPLES
) -> tuple[float, float]:
    """The middle 95 % of a measure over documents drawn anew with replacement.

    Draws in which nothing is measured are left out; at least one must be left.
    """
    chance = random.Random(0)  # noqa: S311 - a fixed sample, not a secret
    values = (
        measure(chance.choices(tallies, k=len(tallies))) for _ in range(resamples)
    )
    drawn = sorted(value for value in values if not math.isnan(value))
    tail = int(_TAIL * len(drawn))
    return drawn[tail], drawn[-tail - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Answers of about one confidence."""

    low: float
    """Least confidence."""
    count: int
    """How many answers."""
    believed: float
    """Their mean confidence."""
    right: float
    """Share of them that are right."""


def reliability(beliefs: Iterable[tuple[float, bool]]) -> list[Bin]:
    """Answers by confidence in tenths, to see whether 0.9 means nine in ten."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
    for believed, right in beliefs:
        bins[min(_BINS - 1, int(believed * _BINS))].append((believed, right))
    return [
        Bin(
            low=number / _BINS,
            count=len(items),
            believed=fmean(believed for believed, _ in items),
            right=fmean(right for _, right in items),
        )
        for number, items in enumerate(bins)
        if items
    ]


def calibration_error(bins: Sequence[Bin]) -> float:
    """Expected calibration error: mean gap between belief and truth, by count."""
    total = sum(item.count for item in bins)
    gap = sum(item.count * abs(item.believed - item.right) for item in bins)
    return ratio(gap, total)
