"""Where the thrust points: the published programme, and guidance into an orbit."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import asin, exp, radians

from game.flight.motion import MU
from game.flight.orbit import Entry

KICK_S = 12.0
"""How long the pitch-over takes that begins the gravity turn."""

RATE = radians(2.0)
"""How fast a vehicle turns at most after the gravity turn, rad/s. An estimate."""

STEADY_S = 2.0
"""So long before the end guidance holds its pitch: what is left to correct divides by nothing."""

SETTLED_S = 10.0
"""So long before the end guidance leaves the height as it is and settles the climb alone."""

STEEPEST = radians(75.0)


@dataclass(frozen=True, slots=True)
class Push:
    """Thrust (N) and exhaust speed (m/s)."""

    thrust: float
    exhaust: float


def pitch_between(knots: tuple[tuple[float, float], ...], t: float) -> float:
    """Pitch at a time, linear between knots (in the knots' unit), held before and after them."""
    number = bisect_right(knots, t, key=lambda knot: knot[0])
    if number == 0:
        return knots[0][1]
    if number == len(knots):
        return knots[-1][1]
    (t0, low), (t1, high) = knots[number - 1], knots[number]
    return low + (high - low) * (t - t0) / (t1 - t0)


def burn_time(change: float, mass: float, push: Push) -> float:
    """Seconds in which a push changes the speed of a mass (kg) by `change` m/s.

    Tsiolkovsky's rocket equation (1903), solved for time.
    """
    return mass * push.exhaust / push.thrust * (1 - exp(-change / push.exhaust))


def before_verniers(entry: Entry, mass: float, alone: float, lasts: float) -> Entry:
    """Where the main engine must bring a vehicle of that mass (kg), so that its verniers, pushing
    ahead with `alone` newtons for `lasts` seconds, end at `entry`.

    Gravity less the centrifugal part is taken as that of the middle of their time, and their push
    as steady: it is a few per cent of gravity's.
    """
    gained = alone * lasts / mass
    half = entry.across - gained / 2
    heavy = MU / (entry.radius * entry.radius) - half * half / entry.radius
    up = entry.up + heavy * lasts
    radius = entry.radius - up * lasts + heavy * lasts * lasts / 2
    return Entry(radius, up, entry.across - gained, entry.energy)


def guide(
    entry: Entry,
    motion: tuple[float, float, float],
    mass: float,
    push: Push,
    before_s: float,
) -> tuple[float, float, float]:
    """(time to go, radial acceleration now, its change a second) that lead into the orbit.

    `motion` is the radius (m) and the speeds up and across (m/s), in axes that do not turn.
    Cherry, A General, Explicit, Optimizing Guidance Law for Rocket-Propelled Spaceflight (AIAA
    64-638): the net radial acceleration is linear in time, and its two numbers follow from height
    and climb wanted at the end. The time is that of the speed still to be gained, with `before_s`
    (the last answer) as the first guess of how long gravity must be carried.
    """
    radius, up, across = motion
    heavy = MU / (radius * radius) - across * across / radius
    heavy_then = MU / (entry.radius * entry.radius) - entry.across * entry.across / entry.radius
    gained = entry.across - across
    time = before_s
    for _ in range(2):
        lift = entry.up - up + (2 * heavy + heavy_then) / 3 * time
        change = (gained * gained + lift * lift) ** 0.5
        time = burn_time(change if gained > 0 else 0.0, mass, push)
    time = max(time, 1e-3)
    climb = entry.up - up
    if time < SETTLED_S:
        return time, climb / time, 0.0
    rise = entry.radius - radius - up * time
    first = (6 * rise / time - 2 * climb) / time
    slope = (6 * climb - 12 * rise / time) / (time * time)
    return time, first, slope


def pitch_for(radial: float, radius: float, across: float, push: float) -> float:
    """Pitch (rad) whose thrust acceleration `push` gives the net radial acceleration wanted."""
    sine = (radial + MU / (radius * radius) - across * across / radius) / push
    if sine >= 1:
        return STEEPEST
    return max(-STEEPEST, min(STEEPEST, asin(max(sine, -1.0))))
