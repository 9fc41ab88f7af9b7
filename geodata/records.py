"""Where the record of a place is published: on a page of its own, or in a data set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from geodata.model import Place

_WIKIPEDIA = "Wikipedia: "
_WEB = ("http", "https")


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who gives ids to places."""

    title: str
    """Name for people."""
    home: str = ""
    """Address of the data set; '' for none."""
    page: str = ""
    """Address of a record, `{}` standing for its id; '' if records have no page."""


PUBLISHERS = {
    "geonames": Publisher(
        title="GeoNames",
        home="https://www.geonames.org/",
        page="https://www.geonames.org/{}",
    ),
    "zip": Publisher(
        title="GeoNames postal codes",
        home="https://www.geonames.org/postal-codes/",
        page="https://www.geonames.org/postalcode-search.html?q={}&country=US",
    ),
    "ne": Publisher(title="Natural Earth", home="https://www.naturalearthdata.com/"),
    "wpi": Publisher(
        title="World Port Index",
        home="https://msi.nga.mil/Publications/WPI",
        page="https://msi.nga.mil/queryBreakout?publications/world-port-index"
        "?indexNumber={}&output=html",
    ),
    "airports": Publisher(
        title="airportsdata",
        home="https://github.com/mborsetti/airportsdata",
        page="https://ourairports.com/airports/{}/",
    ),
    "seed": Publisher(title="Toposcope's curated facts"),
}
"""By what stands before the colon of an id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A place as its source has it."""

    title: str
    """Name of the source, or of what a curated fact was read in."""
    number: str
    """Id within the source; '' where the title says all."""
    page: str
    """Address of a page about this very place; '' if there is none."""
    home: str
    """Address of the data set; '' for none."""


def record_of(place: Place) -> Record | None:
    """The record of a place; None for what no gazetteer holds.

    Examples
    --------
    >>> from geodata.model import Place, PlaceKind
    >>> record_of(Place(id="wpi:60440", name="Rajin", kind=PlaceKind.PORT,
    ...                 source="harborly", source_id="60440")).title
    'World Port Index'
    """
    scheme = place.id.partition(":")[0]
    publisher = PUBLISHERS.get(scheme)
    if publisher is None:
        return None
    if scheme == "seed" and place.cited:
        return Record(
            title=place.cited, number="", page=cited_page(place.cited), home=""
        )
    page = publisher.page.format(quote(place.source_id, safe=""))
    return Record(
        title=publisher.title, number=place.source_id, page=page, home=publisher.home
    )


def records_of(place: Place) -> tuple[Record, ...]:
    """The record of a place, and that of the same place at GeoNames, where known."""
    own = record_of(place)
    if own is None or place.geonameid is None or place.id.startswith("geonames:"):
        return (own,) if own else ()
    publisher, number = PUBLISHERS["geonames"], str(place.geonameid)
    same = Record(
        title=publisher.title,
        number=number,
        page=publisher.page.format(number),
        home=publisher.home,
    )
    return own, same


def cited_page(words: str) -> str:
    """Address of what a curated fact was read in; '' where the words give none.

    Wikipedia goes to the article of a title, or else lists what comes nearest.

    Examples
    --------
    >>> cited_page("Wikipedia: Hongui Line; Hambuk Line")
    'https://en.wikipedia.org/wiki/Special:Search?search=Hongui%20Line'
    >>> cited_page("OECD glossary: Central Europe")
    ''
    """
    first = words.split(";")[0].strip()
    if first.startswith(_WIKIPEDIA):
        title = quote(first.removeprefix(_WIKIPEDIA), safe="")
        return f"https://en.wikipedia.org/wiki/Special:Search?search={title}"
    return first if _is_address(first) else ""


def _is_address(words: str) -> bool:
    try:
        parts = urlsplit(words)
    except ValueError:  # a bracket that is not closed
        return False
    plain = words.isprintable() and not any(letter.isspace() for letter in words)
    return parts.scheme in _WEB and bool(parts.netloc) and plain
