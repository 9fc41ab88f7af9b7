"""Running the geoparser over gold texts and counting."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from geodata.evaluation.gold import GoldDocument, GoldToponym
from geodata.evaluation.metrics import FARTHEST_KM, RIGHT_KM, Tally, pair_spans
from geodata.gazetteer import Gazetteer
from geodata.geo import distance_km
from geodata.model import (
    Document,
    MentionKind,
    Place,
    PlaceKind,
    Resolution,
    Sense,
    Span,
    Verdict,
)
from geodata.pipeline import geoparse
from geodata.places.candidates import bearers_of

Parse = Callable[[Document, Sequence[Span] | None], Sequence[Resolution]]
"""A geoparser: a document, and spans if they are given, to resolutions."""

_DEMONYM_SHARE = 0.01
_TITLES_ONLY = frozenset({"wiktor"})
"""Corpora that mark one name a text: no use for scoring recognition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A document with what was counted in it and what went wrong."""

    document: GoldDocument
    """The gold text."""
    tally: Tally
    """The counts."""
    errors: tuple[str, ...]
    """Each error as a line to read."""


def pipeline(gazetteer: Gazetteer) -> Parse:
    """The geoparser as it is shipped."""
    return lambda document, spans: geoparse(document, gazetteer, spans=spans)


def is_demonym(phrase: str, gazetteer: Gazetteer) -> bool:
    """Whether a phrase means a people and no place."""
    bearers = gazetteer.named(phrase)
    return bool(bearers) and bearers[0].role == "demonym"


def marks_demonyms(documents: Sequence[GoldDocument], gazetteer: Gazetteer) -> bool:
    """Whether at least one marked name in a hundred is a demonym."""
    phrases = [item.phrase for document in documents for item in document.toponyms]
    people = sum(is_demonym(phrase, gazetteer) for phrase in phrases)
    return people > _DEMONYM_SHARE * len(phrases)


def marks_all_names(corpus: str) -> bool:
    """Whether a corpus marks every name, so that recognition can be scored."""
    return corpus not in _TITLES_ONLY


def score(
    document: GoldDocument, parse: Parse, gazetteer: Gazetteer, *, demonyms: bool
) -> Scored:
    """Count what a geoparser gets right in one document.

    Parameters
    ----------
    document : GoldDocument
        The marked text.
    parse : callable
        The geoparser.
    gazetteer : Gazetteer
        Tells which gold spans can be reached at all.
    demonyms : bool
        Whether found demonyms count.
    """
    tally = Tally()
    text = Document(id=document.id, title="", text=document.text)
    lines = _score_given(tally, document, parse, text, gazetteer)
    if marks_all_names(document.corpus) and not _marks_senses(document):
        lines += _score_found(tally, document, parse, text, demonyms=demonyms)
    return Scored(document=document, tally=tally, errors=tuple(lines))


def _marks_senses(document: GoldDocument) -> bool:
    return any(item.reading for item in document.toponyms)


def _score_given(
    tally: Tally,
    document: GoldDocument,
    parse: Parse,
    text: Document,
    gazetteer: Gazetteer,
) -> list[str]:
    """Resolution and sense of the gold's own spans."""
    spans = [toponym.span for toponym in document.toponyms]
    lines = []
    for toponym, answer in zip(document.toponyms, parse(text, spans), strict=True):
        if toponym.reading is not None:
            wanted = Sense.PLACE if toponym.reading == "lit" else Sense.ACTOR
            tally.senses.append(answer.mention.sense is wanted)
        if not toponym.located:
            continue
        error, same = _error(toponym, answer.place)
        tally.gold_errors.append(error)
        if not _names_a_country(toponym, gazetteer):
            tally.small_errors.append(error)
        tally.gold_right.append(same or error <= RIGHT_KM)
        tally.reachable.append(_is_reachable(toponym, gazetteer))
        if not tally.gold_right[-1]:
            lines.append(_line("placed", document, toponym.span, _said(answer, error)))
    return lines


