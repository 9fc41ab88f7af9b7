"""What a description points back to: "these ports", "the airport", "its border"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from geodata.gazetteer import Gazetteer
from geodata.mentions.descriptions.lookup import bearers, country_of, is_kind
from geodata.mentions.descriptions.nouns import CLAIMED, OWN, POINTING, SHARED, Noun
from geodata.mentions.descriptions.phrase import Phrase
from geodata.mentions.descriptions.pieces import Piece
from geodata.model import Mention, PlaceKind, Reading, Span
from geodata.text import key

_SENTENCES_BACK = 1
_NEED_A_THEME = frozenset({"city", "capital", "island"})
_AT = frozenset(
    {"in", "at", "to", "from", "near", "into", "outside", "inside", "around", "through"}
)
_SEPARATE = frozenset({"share", "shares", "shared", "sharing"})


class NamesSoFar:
    """The different names before a noun; nouns are asked for in text order.

    However many nouns point back, each name of the text is read once.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._read = 0
        self.times: Counter[str] = Counter()
        """How often each occurs."""
        self.latest: dict[str, Piece] = {}
        """Where each occurs last."""

    def read_to(self, index: int) -> None:
        """Take in the names before an index."""
        for piece in self._pieces[self._read : index]:
            if piece.kind == "name":
                self.times[piece.text] += 1
                self.latest[piece.text] = piece
        self._read = max(self._read, index)


def bind(
    pieces: Sequence[Piece],
    phrase: Phrase,
    found: Sequence[Mention],
    names: NamesSoFar,
    gazetteer: Gazetteer,
) -> Reading | None:
    """The phrase as a Reading, once all that points back has found its antecedent.

    Returns
    -------
    Reading or None
        None if it has no name and points to nothing.
    """
    names.read_to(phrase.head)
    owned = _bind_owner(pieces, phrase, names, gazetteer)
    if not (owned and _bind_pointed(phrase, found)):
        return None
    if phrase.noun.wanted == "border":
        return _bind_border(pieces, phrase, found, gazetteer)
    if phrase.has_arguments:
        return _reading(phrase)
    return _bind_definite(pieces, phrase, found, names, gazetteer)


def _reading(phrase: Phrase, refers_to: Span | None = None) -> Reading:
    parts = {part: tuple(spans) for part, spans in phrase.parts.items()}
    return Reading(
        wanted=phrase.noun.wanted,
        plural=phrase.plural,
        words=tuple(phrase.words),
        of=parts.get("of", ()),
        on=parts.get("on", ()),
        within=parts.get("within", ()),
        between=parts.get("between", ()),
        start=parts.get("start", ()),
        end=parts.get("end", ()),
        refers_to=refers_to,
    )


# "its ports", "the country's capital", "the city's airport"


def _bind_owner(
    pieces: Sequence[Piece], phrase: Phrase, names: NamesSoFar, gazetteer: Gazetteer
) -> bool:
    """Replace a pronoun by the one country it can mean; False if there is none."""
    owned = phrase.determiner in OWN or phrase.back_of in ("country", "nation")
    if owned:
        taken = {span for spans in phrase.parts.values() for span in spans}
        owner = _only_country(pieces, phrase, gazetteer, taken)
        if owner is None:
            return False
        phrase.add("of", [owner.span])
        return True
    if phrase.back_of in ("city", "town"):
        city = _latest_place(pieces, phrase, names, gazetteer)
        if city is None or PlaceKind.CITY not in phrase.noun.points_back:
            return False
        phrase.add("within", [city.span])
        return True
    return not phrase.back_of


def _only_country(
    pieces: Sequence[Piece], phrase: Phrase, gazetteer: Gazetteer, taken: set[Span]
) -> Piece | None:
    """The one country named before in the sentence, or else in the one before it."""
    for back in (0, _SENTENCES_BACK):
        countries = _countries_before(pieces, phrase, gazetteer, back)
        other = {place_id for place_id, piece in countries if piece.span in taken}
        named = dict(countries)
        owners = [piece for place_id, piece in named.items() if place_id not in other]
        if owners:
            return owners[0] if len(owners) == 1 else None
    return None


def _countries_before(
    pieces: Sequence[Piece], phrase: Phrase, gazetteer: Gazetteer, back: int = 0
) -> list[tuple[str, Piece]]:
    sentence = pieces[phrase.head].sentence
    found = []
    for piece in pieces[: phrase.head]:
        if sentence - back <= piece.sentence:
            country = country_of(piece, gazetteer)
            if country is not None:
                found.append((country, piece))
    return found


# "the railway to these ports"


def _bind_pointed(phrase: Phrase, found: Sequence[Mention]) -> bool:
    for part, wanted in phrase.pointed:
        antecedent = _earlier(found, wanted)
        if antecedent is None:
            return False
        phrase.add(part, [antecedent])
    return True


def _earlier(
    found: Sequence[Mention], wanted: str, *, plural: bool | None = None
) -> Span | None:
    for mention in reversed(found):
        reading = mention.reading
        if reading is None or reading.wanted != wanted:
            continue
        if plural is None or reading.plural == plural:
            return mention.start, mention.end
    return None


# Borders have two sides.


