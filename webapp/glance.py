"""What an article's geography is at a glance, before anyone has clicked anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from geodata.layers import confidence_word
from geodata.layers.filters import CONFIDENCE_WORDS
from geodata.model import Feature, Layer, PlaceKind, Sense
from geodata.properties import time_span

_ELSEWHERE = frozenset({"governments", "not-located"})
_TOP = 3
_MANY_TIMES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place that heads an article, and where to find it."""

    name: str
    """As the place is called."""
    count: int
    """How many stretches of text mean it."""
    layer: str
    """Id of its layer."""
    place: str
    """Id of the place."""
    start: int
    """Where the text names it first, in code points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """The counts that head an article."""

    places: int
    """Places that the text names."""
    shown: int
    """Places on the map when it opens: named, described, and what those hold."""
    place_mentions: int
    """Stretches of text that mean a place."""
    described: int
    """Places that the text tells without naming them."""
    members: int
    """Places that are on the map only because a described place holds them."""
    actors: int
    """Governments, armies and peoples that act under a place's name."""
    actor_mentions: int
    """Stretches of text that mean such an actor."""
    not_located: int
    """Names that no place fits."""
    confidence: Mapping[str, int]
    """How many of the named and described places are sure, likely, doubtful."""
    most: tuple[Named, ...]
    """The places named most often; countries only if nothing smaller is named."""
    actors_most: tuple[Named, ...]
    """The governments named most often."""
    times: int
    """How many different times the sentences of its mentions say."""
    years: tuple[int, ...]
    """The first and the last year of those; one if they are the same, none if none."""

    @property
    def is_history(self) -> bool:
        """Whether it speaks of so many times that they are worth a row of the page."""
        return self.times >= _MANY_TIMES


def glance(layers: Sequence[Layer]) -> Glance:
    """Count what an article's layers hold.

    Parameters
    ----------
    layers : sequence of Layer
        All layers of the article.
    """
    by_id = {layer.id: layer.features for layer in layers}
    located = [
        feature
        for layer in layers
        if layer.id not in _ELSEWHERE
        for feature in layer.features
        if _said(feature, Sense.PLACE)
    ]
    described = by_id.get("described", ())
    named = [feature for feature in located if not feature.described]
    told = [*named, *(feature for feature in described if feature not in named)]
    words = Counter(confidence_word(_confidence(feature)) for feature in told)
    governments = by_id.get("governments", ())
    return Glance(
        places=len(named),
        shown=len(located),
        place_mentions=_spans(located, Sense.PLACE),
        described=len(described),
        members=len(located) - len(told),
        actors=len(governments),
        actor_mentions=_spans(governments, Sense.ACTOR),
        not_located=len(by_id.get("not-located", ())),
        confidence={word: words[word] for word in CONFIDENCE_WORDS},
        most=_most(layers, _smaller(named), Sense.PLACE),
        actors_most=_most(layers, governments, Sense.ACTOR),
        times=_times(layers),
        years=_years(layers),
    )


def _said(feature: Feature, sense: Sense) -> int:
    return sum(
        occurrence.resolution.mention.sense is sense
        for occurrence in feature.occurrences
    )


def _confidence(feature: Feature) -> float:
    return max(
        (occurrence.resolution.confidence for occurrence in feature.occurrences),
        default=0.0,
    )


def _spans(features: Iterable[Feature], sense: Sense) -> int:
    """Stretches of text; a description counts once, however many places it holds."""
    return len(
        {
            (occurrence.document, mention.start, mention.end)
            for feature in features
            for occurrence in feature.occurrences
            if (mention := occurrence.resolution.mention).sense is sense
        }
    )


def _smaller(features: Sequence[Feature]) -> Sequence[Feature]:
    """Those that are no countries, if there are any."""
    return [
        feature for feature in features if feature.place.kind is not PlaceKind.COUNTRY
    ] or features


def _times(layers: Iterable[Layer]) -> int:
    return len(
        {
            (when.start, when.end)
            for layer in layers
            for feature in layer.features
            for occurrence in feature.occurrences
            if (when := occurrence.resolution.mention.when)
        }
    )


def _years(layers: Iterable[Layer]) -> tuple[int, ...]:
    span = time_span(feature for layer in layers for feature in layer.features)
    return () if span is None else tuple(sorted({day.year for day in span}))


def _most(
    layers: Sequence[Layer], features: Sequence[Feature], sense: Sense
) -> tuple[Named, ...]:
    """The features named most often in one sense; none half as often as the first."""
    often = sorted(features, key=lambda feature: -_said(feature, sense))[:_TOP]
    least = _said(often[0], sense) / 2 if often else 0
    return tuple(
        _named(layers, feature, sense)
        for feature in often
        if _said(feature, sense) > least
    )


def _named(layers: Sequence[Layer], feature: Feature, sense: Sense) -> Named:
    layer = next(layer.id for layer in layers if feature in layer.features)
    return Named(
        name=feature.place.name,
        count=_said(feature, sense),
        layer=layer,
        place=feature.place.id,
        start=min(
            occurrence.resolution.mention.start
            for occurrence in feature.occurrences
            if occurrence.resolution.mention.sense is sense
        ),
    )
