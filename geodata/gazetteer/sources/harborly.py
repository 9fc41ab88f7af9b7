"""Ports: World Port Index and GeoNames harbours, from harborly.

A port is a row of class port or L.PRT, and a harbour (H.HBR) whose name says port
or hang, or that bears the name of a town of some size; docks, marinas, anchorages and
the like are none. Rows within 3 km of each other, and rows named after one town, are
one port. It goes by the name of the town that bears its name in any spelling ("Najin"
by that of Rajin), and keeps the spellings of all its rows. Harbours that are mere
coves, and landings, are kept as areas: war letters and local news name them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import floor

from geodata.gazetteer.towns import Town, Towns, bearer
from geodata.gazetteer.upstream import package_file, package_version
from geodata.gazetteer.writer import PlaceRow, Source, Writer
from geodata.geo import distance_km
from geodata.text import key

NAME = "harborly"
PACKAGE = "harborly"

SAME_PORT_KM = 3.0
"""Rows nearer to each other than this are one port."""

SAME_NAME_KM = 25.0
"""Ports of one name nearer to each other than this are one port."""

TOWN_KM = 20.0
"""How far the settlement may lie after which a port is named."""

NEAREST_TOWN_KM = 6.0
"""How far a settlement of another name may lie that the port still lies in."""

NO_PORT = re.compile(
    r"\b(dry ?dock|docks?|pier|marina|anchorage|myoji|landing|ferry|jetty|wharf|quay"
    r"|base|yacht|yachthafen|club|terminal|shipyard|slipway|boat ramp|breakwater"
    r"|lighthouse|werkhaven|vluchthaven|jachthaven|binnenhaven|terminals|fuel"
    r"|oil ?fields?|field|deportivo|esportiu|n[aáà]utico?|plaisance|touristique"
    r"|tur[ií]stico|recreo|diporto)\b|\w+terminals?\b",
    re.IGNORECASE,
)
"""Words of facilities that are no port of their own."""

TERMINAL = re.compile(r"terminals?\b|\boil ?fields?\b|\bfuel\b", re.IGNORECASE)
"""Words of oil terminals, which the World Port Index lists among the ports."""

SAYS_PORT = re.compile(
    r"(\bports?\b|\bporto\b|\bpuerto\b|hang\b|hafen\b|haven\b|havn\b|hamn\b)",
    re.IGNORECASE,
)
"""What the name of a harbour says if it is a port."""

SAYS_HARBOUR = re.compile(r"\bharbou?r\b", re.IGNORECASE)
"""What names of ports and of mere coves say."""

HARBOUR_TOWN = 10_000
"""Population of a town whose harbour is a port, and no cove."""

_HISTORICAL = re.compile(r" \(historical\)$")
_GENERIC = re.compile(
    r"^(port of|port|porto de|porto di|porto|puerto de|puerto|pelabuhan|harbour of"
    r"|rada d[ei]l?|rade d[eu]|ba[hí][ií]a del?|baia d[ei]|baie de|del)\s+"
    r"|[\s-]+(port|harbou?r|hang|ko|wan|new port|hafen|porto|puerto|gang)$",
    re.IGNORECASE,
)


def source() -> Source:
    """What this upstream is."""
    return Source(
        name=NAME,
        title="World Port Index and GeoNames harbours and landings (harborly)",
        version=package_version(PACKAGE),
        licence="public domain (World Port Index); CC-BY-4.0 (GeoNames)",
        attribution="NGA World Port Index; GeoNames (CC BY 4.0)",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A port as the registry has it."""

    id: str
    """wpi:<number> or geonames:<id>."""
    name: str
    country: str
    lon: float
    lat: float
    code: str
    spellings: tuple[str, ...]


def rows() -> Iterator[Row]:
    """Every row that is a port by our rule."""
    return (row for row in _registry() if is_port(row.code, row.name))


def landings() -> Iterator[Row]:
    """Every landing that is called one."""
    return (row for row in _registry() if is_landing(row.code, row.name))


def _registry() -> Iterator[Row]:
    import pyarrow.parquet

    folder = "harborly/data"
    registry = pyarrow.parquet.read_table(
        package_file(PACKAGE, f"{folder}/port_registry.parquet")
    ).to_pylist()
    aliases: dict[str, list[str]] = defaultdict(list)
    for row in pyarrow.parquet.read_table(
        package_file(PACKAGE, f"{folder}/port_aliases.parquet")
    ).to_pylist():
        aliases[row["registry_id"]].append(row["alias"])
    for row in registry:
        provider, _, number = row["registry_id"].partition(":")
        yield Row(
            id=f"{provider.lower()}:{number}",
            name=_HISTORICAL.sub("", row["canonical_name"]),
            country=row["country_code"],
            lon=row["longitude"],
            lat=row["latitude"],
            code=row["function_code"],
            spellings=tuple(aliases[row["registry_id"]]),
        )


def is_port(code: str, name: str) -> bool:
    """Whether a row of this class and name is a port.

    Examples
    --------
    >>> is_port("H.HBR", "Rajin-hang"), is_port("L.PRT", "Kajin-dong Pier")
    (True, False)
    >>> is_port("port", "Akpo Oil Terminal")
    False
    """
    if code == "port":
        return not TERMINAL.search(name)
    if NO_PORT.search(name):
        return False
    says = SAYS_PORT.search(name) or SAYS_HARBOUR.search(name)
    return code == "L.PRT" or (code == "H.HBR" and bool(says))


