"""The layers there are: what each is called and which kinds of place it holds."""

from __future__ import annotations

from typing import NamedTuple

from geodata.model import PlaceKind


class Kind(NamedTuple):
    """A layer before anything is in it."""

    id: str
    title: str
    about: str
    holds: tuple[PlaceKind, ...] = ()


LAYERS = (
    Kind(
        "cities",
        "Cities and towns",
        "Populated places that the text names as places.",
        (PlaceKind.CITY,),
    ),
    Kind(
        "regions",
        "Regions and seas",
        "Regions, continents, seas, rivers, lakes, islands and mountains.",
        (
            PlaceKind.REGION,
            PlaceKind.CONTINENT,
            PlaceKind.SEA,
            PlaceKind.RIVER,
            PlaceKind.LAKE,
            PlaceKind.ISLAND,
            PlaceKind.MOUNTAIN,
            PlaceKind.AREA,
            PlaceKind.SET,
        ),
    ),
    Kind(
        "countries",
        "Countries",
        "Countries and territories, where the land is meant and not its government.",
        (PlaceKind.COUNTRY, PlaceKind.TERRITORY),
    ),
    Kind(
        "ports",
        "Ports",
        "Ports that the text names, and those that a description of it holds.",
        (PlaceKind.PORT,),
    ),
    Kind(
        "routes",
        "Rail, roads and borders",
        "Railways, borders and other lines that the text names.",
        (PlaceKind.RAILWAY, PlaceKind.BORDER, PlaceKind.LINE),
    ),
    Kind(
        "landmarks",
        "Airports and landmarks",
        "Airports, stations, monuments and other single spots.",
        (PlaceKind.AIRPORT, PlaceKind.STATION, PlaceKind.LANDMARK, PlaceKind.POINT),
    ),
    Kind(
        "described",
        "Described places",
        "Sets, lines, areas and points that the text tells by description; each says"
        " how it was worked out.",
    ),
    Kind(
        "governments",
        "Governments",
        "Names that stand for a government, an army or a people; drawn on the state"
        " that acts, not on the place that is named.",
    ),
    Kind(
        "not-located",
        "Not located",
        "Names that read like places and that no place of the gazetteer fits, or that"
        " have no location.",
    ),
)
"""Every layer, in the order they are listed."""

LAYER_IDS = tuple(kind.id for kind in LAYERS)
"""Their ids."""

_BY_KIND = {place: kind.id for kind in LAYERS for place in kind.holds}


def layer_of(kind: PlaceKind) -> str:
    """The id of the layer that holds places of a kind.

    Examples
    --------
    >>> layer_of(PlaceKind.SEA), layer_of(PlaceKind.STATION)
    ('regions', 'landmarks')
    """
    return _BY_KIND[kind]
