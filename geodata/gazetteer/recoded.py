"""First-order units whose code means one unit here and another there.

ISO 3166-2 codes are given out anew now and then. A list of towns that has the new
ones and a map that has the old ones agree on the code and mean two units. Where the
towns lie tells: they are in the shape of the unit that is meant, or near its coast.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

CLEARLY = 0.3
"""How far outside a shape a point lies, in degrees, if no coarse coast explains it."""

_SAME = 0.8
"""Share of the towns that two units must have in common to be one."""

_HALF = 0.5
_FINER = 2
"""How many times as many units a map may draw and still draw first-order ones."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """A first-order unit on the map."""

    own: str
    """What it is called by alone: its code, or another where it shares that."""
    code: str
    """ISO 3166-2 code on the map; parts of one unit share it."""
    country: str
    shape: BaseGeometry
    names: frozenset[str] = frozenset()
    """Keys of its names."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A first-order unit in the list of towns."""

    code: str
    country: str
    points: Sequence[Point]
    """Where its towns lie."""
    names: frozenset[str] = frozenset()
    """Keys of its names."""


class Recoded:
    """What the codes of a list of towns mean on a map."""

    def __init__(self, areas: Iterable[Area], listed: Iterable[Listed]) -> None:
        units = list(listed)
        drawn = _by_country(areas)
        away = [u for u in units if _is_elsewhere(u, drawn.get(u.country, ()))]
        self.strange = {u.code for u in away if not _is_namesake(u, drawn[u.country])}
        """Codes that mean another unit on the map than in the list."""
        self._misdrawn = {unit.code for unit in away} - self.strange
        """Units that both call alike, and the map puts elsewhere: it errs."""
        self._known = {unit.code for unit in units} - self.strange
        self._areas = _first_order(drawn, units, self._known)
        self._by_code = {
            area.own: area for areas in self._areas.values() for area in areas
        }
        self.twins = self._find_twins(units)
        """Such codes, and codes that the map has not, with those of the same unit."""

    def parts(self) -> set[str]:
        """Areas that go by their own, as what they share a code with is another."""
        return {own for own, area in self._by_code.items() if own != area.code}

    def code_at(self, code: str, country: str, lon: float, lat: float) -> str | None:
        """Code on the map of the unit that a point of the list lies in.

        That of the list holds unless the point lies clearly outside its shape and in
        that of another. Where the code means another unit, the shapes alone decide.
        """
        import shapely

        point = shapely.Point(lon, lat)
        meant = self.twins.get(code, code)
        if meant in self._misdrawn:
            return meant
        lost = meant == code and code in self.strange
        if not lost:
            home = self._by_code.get(meant)
            if home is None or shapely.dwithin(home.shape, point, CLEARLY):
                return meant
        found = self._around(country, point, at_coast=lost)
        return found or (None if lost else meant)

    def _around(
        self, country: str, point: BaseGeometry, *, at_coast: bool
    ) -> str | None:
        import shapely

        drawn = self._areas.get(country, ())
        areas = [area for area in drawn if area.code not in self._misdrawn]
        for area in areas:
            if shapely.covers(area.shape, point):
                return area.own
        near = [
            (shapely.distance(area.shape, point), area.own)
            for area in areas
            if at_coast and shapely.dwithin(area.shape, point, CLEARLY)
        ]
        return min(near)[1] if near else None

    def _find_twins(self, units: Iterable[Listed]) -> dict[str, str]:
        """Units of the list that have most towns in common with one of the map."""
        countries = {code.partition("-")[0] for code in self.strange}
        towns: dict[str, Counter[str]] = defaultdict(Counter)
        for unit in units:
            if unit.country in countries:
                towns[unit.code].update(self._inside(unit))
        of_area: Counter[str] = Counter()
        for counts in towns.values():
            of_area.update(counts)
        twins = {}
        for code, counts in towns.items():
            if code in self._by_code and code in self._known:
                continue
            for own, count in counts.most_common(1):
                is_free = self._by_code[own].code not in self._known
                if is_free and count > _SAME * max(counts.total(), of_area[own]):
                    twins[code] = own
        return twins

    def _inside(self, unit: Listed) -> Iterable[str]:
        import shapely

        for place in unit.points:
            found = self._around(unit.country, shapely.Point(place), at_coast=True)
            if found:
                yield found


def _by_country(areas: Iterable[Area]) -> dict[str, list[Area]]:
    import shapely

    found: dict[str, list[Area]] = defaultdict(list)
    for area in areas:
        shapely.prepare(area.shape)
        found[area.country].append(area)
    return found


def _is_elsewhere(unit: Listed, areas: Iterable[Area]) -> bool:
    """Whether most towns lie outside what has the code, and in what has another."""
    import shapely

    shapes = [area.shape for area in areas if area.code == unit.code]
    others = [area.shape for area in areas if area.code != unit.code]
    if not shapes:
        return False
    count = 0
    for place in unit.points:
        point = shapely.Point(place)
        if not shapely.dwithin(shapes, point, CLEARLY).any():
            count += bool(shapely.covers(others, point).any())
    return count > _HALF * len(unit.points)


def _is_namesake(unit: Listed, areas: Iterable[Area]) -> bool:
    """Whether what has the code is called as the unit is, and nothing more so."""
    shared: Counter[str] = Counter()
    for area in areas:
        alike = len(unit.names & area.names)
        shared[area.code] = max(shared[area.code], alike)
    return shared[unit.code] > 0 and shared[unit.code] == max(shared.values())


def _first_order(
    drawn: dict[str, list[Area]], units: Iterable[Listed], known: set[str]
) -> dict[str, list[Area]]:
    """Areas as the list counts them: parts of a unit as one, if the code is theirs.

    A map that draws departments where the list counts regions has no first-order
    units of that country.
    """
    codes: dict[str, set[str]] = defaultdict(set)
    for unit in units:
        codes[unit.country].add(unit.code)
    found = {}
    for country, areas in drawn.items():
        own, listed = {area.code for area in areas}, codes[country]
        if len(own & listed) > _HALF * len(listed) and len(own) <= _FINER * len(listed):
            found[country] = list(_joined(areas, known))
    return found


def _joined(areas: Iterable[Area], known: set[str]) -> Iterable[Area]:
    import shapely

    groups: dict[str, list[Area]] = defaultdict(list)
    for area in areas:
        groups[area.code if area.code in known else area.own].append(area)
    for name, parts in groups.items():
        shape = parts[0].shape
        if len(parts) > 1:
            shape = shapely.union_all([part.shape for part in parts])
            shapely.prepare(shape)
        yield Area(name, parts[0].code, parts[0].country, shape)
