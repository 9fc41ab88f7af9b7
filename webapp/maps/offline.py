"""A folium map that asks nobody for anything."""

from __future__ import annotations

from typing import Any

import folium

MIN_ZOOM = 1
MAX_ZOOM = 14
"""Streets are no concern of an article; the basemap is drawn for zoom 9 at most."""


class OfflineMap(folium.Map):
    """A map with no assets of its own: the page's template brings them.

    Parameters
    ----------
    element_id : str
        The end of the element's id; fixed, so that two renders are equal.
    **options
        What `folium.Map` takes.
    """

    def __init__(self, element_id: str, **options: Any) -> None:  # noqa: ANN401
        super().__init__(tiles=None, **options)
        self._id = element_id
        self.options.update(min_zoom=MIN_ZOOM, max_zoom=MAX_ZOOM)
        # On the instance: folium's own lists belong to the class, so that changing
        # them for one request would change every map of the process.
        self.default_js: list[tuple[str, str]] = []
        self.default_css: list[tuple[str, str]] = []
