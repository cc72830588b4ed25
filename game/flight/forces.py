"""What moves a vehicle: gravity, thrust in the air around it, and drag."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, sin, sqrt

from game.flight import air, drag
from game.flight.motion import EARTH_M, MU, TURN, Acceleration, Pull

_AIR_TOP = EARTH_M + air.TOP_M


@dataclass(frozen=True, slots=True)
class Engines:
    """All that burns together: thrust in vacuum (N), what each pascal of air takes of it (m2),
    and flow (kg/s). Thrust is F = F_vac - p A (Sutton and Biblarz, equation 2-13)."""

    thrust: float
    area: float
    flow: float


def pull_on(
    engines: Engines,
    normal: tuple[float, float, float],
    drag_area: float,
    began: tuple[float, float],
    pitch: tuple[float, float] | None,
    radius: float,
) -> Acceleration:
    """The acceleration over one step that began at (time in s, mass in kg).

    `pitch` is the angle over the local horizon then and its change a second (rad, rad/s), in the
    plane with that `normal`; None points along the stream of the air, which turns with the Earth.
    Above the air, by the `radius` (m) at the beginning, air is left out.
    """
    if pitch is None:
        return _in_air(engines, normal, drag_area, began, 0.0, 0.0, True)
    if radius < _AIR_TOP:
        return _in_air(engines, normal, drag_area, began, *pitch, False)
    return _above_air(engines, normal, began, *pitch)


def _above_air(
    engines: Engines,
    normal: tuple[float, float, float],
    began: tuple[float, float],
    pitch: float,
    rate: float,
) -> Acceleration:
    thrust, flow = engines.thrust, engines.flow
    nx, ny, nz = normal
    t0, mass0 = began

    def pull(t: float, x: float, y: float, z: float, _u: float, _v: float, _w: float) -> Pull:
        square = x * x + y * y + z * z
        radius = sqrt(square)
        since = t - t0
        push = thrust / ((mass0 - flow * since) * radius)
        angle = pitch + rate * since
        up = sin(angle) * push - MU / (square * radius)
        ahead = cos(angle) * push
        return (
            up * x + ahead * (ny * z - nz * y),
            up * y + ahead * (nz * x - nx * z),
            up * z + ahead * (nx * y - ny * x),
        )

    return pull


def _in_air(
    engines: Engines,
    normal: tuple[float, float, float],
    drag_area: float,
    began: tuple[float, float],
    pitch: float,
    rate: float,
    along: bool,
) -> Acceleration:
    thrust, area, flow = engines.thrust, engines.area, engines.flow
    nx, ny, nz = normal
    t0, mass0 = began
    rows = air.table()
    last = len(rows) - 1
    curve = drag.table()
    fastest = len(curve) - 1
    per_row, per_mach = 1 / air.STEP_M, 1 / drag.STEP
    half = 0.5 * drag_area

    def pull(t: float, x: float, y: float, z: float, u: float, v: float, w: float) -> Pull:
        square = x * x + y * y + z * z
        radius = sqrt(square)
        since = t - t0
        mass = mass0 - flow * since
        wu, wv = u + TURN * y, v - TURN * x
        speed = sqrt(wu * wu + wv * wv + w * w)
        at = (radius - EARTH_M) * per_row
        row = int(at)
        if row > last:
            push, against = thrust / mass, 0.0
        else:
            row = max(row, 0)
            pressure, density, sound, dp, dr, ds = rows[row]
            at -= row
            push = (thrust - area * (pressure + at * dp)) / mass
            mach = speed * (sound + at * ds) * per_mach
            number = int(mach)
            if number < fastest:
                low = curve[number]
                drags = low + (mach - number) * (curve[number + 1] - low)
            else:
                drags = curve[fastest]
            against = half * drags * (density + at * dr) * speed / mass
        pull = -MU / (square * radius)
        if along:
            net = push / speed - against
            return pull * x + net * wu, pull * y + net * wv, pull * z + net * w
        angle = pitch + rate * since
        push /= radius
        up = sin(angle) * push + pull
        ahead = cos(angle) * push
        return (
            up * x + ahead * (ny * z - nz * y) - against * wu,
            up * y + ahead * (nz * x - nx * z) - against * wv,
            up * z + ahead * (nx * y - ny * x) - against * w,
        )

    return pull
