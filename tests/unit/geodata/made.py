"""Places and resolutions made by hand."""

from datetime import date

import shapely

from geodata.model import (
    Dating,
    Feature,
    Layer,
    Mention,
    MentionKind,
    Occurrence,
    Place,
    PlaceKind,
    Resolution,
    Sense,
    Verdict,
    When,
)

HOSTILE = '=HYPERLINK("x")<b>&\'"];\x0b\x1b\u202e'


def make_place(name="Wonsan", kind="city", lon=127.44361, lat=39.15278, **more):
    source, _, source_id = more.pop("id", f"geonames:{name}").partition(":")
    return Place(
        id=f"{source}:{source_id}",
        name=name,
        kind=PlaceKind(kind),
        source=source,
        source_id=source_id,
        lon=lon,
        lat=lat,
        **more,
    )


def make_resolution(text, phrase, place=None, *, start=None, **more):
    start = text.index(phrase) if start is None else start
    mention = Mention(
        start=start,
        end=start + len(phrase),
        phrase=phrase,
        kind=MentionKind(more.pop("kind", "name")),
        sense=Sense(more.pop("sense", "place")),
        when=more.pop("when", None),
    )
    verdict = more.pop("verdict", Verdict.RESOLVED if place else Verdict.UNKNOWN)
    return Resolution(
        mention=mention,
        place=place,
        confidence=more.pop("confidence", 0.9),
        verdict=verdict,
        how=more.pop("how", "the only place of this name"),
        **more,
    )


def make_when(start, end=None, text="then", how="written"):
    return When(
        start=date.fromisoformat(start),
        end=date.fromisoformat(end or start),
        text=text,
        text_start=0,
        text_end=len(text),
        how=Dating(how),
    )


def make_feature(place, text=None, **more):
    text = text or f"They met in {place.name}."
    occurrence = Occurrence(
        document="a",
        resolution=make_resolution(text, place.name, place, **more),
        excerpt=text,
        excerpt_start=0,
    )
    return Feature(place=place, occurrences=(occurrence,))


def make_layer(*places, layer_id="cities", features=None):
    return Layer(
        id=layer_id,
        title="Cities and towns",
        about="Made for a test.",
        features=features or tuple(make_feature(place) for place in places),
        attribution=("GeoNames (CC BY 4.0)",) if places else (),
    )


CHUKOTKA = make_place(
    "Chukotka",
    "region",
    lon=171.0,
    lat=66.3,
    id="ne:RU-CHU",
    geometry=shapely.Polygon([(160, 62), (191, 62), (190, 70), (160, 70)]),
)
FIJI = make_place(
    "Fiji",
    "country",
    lon=178.0,
    lat=-17.8,
    id="ne:FJI",
    geometry=shapely.Polygon([(177, -19), (-178, -19), (-178, -16), (177, -16)]),
)
ANTARCTICA = make_place(
    "Antarctica",
    "continent",
    lon=0.0,
    lat=-90.0,
    id="ne:ATA",
    geometry=shapely.Polygon(
        [(-180, -70), (-180, -90), (180, -90), (180, -70), (0, -65), (-180, -70)]
    ),
)
ODD_PLACES = (
    CHUKOTKA,
    FIJI,
    ANTARCTICA,
    make_place("North Pole", "landmark", lon=0.0, lat=90.0),
    make_place("평양", names={"ko": "평양", "zh": "平壤", "x": "🗺️"}),
    make_place(HOSTILE, id="geonames:hostile", note="=1+1"),
    make_place("-5", lon=-5.0, lat=-0.0000001),
    make_place(
        "ports",
        "set",
        lon=None,
        lat=None,
        id="described:a-0",
        members=(make_place("Rajin", "port", 130.3, 42.2), make_place()),
    ),
    make_place(
        "railway",
        "line",
        id="described:a-1",
        geometry=shapely.LineString([(130.6, 42.4), (130.3, 42.2), (130.6, 42.4)]),
    ),
    make_place("the West", "region", lon=None, lat=None, id="seed:the-west"),
)


PYONGYANG = make_place("Pyongyang", lon=125.75432, lat=39.03385, country="KP")
WONSAN = make_place("Wonsan", country="KP")
NORTH_KOREA = make_place(
    "North Korea", "country", 127.0, 40.0, id="ne:PRK", country="KP"
)
