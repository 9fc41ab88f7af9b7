"""What can be described, and the closed classes of words around it."""

from __future__ import annotations

from dataclasses import dataclass

from geodata.model import PlaceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A common noun that heads a description."""

    wanted: str
    """As `Reading.wanted` gives it."""
    singular: tuple[str, ...]
    """Forms for one; several words are parted by a blank."""
    plural: tuple[str, ...] = ()
    """Forms for more than one."""
    takes: frozenset[str] = frozenset()
    """Parts of a Reading that may follow or precede it."""
    points_back: frozenset[PlaceKind] = frozenset()
    """"The airport" alone belongs to an earlier place of one of these kinds."""
    is_itself: bool = False
    """"The city" alone *is* that earlier place, rather than something in it."""
    by_name: bool = False
    """"The strait" points back only to a name that holds the word itself."""
    apposed: bool = False
    """"The island of Cyprus" says no more than its name: no description."""
    landmark: bool = False
    """A built thing, told apart by the words before it."""


def _noun(
    forms: str, plurals: str = "", takes: str = "", back: str = "", **more: bool
) -> Noun:
    singular = tuple(form.strip() for form in forms.split(",") if form.strip())
    plural = tuple(form.strip() for form in plurals.split(",") if form.strip())
    return Noun(
        wanted=(singular or plural)[0],
        singular=singular,
        plural=plural,
        takes=frozenset(takes.split()),
        points_back=frozenset(PlaceKind(kind) for kind in back.split()),
        **more,
    )


_LANDMARKS = (
    "monument", "memorial", "statue", "tower", "palace", "museum", "square",
    "stadium", "cathedral", "mosque", "temple", "castle", "shrine", "mausoleum",
    "obelisk", "arch", "citadel", "fortress", "lighthouse",
)  # fmt: skip

NOUNS = (
    _noun("port, harbour, harbor, seaport", "ports, harbours, harbors, seaports",
          "of within on between", "city"),
    _noun("airport, international airport", "airports, international airports",
          "of within", "city"),
    _noun("border, frontier", "borders, frontiers", "of between"),
    _noun("railway, railroad, rail link, rail line, railway line, railway link,"
          " railroad line, rail connection, train line, rail route",
          "railways, rail links, rail lines, railway lines",
          "start end between"),
    _noun("coast, coastline, shoreline, seaboard", "coasts, shores", "of on"),
    _noun("", "waters, territorial waters, coastal waters", "of"),
    _noun("region", "regions, oblasts, territories", "of within", apposed=True),
    _noun("province", "provinces", "of within", apposed=True),
    _noun("", "countries, nations", "of within on"),
    _noun("", "neighbours, neighbors", "of"),
    _noun("island", "islands, isles", "of within on", "island", is_itself=True,
          apposed=True),
    _noun("city, town", "cities, towns", "of within on between", "city",
          is_itself=True, apposed=True),
    _noun("capital, capital city", "capitals", "of", "country"),
    _noun("station, railway station, train station",
          "stations, railway stations, train stations", "of within", "city"),
    _noun("strait", "straits", "between", "sea", is_itself=True, by_name=True,
          apposed=True),
    _noun("peninsula", "", "", "region area", is_itself=True, by_name=True,
          apposed=True),
    _noun("river", "", "", "river", is_itself=True, by_name=True, apposed=True),
    _noun("sea", "", "", "sea", is_itself=True, by_name=True, apposed=True),
    _noun("gulf", "", "", "sea", is_itself=True, by_name=True, apposed=True),
    _noun("lake", "", "", "lake", is_itself=True, by_name=True, apposed=True),
    _noun("bridge", "bridges", "between within on", landmark=True),
    *(_noun(word, f"{word}s", "of within", landmark=True) for word in _LANDMARKS),
)  # fmt: skip


def _forms() -> dict[tuple[str, ...], tuple[Noun, bool]]:
    forms: dict[tuple[str, ...], tuple[Noun, bool]] = {}
    for noun in NOUNS:
        for plural, group in ((False, noun.singular), (True, noun.plural)):
            for form in group:
                forms[tuple(form.split())] = (noun, plural)
    return forms


FORMS = _forms()
"""Words of a form to its noun, and whether the form is a plural."""

LONGEST_FORM = max(len(form) for form in FORMS)
"""Most words that a form has."""

BY_WANTED = {noun.wanted: noun for noun in NOUNS}
"""The noun of a Reading's `wanted`."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DEFINITE = _words("the this that these those both all")
"""Determiners that pick something out."""

