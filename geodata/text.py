"""Pure string work on names and texts."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f]")
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc\u02bb`\u00b4]")
_GAPS = re.compile(r"[\W_]+")


def key(name: str) -> str:
    """The form under which a name is looked up.

    Case, accents, apostrophes and punctuation do not count; letters that no
    decomposition touches (ø, ł, ß by case folding) stay as they are.

    Examples
    --------
    >>> key("Sŏnbong"), key("Ch'ŏngjin"), key("Saint-Denis"), key("U.S.")
    ('sonbong', 'chongjin', 'saint denis', 'u s')
    >>> key("평양") == unicodedata.normalize("NFC", "평양")
    True
    """
    folded = _APOSTROPHES.sub("", unicodedata.normalize("NFKD", name).casefold())
    plain = unicodedata.normalize("NFC", _MARKS.sub("", folded))
    return _GAPS.sub(" ", plain).strip()
