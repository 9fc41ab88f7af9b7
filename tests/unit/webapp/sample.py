"""A small atlas made by hand of real places, and a server that shows it.

``python -m tests.unit.webapp.sample --port 8001`` serves it with assets read anew at
every request, so that the page can be worked on without gazetteer or models.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from shapely.geometry import LineString, MultiPoint, Polygon

from geodata.model import (
    Atlas,
    Candidate,
    Document,
    Evidence,
    Feature,
    Layer,
    Mention,
    MentionKind,
    Occurrence,
    Place,
    PlaceKind,
    Reading,
    Resolution,
    Sense,
    Verdict,
)

TEXT = """Baltic ferries run again

🚢 The first ferry left Gdańsk for Karlskrona on Monday, Warsaw said. Polish ports on \
the Baltic Sea had been closed by ice for a week.

Trains on the Polish Coal Trunk-Line were full, and Warsaw Chopin Airport saw long \
queues. The railway from Gdynia to Szczecin stood still.

Germany and Poland will pay for two icebreakers <b>each</b>; Pomerania asked for more. \
A sailor from Vinetaburg & his crew came back to Gdańsk on Friday.
"""


def place(id: str, name: str, kind: str, lon=None, lat=None, **more) -> Place:
    source, _, source_id = id.partition(":")
    return Place(
        id=id,
        name=name,
        kind=PlaceKind(kind),
        source=source,
        source_id=source_id,
        lon=lon,
        lat=lat,
        **more,
    )


GDANSK = place(
    "geonames:3099434",
    "Gdańsk",
    "city",
    18.64912,
    54.35227,
    country="PL",
    admin1="PL-22",
    region="Pomerania",
    geonameid=3099434,
    feature_code="PPLA",
    population=470_907,
    precision_km=5.0,
    names={"pl": "Gdańsk", "de": "Danzig", "ru": "Гданьск", "ko": "그단스크"},
)
DANZIG_TEXAS = place(
    "geonames:4685046",
    "Danzig",
    "city",
    -97.2,
    29.1,
    country="US",
    admin1="US-TX",
    region="Texas",
    geonameid=4685046,
)
KARLSKRONA = place(
    "geonames:2701713",
    "Karlskrona",
    "city",
    15.58661,
    56.16156,
    country="SE",
    geonameid=2701713,
    population=35_212,
    names={"sv": "Karlskrona"},
)
WARSAW = place(
    "geonames:756135",
    "Warsaw",
    "city",
    21.01178,
    52.22977,
    country="PL",
    geonameid=756135,
    feature_code="PPLC",
    population=1_702_139,
    names={"pl": "Warszawa"},
)
POLAND = place(
    "ne:POL",
    "Poland",
    "country",
    19.0,
    52.1,
    country="PL",
    geonameid=798544,
    precision_km=40.0,
    names={"pl": "Polska", "de": "Polen"},
    geometry=Polygon(
        [
            (14.2, 53.9),
            (14.7, 51.5),
            (15.0, 50.9),
            (18.8, 49.5),
            (22.5, 49.1),
            (24.0, 50.5),
            (23.6, 52.2),
            (23.5, 54.0),
            (19.8, 54.4),
            (18.3, 54.8),
            (16.2, 54.3),
            (14.2, 53.9),
        ]
    ),
)
GERMANY = place(
    "ne:DEU",
    "Germany",
    "country",
    10.4,
    51.1,
    country="DE",
    geonameid=2921044,
    precision_km=40.0,
    names={"de": "Deutschland"},
    geometry=Polygon(
        [
            (6.1, 50.1),
            (8.2, 49.0),
            (7.6, 47.6),
            (13.0, 47.6),
            (12.2, 50.3),
            (15.0, 51.0),
            (14.2, 53.8),
            (11.0, 54.0),
            (9.4, 54.8),
            (8.6, 53.9),
            (7.1, 53.6),
            (6.1, 50.1),
        ]
    ),
)
BALTIC = place(
    "ne:baltic-sea",
    "Baltic Sea",
    "sea",
    19.5,
    57.0,
    precision_km=30.0,
    names={"pl": "Morze Bałtyckie", "de": "Ostsee", "sv": "Östersjön"},
    geometry=Polygon(
        [
            (10.9, 54.1),
            (14.2, 54.0),
            (16.5, 54.6),
            (18.6, 54.9),
            (20.8, 55.4),
            (20.9, 57.3),
            (22.6, 59.2),
            (18.6, 59.9),
            (16.7, 57.4),
            (15.2, 56.0),
            (12.8, 55.4),
            (10.9, 54.1),
        ]
    ),
)
POMERANIA = place(
    "ne:PL-22",
    "Pomerania",
    "region",
    18.0,
    54.2,
    country="PL",
    admin1="PL-22",
    geonameid=3337496,
    precision_km=15.0,
    names={"pl": "Pomorskie"},
    geometry=Polygon(
        [
            (16.7, 54.5),
            (17.3, 53.6),
            (19.2, 53.7),
            (19.6, 54.4),
            (18.4, 54.8),
            (16.7, 54.5),
        ]
    ),
)
PORTS = (
    place("wpi:28640", "Gdynia", "port", 18.55, 54.5333, country="PL"),
    place("wpi:28650", "Gdańsk", "port", 18.65, 54.4, country="PL"),
    place("wpi:28760", "Świnoujście", "port", 14.2667, 53.9167, country="PL"),
)
COAL_LINE = place(
    "seed:polish-coal-trunk-line",
    "Polish Coal Trunk-Line",
    "railway",
    18.5,
    52.4,
    country="PL",
    precision_km=10.0,
    geometry=LineString([(18.67, 50.3), (18.93, 51.6), (18.25, 52.8), (18.53, 54.52)]),
)
CHOPIN = place(
    "airports:EPWA",
    "Warsaw Chopin Airport",
    "airport",
    20.9671,
    52.1657,
    country="PL",
    geonameid=6296778,
    precision_km=2.0,
)
PORT_SET = place(
    "described:polish-ports-on-the-baltic-sea",
    "Polish ports on the Baltic Sea",
    "set",
    17.1556,
    54.2833,
    country="PL",
    precision_km=15.0,
    members=PORTS,
    geometry=MultiPoint([(port.lon, port.lat) for port in PORTS]),
)
RAILWAY = place(
    "described:the-railway-from-gdynia-to-szczecin",
    "The railway from Gdynia to Szczecin",
    "line",
    16.2,
    54.2,
    country="PL",
    precision_km=25.0,
    geometry=LineString(
        [(18.53, 54.52), (17.03, 54.46), (16.18, 54.19), (14.55, 53.42)]
    ),
)


def mention(phrase: str, nth: int = 1, kind: str = "name", **more) -> Mention:
    start = -1
    for _ in range(nth):
        start = TEXT.index(phrase, start + 1)
    return Mention(
        start=start,
        end=start + len(phrase),
        phrase=phrase,
        kind=MentionKind(kind),
        **more,
    )


def resolution(mention: Mention, place: Place | None, **more) -> Resolution:
    given = {
        "confidence": 0.95,
        "verdict": Verdict.RESOLVED if place else Verdict.UNKNOWN,
        "how": f"the only {place.kind} of this name" if place else "no place fits",
        "candidates": (
            (
                Candidate(
                    place=place,
                    score=1.0,
                    evidence=(Evidence(reason="the name is unique", weight=2.0),),
                ),
            )
            if place
            else ()
        ),
    }
    return Resolution(mention=mention, place=place, **(given | more))


def actor(reason: str) -> dict[str, object]:
    return {"sense": Sense.ACTOR, "sense_reason": reason, "sense_confidence": 0.9}


def span(phrase: str, nth: int = 1) -> tuple[int, int]:
    found = mention(phrase, nth)
    return found.start, found.end


GDANSK_SAYS = {
    "confidence": 0.72,
    "verdict": Verdict.AMBIGUOUS,
    "how": "the largest city of this name; other places of this text lie near",
    "candidates": (
        Candidate(
            place=GDANSK,
            score=0.8,
            evidence=(
                Evidence(reason="470,907 inhabitants", weight=1.2),
                Evidence(reason="4 other places of this text lie near", weight=0.7),
            ),
        ),
        Candidate(
            place=DANZIG_TEXAS,
            score=0.2,
            evidence=(Evidence(reason="far from every other place", weight=-1.5),),
        ),
    ),
}

RESOLUTIONS = (
    resolution(mention("Gdańsk"), GDANSK, **GDANSK_SAYS),
    resolution(mention("Karlskrona"), KARLSKRONA),
    resolution(
        mention("Warsaw", **actor('subject of "said"')), WARSAW, stands_for=POLAND
    ),
    resolution(
        mention(
            "Polish ports on the Baltic Sea",
            kind="description",
            reading=Reading(
                wanted="port",
                plural=True,
                of=(span("Polish"),),
                on=(span("Baltic Sea"),),
            ),
        ),
        PORT_SET,
        how="ports of Poland within 15 km of the Baltic Sea: 3 found",
    ),
    resolution(
        mention("Polish", kind="demonym", **actor("the people of a country")),
        POLAND,
        stands_for=POLAND,
    ),
    resolution(mention("Baltic Sea"), BALTIC),
    resolution(mention("Polish Coal Trunk-Line"), COAL_LINE),
    resolution(mention("Warsaw Chopin Airport"), CHOPIN),
    resolution(
        mention(
            "The railway from Gdynia to Szczecin",
            kind="description",
            reading=Reading(
                wanted="railway", start=(span("Gdynia"),), end=(span("Szczecin"),)
            ),
        ),
        RAILWAY,
        confidence=0.45,
        how="the way by rail from Gdynia to Szczecin through Słupsk and Koszalin",
    ),
    resolution(
        mention("Germany", **actor('subject of "will pay"')),
        GERMANY,
        stands_for=GERMANY,
    ),
    resolution(mention("Poland"), POLAND, confidence=0.9),
    resolution(mention("Pomerania"), POMERANIA),
    resolution(mention("Vinetaburg"), None, confidence=0.6),
    resolution(mention("Gdańsk", 2), GDANSK, **GDANSK_SAYS),
)


def occurrence(document: Document, found: Resolution) -> Occurrence:
    starts = [0] + [
        at + 2
        for at in range(len(document.text))
        if document.text[at : at + 2] in (". ", "\n\n")
    ]
    start = max(at for at in starts if at <= found.mention.start)
    end = min([at for at in starts if at >= found.mention.end], default=None)
    return Occurrence(
        document=document.id,
        resolution=found,
        excerpt=document.text[start:end].strip(),
        excerpt_start=start,
    )


def features(document: Document, wanted, *, described: bool = False):
    """One feature a place, for the (place, resolution) pairs wanted."""
    by_place: dict[str, tuple[Place, list[Occurrence]]] = {}
    for where, found in wanted:
        by_place.setdefault(where.id, (where, []))[1].append(
            occurrence(document, found)
        )
    return tuple(
        Feature(place=where, occurrences=tuple(said), described=described)
        for where, said in by_place.values()
    )


TITLES = {
    "cities": "Cities and towns",
    "regions": "Regions and seas",
    "countries": "Countries",
    "ports": "Ports",
    "routes": "Rail and roads",
    "landmarks": "Airports and landmarks",
    "described": "Described places",
    "governments": "Governments",
    "not-located": "Not located",
}
KINDS = {
    "cities": "city",
    "regions": "region sea",
    "countries": "country",
    "ports": "port",
    "routes": "railway",
    "landmarks": "airport landmark",
}


def layer_features(document: Document, layer_id: str):
    located = [
        (found.place, found)
        for found in RESOLUTIONS
        if found.place is not None and found.mention.sense is Sense.PLACE
    ]
    if layer_id == "described":
        sets = [
            (where, said) for where, said in located if where.kind in ("set", "line")
        ]
        return features(document, sets, described=True)
    if layer_id == "governments":
        acting = [
            (said.stands_for, said)
            for said in RESOLUTIONS
            if said.stands_for and said.mention.kind is MentionKind.NAME
        ]
        return features(document, acting)
    if layer_id == "not-located":
        lost = [
            (place("unknown:vinetaburg", said.mention.phrase, "area"), said)
            for said in RESOLUTIONS
            if said.place is None
        ]
        return features(document, lost)
    named = features(
        document,
        [(w, said) for w, said in located if w.kind in KINDS[layer_id].split()],
    )
    if layer_id != "ports":
        return named
    members = [(p, said) for w, said in located for p in w.members]
    return named + features(document, members, described=True)


def sample_atlas(document: Document) -> Atlas:
    """The atlas of `TEXT`, whatever the document; an empty one for other texts."""
    known = document.text == TEXT
    layers = tuple(
        Layer(
            id=layer_id,
            title=title,
            about=f"{title} that the text names.",
            features=layer_features(document, layer_id),
            attribution=("GeoNames (CC BY 4.0)", "Natural Earth (public domain)"),
        )
        for layer_id, title in TITLES.items()
    )
    return Atlas(
        documents=(document,),
        resolutions={document.id: RESOLUTIONS if known else ()},
        layers=layers if known else (),
        made_by={"toposcope": "0", "gazetteer": "sample"},
    )


def sample_document(id: str = "baltic") -> Document:
    return Document(id=id, title="Baltic ferries run again", text=TEXT)


def write_sample(folder: Path) -> Path:
    """Write the sample article into a folder, and give its path."""
    path = folder / "baltic.txt"
    path.write_text(TEXT, encoding="utf-8", newline="")
    return path


def main() -> None:
    """Serve the sample atlas for work on the page."""
    import tempfile

    from webapp.app import create_app

    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--port", type=int, default=8001)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        app = create_app(
            {
                "ARTICLES": (write_sample(folder),),
                "LIBRARY": folder / "library",
                "BUILD_ATLAS": sample_atlas,
                "RELOAD_ASSETS": True,
            }
        )
        app.run(port=arguments.port, debug=True, use_reloader=False)


if __name__ == "__main__":
    main()
