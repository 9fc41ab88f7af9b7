"""How English texts spell a place: without the marks that English does not print."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from geodata.text import key

OTHER_SCRIPTS = frozenset({
    "AE", "AF", "AM", "BD", "BG", "BH", "BT", "BY", "CN", "EG", "ER", "ET", "GE", "GR",
    "HK", "IL", "IN", "IQ", "IR", "JO", "JP", "KG", "KH", "KP", "KR", "KW", "KZ", "LA",
    "LB", "LK", "LY", "MK", "MM", "MN", "MO", "MV", "NP", "OM", "PK", "PS", "QA", "RU",
    "SA", "SD", "SY", "TH", "TJ", "TW", "UA", "YE",
})  # fmt: skip
"""Countries whose names are transliterated: no accent in them is their own."""

_PLAIN = str.maketrans(
    {
        "đ": "d", "Đ": "D", "ı": "i", "ł": "l", "Ł": "L", "ə": "a", "Ə": "A",
        "ħ": "h", "Ħ": "H", "ŋ": "ng", "Ŋ": "Ng", "œ": "oe", "Œ": "Oe",
        "ʻ": "'", "ʼ": "'", "ʿ": "'", "ʾ": "'", "‘": "'", "’": "'", "`": "'",
    }
)  # fmt: skip
_LAST_FAMILIAR = "\u00ff"


def english_name(name: str, others: Iterable[str], country: str) -> str:
    """The spelling of a name that English texts have.

    Letters of Western Europe keep their accents where a country writes with Latin
    letters (São Paulo, Málaga); all other marks go (Gdansk, Wonsan, Kandahar). Of the
    plain spellings among the other names, that without an apostrophe is taken.

    Examples
    --------
    >>> english_name("Gdańsk", ["Danzig", "Gdansk"], "PL")
    'Gdansk'
    >>> english_name("Ch'ŏngjin", ["Chongjin", "Ch'ongjin"], "KP")
    'Chongjin'
    >>> english_name("Málaga", ["Malaga"], "ES"), english_name("Xi’an", [], "CN")
    ('Málaga', "Xi'an")
    """
    stripped = name.translate(_PLAIN)
    last = "\u007f" if country in OTHER_SCRIPTS else _LAST_FAMILIAR
    if all(letter <= last for letter in stripped):
        return stripped if any(letter > _LAST_FAMILIAR for letter in name) else name
    wanted = key(_unmarked(stripped))
    plain = [other for other in others if other.isascii() and key(other) == wanted]
    capitals = [other for other in plain if other[:1].isupper() and not other.isupper()]
    best = min(capitals, key=lambda other: ("'" in other, other), default="")
    unmarked = _unmarked(stripped)
    return best or (unmarked if unmarked.isascii() else name)


def _unmarked(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name)
    return "".join(one for one in letters if not unicodedata.combining(one))
