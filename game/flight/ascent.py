"""The climb: every order in its time, and between orders the equations of motion."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, inf, pi, radians, sin, sqrt

from game.flight import air, steering
from game.flight.forces import LOWEST_M, Knot, Leg, travel
from game.flight.moments import in_the_air
from game.flight.motion import EARTH_M, G0, TURN, State
from game.flight.orbit import Entry, energy, entry_of, orbit_of
from game.flight.stack import Block, Stack
from game.flight.steering import KICK_S, Push
from game.flight.track import Burn, Flight, Happening, How
from game.flight.vehicle import Part, Payload, Programme, Vehicle, Verniers

STEP_S = 0.5
"""One step; at 1.0 s the events already agree with those of 0.05 s."""

CYCLE_S = 8.0
"""How often guidance thinks again; towards the end more often, in its last seconds each second."""

THROTTLED_S = 2.0
"""How often an engine that holds an acceleration is throttled anew."""

LONGEST_S = 4000.0
"""A flight that has not ended by then is stopped: no vehicle here climbs for an hour."""


@dataclass(frozen=True, slots=True)
class _Order:
    """Something to be done at a time: `light`, `throttle`, `cut` or `leave` a stage, or `drop`."""

    t: float
    what: str
    item: Block | Part
    how: How
    share: float = 1.0


def fly(
    vehicle: Vehicle,
    programme: Programme | None = None,
    payload: Payload | None = None,
    step_s: float = STEP_S,
) -> Flight:
    """Fly a vehicle with its own programme, or another, or another payload.

    ValueError if the vehicle has no programme and none is given.
    """
    chosen = programme or vehicle.programme
    if chosen is None:
        raise ValueError(f"{vehicle.id} has no pitch programme")
    return _Ascent(vehicle, chosen, payload or vehicle.payload, step_s).run()


class _Ascent:
    def __init__(
        self, vehicle: Vehicle, programme: Programme, payload: Payload, step_s: float
    ) -> None:
        self.vehicle = vehicle
        self.programme = programme
        self.payload = payload
        self.step_s = step_s
        self.t = 0.0
        self.stack = Stack(vehicle, payload)
        self.legs: list[Leg] = []
        self.events: list[Happening] = []
        self.orders: list[_Order] = []
        self.knots_of_pitch: tuple[tuple[float, float], ...] | None = None
        # When the way of steering changes.
        self.marks = [
            programme.vertical_s, programme.vertical_s + KICK_S, programme.guided_from_s
        ]  # fmt: skip
        self.pitch = pi / 2
        self.to_go = 200.0
        self.reached = False
        self.area_m2 = vehicle.drag_area_m2.value
        latitude = radians(vehicle.site.latitude_deg.value)
        self.state: State = (
            EARTH_M * cos(latitude), 0.0, EARTH_M * sin(latitude),
            0.0, TURN * EARTH_M * cos(latitude), 0.0,
        )  # fmt: skip
        self.knots: list[Knot] = [(0.0, self.state)]
        self.normal = _normal(latitude, radians(programme.azimuth_deg))

    def run(self) -> Flight:
        self._begin()
        while self.t < LONGEST_S and (self.orders or self.stack.burning) and self._aloft():
            self._fly_on()
        self._leg(self.pitch, 0.0)
        for block in self.stack.blocks:
            if not block.burns:
                block.burns.append(Burn(self.t, block.left, 0.0, 0.0))
        events = (*self.events, *in_the_air(self.knots))
        return Flight(
            self.vehicle,
            self.payload,
            tuple(self.knots),
            tuple(self.legs),
            tuple(tuple(block.burns) for block in self.stack.blocks),
            tuple(sorted(events, key=lambda event: event.t_s)),
            orbit_of(self.state),
            self.reached,
        )

    def _begin(self) -> None:
        self._note("lift-off", "commanded")
        for block in self.stack.blocks:
            stage = block.stage
            if stage.lights == "pad":
                self._light(block, "commanded")
            elif stage.lights == "timer":
                self._order(self._time(f"{stage.id}-ignition"), "light", block, "commanded")
        for part in self.stack.parts:
            if not part.after:
                self._order(self._time(f"{part.id}-jettison"), "drop", part, "commanded")

    def _time(self, name: str) -> float:
        published = self.vehicle.published(name)
        assert published is not None and published.t_s is not None, name
        return published.t_s.value

    def _order(self, t: float, what: str, item: Block | Part, how: How, share: float = 1.0) -> None:
        self.orders.append(_Order(t, what, item, how, share))
        self.orders.sort(key=lambda order: order.t)

    def _note(self, name: str, how: How) -> None:
        self.events.append(Happening(name, self.t, how))

    # What an order does.

    def _obey(self, order: _Order) -> None:
        item = order.item
        if isinstance(item, Part):
            self.stack.drop(item)
            self._note(f"{item.id}-jettison", order.how)
        elif order.what == "light":
            self._light(item, order.how)
        elif order.what == "leave":
            self._leave(item, order.how)
        elif order.what == "throttle" and item.burning:
            self.stack.throttle(item, self.t, order.share)
        elif order.what == "cut" and item.burning:
            self._cut(item, order.how)

    def _light(self, block: Block, how: How) -> None:
        stage = block.stage
        self.stack.light(block, self.t)
        self.to_go = block.dry_in()
        if stage.lights != "pad":
            self._note(f"{stage.id}-ignition", how)
        for t, share in stage.throttle:
            self._order(t, "throttle", block, "commanded", share)
        if stage.ends == "timer":
            end = self.vehicle.published(f"{stage.id}-cut-off")
            if end is not None and end.t_s is not None:
                t = end.t_s.value
            else:
                t = self._time(f"{stage.id}-separation") - (stage.leaves_s or 0.0)
            self._order(t, "cut", block, "commanded")

    def _cut(self, block: Block, how: How) -> None:
        stage = block.stage
        self.stack.cut(block, self.t)
        self._note(f"{stage.id}-cut-off", how)
        waiting = self._waiting(block)
        if waiting is not None and waiting.stage.lights_after_s >= 0:
            self._order(self.t + waiting.stage.lights_after_s, "light", waiting, how)
        if stage.leaves_s is not None:
            t = self.t + stage.leaves_s
            separation = self.vehicle.published(f"{stage.id}-separation")
            if how == "commanded" and separation is not None and separation.t_s is not None:
                t = max(self.t, separation.t_s.value)
            self._order(t, "leave", block, how)

    def _leave(self, block: Block, how: How) -> None:
        self.stack.leave(block)
        self._note(f"{block.stage.id}-separation", how)
        if self.knots_of_pitch is None:
            self.pitch = _climb(self.state)
            here = (self.t, self.pitch)
            rest = ((t, radians(pitch)) for t, pitch in self.programme.knots if t > self.t)
            self.knots_of_pitch = (here, *rest)
            self.marks += [t for t, _ in self.knots_of_pitch]
            widest = self.stack.widest_m()
            self.area_m2 = min(self.area_m2, pi / 4 * widest * widest)
        for part in self.stack.parts:
            if part.after == block.stage.id:
                self._order(self.t + part.after_s, "drop", part, how)

    def _waiting(self, block: Block) -> Block | None:
        """The stage that is lit when this one ends."""
        following = self.stack.blocks[block.number + 1 : block.number + 2]
        return following[0] if following and following[0].stage.lights == "after" else None

    # From one order to the next.

    def _fly_on(self) -> None:
        """To the next order, the next dry tank, the next knot or the orbit, then what is due."""
        ends = [self.orders[0].t if self.orders else LONGEST_S, self._throttle_down()]
        ends += [t for t in self.marks if t > self.t + 1e-9]
        ends += [self.t + block.dry_in() for block in self.stack.burning]
        for block, t, how in self._hot():
            if t <= self.t + 1e-9:
                self._light(block, how)
            else:
                ends.append(t)
        end = min(ends)
        guided = next((b for b in self.stack.burning if b.stage.ends == "orbit"), None)
        if guided is not None and self.t >= self.programme.guided_from_s - 1e-9:
            self._guided(guided, end)
        else:
            self._programmed(end)
        for block in self.stack.burning:
            if block.left <= 1e-6 * block.dry:
                block.left = 0.0
                self._cut(block, "computed")
        while self.orders and self.orders[0].t <= self.t + 1e-9:
            self._obey(self.orders.pop(0))

    def _hot(self) -> list[tuple[Block, float, How]]:
        """Stages that are lit while the one before them still pushes, and when."""
        found: list[tuple[Block, float, How]] = []
        for block in self.stack.burning:
            waiting = self._waiting(block)
            if waiting is None or waiting.burning or waiting.stage.lights_after_s >= 0:
                continue
            cuts = [o.t for o in self.orders if o.what == "cut" and o.item is block]
            dry = self.t + block.dry_in()
            how: How = "commanded" if cuts and cuts[0] < dry else "computed"
            found.append((waiting, min([dry, *cuts]) + waiting.stage.lights_after_s, how))
        return found

    def _throttle_down(self) -> float:
        """Throttle what must hold an acceleration, and say until when that stands."""
        until = inf
        for block in self.stack.burning:
            if block.stage.limit_g is None or block.alone:
                continue
            pressure = air.air_at(self._height()).pressure
            full = block.thrust - block.area * pressure
            others = sum(b.thrust * b.share for b in self.stack.burning if b is not block)
            limit = block.stage.limit_g.value * G0
            share = min(1.0, (limit * self.stack.mass - others) / full)
            if abs(share - block.share) > 1e-9:
                self.stack.throttle(block, self.t, share)
            # In the vacuum ahead it pushes harder: the limit is reached at this mass or later.
            spare = self.stack.mass - (block.thrust + others) / limit
            until = min(until, self.t + max(THROTTLED_S, spare / self.stack.engines.flow))
        return until

    def _programmed(self, end: float) -> None:
        """Fly by the programme; nothing of it changes before `end`."""
        own = self.programme
        if self.t < own.vertical_s - 1e-9:
            self._travel(end, pi / 2, 0.0)
        elif self.t < own.vertical_s + KICK_S - 1e-9:
            self._travel(end, self.pitch, -radians(own.kick_deg) / KICK_S)
        elif self.knots_of_pitch is None:
            self._travel(end, None, 0.0)
        elif self.t >= own.guided_from_s - 1e-9:
            self._travel(end, self.pitch, 0.0)
        else:
            then = steering.pitch_between(self.knots_of_pitch, end)
            self._travel(end, self.pitch, (then - self.pitch) / (end - self.t))

    def _guided(self, block: Block, end: float) -> None:
        """Steer into the orbit until `end`, or until it is reached."""
        aim = block.stage.aim or self.vehicle.orbit
        low, high = aim.perigee_km.value, aim.apogee_km.value
        entry = entry_of(low, high, aim.entry_km.value if aim.entry_km is not None else low)
        engines = self.stack.engines
        push = Push(engines.thrust, engines.thrust / engines.flow)
        verniers = None if block.alone else block.stage.verniers
        while self.t < end - 1e-9 and self._aloft():
            cycle = min(CYCLE_S, max(1.0, self.to_go / 4))
            dt = end - self.t if end - self.t < cycle + 1e-6 else cycle
            wanted = 0.0 if block.alone else self._wanted(entry, push, verniers, dt)
            if verniers is not None:
                if self.to_go <= 1e-3:
                    self.stack.main_off(block, self.t)
                    self.to_go = verniers.alone_s.value
                    self._note(f"{block.stage.id}-main-cut-off", "computed")
                    return
                dt = min(dt, self.to_go)
            turn = min(max(wanted - self.pitch, -steering.RATE * dt), steering.RATE * dt)
            before = len(self.knots), self.pitch, turn / dt
            self.to_go -= dt
            self._travel(self.t + dt, self.pitch, turn / dt)
            if energy(self.state) >= entry.energy:
                self._back(entry, *before)
                self._cut(block, "computed")
                if block.stage.aim is None:
                    self.reached = True
                    self._note("orbit", "computed")
                return

    def _wanted(self, entry: Entry, push: Push, verniers: Verniers | None, dt: float) -> float:
        """The pitch that guidance wants after `dt`, and `to_go` as it sees it now."""
        mass = self.stack.mass
        flow = push.thrust / push.exhaust
        if verniers is not None:
            then = mass - flow * self.to_go
            alone, lasts = verniers.thrust_vac_n.value, verniers.alone_s.value
            entry = steering.before_verniers(entry, then, alone, lasts)
        radius, up, across = _polar(self.state)
        motion = (radius, up, across)
        self.to_go, first, slope = steering.guide(entry, motion, mass, push, self.to_go)
        if self.to_go <= steering.STEADY_S:
            return self.pitch
        later = push.thrust / (mass - flow * dt)
        return steering.pitch_for(first + slope * dt, radius + up * dt, across, later)

    def _back(self, entry: Entry, count: int, pitch: float, rate: float) -> None:
        """Cut the last leg where the orbit's energy is reached (regula falsi on its length)."""
        t, state = self.knots[count - 1]
        low, high = 0.0, self.t - t
        short, over = energy(state) - entry.energy, energy(self.state) - entry.energy
        for _ in range(4):
            self.stack.burn(t - self.t)
            del self.knots[count:], self.legs[-1]
            middle = low - (high - low) * short / (over - short)
            self.t, self.state = t, state
            self._travel(t + middle, pitch, rate)
            value = energy(self.state) - entry.energy
            if value < 0:
                low, short = middle, value
            else:
                high, over = middle, value

    def _leg(self, pitch: float | None, rate: float) -> Leg:
        stack = self.stack
        leg = Leg(self.t, stack.mass, stack.engines, pitch, rate, self.area_m2, self.normal)
        self.legs.append(leg)
        return leg

    def _travel(self, end: float, pitch: float | None, rate: float) -> None:
        """Go on until `end` with nothing switched, with a pitch (rad) and its rate (rad/s)."""
        travel(self._leg(pitch, rate), self.knots, end, self.step_s)
        reached, self.state = self.knots[-1]
        dt = reached - self.t
        self.t = end if abs(end - reached) < 1e-9 else reached
        if pitch is not None:
            self.pitch = pitch + rate * dt
        self.stack.burn(dt)

    def _height(self) -> float:
        x, y, z = self.state[:3]
        return sqrt(x * x + y * y + z * z) - EARTH_M

    def _aloft(self) -> bool:
        return self._height() > LOWEST_M


