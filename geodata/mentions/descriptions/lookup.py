"""What kind of place a name may be, before it is resolved."""

from __future__ import annotations

from functools import lru_cache

from geodata.gazetteer import Gazetteer
from geodata.gazetteer.rows import ROLES
from geodata.mentions.descriptions.pieces import Piece
from geodata.model import Place, PlaceKind

COUNTRIES = frozenset({PlaceKind.COUNTRY, PlaceKind.TERRITORY})
"""What has borders, a capital and ports of its own."""

LANDS = COUNTRIES | {PlaceKind.CONTINENT}
"""What has capitals."""

WATERS = frozenset({PlaceKind.SEA, PlaceKind.LAKE, PlaceKind.RIVER})
"""What ports lie on."""

_LOOKED_AT = 3


def bearers(piece: Piece, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places a name or demonym most likely means, the likeliest first."""
    return _likeliest(gazetteer, piece.text, demonym=piece.kind == "demonym")


@lru_cache(maxsize=20_000)
def _likeliest(gazetteer: Gazetteer, name: str, *, demonym: bool) -> tuple[Place, ...]:
    found = gazetteer.named(name)
    fitting = [bearer for bearer in found if (bearer.role == "demonym") == demonym]
    ordered = sorted(
        fitting or found,
        key=lambda bearer: (
            bearer.place.kind not in COUNTRIES,
            ROLES.index(bearer.role),
        ),
    )
    return tuple(bearer.place for bearer in ordered[:_LOOKED_AT])


def is_kind(piece: Piece, kinds: frozenset[PlaceKind], gazetteer: Gazetteer) -> bool:
    """Whether one of the likeliest bearers of a name is of one of these kinds."""
    return any(place.kind in kinds for place in bearers(piece, gazetteer))


def country_of(piece: Piece, gazetteer: Gazetteer) -> str | None:
    """Id of the country that a name or demonym stands for, if it does."""
    if not piece.named:
        return None
    for place in bearers(piece, gazetteer)[:1]:
        if place.kind in COUNTRIES:
            return place.id
    return None


def is_water(piece: Piece, gazetteer: Gazetteer) -> bool:
    """Whether a name is that of a sea, or of a lake or a river before all else.

    Towns are called Pacific and Baltic too, but nobody has ports "on" them.
    """
    likely = bearers(piece, gazetteer)[:1]
    if not likely or likely[0].kind in COUNTRIES:
        return False
    return likely[0].kind in WATERS or sea_named(piece.text, gazetteer) is not None


def sea_named(name: str, gazetteer: Gazetteer) -> Place | None:
    """The sea that bears a name, whatever towns bear it besides."""
    seas = [
        bearer.place
        for bearer in gazetteer.named(name)
        if bearer.place.kind is PlaceKind.SEA
    ]
    return seas[0] if seas else None
