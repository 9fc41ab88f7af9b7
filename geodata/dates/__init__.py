"""Documents and their mentions to dated mentions: when a sentence says it was.

`dating.py` does it; what stands here are the stretches of days that all stages share,
which filters take without the words of dates and what reads them.
"""

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
