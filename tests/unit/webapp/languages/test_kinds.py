from __future__ import annotations

from geodata.model import PlaceKind
from webapp.languages.kinds import KINDS


def test_every_kind_of_place_has_words():
    assert set(KINDS) == {str(kind) for kind in PlaceKind}
