"""Railways: the way along known lines from one place to another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import heappop, heappush
from itertools import pairwise

import shapely
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from geodata.gazetteer import Gazetteer
from geodata.model import Place, PlaceKind
from geodata.places.described.conditions import apart_km
from geodata.places.described.question import (
    COUNTRIES,
    Answer,
    NoAnswer,
    Question,
    several,
)
from geodata.places.described.shapes import full_shape, length_km, lines_only, reaches

SAME_STOP_KM = 2.0
"""Stops of two lines nearer to each other than this are one."""

_EDGE_KM = 0.5

TOWN_KM = 15.0
"""How far from a town's or port's point its station may lie."""


_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Edge:
    """The stretch of one line between two stops that follow each other."""

    line: Place
    first: int
    second: int
    km: float
    shape: BaseGeometry


@dataclass(frozen=True, slots=True)
class Network:
    """All known lines: their stops, and the stretches between them."""

    stops: tuple[Place, ...]
    edges: tuple[Edge, ...]

    def around(self, stop: int) -> list[tuple[int, Edge]]:
        """The stops next to one, and the stretches that lead there."""
        ahead = [(edge.second, edge) for edge in self.edges if edge.first == stop]
        return ahead + [
            (edge.first, edge) for edge in self.edges if edge.second == stop
        ]


def answer(question: Question) -> Answer | NoAnswer:
    """The shortest way by rail between the places that were said."""
    starts, ends = question.start, question.end
    if len(question.between) == 2:
        starts, ends = question.between[:1], question.between[1:]
    network = network_of(question.gazetteer)
    if not starts or not ends:
        return NoAnswer("only one end of the line is named")
    sources = _stops_at(question.gazetteer, network, starts)
    goals = _stops_at(question.gazetteer, network, _spread(ends))
    ways = _on_one_line(network, sources, goals) or _ways(network, sources, goals)
    if not ways:
        return NoAnswer(
            f"the gazetteer knows no railway from {several(starts)} to {several(ends)}"
        )
    return _answer(network, ways, starts, ends)


def _on_one_line(
    network: Network, sources: set[int], goals: set[int]
) -> list[list[int]]:
    """The ways along the one line that leads to the most goals, the shortest such.

    "The railway" is one line; others are changed to only where none goes through.
    """
    found: list[tuple[int, float, list[list[int]]]] = []
    for line_id in dict.fromkeys(edge.line.id for edge in network.edges):
        edges = tuple(edge for edge in network.edges if edge.line.id == line_id)
        alone = Network(network.stops, edges)
        ways = _ways(alone, sources, goals)
        if ways:
            length = sum(edge.km for edge in _edges_of(alone, ways))
            found.append((-len(ways), length, ways))
    return min(found, default=(0, 0.0, list[list[int]]()))[2]


def _answer(
    network: Network,
    ways: list[list[int]],
    starts: Sequence[Place],
    ends: Sequence[Place],
) -> Answer:
    edges = _edges_of(network, ways)
    stops = list(dict.fromkeys(stop for way in ways for stop in way))
    lines = list({edge.line.id: edge.line for edge in edges}.values())
    shape = lines_only(shapely.union_all([edge.shape for edge in edges]))
    names = _through([_bare(network.stops[stop]) for stop in stops])
    how = (
        f"the stretch of {several(lines)} from {several(starts)} to"
        f" {several(ends)}: {names}, {length_km(shape):,.0f} km as drawn"
    )
    return Answer(
        kind=PlaceKind.LINE,
        geometry=shape,
        how=how,
        members=tuple(network.stops[stop] for stop in stops),
        note=" ".join(line.note for line in lines if line.note),
        precision_km=max(line.precision_km for line in lines),
        reasons=tuple(f"{line.name} is a known line" for line in lines),
    )


def _through(names: list[str]) -> str:
    if len(names) <= _MOST_NAMED:
        return several(names)
    return f"{names[0]} to {names[-1]} by {len(names) - 2} other stops"


def _bare(stop: Place) -> str:
    return stop.name.removesuffix(" station")


def _spread(places: Sequence[Place]) -> list[Place]:
    """Sets taken apart into their members."""
    return [one for place in places for one in (place.members or (place,))]


@lru_cache(maxsize=4)
def network_of(gazetteer: Gazetteer) -> Network:
    """The lines of the gazetteer that have stops and a shape."""
    stops: list[Place] = []
    edges: list[Edge] = []
    for line in gazetteer.of_kind(PlaceKind.RAILWAY):
        shape = full_shape(gazetteer, line.id)
        served = gazetteer.relating(line, "stop_of")
        if shape is None or shape.geom_type != "LineString" or len(served) < 2:
            continue
        numbers = [_number(stops, stop) for stop in served]
        along = [shape.project(shapely.Point(stop.lon, stop.lat)) for stop in served]
        for place in range(len(served) - 1):
            part = substring(shape, along[place], along[place + 1])
            if part.geom_type == "LineString":
                edges.append(
                    Edge(
                        line, numbers[place], numbers[place + 1], length_km(part), part
                    )
                )
    return Network(tuple(stops), tuple(edges))


def _number(stops: list[Place], stop: Place) -> int:
    """Where a stop stands in the list; it is added if none lies at its spot."""
    for number, known in enumerate(stops):
        if known.id == stop.id or apart_km(known, stop) <= SAME_STOP_KM:
            return number
    stops.append(stop)
    return len(stops) - 1


def _stops_at(
    gazetteer: Gazetteer, network: Network, places: Sequence[Place]
) -> set[int]:
    """The stops that lie in, or at, any of some places."""
    found: set[int] = set()
    for place in places:
        fits = _at(gazetteer, place)
        at = {number for number, stop in enumerate(network.stops) if fits(stop)}
        found |= at | _at_its_border(gazetteer, network, place, at)
    return found


def _at_its_border(
    gazetteer: Gazetteer, network: Network, place: Place, at: set[int]
) -> set[int]:
    """Where lines that join a country begin, if they have no stop inside it."""
    joined = {line.id for line in gazetteer.relating(place, "joins")}
    shape = full_shape(gazetteer, place.id) if joined else None
    if shape is None:
        return set()
    found: set[int] = set()
    for line_id in joined:
        stops = {
            stop
            for edge in network.edges
            if edge.line.id == line_id
            for stop in (edge.first, edge.second)
        }
        if stops and not stops & at:
            found.add(min(stops, key=lambda stop: _degrees(shape, network.stops[stop])))
    return found


def _degrees(shape: BaseGeometry, stop: Place) -> float:
    return float(shape.distance(shapely.Point(stop.lon, stop.lat)))


def _at(gazetteer: Gazetteer, place: Place) -> Callable[[Place], bool]:
    """The test whether a stop lies in, or at, a place."""
    if place.kind in COUNTRIES:
        return lambda stop: _country_of(gazetteer, stop) == place.country
    shape = full_shape(gazetteer, place.id) if _known(place) else place.geometry
    if shape is None or not shape.area:
        return lambda stop: apart_km(place, stop) <= TOWN_KM
    # At a border river the outline alone would take in a stop of the other bank.
    return lambda stop: (
        reaches([shape], stop, _EDGE_KM)
        and (place.country or _country_of(gazetteer, stop))
        in (None, _country_of(gazetteer, stop))
    )


def _country_of(gazetteer: Gazetteer, stop: Place) -> str | None:
    """The country of a stop, or else of the town it serves."""
    towns = [stop, *gazetteer.related(stop, "serves")]
    return next((town.country for town in towns if town.country), None)


def _known(place: Place) -> bool:
    return not place.id.startswith("described:")


def _ways(network: Network, sources: set[int], goals: set[int]) -> list[list[int]]:
    """The shortest way from the sources to every goal that can be reached."""
    before: dict[int, int | None] = {}
    queue: list[tuple[float, int, int | None]] = [
        (0.0, source, None) for source in sorted(sources)
    ]
    while queue:
        km, stop, previous = heappop(queue)
        if stop in before:
            continue
        before[stop] = previous
        for following, edge in network.around(stop):
            if following not in before:
                heappush(queue, (km + edge.km, following, stop))
    return [_way_to(before, goal) for goal in sorted(goals - sources) if goal in before]


def _way_to(before: dict[int, int | None], goal: int) -> list[int]:
    way = [goal]
    while (previous := before[way[-1]]) is not None:
        way.append(previous)
    return way[::-1]


def _edges_of(network: Network, ways: list[list[int]]) -> list[Edge]:
    pairs = {frozenset(pair) for way in ways for pair in pairwise(way)}
    return [
        edge for edge in network.edges if frozenset((edge.first, edge.second)) in pairs
    ]
