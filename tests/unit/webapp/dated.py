"""An article made by hand that speaks of several times, far apart and of many kinds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from geodata.model import Atlas, Document, Layer, Mention, MentionKind, When
from tests.unit.webapp.sample import (
    BALTIC,
    CHOPIN,
    GDANSK,
    KARLSKRONA,
    POMERANIA,
    TITLES,
    WARSAW,
    features,
    resolution,
)

SENTENCES = (
    ("Gdańsk lay in ruins in 1945.", "1945-01-01", "1945-12-31", "in 1945"),
    ("Warsaw was built anew from 1948 on.", "1948-01-01", "1948-12-31", "1948"),
    (
        "Ships left Gdańsk for Karlskrona in 1950-53.",
        "1950-01-01",
        "1953-12-31",
        "in 1950-53",
    ),
    (
        "In September 1953 the Baltic Sea was closed, and Gdańsk was cut off.",
        "1953-09-01",
        "1953-09-30",
        "in September 1953",
    ),
    ("Pomerania voted in 2023.", "2023-01-01", "2023-12-31", "in 2023"),
    (
        "Warsaw Chopin Airport stood still on 25 July 2023.",
        "2023-07-25",
        "2023-07-25",
        "on 25 July 2023",
    ),
    ("Nobody in Karlskrona, or in Warsaw, knows why.", None, None, None),
)
"""Each with the first and the last day it speaks of, and the words that say so."""
DAYS = tuple(
    (f"Gdańsk was shut, time {number}.", start, end, f"time {number}")
    for number, (start, end) in enumerate(
        (
            ("1879-11-02", "1879-11-02"),
            ("1952-03-01", "1953-04-30"),
            ("1961-09-01", "1961-10-31"),
            ("2023-12-30", "2024-01-02"),
            ("2024-04-30", "2024-05-02"),
            ("2024-05-06", "2024-05-12"),
            ("2024-05-20", "2024-05-26"),
        )
    )
)
"""Times that take many words, close upon each other."""


def _text(sentences):
    return "Eight decades of ferries\n\n" + "\n\n".join(each[0] for each in sentences)


TEXT = _text(SENTENCES)
COUNTED = "on 25 July 2023"
_LAYERS = {
    "cities": (GDANSK, KARLSKRONA, WARSAW),
    "regions": (BALTIC, POMERANIA),
    "landmarks": (CHOPIN,),
}
_PLACES = (CHOPIN, GDANSK, KARLSKRONA, BALTIC, POMERANIA, WARSAW)


def _resolutions(sentences):
    for sentence, start, end, words in sentences:
        offset = _text(sentences).index(sentence)
        when = start and When(
            start=date.fromisoformat(start),
            end=date.fromisoformat(end),
            text=words,
            text_start=0,
            text_end=len(words),
            how="counted" if words == COUNTED else "written",
        )
        left = sentence
        for where in _PLACES:
            if where.name not in left:
                continue
            left = left.replace(where.name, "-" * len(where.name))
            at = offset + sentence.index(where.name)
            yield resolution(
                Mention(
                    start=at,
                    end=at + len(where.name),
                    phrase=where.name,
                    kind=MentionKind.NAME,
                    when=when or None,
                ),
                where,
            )


def dated_atlas(document: Document, sentences=SENTENCES) -> Atlas:
    """The atlas of these sentences, whatever the document."""
    found = tuple(sorted(_resolutions(sentences), key=lambda each: each.mention.start))
    layers = tuple(
        Layer(
            id=name,
            title=TITLES[name],
            about=f"{TITLES[name]} that the text names.",
            features=features(
                document, [(each.place, each) for each in found if each.place in places]
            ),
            attribution=("GeoNames (CC BY 4.0)",),
        )
        for name, places in _LAYERS.items()
    )
    return Atlas(
        documents=(document,),
        resolutions={document.id: found},
        layers=layers,
        made_by={"toposcope": "0", "gazetteer": "sample"},
    )


def dated_document() -> Document:
    return Document(id="ferries", title="Eight decades of ferries", text=TEXT)


def write_dated(folder: Path, sentences=SENTENCES) -> Path:
    """Write the article into a folder, and give its path."""
    path = folder / "ferries.txt"
    path.write_text(_text(sentences), encoding="utf-8", newline="")
    return path