def _normal(latitude: float, azimuth: float) -> tuple[float, float, float]:
    """Up crossed with the direction of flight (east is y): across the plane in which it pitches."""
    up = (cos(latitude), 0.0, sin(latitude))
    ahead = (-sin(latitude) * cos(azimuth), sin(azimuth), cos(latitude) * cos(azimuth))
    return (
        up[1] * ahead[2] - up[2] * ahead[1],
        up[2] * ahead[0] - up[0] * ahead[2],
        up[0] * ahead[1] - up[1] * ahead[0],
    )


def _polar(state: State) -> tuple[float, float, float]:
    """Distance from the Earth's middle (m), speed up and speed across (m/s), not turning."""
    x, y, z, u, v, w = state
    radius = sqrt(x * x + y * y + z * z)
    up = (x * u + y * v + z * w) / radius
    return radius, up, sqrt(max(0.0, u * u + v * v + w * w - up * up))


def _climb(state: State) -> float:
    """The angle of the path through the air over the local horizon (rad)."""
    x, y, z, u, v, w = state
    wu, wv = u + TURN * y, v - TURN * x
    size = sqrt((x * x + y * y + z * z) * (wu * wu + wv * wv + w * w))
    return asin((x * wu + y * wv + z * w) / size) if size else pi / 2
