"""What language a text is in, as far as that matters: whether it is English.

A count of small words and of letters, no model; where it is not sure, it says nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from geodata.model import Document

__all__ = ["language_notice"]

_READS = (
    "Toposcope reads English prose, in other languages it only finds names it knows"
)

_LETTERS = 20_000
"""Letters looked at, from the start."""
_FEWEST = 20
"""Words below which nothing is said."""
_SMALL_SHARE = 0.12
"""Share of a text's words that its language's small words must have."""
_TIMES = 3
"""How many times as many they must be as those of English."""
_DIFFERENT = 4
"""How many of them must be there: a list has one over and over."""
_LEAD = 1.3
"""How many times as many as those of the next language, to name it."""
_OTHER_SCRIPT = 0.6
"""Share of letters in one other script that makes a text one of that script."""

_NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "nb": "Norwegian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sr": "Serbian",
    "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip

_ENGLISH = """
the and of to that with for from which this these those by were are is was been have has
had its it their his her they she he we you your our not but who will would said says
when where there what after before about into over at as an or if than be in a on could
should may might can out up so more most all some no new i my me do did
"""

_SMALL_WORDS = {
    "German": """
        der die das und ist nicht mit von den dem des ein eine einer einem einen auf für
        im zu sich auch wird werden wurde sind nach bei aus wie oder aber dass noch nur
        als zum zur über vor sie er es hat haben war waren durch unter in an so was will
        am
    """,
    "French": """
        le la les des et est une un dans que qui pour sur pas avec au aux du ce on cette
        par plus ont été sont il elle ils son sa ses leur mais où être selon entre
        depuis nous vous se en ne
    """,
    "Spanish": """
        el la los las que y en del se un una por con para es su sus al como más pero fue
        han lo este esta según entre sobre también ha son desde está hasta cuando sin
        años no me he
    """,
    "Portuguese": """
        o os as que e do da dos das em um uma não para com se por mais no na nos nas foi
        ao pelo pela são também como mas seu sua está entre ele até já anos sobre
    """,
    "Italian": """
        il lo la gli che di e è un una per con non del della dei delle nel nella sono
        dal dalla anche come più ha alla al si da questo questa stato ma hanno tra in
        dopo sul sulla degli
    """,
    "Dutch": """
        de het een en van is niet dat die voor met op te zijn aan door er bij ook naar
        uit om maar als werd worden heeft hebben nog wordt dan hij zij ze over deze meer
        in we
    """,
    "Swedish": """
        och att det är som en på av för med den till inte har ett om var från han hon de
        men också när efter ska kan under vid sig eller så mellan i at over
    """,
    "Danish": """
        og at det er som en på af for med den til ikke har et om var fra han hun de men
        også når efter skal kan under ved sig eller så mellem blev i over
    """,
    "Norwegian": """
        og at det er som en på av for med den til ikke har et om var fra han hun de men
        også når etter skal kan under ved seg eller så mellom ble i over
    """,
    "Finnish": """
        ja on ei että se oli ovat myös mutta kun hän joka ole mukaan kuin sen jälkeen
        vuoden tai jo sekä ovat olisi vuonna voi niin
    """,
    "Polish": """
        i w na z do nie się jest że to od po przez za oraz jak dla ale są był była przed
        także który która które ma o tym już roku
    """,
    "Czech": """
        a v na se je že z do s o k to po za pro jsou byl byla bylo který která které
        jako ale podle jeho také od už při roku
    """,
    "Croatian": """
        i u na je se da za od su s koji koja koje kao ali nije bio bila nakon do iz ili
        godine prema to
    """,
    "Romanian": """
        și în de la a cu din pe că este pentru un o nu au fost care mai prin sunt după
        lui dar între se
    """,
    "Hungarian": """
        a az és hogy nem egy is volt meg ez de már csak mint vagy szerint után el lesz
        még ki van kell között
    """,
    "Turkish": """
        ve bir bu da de için ile olarak olan çok daha en gibi kadar sonra ancak göre
        değil oldu ne her tarafından
    """,
    "Indonesian": """
        dan yang di dari untuk dengan pada ini itu ke dalam tidak akan oleh juga adalah
        telah para karena lebih bisa sebagai kepada
    """,
    "Vietnamese": """
        và của là có cho trong được các với những một không người đã này từ khi đến về
        tại
    """,
}

_SCRIPTS = {
    "CYRILLIC": "Russian", "GREEK": "Greek", "ARABIC": "Arabic", "HEBREW": "Hebrew",
    "DEVANAGARI": "Hindi", "THAI": "Thai", "HANGUL": "Korean", "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese", "CJK": "Chinese",
}  # fmt: skip
_UNSURE_SCRIPTS = frozenset(["CYRILLIC", "ARABIC", "DEVANAGARI"])
"""Scripts of several languages; which of them is not told."""
_WORD = re.compile(r"[^\W\d_]+")


def language_notice(document: Document) -> str | None:
    """One sentence for a text that is not English; None for one that is, or may be.

    What the document says of its language (a sidecar, a web page's mark) counts
    before what its words look like.

    Examples
    --------
    >>> from geodata import Document
    >>> note = Document(id="n", title="n", text="Lima y Quito", language="es-PE")
    >>> language_notice(note)[:32]
    'this text is marked as Spanish; '
    """
    tag = (document.language or "").partition("-")[0].strip().lower()
    if tag == "en":
        return None
    if tag in _NAMES:
        return f"this text is marked as {_NAMES[tag]}; {_READS}"
    looks = _looks(document.text[:_LETTERS])
    return f"this text {looks}; {_READS}" if looks else None


def _looks(text: str) -> str | None:
    """What a text looks like, if not English; None if too short, or unsure."""
    words = [word.lower() for word in _WORD.findall(text)]
    script = _script(words)
    if script:
        return f"looks {script}" if script != "other" else "does not look English"
    if len(words) < _FEWEST:
        return None
    seen = Counter(words)
    counts = Counter(
        {
            name: sum(seen[word] for word in small.own)
            for name, small in _small_words().items()
        }
    )
    (name, most), (_, next_most) = counts.most_common(2)
    small = _small_words()[name]
    english = sum(seen[word] for word in small.of_english)
    if (
        most < _SMALL_SHARE * len(words)
        or most < _TIMES * english
        or sum(word in seen for word in small.own) < _DIFFERENT
    ):
        return None
    return f"looks {name}" if most > _LEAD * next_most else "does not look English"


class _Small(NamedTuple):
    """Small words that part a language from English."""

    own: frozenset[str]
    """Those that English has not."""
    of_english: frozenset[str]
    """Those that only English has."""


@lru_cache(maxsize=1)
def _small_words() -> dict[str, _Small]:
    english = frozenset(_ENGLISH.split())
    return {
        name: _Small(own=words - english, of_english=english - words)
        for name, listed in _SMALL_WORDS.items()
        for words in [frozenset(listed.split())]
    }


def _script(words: list[str]) -> str | None:
    """The language of a script other than Latin that most letters are in."""
    letters = "".join(words)
    if letters.isascii() or len(letters) < 2 * _FEWEST:
        return None
    found = Counter(letters)
    scripts: Counter[str] = Counter()
    for letter, count in found.items():
        first = unicodedata.name(letter, "").split(" ", 1)[0]
        scripts[first.partition("-")[0]] += count
    kana = scripts["HIRAGANA"] + scripts["KATAKANA"]
    if kana > _OTHER_SCRIPT * scripts["CJK"] / 4:
        scripts["HIRAGANA"], scripts["CJK"] = kana + scripts["CJK"], 0
    script, most = scripts.most_common(1)[0]
    if script == "LATIN" or most < _OTHER_SCRIPT * len(letters):
        return None
    return _SCRIPTS.get(script, "other") if script not in _UNSURE_SCRIPTS else "other"
