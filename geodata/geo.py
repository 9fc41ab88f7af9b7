"""Pure geometry on longitude and latitude, in decimal degrees."""

from __future__ import annotations

from math import asin, cos, pi, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088
"""Mean Earth radius R1 of the GRS 80 ellipsoid (Moritz, 2000)."""

KM_PER_DEGREE = EARTH_RADIUS_KM * pi / 180
"""Length of one degree of latitude, or of any great circle."""


def distance_km(lon1: float, lat1: float, lon2: float, lat2: float) -> float:
    """Great-circle distance in kilometres (haversine formula; Sinnott, 1984).

    Examples
    --------
    >>> round(distance_km(125.7543, 39.0339, 126.9784, 37.5660))  # Pyongyang, Seoul
    195
    >>> round(distance_km(179.5, 0, -179.5, 0))  # across the antimeridian
    111
    """
    half_lat = radians(lat2 - lat1) / 2
    half_lon = radians(lon2 - lon1) / 2
    chord = (
        sin(half_lat) ** 2
        + cos(radians(lat1)) * cos(radians(lat2)) * sin(half_lon) ** 2
    )
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, chord)))
