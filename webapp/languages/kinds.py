"""What kinds of place are called, as messages; `words.js` has the same."""

from __future__ import annotations

from webapp.languages.speaking import msg

KINDS = {
    "city": msg("city or town"),
    "region": msg("region"),
    "country": msg("country"),
    "territory": msg("territory"),
    "continent": msg("continent"),
    "sea": msg("sea or gulf"),
    "river": msg("river"),
    "lake": msg("lake"),
    "island": msg("island"),
    "mountain": msg("mountain"),
    "port": msg("port"),
    "airport": msg("airport"),
    "station": msg("station"),
    "railway": msg("railway"),
    "border": msg("border"),
    "landmark": msg("landmark"),
    "area": msg("area"),
    "set": msg("several places"),
    "line": msg("line"),
    "point": msg("place"),
}
"""By what `PlaceKind` calls them."""
