"""The nouns of Toposcope: documents, mentions, places, layers.

These data classes are the public interface between the stages. They are frozen
and carry no behaviour: what is done with them stands in the stages' functions.
Lengths are in kilometres, positions in decimal degrees (WGS 84, longitude east,
latitude north), offsets in Unicode code points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from shapely.geometry.base import BaseGeometry

Span = tuple[int, int]
"""Start and end of a stretch of text, in code points, end excluded."""

NOTHING: Mapping[str, str] = MappingProxyType({})
"""The empty mapping that frozen classes share as a default."""


class MentionKind(StrEnum):
    """What a mention is made of."""

    NAME = "name"
    """A proper name: Pyongyang, DPRK, Primorsky Krai."""
    DEMONYM = "demonym"
    """A word for the people of a place, or its adjective: Russian, Koreans."""
    DESCRIPTION = "description"
    """Words that pick a place out without naming it: Polish ports on the Baltic."""


class Sense(StrEnum):
    """What a mention means in its sentence."""

    PLACE = "place"
    """The location is meant."""
    ACTOR = "actor"
    """The name stands for a government, an army, a team, its people."""


class Verdict(StrEnum):
    """How the search for a mention's place ended."""

    RESOLVED = "resolved"
    """One place is clearly the best."""
    AMBIGUOUS = "ambiguous"
    """A place is given, and another is nearly as good."""
    UNKNOWN = "unknown"
    """A place name, but no place fits."""
    NOT_A_PLACE = "not a place"
    """Looked like a place name and is none (kept in traces, never given out)."""


class Dating(StrEnum):
    """How the words of a date come to their days."""

    WRITTEN = "written"
    """The text says it in full: "in September 1953"."""
    COUNTED = "counted"
    """Worked out from the document's own date: "on Tuesday", "last year"."""


class PlaceKind(StrEnum):
    """What a place is."""

    CITY = "city"
    REGION = "region"
    COUNTRY = "country"
    TERRITORY = "territory"
    CONTINENT = "continent"
    SEA = "sea"
    RIVER = "river"
    LAKE = "lake"
    ISLAND = "island"
    MOUNTAIN = "mountain"
    PORT = "port"
    AIRPORT = "airport"
    STATION = "station"
    RAILWAY = "railway"
    BORDER = "border"
    LANDMARK = "landmark"
    AREA = "area"
    SET = "set"
    LINE = "line"
    POINT = "point"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text, exactly as it was read."""

    id: str
    """The file's stem, or what the JSON line says."""
    title: str
    """The first line, cut after a word within 80 characters, or what a sidecar says."""
    text: str
    """Every code point after the byte order mark; nothing is normalised."""
    language: str | None = None
    """BCP 47 tag, where it is known."""
    published: str | None = None
    """ISO 8601 date, where it is known."""
    source: str | None = None
    """Where the text came from, in words or as an address."""
    corrections: tuple[Correction, ...] = ()
    """What people said of its names, in a file beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A described place taken apart; every part points into the text.

    "Turkish ports on the Black Sea" has `wanted="port"`, `plural=True`, `of` the
    span of "Turkish", `on` the span of "Black Sea".
    """

    wanted: str
    """The common noun in the singular: port, airport, border, railway, monument."""
    plural: bool = False
    """True if more than one is meant."""
    words: tuple[str, ...] = ()
    """Adjectives and noun modifiers before the noun: liberation, new, common."""
    of: tuple[Span, ...] = ()
    """Names or demonyms whose it is: *Polish* ports, ports of *Poland*."""
    on: tuple[Span, ...] = ()
    """The sea, river, lake or coast it lies on."""
    within: tuple[Span, ...] = ()
    """The city, region or country it lies in."""
    between: tuple[Span, ...] = ()
    """The two or more sides of a border, a strait, a line."""
    start: tuple[Span, ...] = ()
    """Where a line comes from."""
    end: tuple[Span, ...] = ()
    """Where a line goes to; may be the span of another description."""
    refers_to: Span | None = None
    """The earlier mention that "these ports" or "the peninsula" points back to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The time that a sentence says for what it tells."""

    start: date
    """First day; a year begins on 1 January (proleptic Gregorian calendar)."""
    end: date
    """Last day, included; that of a single day is the same."""
    text: str
    """The words, as written: "in September 1953"."""
    text_start: int
    """First code point of the words in the document."""
    text_end: int
    """One past the last code point of the words."""
    how: Dating
    """Whether the words say it in full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of the text that means a place; `text[start:end] == phrase`."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    phrase: str
    """The words themselves."""
    kind: MentionKind
    """Name, demonym or description."""
    sense: Sense = Sense.PLACE
    """Place or actor."""
    sense_reason: str = ""
    """Why this sense, in words: 'subject of "said"'."""
    sense_confidence: float = 1.0
    """Probability of the sense, 0 to 1."""
    confidence: float = 1.0
    """Probability that this is a toponym at all, 0 to 1."""
    reading: Reading | None = None
    """For a description: its parts."""
    when: When | None = None
    """The time its own sentence, or clause, says; None if that says none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Something of the gazetteer, or something worked out from a description."""

    id: str
    """`source:id`, such as geonames:1871859, ne:KOR, seed:korean-peninsula."""
    name: str
    """The English, or else the international, name."""
    kind: PlaceKind
    """What it is."""
    source: str
    """Name of the source, as `toposcope gazetteer info` lists it."""
    source_id: str
    """Id within that source."""
    lon: float | None = None
    """Longitude of the representative point; None for what has no location."""
    lat: float | None = None
    """Latitude of the representative point; None for what has no location."""
    country: str | None = None
    """ISO 3166-1 alpha-2, or None for seas and what several countries share."""
    admin1: str | None = None
    """ISO 3166-2 code of the first-order unit as drawn, or one of the map's own."""
    region: str | None = None
    """Name of the first-order unit it lies in; None if unknown, or the place itself."""
    geonameid: int | None = None
    """GeoNames id, where the place has one."""
    feature_code: str | None = None
    """GeoNames feature code (PPLC, ADM1, PRT ...), where one is known."""
    population: int = 0
    """Inhabitants; 0 if unknown."""
    prominence: int = 0
    """Number of names the gazetteer knows it under; the famous have many."""
    precision_km: float = 1.0
    """How far the place may reach, or its shape may stray, from what is given."""
    names: Mapping[str, str] = field(default_factory=lambda: NOTHING, hash=False)
    """Names by language (BCP 47); empty until asked for."""
    geometry: BaseGeometry | None = None
    """Shape, simplified to `precision_km`; None until asked for, or a mere point."""
    members: tuple[Place, ...] = ()
    """The places of a set."""
    note: str = ""
    """A caveat a reader should see, such as "claimed by Russia"."""
    cited: str = ""
    """What a curated place was read in; empty until asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One reason for or against a candidate, in words a reader can check."""

    reason: str
    """For example "capital of North Korea" or "this is its main name"."""
    weight: float
    """What it adds to the candidate's score; negative speaks against."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a mention could mean."""

    place: Place
    """The place."""
    score: float
    """Share of belief among the candidates, 0 to 1."""
    evidence: tuple[Evidence, ...] = ()
    """Reasons, the weightiest first."""


