"""Articles marked by hand, and how near the system comes to the marking."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from geodata import geoparse, open_gazetteer, read_document
from geodata.geo import distance_km
from geodata.model import Document, MentionKind, Place, Resolution
from geodata.seeds import seeds_folder

MARKINGS = Path(__file__).parents[1] / "data" / "articles"
Mark = dict[str, Any]


@dataclass(frozen=True)
class Marked:
    """A document, what a person marked in it, and what the system found."""

    document: Document
    marks: list[Mark]
    found: tuple[Resolution, ...]

    def marked(self, *kinds: str) -> list[Mark]:
        return [mark for mark in self.marks if mark["kind"] in kinds]

    def at(self, mark: Mark) -> Resolution | None:
        """What was found at a mark; a leading article makes no difference."""
        for resolution in self.found:
            mention = resolution.mention
            same_end = mention.end == mark["end"]
            gap = self.document.text[
                min(mention.start, mark["start"]) : max(mention.start, mark["start"])
            ]
            if same_end and gap.strip().lower() in {"", "the"}:
                return resolution
        return None


@cache
def marked_article(stem: str) -> Marked:
    """One of the marked articles, as the built gazetteer resolves it."""
    marks = [
        json.loads(line)
        for line in (MARKINGS / f"{stem}.jsonl").read_text("utf-8").splitlines()
    ]
    own = MARKINGS / f"{stem}.txt"
    path = own if own.exists() else seeds_folder() / "articles" / f"{stem}.txt"
    document = read_document(path)
    with open_gazetteer() as gazetteer:
        return Marked(document, marks, geoparse(document, gazetteer))


def is_placed(mark: Mark, place: Place | None) -> bool:
    """Whether a place is one the marking accepts, by its id or by where it lies."""
    if place is None:
        return mark.get("located") is False
    if not mark["places"] and (near := mark.get("near")):
        return _km(place, near) <= near["km"]
    return place.id in mark["places"] or bool(
        {member.id for member in place.members} & set(mark["places"])
    )


def _km(place: Place, near: dict[str, float]) -> float:
    if place.lon is None or place.lat is None:
        return float("inf")
    return distance_km(place.lon, place.lat, near["lon"], near["lat"])


def describes(mark: Mark, place: Place | None) -> list[str]:
    """What is wrong with a described place, in words; empty if nothing is."""
    if place is None:
        return ["has no place"]
    wrong = []
    names = {member.name for member in place.members}
    ids = {member.id for member in place.members}
    wanted = mark.get("place_kind")
    several = {"area": {"area", "set"}}  # several areas may come as their set
    if wanted and place.kind not in several.get(wanted, {wanted}):
        wrong.append(f"is a {place.kind}, not a {wanted}")
    missing = set(mark.get("member_names", ())) - names
    wrong += [f"lacks {name}" for name in sorted(missing)]
    unwanted = set(mark.get("not_member_names", ())) & names
    wrong += [f"has {name}" for name in sorted(unwanted)]
    wrong += [f"lacks {one}" for one in mark.get("members", ()) if one not in ids]
    if (near := mark.get("near")) and _km(place, near) > near["km"]:
        wrong.append(f"lies {_km(place, near):.0f} km from where it should")
    if mark["places"] and not is_placed(mark, place):
        wrong.append(f"is {place.id}, not {mark['places']}")
    return wrong


def overlapping(marked: Marked, mark: Mark) -> list[Resolution]:
    """Names and demonyms found inside (or across) a mark."""
    return [
        resolution
        for resolution in marked.found
        if resolution.mention.kind is not MentionKind.DESCRIPTION
        and resolution.mention.start < mark["end"]
        and mark["start"] < resolution.mention.end
    ]
