"""The map: folium composes it, our own modules draw it.

No text of an article passes through folium, which does not escape it: what folium
gets are addresses and numbers, as JSON.
"""

from webapp.maps.compose import MapParts, compose_map
from webapp.maps.focus import focus

__all__ = ["MapParts", "compose_map", "focus"]
