"""What happens in the air without anybody's order: the speed of sound, and the hardest push."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from game.flight.air import STEP_M, table
from game.flight.forces import Knot
from game.flight.motion import EARTH_M, TURN
from game.flight.track import Happening


def in_the_air(knots: Sequence[Knot]) -> list[Happening]:
    """`mach-1` and `max-q` (the greatest dynamic pressure), where the flight came to them.

    The moment of Mach 1 is linear between two steps, that of the greatest pressure the top of the
    parabola through three.
    """
    times: list[float] = []
    pressures: list[float] = []
    found: list[Happening] = []
    rows = table()
    mach = 0.0
    for t, state in knots:
        x, y, z, u, v, w = state
        at = (sqrt(x * x + y * y + z * z) - EARTH_M) / STEP_M
        row = max(0, int(at))
        if row >= len(rows):
            break
        _, density, sound, _, dr, ds = rows[row]
        at -= row
        wu, wv = u + TURN * y, v - TURN * x
        square = wu * wu + wv * wv + w * w
        before, mach = mach, sqrt(square) * (sound + at * ds)
        if before < 1 <= mach and not found:
            share = (1 - before) / (mach - before)
            found.append(Happening("mach-1", times[-1] + share * (t - times[-1]), "computed"))
        times.append(t)
        pressures.append(0.5 * (density + at * dr) * square)
        if mach > 1.5 and pressures[-1] < 0.8 * max(pressures):
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
