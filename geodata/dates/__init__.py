"""Documents and their mentions to dated mentions: when a sentence says it was."""

from geodata.dates.intervals import (
    Interval,
    days,
    meet,
    read_interval,
    years,
)

__all__ = [
    "Interval",
    "days",
    "meet",
    "read_interval",
    "years",
]