def _bind_border(
    pieces: Sequence[Piece],
    phrase: Phrase,
    found: Sequence[Mention],
    gazetteer: Gazetteer,
) -> Reading | None:
    other = phrase.parts.pop("with", None)
    if other is not None:
        sides = [*phrase.parts.pop("of", []), *other]
        if len(sides) == 1:
            owner = _only_country(pieces, phrase, gazetteer, set(sides))
            sides = [owner.span, *sides] if owner is not None else sides
        if len(sides) < 2:
            return None
        phrase.add("between", sides)
    if phrase.has_arguments:
        return _reading(phrase) if _sided(pieces, phrase, gazetteer) else None
    if SHARED & set(phrase.words) or _shared_by_verb(pieces, phrase):
        return _bind_shared(pieces, phrase, gazetteer)
    if phrase.determiner in POINTING and not phrase.words:
        earlier = _earlier(found, "border", plural=phrase.plural)
        return _reading(phrase, earlier) if earlier is not None else None
    return None


def _sided(pieces: Sequence[Piece], phrase: Phrase, gazetteer: Gazetteer) -> bool:
    """Whether a border has two sides, or is that of a whole country."""
    if phrase.parts.get("between"):
        return not phrase.plural
    owners = [piece for piece in pieces if piece.span in phrase.parts["of"]]
    bare = owners[0].kind == "name" and owners[0].end + 1 == pieces[phrase.head].start
    verb = phrase.plural and bare  # "Dongguan borders Guangzhou"
    return (
        not verb and len(owners) == 1 and country_of(owners[0], gazetteer) is not None
    )


def _shared_by_verb(pieces: Sequence[Piece], phrase: Phrase) -> bool:
    before = pieces[max(0, phrase.first - 2) : phrase.first]
    return any(piece.low in _SEPARATE for piece in before)


def _bind_shared(
    pieces: Sequence[Piece], phrase: Phrase, gazetteer: Gazetteer
) -> Reading | None:
    """The two countries of the sentence, else of it and the one before."""
    for back in (0, _SENTENCES_BACK):
        sides = {
            country: piece.span
            for country, piece in _countries_before(pieces, phrase, gazetteer, back)
        }
        if len(sides) == 2:
            phrase.add("between", sorted(sides.values()))
            return _reading(phrase)
        if len(sides) > 2:
            return None
    return None


# "the airport", "the city", "the peninsula"


def _bind_definite(
    pieces: Sequence[Piece],
    phrase: Phrase,
    found: Sequence[Mention],
    names: NamesSoFar,
    gazetteer: Gazetteer,
) -> Reading | None:
    if (
        phrase.determiner not in POINTING
        or phrase.unknown
        or CLAIMED & set(phrase.words)
    ):
        return None
    if phrase.plural:
        earlier = _earlier(found, phrase.noun.wanted, plural=True)
        return _reading(phrase, earlier) if earlier is not None else None
    if phrase.noun.by_name:
        piece = _latest_named_so(phrase, names, gazetteer)
    else:
        piece = _latest_place(pieces, phrase, names, gazetteer)
    if piece is None:
        return None
    if phrase.noun.is_itself:
        return _reading(phrase, piece.span)
    phrase.add("of" if "within" not in phrase.noun.takes else "within", [piece.span])
    return _reading(phrase, piece.span)


def _latest_named_so(
    phrase: Phrase, names: NamesSoFar, gazetteer: Gazetteer
) -> Piece | None:
    """The only name of the text so far that holds the noun: "Korean Peninsula"."""
    named: dict[str, Piece] = {}
    for piece in names.latest.values():
        places = bearers(piece, gazetteer)[:1]
        if places and phrase.noun.wanted in key(piece.text).split():
            known = named.get(places[0].id)
            if known is None or known.start < piece.start:
                named[places[0].id] = piece
    return next(iter(named.values())) if len(named) == 1 else None


def _latest_place(
    pieces: Sequence[Piece],
    phrase: Phrase,
    names: NamesSoFar,
    gazetteer: Gazetteer,
) -> Piece | None:
    """The latest name of a kind that stands where a location stands, if it is clear.

    What "the city" or "the capital" belongs to must be what the text has named most
    often so far; "the airport" belongs to the city that was just visited.
    """
    fits = _fitting(phrase.noun, gazetteer)
    for index in _backwards(pieces, phrase):
        if not fits(pieces[index]):
            continue
        article = pieces[index - 1].low == "the" if index else False
        before = index - 1 - article
        located = before >= 0 and pieces[before].low in _AT
        themed = phrase.noun.wanted in _NEED_A_THEME
        clear = not themed or _is_theme(names, pieces[index], fits)
        return pieces[index] if located and clear else None
    return None


def _backwards(pieces: Sequence[Piece], phrase: Phrase) -> Iterator[int]:
    """Where names stand before a phrase, the latest first, in two sentences."""
    sentence = pieces[phrase.head].sentence
    for index in range(phrase.first - 1, -1, -1):
        if pieces[index].sentence < sentence - _SENTENCES_BACK:
            return
        if pieces[index].kind == "name":
            yield index


def _is_theme(names: NamesSoFar, chosen: Piece, fits: Callable[[Piece], bool]) -> bool:
    """Whether no other name of the kind occurs more often."""
    counts: Counter[str] = Counter()
    for name, times in names.times.items():
        if fits(names.latest[name]):
            counts[key(name)] += times
    return counts[key(chosen.text)] == max(counts.values())


def _fitting(noun: Noun, gazetteer: Gazetteer) -> Callable[[Piece], bool]:
    """The test whether a name is of what a noun belongs to."""

    def fits(piece: Piece) -> bool:
        if noun.wanted == "capital":
            return country_of(piece, gazetteer) is not None
        return country_of(piece, gazetteer) is None and is_kind(
            piece, noun.points_back, gazetteer
        )

    return fits
