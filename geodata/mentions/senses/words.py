"""Word classes, read once from words.toml: which verbs speak, which nouns act."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

_VOWELS = frozenset("aeiou")


class Words(NamedTuple):
    """The word classes, by word form."""

    verbs: dict[str, tuple[str, ...]]
    """Every inflected form to its classes: said -> (say,)."""
    bases: dict[str, str]
    """Every inflected form to its base: said -> say."""
    nouns: dict[str, tuple[str, ...]]
    """Singular or plural to its classes: armies -> (actor_head, actor_of)."""
    function: dict[str, str]
    """Function words to their part of speech: between -> preposition."""


@lru_cache(maxsize=1)
def word_classes() -> Words:
    """The word classes of this package.

    Examples
    --------
    >>> words = word_classes()
    >>> words.verbs["accused"], words.bases["accused"]
    (('deal',), 'accuse')
    >>> "actor_of" in words.nouns["armies"], words.function["between"]
    (True, 'preposition')
    """
    table = tomllib.loads(
        files("geodata.mentions.senses").joinpath("words.toml").read_text("utf-8")
    )
    verbs, bases = _verbs(table["verbs"], table["irregular"]["forms"])
    nouns: dict[str, tuple[str, ...]] = {}
    for name, listed in table["nouns"].items():
        for noun in listed.split():
            _add(nouns, noun, name)
            _add(nouns, plural(noun), name)
    function: dict[str, str] = {}
    for name, listed in table["function"].items():
        for word in listed.split():
            function.setdefault(word, name)
    return Words(verbs, bases, nouns, function)


def _verbs(
    classes: dict[str, str], irregular: str
) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    verbs: dict[str, tuple[str, ...]] = {}
    bases: dict[str, str] = {}
    for name, listed in classes.items():
        for base in listed.split():
            for form in inflected(base):
                _add(verbs, form, name)
                bases.setdefault(form, base)
    for pair in irregular.split():
        form, base = pair.split(":")
        bases[form] = base
        verbs[form] = verbs.get(base, ())
    return verbs, bases


def _add(classes: dict[str, tuple[str, ...]], word: str, name: str) -> None:
    known = classes.get(word, ())
    if name not in known:
        classes[word] = (*known, name)


def inflected(base: str) -> tuple[str, ...]:
    """The regular forms of an English verb.

    Examples
    --------
    >>> inflected("deny")
    ('deny', 'denies', 'denied', 'denying')
    >>> inflected("ban"), inflected("urge")
    (('ban', 'bans', 'banned', 'banning'), ('urge', 'urges', 'urged', 'urging'))
    """
    stem = base
    if base.endswith("e"):
        return (base, f"{base}s", f"{base}d", f"{base[:-1]}ing")
    if base.endswith("y") and base[-2] not in _VOWELS:
        return (base, f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing")
    if _doubles(base):
        stem = base + base[-1]
    return (base, plural(base), f"{stem}ed", f"{stem}ing")


def _doubles(base: str) -> bool:
    """Whether the last consonant doubles: ban, expel, submit, but not open."""
    if base in _UNDOUBLED or base[-1] in "aeiouwxy" or base[-2:-1] not in _VOWELS:
        return False
    return base[-3:-2] not in _VOWELS


_UNDOUBLED = frozenset(
    ["open", "enter", "alter", "order", "offer", "suffer", "answer", "consider",
     "deliver", "cover", "hinder", "border", "anger", "render", "differ", "gather",
     "foster", "deter", "administer", "question", "welcome", "pardon", "mention",
     "visit", "limit", "benefit", "exhibit", "inherit", "inhabit", "prohibit",
     "profit", "credit", "edit", "discover", "recover", "uncover", "register",
     "monitor", "develop", "envelop", "target", "wander", "captain", "threaten",
     "tighten", "reckon", "abandon", "sanction", "station", "commission", "conquer",
     "favor", "surrender", "trouble", "bolster", "honor", "neighbor", "consult",
     "insult", "weaken", "strengthen", "march", "empower", "partner", "flounder",
     "blunder", "proffer", "utter", "filter", "number", "hamper", "rival"]
)  # fmt: skip


def plural(noun: str) -> str:
    """The regular plural of a noun, or third person of a verb.

    Examples
    --------
    >>> plural("army"), plural("coach"), plural("port")
    ('armies', 'coaches', 'ports')
    """
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "z", "ch", "sh")) else f"{noun}s"