POINTING = _words("the this that these those both")
"""Determiners that can point back."""

OWN = _words("its their his her our")
"""Possessives that stand for an owner named before."""

VAGUE = _words(
    "a an another any no every each some several many few most various numerous"
    " other certain such two three four five six seven eight nine ten dozens"
    " hundreds thousands more fewer which what whose different"
)
"""Determiners and numbers that leave open which ones are meant."""

CLAIMED = _words("new newly annexed claimed incorporated acquired so-called")
"""What a state calls units of another that it claims."""

SHARED = _words("common shared mutual joint")
"""Said of a border whose two sides are named elsewhere."""

DIRECTIONS = {
    "north": "north", "northern": "north", "northernmost": "north",
    "south": "south", "southern": "south", "southernmost": "south",
    "east": "east", "eastern": "east", "easternmost": "east",
    "west": "west", "western": "west", "westernmost": "west",
}  # fmt: skip
"""Direction words to the side they mean."""

LARGEST = {"largest": 1, "biggest": 1, "second-largest": 2, "third-largest": 3}
"""Superlatives to the rank they mean."""

PLAIN = (
    _words(
        "main major principal key important big large international national state"
        " land sea maritime commercial civil civilian entire whole long local own"
        " mainland neighbouring neighboring"
    )
    | CLAIMED
    | SHARED
    | frozenset(DIRECTIONS)
    | frozenset(LARGEST)
)
"""Modifiers that are understood, or that do not change which places are meant."""

SHORES = _words("coast coasts shore shores coastline shoreline bank banks seaboard")
"""What lies between "on the" and the name of a sea."""

_PREPOSITIONS = (
    "of in on at to from by with without within into onto over under between among"
    " along across through near off for about against during before after since"
    " until till as than via towards toward around behind beyond despite outside"
    " inside amid per"
)
_CONJUNCTIONS = (
    "and or but nor so yet if when while where which who whom whose that because"
    " although though whether"
)
_AUXILIARIES = (
    "is are was were be been being am has have had having do does did will would"
    " shall should can could may might must not"
)
_PRONOUNS = (
    "i you he she it we they me him us them this these those there here his her its"
    " their our my your a an the all both each every some any no"
)
_VERBS = (
    "said says say remains remain became become becomes lies lie runs run stretches"
    " stretch serves serve handles handle goes go went came come comes took take"
    " takes fell saw sees began begins shut reopens closes opens links link connects"
    " connect leads lead worry increase make made makes want wants stands stood gave"
    " gives got gets seem seems appear appears suffers told lost won hit"
)
_ADVERBS = (
    "also now then once again soon just only still already never always often"
    " today yesterday tomorrow too even later earlier twice itself themselves"
)

FUNCTION_WORDS = _words(
    " ".join((_PREPOSITIONS, _CONJUNCTIONS, _AUXILIARIES, _PRONOUNS))
)
"""Words that no modifier is."""

FOLLOWERS = FUNCTION_WORDS | _words(f"{_VERBS} {_ADVERBS}")
"""Words after a noun in the singular that show it to be whole."""

TAILS = _words(
    "states region regions republics countries nations area areas basin province"
    " district county state republic government fleet"
)
"""Nouns that make another name of the one before: the Baltic *states*."""

TOPICS = _words("problem issue question crisis conflict situation dispute")
"""Nouns before which a name-like noun keeps its meaning: "the peninsula problem"."""