def _names_a_country(toponym: GoldToponym, gazetteer: Gazetteer) -> bool:
    """Whether a country is meant, on whose point corpora differ."""
    name = (toponym.name or toponym.phrase).replace("_", " ")
    return any(b.place.kind is PlaceKind.COUNTRY for b in gazetteer.named(name)[:1])


def _error(toponym: GoldToponym, place: Place | None) -> tuple[float, bool]:
    """How far off a place is, and whether it has the gold's GeoNames id."""
    if place is None or place.lon is None or place.lat is None:
        return FARTHEST_KM, False
    same = toponym.geonameid is not None and str(place.geonameid) == toponym.geonameid
    lon, lat = toponym.lon or 0.0, toponym.lat or 0.0
    return distance_km(lon, lat, place.lon, place.lat), same


def is_right(toponym: GoldToponym, place: Place | None) -> bool:
    """Whether a place is the gold's, by its id or within 161 km of its point."""
    error, same = _error(toponym, place)
    return same or error <= RIGHT_KM


def _is_reachable(toponym: GoldToponym, gazetteer: Gazetteer) -> bool:
    """Whether the right place is among those that the resolver would weigh."""
    for demonym in (False, True):
        for bearer in bearers_of(toponym.phrase, gazetteer, demonym=demonym):
            if is_right(toponym, bearer.place):
                return True
    return False


def _score_found(
    tally: Tally,
    document: GoldDocument,
    parse: Parse,
    text: Document,
    *,
    demonyms: bool,
) -> list[str]:
    """Recognition, resolution of what was found, and both together."""
    found = _names(parse(text, None), demonyms=demonyms)
    gold = {toponym.span: toponym for toponym in document.toponyms}
    pairs = pair_spans(gold, found)
    tally.gold, tally.found, tally.overlapping = len(gold), len(found), len(pairs)
    tally.end_gold = sum(toponym.located for toponym in gold.values())
    tally.end_found = len(found)
    for span in sorted(set(gold) & set(found)):
        tally.strict += 1
        _count_end(tally, gold[span], found[span])
    extra = [
        (answer.confidence, False) for span, answer in found.items() if span not in gold
    ]
    tally.beliefs += extra
    tally.small_beliefs += extra
    lines = [
        _line("missed", document, span, "") for span in sorted(set(gold) - set(found))
    ]
    lines += [
        _line("extra", document, span, "") for span in sorted(set(found) - set(gold))
    ]
    return lines


def _names(
    answers: Sequence[Resolution], *, demonyms: bool
) -> Mapping[Span, Resolution]:
    kinds = {MentionKind.NAME, MentionKind.DEMONYM} if demonyms else {MentionKind.NAME}
    return {
        (answer.mention.start, answer.mention.end): answer
        for answer in answers
        if answer.mention.kind in kinds and answer.verdict is not Verdict.NOT_A_PLACE
    }


def _count_end(tally: Tally, toponym: GoldToponym, answer: Resolution) -> None:
    if not toponym.located:
        tally.end_found -= 1
        return
    error, same = _error(toponym, answer.place)
    tally.found_errors.append(error)
    tally.end_right += error <= RIGHT_KM
    right = same or error <= RIGHT_KM
    tally.end_right_or_same += right
    if answer.place is not None:
        tally.beliefs.append((answer.confidence, right))
        if answer.place.kind is not PlaceKind.COUNTRY:
            tally.small_beliefs.append((answer.confidence, right))


def _said(answer: Resolution, error_km: float) -> str:
    if answer.place is None:
        return "nowhere"
    return f"{answer.place.name} ({answer.place.id}), {error_km:.0f} km off"


def _line(kind: str, document: GoldDocument, span: Span, said: str) -> str:
    """An error with the words around it, on one line."""
    start, end = span
    before = document.text[max(0, start - 40) : start]
    after = document.text[end : end + 30]
    shown = " ".join(f"{before}[[{document.text[start:end]}]]{after}".split())
    name = f"{document.corpus}/{document.id}@{start}"
    return f"{kind:7} {name}  {shown}" + (f"  -> {said}" if said else "")
