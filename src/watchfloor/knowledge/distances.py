"""How far two places are from each other."""

from math import asin, cos, inf, radians, sin, sqrt
from typing import Protocol

#: Kilometres from the middle of the earth to its surface, on average.
EARTH = 6371.0


class Located(Protocol):
    """What may have a point, in degrees (WGS 84)."""

    @property
    def latitude(self) -> float | None:
        """North of the equator."""

    @property
    def longitude(self) -> float | None:
        """East of Greenwich."""


def distance(a: Located, b: Located) -> float:
    """Return kilometres between two places; infinite where one has no point."""
    if a.latitude is None or b.latitude is None or a.longitude is None or b.longitude is None:
        return inf
    return kilometres((a.latitude, a.longitude), (b.latitude, b.longitude))


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the distance along the earth's surface between two points (latitude, longitude in degrees)."""
    north, east = radians(b[0] - a[0]), radians(b[1] - a[1])
    chord = sin(north / 2) ** 2 + cos(radians(a[0])) * cos(radians(b[0])) * sin(east / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(chord)))
