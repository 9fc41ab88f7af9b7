"""What kind of place a name most likely denotes, as far as its sense needs it."""

from __future__ import annotations

from geodata.gazetteer import Gazetteer
from geodata.model import PlaceKind

_WATERS = frozenset(
    ["sea", "ocean", "gulf", "bay", "strait", "straits", "lake", "river", "channel",
     "canal", "sound", "falls"]
)  # fmt: skip
_LANDS = frozenset(
    ["island", "islands", "peninsula", "mountains", "mountain", "mount", "county",
     "province", "district", "region", "oblast", "krai", "valley", "desert",
     "township", "parish", "municipality", "prefecture", "heights", "territory",
     "voivodeship", "governorate", "canton", "coast"]
)  # fmt: skip
_COUNTRIES = frozenset([PlaceKind.COUNTRY, PlaceKind.TERRITORY])
_WATER_KINDS = frozenset([PlaceKind.SEA, PlaceKind.RIVER, PlaceKind.LAKE])


def kind_of(phrase: str, gazetteer: Gazetteer) -> str:
    """One of country, capital, city, water, land, other; '' for an unknown name.

    The words of the name come first ("Lake Chad" is a water, whatever else is
    called so), then the gazetteer's bearers of the name.
    """
    words = phrase.lower().split()
    if len(words) > 1 and not _WATERS.isdisjoint((words[0], words[-1])):
        return "water"
    if len(words) > 1 and not _LANDS.isdisjoint((words[0], words[-1])):
        return "land"
    bearers = [bearer.place for bearer in gazetteer.named(phrase)]
    if not bearers:
        return ""
    kinds = {place.kind for place in bearers}
    if not _COUNTRIES.isdisjoint(kinds):
        return "country"
    if any(place.feature_code == "PPLC" for place in bearers):
        return "capital"
    return _simple(bearers[0].kind)


def _simple(kind: PlaceKind) -> str:
    if kind in _WATER_KINDS:
        return "water"
    if kind is PlaceKind.CITY:
        return "city"
    land = {PlaceKind.REGION, PlaceKind.ISLAND, PlaceKind.MOUNTAIN, PlaceKind.AREA}
    return "land" if kind in land else "other"
