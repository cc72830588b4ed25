"""Motion of a point over a round Earth: gravity, and one step of Runge and Kutta."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt

EARTH_M = 6_371_000.0
"""Radius of the round Earth; heights are over this sphere."""

MU = 3.986004418e14
"""Earth's gravitational parameter, m3/s2 (IERS Conventions 2010, table 1.1)."""

TURN = 7.292115e-5
"""How fast the Earth turns, rad/s (IERS Conventions 2010, table 1.1)."""

G0 = 9.80665
"""Standard gravity, m/s2, by which specific impulse in seconds is defined."""

State = tuple[float, float, float, float, float, float]
"""Position (m) and speed (m/s) in axes that do not turn: z through the north pole, x through the
equator at the longitude of the pad at lift-off."""

Pull = tuple[float, float, float]
Acceleration = Callable[[float, float, float, float, float, float, float], Pull]
"""(t, x, y, z, vx, vy, vz) to acceleration, m/s2."""


def gravity(_t: float, x: float, y: float, z: float, _vx: float, _vy: float, _vz: float) -> Pull:
    """Acceleration by a round Earth alone: Newton, mu / r2 towards its middle."""
    square = x * x + y * y + z * z
    pull = -MU / (square * sqrt(square))
    return pull * x, pull * y, pull * z


def step(acceleration: Acceleration, t: float, state: State, dt: float) -> State:
    """The state `dt` seconds later, by the classic fourth-order Runge-Kutta method.

    Kutta (1901), as in Hairer, Norsett and Wanner, Solving Ordinary Differential Equations I,
    table 1.2. Speeds are inlined: the derivative of a position is known.
    """
    x, y, z, u, v, w = state
    half = 0.5 * dt
    a, b, c = acceleration(t, x, y, z, u, v, w)
    u2, v2, w2 = u + half * a, v + half * b, w + half * c
    middle = t + half
    d, e, f = acceleration(middle, x + half * u, y + half * v, z + half * w, u2, v2, w2)
    u3, v3, w3 = u + half * d, v + half * e, w + half * f
    g, h, i = acceleration(middle, x + half * u2, y + half * v2, z + half * w2, u3, v3, w3)
    u4, v4, w4 = u + dt * g, v + dt * h, w + dt * i
    j, k, m = acceleration(t + dt, x + dt * u3, y + dt * v3, z + dt * w3, u4, v4, w4)
    sixth = dt / 6
    return (
        x + sixth * (u + 2 * (u2 + u3) + u4),
        y + sixth * (v + 2 * (v2 + v3) + v4),
        z + sixth * (w + 2 * (w2 + w3) + w4),
        u + sixth * (a + 2 * (d + g) + j),
        v + sixth * (b + 2 * (e + h) + k),
        w + sixth * (c + 2 * (f + i) + m),
    )