def is_landing(code: str, name: str) -> bool:
    """Whether a row is a landing by name.

    Examples
    --------
    >>> is_landing("S.LDNG", "Glenora Landing"), is_landing("S.LDNG", "Lake Boat Ramp")
    (True, False)
    """
    return code == "S.LDNG" and name.endswith(" Landing")


def is_cove(row: Row, town: Town | None) -> bool:
    """Whether a harbour that does not say port has no town of its name behind it."""
    if row.code != "H.HBR" or SAYS_PORT.search(row.name):
        return False
    return town is None or town.population < HARBOUR_TOWN


def base_name(name: str) -> str:
    """A port's name without the word for port.

    Examples
    --------
    >>> base_name("Rajin-hang"), base_name("Port of Spain"), base_name("Jinhae Port")
    ('Rajin', 'Spain', 'Jinhae')
    >>> base_name("Rada De Arica"), base_name("Bahia De Matarani")
    ('Arica', 'Matarani')
    """
    return _GENERIC.sub("", _GENERIC.sub("", name)).strip() or name


def write(writer: Writer) -> None:
    """Write the ports, and what only goes by the name of a harbour or landing."""
    _write_ports(writer)
    for row in landings():
        _write_area(writer, row)


def _write_ports(writer: Writer) -> None:
    """Write every port, and the town it lies in."""
    towns = Towns(writer.connection)
    spellings = writer.spellings()
    of_towns: dict[int, int] = {}
    named = _Named()
    for group in groups(rows()):
        names = list(dict.fromkeys(name for row in group for name in _all_names(row)))
        first = group[0]
        near = towns.near(first.lon, first.lat, first.country, TOWN_KM)
        town = bearer(near, names, spellings)
        if is_cove(first, town):
            _write_area(writer, first)
            continue
        if town is not None and town.number in of_towns:
            writer.names(of_towns[town.number], names)
            continue
        base = town.name if town else base_name(first.name)
        known = named.near(first, base)
        if known is not None:
            writer.names(known, names)
            continue
        number = _write_one(writer, group, names, base)
        named.add(first, base, number)
        if town is not None:
            of_towns[town.number] = number
        elif near and near[0][0] <= NEAREST_TOWN_KM:
            town = near[0][1]
        if town is not None:
            writer.relation(number, "lies_in", town.number, NAME)


def _write_area(writer: Writer, row: Row) -> None:
    """Write a cove or landing."""
    number = writer.place(
        PlaceRow(
            id=row.id,
            name=row.name,
            kind="area",
            feature_code=row.code.partition(".")[2],
            country=row.country or None,
            lon=row.lon,
            lat=row.lat,
            geonameid=_geonameid([row]),
            precision_km=SAME_PORT_KM,
            source=NAME,
            source_id=row.id.partition(":")[2],
        )
    )
    writer.names(number, row.spellings)


def groups(ports: Iterable[Row]) -> list[list[Row]]:
    """Ports that are one, the World Port Index's row first."""
    ordered = sorted(ports, key=lambda row: (row.code != "port", row.code, row.id))
    cells: dict[tuple[int, int], list[list[Row]]] = defaultdict(list)
    found: list[list[Row]] = []
    for row in ordered:
        column, line = floor(row.lon * 4), floor(row.lat * 4)
        near = (
            group
            for x in range(column - 1, column + 2)
            for y in range(line - 1, line + 2)
            for group in cells[x, y]
        )
        group = min(near, key=lambda group: _apart_km(group, row), default=None)
        if group is not None and _apart_km(group, row) <= SAME_PORT_KM:
            group.append(row)
        else:
            found.append([row])
            cells[column, line].append(found[-1])
    return found


class _Named:
    """Ports that are written, by country and name."""

    def __init__(self) -> None:
        self._ports: dict[tuple[str, str], list[tuple[Row, int]]] = defaultdict(list)

    def add(self, row: Row, name: str, number: int) -> None:
        """Remember a port."""
        self._ports[row.country, key(name)].append((row, number))

    def near(self, row: Row, name: str) -> int | None:
        """Number of the port of that name in the neighbourhood."""
        for other, number in self._ports[row.country, key(name)]:
            if distance_km(row.lon, row.lat, other.lon, other.lat) <= SAME_NAME_KM:
                return number
        return None


def _apart_km(group: list[Row], row: Row) -> float:
    first = group[0]
    return distance_km(first.lon, first.lat, row.lon, row.lat)


def _write_one(writer: Writer, group: list[Row], names: list[str], base: str) -> int:
    first, at = group[0], _best_position(group)
    number = writer.place(
        PlaceRow(
            id=first.id,
            name=base,
            kind="port",
            feature_code="PRT",
            country=first.country,
            lon=at.lon,
            lat=at.lat,
            geonameid=_geonameid([at, *group]),
            precision_km=SAME_PORT_KM,
            source=NAME,
            source_id=first.id.partition(":")[2],
        )
    )
    writer.names(number, (f"Port of {base}", f"{base} Port", *names))
    return number


def _geonameid(group: Iterable[Row]) -> int | None:
    ids = (row.id.partition(":") for row in group)
    return next((int(number) for kind, _, number in ids if kind == "geonames"), None)


def _all_names(row: Row) -> list[str]:
    return [row.name, *row.spellings, *map(base_name, (row.name, *row.spellings))]


def _best_position(group: list[Row]) -> Row:
    """GeoNames's row of the port's own name, for the Index rounds to arc minutes."""
    own = key(base_name(group[0].name))
    exact = [row for row in group if row.id.startswith("geonames:")]
    return min(
        exact,
        key=lambda row: (key(base_name(row.name)) != own, _apart_km(group, row)),
        default=group[0],
    )
