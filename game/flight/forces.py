"""What moves a vehicle: gravity, thrust in the air around it, and drag; step after step."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from math import ceil, cos, sin, sqrt
from typing import NamedTuple

from game.flight import air, drag
from game.flight.motion import EARTH_M, MU, TURN, Pull, State

LOWEST_M = -100.0
"""Under this height a flight has come down again."""

_TOP_SQUARE = (EARTH_M + air.TOP_M) ** 2
_LOWEST_SQUARE = (EARTH_M + LOWEST_M) ** 2

Knot = tuple[float, State]
"""A time (s) and the state then."""


class Engines(NamedTuple):
    """All that burns together: thrust in vacuum (N), what each pascal of air takes of it (m2),
    and flow (kg/s). Thrust is F = F_vac - p A (Sutton and Biblarz, equation 2-13)."""

    thrust: float
    area: float
    flow: float


class Leg(NamedTuple):
    """A piece of the way on which nothing is switched: mass (kg) at its beginning `t`, engines,
    and the pitch over the local horizon with its change a second (rad, rad/s), in the plane whose
    normal is `normal`. A pitch of None points along the stream of the air.
    """

    t: float
    mass: float
    engines: Engines
    pitch: float | None
    rate: float
    drag_area: float
    normal: tuple[float, float, float]


def travel(leg: Leg, knots: list[Knot], end: float, longest: float) -> None:
    """Go on from the last knot until `end` in equal steps of at most `longest` seconds.

    A knot is added for each step; under `LOWEST_M` it stops. Steps are those of `motion.step`, with
    what does not depend on the place (mass, pitch) reckoned once for each of a step's moments.
    """
    while (left := end - knots[-1][0]) > 1e-9:
        count = max(1, ceil(left / longest - 1e-6))
        x, y, z = knots[-1][1][:3]
        square = x * x + y * y + z * z
        if square < _LOWEST_SQUARE:
            return
        if leg.pitch is None:
            _along_stream(leg, knots, left / count, count)
        elif square < _TOP_SQUARE:
            _in_air(leg, knots, left / count, count)
        else:
            _above_air(leg, knots, left / count, count)


def _above_air(leg: Leg, knots: list[Knot], dt: float, count: int) -> None:
    """Gravity and thrust. The four evaluations are written out: a call costs as much as each."""
    nx, ny, nz = leg.normal
    thrust, flow, mass, rate = leg.engines.thrust, leg.engines.flow, leg.mass, leg.rate
    began, first = leg.t, leg.pitch or 0.0
    start, (x, y, z, u, v, w) = knots[-1]
    half, sixth = dt / 2, dt / 6
    since = start - began
    push, angle = thrust / (mass - flow * since), first + rate * since
    up, ahead = sin(angle) * push, cos(angle) * push
    for number in range(1, count + 1):
        square = x * x + y * y + z * z
        inverse = 1 / sqrt(square)
        lift, on = (up - MU / square) * inverse, ahead * inverse
        a = lift * x + on * (ny * z - nz * y)
        b = lift * y + on * (nz * x - nx * z)
        c = lift * z + on * (nx * y - ny * x)

        middle, since = since + half, start - began + number * dt
        push, angle = thrust / (mass - flow * middle), first + rate * middle
        up, ahead = sin(angle) * push, cos(angle) * push
        x2, y2, z2 = x + half * u, y + half * v, z + half * w
        square = x2 * x2 + y2 * y2 + z2 * z2
        inverse = 1 / sqrt(square)
        lift, on = (up - MU / square) * inverse, ahead * inverse
        d = lift * x2 + on * (ny * z2 - nz * y2)
        e = lift * y2 + on * (nz * x2 - nx * z2)
        f = lift * z2 + on * (nx * y2 - ny * x2)

        u2, v2, w2 = u + half * a, v + half * b, w + half * c
        x2, y2, z2 = x + half * u2, y + half * v2, z + half * w2
        square = x2 * x2 + y2 * y2 + z2 * z2
        inverse = 1 / sqrt(square)
        lift, on = (up - MU / square) * inverse, ahead * inverse
        g = lift * x2 + on * (ny * z2 - nz * y2)
        h = lift * y2 + on * (nz * x2 - nx * z2)
        i = lift * z2 + on * (nx * y2 - ny * x2)

        push, angle = thrust / (mass - flow * since), first + rate * since
        up, ahead = sin(angle) * push, cos(angle) * push
        u3, v3, w3 = u + half * d, v + half * e, w + half * f
        x2, y2, z2 = x + dt * u3, y + dt * v3, z + dt * w3
        square = x2 * x2 + y2 * y2 + z2 * z2
        inverse = 1 / sqrt(square)
        lift, on = (up - MU / square) * inverse, ahead * inverse
        u4, v4, w4 = u + dt * g, v + dt * h, w + dt * i
        x += sixth * (u + 2 * (u2 + u3) + u4)
        y += sixth * (v + 2 * (v2 + v3) + v4)
        z += sixth * (w + 2 * (w2 + w3) + w4)
        u += sixth * (a + 2 * (d + g) + lift * x2 + on * (ny * z2 - nz * y2))
        v += sixth * (b + 2 * (e + h) + lift * y2 + on * (nz * x2 - nx * z2))
        w += sixth * (c + 2 * (f + i) + lift * z2 + on * (nx * y2 - ny * x2))
        knots.append((start + number * dt, (x, y, z, u, v, w)))


def _along_stream(leg: Leg, knots: list[Knot], dt: float, count: int) -> None:
    """A gravity turn: thrust and drag along the stream of the air. Written out as well."""
    thrust, area, flow = leg.engines.thrust, leg.engines.area, leg.engines.flow
    mass, began, drag_area = leg.mass, leg.t, leg.drag_area
    rows, curve = _rows(), _curve()
    last, fastest = len(rows) - 1, len(curve) - 1
    per_row = 1 / air.STEP_M
    bottom = EARTH_M * per_row
    start, (x, y, z, u, v, w) = knots[-1]
    half, sixth = dt / 2, dt / 6
    since = start - began
    each = 1 / (mass - flow * since)
    for number in range(1, count + 1):
        square = x * x + y * y + z * z
        radius = sqrt(square)
        wu, wv = u + TURN * y, v - TURN * x
        speed = sqrt(wu * wu + wv * wv + w * w)
        at = radius * per_row - bottom
        row = int(at)
        if row < last:
            pressure, dp, density, dr, sound, ds = rows[row]
            at -= row
            mach = speed * (sound + at * ds)
            step = int(mach)
            low, dl = curve[step if step < fastest else fastest]
            net = (thrust - area * (pressure + at * dp)) / speed
            net -= drag_area * speed * (density + at * dr) * (low + (mach - step) * dl)
            net *= each
        else:
            net = thrust * each / speed
        weight = MU / (square * radius)
        a, b, c = net * wu - weight * x, net * wv - weight * y, net * w - weight * z

        each = 1 / (mass - flow * (since + half))
        x2, y2, z2 = x + half * u, y + half * v, z + half * w
        u2, v2, w2 = u + half * a, v + half * b, w + half * c
        square = x2 * x2 + y2 * y2 + z2 * z2
        radius = sqrt(square)
        wu, wv = u2 + TURN * y2, v2 - TURN * x2
        speed = sqrt(wu * wu + wv * wv + w2 * w2)
        at = radius * per_row - bottom
        row = int(at)
        if row < last:
            pressure, dp, density, dr, sound, ds = rows[row]
            at -= row
            mach = speed * (sound + at * ds)
            step = int(mach)
            low, dl = curve[step if step < fastest else fastest]
            net = (thrust - area * (pressure + at * dp)) / speed
            net -= drag_area * speed * (density + at * dr) * (low + (mach - step) * dl)
            net *= each
        else:
            net = thrust * each / speed
        weight = MU / (square * radius)
        d, e, f = net * wu - weight * x2, net * wv - weight * y2, net * w2 - weight * z2

        x2, y2, z2 = x + half * u2, y + half * v2, z + half * w2
        u3, v3, w3 = u + half * d, v + half * e, w + half * f
        square = x2 * x2 + y2 * y2 + z2 * z2
        radius = sqrt(square)
        wu, wv = u3 + TURN * y2, v3 - TURN * x2
        speed = sqrt(wu * wu + wv * wv + w3 * w3)
        at = radius * per_row - bottom
        row = int(at)
        if row < last:
            pressure, dp, density, dr, sound, ds = rows[row]
            at -= row
            mach = speed * (sound + at * ds)
            step = int(mach)
            low, dl = curve[step if step < fastest else fastest]
            net = (thrust - area * (pressure + at * dp)) / speed
            net -= drag_area * speed * (density + at * dr) * (low + (mach - step) * dl)
            net *= each
        else:
            net = thrust * each / speed
        weight = MU / (square * radius)
        g, h, i = net * wu - weight * x2, net * wv - weight * y2, net * w3 - weight * z2

        since = start - began + number * dt
        each = 1 / (mass - flow * since)
        x2, y2, z2 = x + dt * u3, y + dt * v3, z + dt * w3
        u4, v4, w4 = u + dt * g, v + dt * h, w + dt * i
        square = x2 * x2 + y2 * y2 + z2 * z2
        radius = sqrt(square)
        wu, wv = u4 + TURN * y2, v4 - TURN * x2
        speed = sqrt(wu * wu + wv * wv + w4 * w4)
        at = radius * per_row - bottom
        row = int(at)
        if row < last:
            pressure, dp, density, dr, sound, ds = rows[row]
            at -= row
            mach = speed * (sound + at * ds)
            step = int(mach)
            low, dl = curve[step if step < fastest else fastest]
            net = (thrust - area * (pressure + at * dp)) / speed
            net -= drag_area * speed * (density + at * dr) * (low + (mach - step) * dl)
            net *= each
        else:
            net = thrust * each / speed
        weight = MU / (square * radius)
        j, k, m = net * wu - weight * x2, net * wv - weight * y2, net * w4 - weight * z2

        x += sixth * (u + 2 * (u2 + u3) + u4)
        y += sixth * (v + 2 * (v2 + v3) + v4)
        z += sixth * (w + 2 * (w2 + w3) + w4)
        u += sixth * (a + 2 * (d + g) + j)
        v += sixth * (b + 2 * (e + h) + k)
        w += sixth * (c + 2 * (f + i) + m)
        knots.append((start + number * dt, (x, y, z, u, v, w)))
        if x * x + y * y + z * z < _LOWEST_SQUARE:
            return


def _in_air(leg: Leg, knots: list[Knot], dt: float, count: int) -> None:
    """The same in the air; it stops at the first knot above it."""
    nx, ny, nz = leg.normal
    thrust, area, flow = leg.engines.thrust, leg.engines.area, leg.engines.flow
    mass, rate, began = leg.mass, leg.rate, leg.t
    first = leg.pitch or 0.0
    rows, curve = _rows(), _curve()
    last, fastest = len(rows) - 1, len(curve) - 1
    per_row = 1 / air.STEP_M
    bottom = EARTH_M * per_row
    drag_area = leg.drag_area
    start, state = knots[-1]

    def pull(
        x: float, y: float, z: float, u: float, v: float, w: float,
        each: float, up: float, ahead: float,
    ) -> Pull:  # fmt: skip
        square = x * x + y * y + z * z
        radius = sqrt(square)
        u += TURN * y
        v -= TURN * x
        speed = sqrt(u * u + v * v + w * w)
        at = radius * per_row - bottom
        row = int(at)
        if row < last:
            pressure, dp, half, dh, sound, ds = rows[row]
            at -= row
            mach = speed * (sound + at * ds)
            number = int(mach)
            low, dl = curve[number if number < fastest else fastest]
            against = drag_area * each * speed * (half + at * dh) * (low + (mach - number) * dl)
            push = (thrust - area * (pressure + at * dp)) * each
        else:
            against, push = 0.0, thrust * each
        weight = MU / (square * radius)
        push /= radius
        up = up * push - weight
        ahead *= push
        return (
            up * x + ahead * (ny * z - nz * y) - against * u,
            up * y + ahead * (nz * x - nx * z) - against * v,
            up * z + ahead * (nx * y - ny * x) - against * w,
        )

    x, y, z, u, v, w = state
    half, sixth = dt / 2, dt / 6
    since = start - began
    angle = first + rate * since
    each, up, ahead = 1 / (mass - flow * since), sin(angle), cos(angle)
    for number in range(1, count + 1):
        a, b, c = pull(x, y, z, u, v, w, each, up, ahead)
        middle, since = since + half, start - began + number * dt
        each = 1 / (mass - flow * middle)
        angle = first + rate * middle
        up, ahead = sin(angle), cos(angle)
        u2, v2, w2 = u + half * a, v + half * b, w + half * c
        d, e, f = pull(x + half * u, y + half * v, z + half * w, u2, v2, w2, each, up, ahead)
        u3, v3, w3 = u + half * d, v + half * e, w + half * f
        g, h, i = pull(x + half * u2, y + half * v2, z + half * w2, u3, v3, w3, each, up, ahead)
        u4, v4, w4 = u + dt * g, v + dt * h, w + dt * i
        each = 1 / (mass - flow * since)
        angle = first + rate * since
        up, ahead = sin(angle), cos(angle)
        j, k, m = pull(x + dt * u3, y + dt * v3, z + dt * w3, u4, v4, w4, each, up, ahead)
        x += sixth * (u + 2 * (u2 + u3) + u4)
        y += sixth * (v + 2 * (v2 + v3) + v4)
        z += sixth * (w + 2 * (w2 + w3) + w4)
        u += sixth * (a + 2 * (d + g) + j)
        v += sixth * (b + 2 * (e + h) + k)
        w += sixth * (c + 2 * (f + i) + m)
        knots.append((start + number * dt, (x, y, z, u, v, w)))
        square = x * x + y * y + z * z
        if not _LOWEST_SQUARE < square < _TOP_SQUARE:
            return


@cache
def _rows() -> tuple[air.Row, ...]:
    """The air's rows as a step wants them: pressure, half the density, and what turns a speed into
    steps of a Mach number, each with how it changes to the next row."""
    return tuple(
        (p, dp, r / 2, dr / 2, s / drag.STEP, ds / drag.STEP) for p, r, s, dp, dr, ds in air.table()
    )


@cache
def _curve() -> tuple[tuple[float, float], ...]:
    """Drag coefficients with how each changes to the next; the last one stays."""
    curve = drag.table()
    return (*((low, high - low) for low, high in pairwise(curve)), (curve[-1], 0.0))
