"""What happens in the air without anybody's order: the speed of sound, and the hardest push."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from game.flight.air import TOP_M, air_at
from game.flight.motion import EARTH_M, TURN
from game.flight.track import Happening, Knot


def in_the_air(knots: Sequence[Knot]) -> list[Happening]:
    """`mach-1` and `max-q` (the greatest dynamic pressure), where the flight came to them.

    The moment of Mach 1 is linear between two steps, that of the greatest pressure the top of the
    parabola through three.
    """
    times: list[float] = []
    pressures: list[float] = []
    found: list[Happening] = []
    mach = 0.0
    for knot in knots:
        x, y, z, u, v, w = knot.state
        height = sqrt(x * x + y * y + z * z) - EARTH_M
        if height > TOP_M:
            break
        if times and knot.t <= times[-1]:
            continue
        wu, wv = u + TURN * y, v - TURN * x
        square = wu * wu + wv * wv + w * w
        air = air_at(height)
        before, mach = mach, sqrt(square) / air.sound
        if before < 1 <= mach and not found:
            share = (1 - before) / (mach - before)
            found.append(Happening("mach-1", times[-1] + share * (knot.t - times[-1]), "computed"))
        times.append(knot.t)
        pressures.append(0.5 * air.density * square)
        if pressures[-1] < 0.5 * max(pressures) and mach > 2:
            break
    top = pressures.index(max(pressures)) if pressures else 0
    if 0 < top < len(times) - 1:
        found.append(Happening("max-q", _summit(times, pressures, top), "computed"))
    return found


def _summit(times: list[float], values: list[float], top: int) -> float:
    t, before, after = times[top], times[top] - times[top - 1], times[top + 1] - times[top]
    down, up = (values[top] - values[top - 1]) / before, (values[top + 1] - values[top]) / after
    bend = (up - down) / (0.5 * (before + after))
    slope = (down * after + up * before) / (before + after)
    return t - slope / bend if bend < 0 else t
