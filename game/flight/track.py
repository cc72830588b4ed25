"""A flight that was computed: what happened, and how things stand at any moment of it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from math import acos, asin, cos, degrees, sin, sqrt
from typing import Literal, NamedTuple

from game.flight.air import SEA_LEVEL_PA, air_at
from game.flight.forces import Knot, Leg
from game.flight.motion import EARTH_M, TURN, State
from game.flight.orbit import Reached
from game.flight.vehicle import Payload, Vehicle

How = Literal["commanded", "computed"]
"""Whether an event's time was given by a published timer, or came out."""


class Burn(NamedTuple):
    """From `t` on, a stage's blocks together hold `left` kg and burn `flow` kg/s at `share`."""

    t: float
    left: float
    flow: float
    share: float


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of a flight: its name, its time after lift-off, and whether that was commanded."""

    name: str
    t_s: float
    how: How


@dataclass(frozen=True, slots=True)
class Sample:
    """How things stand at one moment.

    `t_s` after lift-off (negative on the pad); `height_km` over a sphere of 6371 km; `downrange_km`
    along the ground from the pad; `speed_m_s` relative to the turning Earth, `inertial_m_s` not;
    `pitch_deg` of the vehicle's axis and `climb_deg` of its path over the local horizon;
    `ambient_pa` of the air, `dynamic_pa` of its stream; `throttle` (0 to 1) and `left_kg` of each
    stage, in the vehicle's order, all blocks of it together.
    """

    t_s: float
    height_km: float
    downrange_km: float
    speed_m_s: float
    inertial_m_s: float
    pitch_deg: float
    climb_deg: float
    mass_kg: float
    thrust_n: float
    ambient_pa: float
    dynamic_pa: float
    mach: float
    throttle: tuple[float, ...]
    left_kg: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Flight:
    """One vehicle's climb with one payload. `reached`: the orbit that was aimed at was entered.

    `knots` are the states after each step, `legs` the pieces on which nothing was switched, `burns`
    each stage's propellant, in the vehicle's order. `orbit` is what the last state flies on to.
    """

    vehicle: Vehicle
    payload: Payload
    knots: tuple[Knot, ...]
    legs: tuple[Leg, ...]
    burns: tuple[tuple[Burn, ...], ...]
    events: tuple[Happening, ...]
    orbit: Reached
    reached: bool

    @property
    def begin_s(self) -> float:
        """When the engines are lit, in seconds after lift-off: negative."""
        return min((level.t_s for level in self.vehicle.pad_thrust), default=0.0)

    @property
    def end_s(self) -> float:
        """When the last thing happened."""
        return self.knots[-1][0]

    def event(self, name: str) -> Happening | None:
        """The event of that name, if it happened."""
        return next((event for event in self.events if event.name == name), None)

    def left_percent(self) -> float:
        """What the last stage that ends here had left at its end, as a share of its load."""
        number = max(i for i, stage in enumerate(self.vehicle.stages) if not stage.goes_on)
        stage = self.vehicle.stages[number]
        last = self.burns[number][-1]
        return 100 * last.left / (stage.propellant_kg.value * stage.count)

    def at(self, t: float) -> Sample:
        """The sample of any time; before ignition and after the end, the first and the last."""
        if t < 0:
            return self._on_pad(max(t, self.begin_s))
        t = min(t, self.end_s)
        number = bisect_right(self.knots, t, key=lambda knot: knot[0])
        number = min(max(1, number), len(self.knots) - 1)
        return self._sample(t, _between(self.knots[number - 1], self.knots[number], t), 1.0)

    def _on_pad(self, t: float) -> Sample:
        share = 0.0
        for level in self.vehicle.pad_thrust:
            if level.t_s <= t:
                share = level.share
        still = self._sample(0.0, self.knots[0][1], share)
        throttle = tuple(share if stage.lights == "pad" else 0.0 for stage in self.vehicle.stages)
        return replace(still, t_s=t, throttle=throttle)

    def _sample(self, t: float, state: State, share: float) -> Sample:
        leg = self.legs[max(0, bisect_right(self.legs, t, key=lambda leg: leg.t) - 1)]
        x, y, z, u, v, w = state
        radius = sqrt(x * x + y * y + z * z)
        height = radius - EARTH_M
        wu, wv = u + TURN * y, v - TURN * x
        speed = sqrt(wu * wu + wv * wv + w * w)
        climb = asin(max(-1.0, min(1.0, (x * wu + y * wv + z * w) / (radius * max(speed, 1e-9)))))
        air = air_at(height)
        engines = leg.engines
        thrust = engines.thrust - engines.area * min(air.pressure, SEA_LEVEL_PA)
        holds = [_burn_at(burns, t) for burns in self.burns]
        pitch = climb if leg.pitch is None else leg.pitch + leg.rate * (t - leg.t)
        return Sample(
            t_s=t,
            height_km=height / 1e3,
            downrange_km=_downrange_m(self.knots[0][1], state, t) / 1e3,
            speed_m_s=speed,
            inertial_m_s=sqrt(u * u + v * v + w * w),
            pitch_deg=degrees(pitch),
            climb_deg=degrees(climb),
            mass_kg=leg.mass - engines.flow * (t - leg.t),
            thrust_n=share * max(0.0, thrust),
            ambient_pa=air.pressure,
            dynamic_pa=0.5 * air.density * speed * speed,
            mach=speed / air.sound,
            throttle=tuple(share for share, _ in holds),
            left_kg=tuple(left for _, left in holds),
        )


def _burn_at(burns: tuple[Burn, ...], t: float) -> tuple[float, float]:
    number = bisect_right(burns, t, key=lambda burn: burn.t)
    if number == 0:
        return 0.0, burns[0].left if burns else 0.0
    burn = burns[number - 1]
    return burn.share, max(0.0, burn.left - burn.flow * (t - burn.t))


def _between(now: Knot, then: Knot, t: float) -> State:
    """The state between two knots, by the cubic that has their places and their speeds."""
    whole = then[0] - now[0]
    s = (t - now[0]) / whole
    a, b = (1 + 2 * s) * (1 - s) ** 2, s * s * (3 - 2 * s)
    c, d = s * (1 - s) ** 2 * whole, s * s * (s - 1) * whole
    first, last = now[1], then[1]
    place = [a * first[i] + b * last[i] + c * first[i + 3] + d * last[i + 3] for i in range(3)]
    speed = [first[i] + s * (last[i] - first[i]) for i in range(3, 6)]
    return place[0], place[1], place[2], speed[0], speed[1], speed[2]


def _downrange_m(pad: State, state: State, t: float) -> float:
    """The way along the ground from the pad, which has turned with the Earth, by great circle."""
    x, y, z = pad[:3]
    turned = TURN * t
    px, py = x * cos(turned) - y * sin(turned), x * sin(turned) + y * cos(turned)
    dot = px * state[0] + py * state[1] + z * state[2]
    size = sqrt((x * x + y * y + z * z) * (state[0] ** 2 + state[1] ** 2 + state[2] ** 2))
    return EARTH_M * acos(max(-1.0, min(1.0, dot / size)))