BY_HAND = "person"
"""Source of a place that a person put on the map."""


class Ruling(StrEnum):
    """What a person says of a name."""

    PLACE = "place"
    """It means this place: the one that was found, another, or one put by hand."""
    FLAGGED = "flagged"
    """It is a place, and none that is known fits."""
    NOT_A_PLACE = "not a place"
    """It is no place at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person says of a name in one text; it outweighs what is worked out."""

    phrase: str
    """The name; every mention under the same `geodata.text.key` is meant."""
    ruling: Ruling
    """What is said of it."""
    place: Place | None = None
    """For the ruling `place`: the one that is meant."""
    start: int | None = None
    """First code point, if this mention alone is meant."""
    sense: Sense | None = None
    """Whether the place or its government is meant, where that is said too."""
    missed: bool = False
    """True if the name is to be found wherever the text has these very words."""
    note: str = ""
    """Why, in the person's own words."""
    made: str = ""
    """When, as ISO 8601 has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What became of a mention."""

    mention: Mention
    """The mention."""
    place: Place | None
    """The place it denotes; None if none fits."""
    confidence: float
    """P(a toponym and rightly placed); with no place, P(a toponym that none fits)."""
    verdict: Verdict
    """How the search ended."""
    how: str
    """One sentence that says how this was worked out."""
    stands_for: Place | None = None
    """For an actor: the country (or body) that acts."""
    candidates: tuple[Candidate, ...] = ()
    """At most five, best first, the chosen one included."""
    correction: Correction | None = None
    """What a person said of it, if anybody did; all else follows from that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A resolution at its place in a document, with the words around it."""

    document: str
    """Id of the document."""
    resolution: Resolution
    """The mention and what became of it."""
    excerpt: str
    """The sentence or sentences around the mention, from the text as it is."""
    excerpt_start: int
    """Offset of the excerpt in the document, in code points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A place with every sentence that names it."""

    place: Place
    """The place, with names and geometry."""
    occurrences: tuple[Occurrence, ...]
    """In text order; for a member of a set, the description's own."""
    described: bool = False
    """True for what only a description put here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """What is toggled and downloaded as one."""

    id: str
    """One of cities, regions, countries, ports, routes, landmarks, described,
    governments, not-located."""
    title: str
    """For people: "Cities and towns"."""
    about: str
    """What is in it and where it comes from, in a sentence or two."""
    features: tuple[Feature, ...]
    """In order of first mention."""
    attribution: tuple[str, ...] = ()
    """Credits its sources ask for."""

    def to_frame(self) -> GeoDataFrame:
        """One row a feature, in EPSG:4326, with the properties of the GeoJSON.

        Features without location have a null geometry; the empty layer gives an
        empty frame with the same columns.
        """
        from geodata.frames import to_frame

        return to_frame(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Atlas:
    """One run, whole."""

    documents: tuple[Document, ...]
    """The texts."""
    resolutions: Mapping[str, tuple[Resolution, ...]]
    """By document id, sorted by (start, -end)."""
    layers: tuple[Layer, ...]
    """Only layers that hold something."""
    made_by: Mapping[str, str]
    """Version, gazetteer digest, settings: enough to repeat the run."""
