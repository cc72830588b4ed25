"""Drag of a slender launcher by Mach number."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

CURVE = (
    (0.0, 0.30),
    (0.6, 0.30),
    (0.9, 0.40),
    (1.1, 0.52),
    (1.3, 0.55),
    (1.6, 0.50),
    (2.0, 0.44),
    (3.0, 0.34),
    (4.0, 0.29),
    (5.0, 0.27),
    (10.0, 0.25),
)
"""(Mach number, coefficient). An estimate: the shape of the curves for slender rockets in Sutton
and Biblarz, Rocket Propulsion Elements, chapter 4; none of the six vehicles has a published one."""

STEP = 0.05
LAST = 10.0


def coefficient(mach: float) -> float:
    """The drag coefficient, on the vehicle's `drag_area_m2`; above Mach 10 it stays."""
    if mach >= LAST:
        return CURVE[-1][1]
    number = bisect_right(CURVE, max(mach, 0.0), key=lambda row: row[0])
    low, high = CURVE[number - 1], CURVE[number]
    return low[1] + (high[1] - low[1]) * (mach - low[0]) / (high[0] - low[0])


@cache
def table() -> tuple[float, ...]:
    """The coefficient every `STEP` of a Mach number, from 0 to `LAST`."""
    return tuple(coefficient(number * STEP) for number in range(int(LAST / STEP) + 1))
