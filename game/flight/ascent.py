"""The climb: every order in its time, and between orders the equations of motion."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import asin, cos, pi, radians, sin, sqrt

from game.flight import air, steering
from game.flight.forces import Engines, pull_on
from game.flight.moments import in_the_air
from game.flight.motion import EARTH_M, G0, TURN, State, step
from game.flight.orbit import Entry, energy, entry_of, orbit_of
from game.flight.steering import KICK_S, Push
from game.flight.track import Burn, Flight, Happening, How, Knot
from game.flight.vehicle import Part, Payload, Programme, Stage, Vehicle, Verniers

STEP_S = 0.5
"""One step; at 1.0 s the events already agree with those of 0.05 s."""

LONGEST_S = 4000.0
"""A flight that has not ended by then is stopped: no vehicle here climbs for an hour."""


LOWEST_M = -100.0
"""Under this height a flight has come down again."""


@dataclass(slots=True)
class _Block:
    """A stage while it flies: all of its blocks together."""

    stage: Stage
    dry: float
    left: float
    thrust: float
    area: float
    flow: float
    burning: bool = False
    gone: bool = False
    share: float = 1.0
    alone: bool = False


@dataclass(frozen=True, slots=True)
class _Order:
    """Something to be done at a time: `cut`, `main` (engine off, verniers go on), `leave`, ..."""

    t: float
    what: str
    item: Stage | Part
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
        self.blocks = [_block(stage) for stage in vehicle.stages]
        self.parts = list(vehicle.parts)
        self.knots: list[Knot] = []
        self.burns: list[list[Burn]] = [[] for _ in vehicle.stages]
        self.events: list[Happening] = []
        self.orders: list[_Order] = []
        self.turned: tuple[tuple[float, float], ...] | None = None
        self.pitch = pi / 2
        self.to_go = 200.0
        self.reached = False
        self.area_m2 = vehicle.drag_area_m2.value
        latitude = radians(vehicle.site.latitude_deg.value)
        azimuth = radians(programme.azimuth_deg)
        self.state: State = (
            EARTH_M * cos(latitude), 0.0, EARTH_M * sin(latitude),
            0.0, TURN * EARTH_M * cos(latitude), 0.0,
        )  # fmt: skip
        # Up crossed with the direction of flight (east is y): the plane in which it pitches.
        up = (cos(latitude), 0.0, sin(latitude))
        ahead = (-sin(latitude) * cos(azimuth), sin(azimuth), cos(latitude) * cos(azimuth))
        self.normal = (
            up[1] * ahead[2] - up[2] * ahead[1],
            up[2] * ahead[0] - up[0] * ahead[2],
            up[0] * ahead[1] - up[1] * ahead[0],
        )

    def run(self) -> Flight:
        self._note("lift-off", "commanded")
        self._begin()
        while self.t < LONGEST_S and (self.orders or any(b.burning for b in self.blocks)):
            self._fly_on()
            if self._height() < LOWEST_M:
                break
        self._knot(Engines(0.0, 0.0, 0.0), self._mass(), self.pitch)
        for number, block in enumerate(self.blocks):
            if not self.burns[number]:
                self.burns[number].append(Burn(self.t, block.left, 0.0, 0.0))
        return Flight(
            self.vehicle,
            self.payload,
            tuple(self.knots),
            tuple(map(tuple, self.burns)),
            tuple(sorted((*self.events, *in_the_air(self.knots)), key=lambda event: event.t_s)),
            orbit_of(self.state),
            self.reached,
            tuple(knot.t for knot in self.knots),
        )

    def _begin(self) -> None:
        on_pad = _pad_seconds(self.vehicle)
        for block in self.blocks:
            stage = block.stage
            if stage.lights == "pad":
                block.left -= block.flow * on_pad
                self._light(stage, "commanded")
            elif stage.lights == "timer":
                self._order(self._time(f"{stage.id}-ignition"), "light", stage, "commanded")
        for part in self.parts:
            if not part.after:
                self._order(self._time(f"{part.id}-jettison"), "drop", part, "commanded")

    def _time(self, name: str) -> float:
        published = self.vehicle.published(name)
        assert published is not None and published.t_s is not None, name
        return published.t_s.value

    def _order(self, t: float, what: str, item: Stage | Part, how: How, share: float = 1.0) -> None:
        self.orders.append(_Order(t, what, item, how, share))
        self.orders.sort(key=lambda order: order.t)

    def _note(self, name: str, how: How) -> None:
        self.events.append(Happening(name, self.t, how))

    # What an order does.

    def _obey(self, order: _Order) -> None:
        item = order.item
        if isinstance(item, Part):
            self.parts.remove(item)
            self._note(f"{item.id}-jettison", order.how)
            return
        block = self._block_of(item)
        if order.what == "light":
            self._light(item, order.how)
        elif order.what == "throttle":
            block.share = order.share
            self._burn(block)
        elif order.what == "main" and block.burning:
            self._main_off(block, order.how)
        elif order.what == "cut" and block.burning:
            self._cut(block, order.how)
        elif order.what == "leave":
            self._leave(block, order.how)

    def _light(self, stage: Stage, how: How) -> None:
        block = self._block_of(stage)
        block.burning = True
        self.to_go = stage.propellant_kg.value * stage.count / block.flow
        self._burn(block)
        if stage.lights != "pad":
            self._note(f"{stage.id}-ignition", how)
        for t, share in stage.throttle:
            self._order(t, "throttle", stage, "commanded", share)
        if stage.ends == "timer":
            end = self.vehicle.published(f"{stage.id}-cut-off")
            if end is None or end.t_s is None:
                t = self._time(f"{stage.id}-separation") - (stage.leaves_s or 0.0)
            else:
                t = end.t_s.value
            self._order(t, "cut", stage, "commanded")

    def _main_off(self, block: _Block, how: How) -> None:
        verniers = block.stage.verniers
        assert verniers is not None
        block.alone = True
        block.thrust = verniers.thrust_vac_n.value
        block.area = 0.0
        block.flow = block.thrust / (verniers.isp_vac_s.value * G0)
        block.share = 1.0
        self._burn(block)
        self._note(f"{block.stage.id}-main-cut-off", how)

    def _cut(self, block: _Block, how: How) -> None:
        stage = block.stage
        block.burning = False
        block.share = 0.0
        self._burn(block)
        self._note(f"{stage.id}-cut-off", how)
        following = self._next(stage)
        if following is not None and following.lights_after_s >= 0:
            self._order(self.t + following.lights_after_s, "light", following, how)
        if stage.leaves_s is not None:
            separation = self.vehicle.published(f"{stage.id}-separation")
            timed = stage.ends == "timer" and separation is not None and separation.t_s is not None
            t = self.t + stage.leaves_s
            if timed and how == "commanded":
                t = max(self.t, self._time(f"{stage.id}-separation"))
            self._order(t, "leave", stage, how)

    def _leave(self, block: _Block, how: How) -> None:
        block.gone = True
        self._note(f"{block.stage.id}-separation", how)
        if self.turned is None:
            self.pitch = _climb(self.state)
            here = (self.t, self.pitch)
            rest = ((t, radians(pitch)) for t, pitch in self.programme.knots if t > self.t)
            self.turned = (here, *rest)
            widest = max((b.stage.diameter_m.value for b in self.blocks if not b.gone), default=0.0)
            self.area_m2 = min(self.area_m2, pi / 4 * widest * widest)
        for part in self.parts:
            if part.after == block.stage.id:
                self._order(self.t + part.after_s, "drop", part, how)

    def _next(self, stage: Stage) -> Stage | None:
        """The stage that waits for this one."""
        number = self.vehicle.stages.index(stage) + 1
        following = self.vehicle.stages[number] if number < len(self.vehicle.stages) else None
        return following if following is not None and following.lights == "after" else None

    def _block_of(self, stage: Stage) -> _Block:
        return self.blocks[self.vehicle.stages.index(stage)]

    def _burn(self, block: _Block) -> None:
        number = self.vehicle.stages.index(block.stage)
        share = block.share if block.burning else 0.0
        shown = share * block.thrust / (block.stage.thrust_vac_n.value * block.stage.count)
        self.burns[number].append(Burn(self.t, block.left, share * block.flow, shown))

    # From one order to the next.

    def _mass(self) -> float:
        kept = sum(block.dry + block.left for block in self.blocks if not block.gone)
        return kept + sum(part.mass_kg.value for part in self.parts) + self.payload.mass_kg.value

    def _height(self) -> float:
        x, y, z = self.state[:3]
        return sqrt(x * x + y * y + z * z) - EARTH_M

    def _fly_on(self) -> None:
        """To the next order, the next dry tank, the next knot or the orbit, then what is due."""
        burning = [block for block in self.blocks if block.burning]
        limited = any(block.stage.limit_g for block in burning)
        ends = [LONGEST_S]
        ends += [self.orders[0].t] if self.orders else []
        ends += [self.t + block.left / (block.share * block.flow) for block in burning]
        ends += [t for t in self._marks() if t > self.t + 1e-9]
        ends += self._hot(burning)
        end = min(ends)
        guided = next((b for b in burning if b.stage.ends == "orbit"), None)
        if limited:
            self._throttle_down(burning)
            end = min(end, self.t + self.step_s)
        if guided is not None and self.t >= self.programme.guided_from_s - 1e-9:
            self._guided(guided, end)
        else:
            self._programmed(end)
        for block in burning:
            if block.burning and block.left <= 1e-6 * block.dry:
                block.left = 0.0
                self._cut(block, "computed")
        while self.orders and self.orders[0].t <= self.t + 1e-9:
            self._obey(self.orders.pop(0))

    def _marks(self) -> tuple[float, ...]:
        """When the way of steering changes."""
        own = self.programme
        early = (own.vertical_s, own.vertical_s + KICK_S, own.guided_from_s)
        return (*early, *(t for t, _ in self.turned or ()))

    def _hot(self, burning: list[_Block]) -> list[float]:
        """When a stage lights that lights while the one before it still pushes."""
        for block in burning:
            following = self._next(block.stage)
            if following is None or following.lights_after_s >= 0:
                continue
            if self._block_of(following).burning or block.stage.ends == "orbit":
                continue
            cuts = [o.t for o in self.orders if o.what == "cut" and o.item is block.stage]
            end = min([self.t + block.left / (block.share * block.flow), *cuts])
            t = end + following.lights_after_s
            if t <= self.t + 1e-9:
                self._light(following, "commanded" if cuts and end == cuts[0] else "computed")
                return []
            return [t]
        return []

    def _throttle_down(self, burning: list[_Block]) -> None:
        mass = self._mass()
        for block in burning:
            if block.stage.limit_g is not None and not block.alone:
                pressure = air.air_at(self._height()).pressure
                others = sum(b.thrust * b.share for b in burning if b is not block)
                wanted = block.stage.limit_g.value * G0 * mass - others
                share = min(1.0, wanted / (block.thrust - block.area * pressure))
                if abs(share - block.share) > 1e-9:
                    block.share = share
                    self._burn(block)

    def _programmed(self, end: float) -> None:
        own = self.programme
        t = self.t
        if t < own.vertical_s - 1e-9:
            self._integrate(end, lambda _: pi / 2)
        elif t < own.vertical_s + KICK_S - 1e-9:
            kick = radians(own.kick_deg) / KICK_S
            self._integrate(end, lambda at: pi / 2 - kick * (at - own.vertical_s))
        elif self.turned is None:
            self._integrate(end, None)
        else:
            knots = self.turned
            self._integrate(end, lambda at: steering.pitch_between(knots, at))

    def _integrate(self, end: float, pitch: Callable[[float], float] | None) -> None:
        engines = self._engines()
        while self.t < end - 1e-9:
            dt = end - self.t if end - self.t < self.step_s + 1e-6 else self.step_s
            if pitch is None:
                self._advance(engines, dt, None)
            else:
                then = pitch(self.t + dt)
                if self.turned is not None:
                    then = _toward(self.pitch, then, steering.RATE * dt)
                self._advance(engines, dt, (self.pitch, (then - self.pitch) / dt))
                self.pitch = then
            if self._height() < LOWEST_M:
                return

    def _guided(self, block: _Block, end: float) -> None:
        """Steer into the orbit until `end`, or until it is reached."""
        entry = self._entry(block.stage)
        engines = self._engines()
        push = Push(engines.thrust, engines.thrust / engines.flow)
        verniers = None if block.alone else block.stage.verniers
        while self.t < end - 1e-9:
            mass = self._mass()
            dt = end - self.t if end - self.t < self.step_s + 1e-6 else self.step_s
            wanted = 0.0
            if not block.alone:
                wanted = self._wanted(entry, mass, push, verniers, dt)
            if verniers is not None:
                if self.to_go <= 1e-3:
                    self._main_off(block, "computed")
                    return
                dt = min(dt, self.to_go)
            rate = (_toward(self.pitch, wanted, steering.RATE * dt) - self.pitch) / dt
            before = self.t, self.state, block.left
            self._advance(engines, dt, (self.pitch, rate))
            if energy(self.state) >= entry.energy:
                self._back(engines, block, before, entry, rate)
                self._cut(block, "computed")
                if block.stage.aim is None:
                    self.reached = True
                    self._note("orbit", "computed")
                return
            self.pitch += rate * dt
            if self._height() < LOWEST_M:
                return

    def _wanted(
        self, entry: Entry, mass: float, push: Push, verniers: Verniers | None, dt: float
    ) -> float:
        """The pitch that guidance wants at the end of the next step."""
        if verniers is not None:
            thrust, lasts = verniers.thrust_vac_n.value, verniers.alone_s.value
            alone = Push(thrust, verniers.isp_vac_s.value * G0)
            then = mass - push.thrust / push.exhaust * self.to_go
            entry = steering.before_verniers(entry, then, alone, lasts)
        radius, up, across = _polar(self.state)
        self.to_go, first, slope = steering.guide(
            entry, (radius, up, across), mass, push, self.to_go
        )
        if self.to_go <= steering.STEADY_S:
            return self.pitch
        later = mass - push.thrust / push.exhaust * dt
        return steering.pitch_for(first + slope * dt, radius + up * dt, across, push.thrust / later)

    def _back(
        self,
        engines: Engines,
        block: _Block,
        before: tuple[float, State, float],
        entry: Entry,
        rate: float,
    ) -> None:
        """Cut the last step where the orbit's energy is reached (regula falsi on its length)."""
        t, state, left = before
        low, high = 0.0, self.t - t
        short, over = energy(state) - entry.energy, energy(self.state) - entry.energy
        for _ in range(4):
            self.knots.pop()
            middle = low - (high - low) * short / (over - short)
            self.t, self.state, block.left = t, state, left
            self._advance(engines, middle, (self.pitch, rate))
            value = energy(self.state) - entry.energy
            if value < 0:
                low, short = middle, value
            else:
                high, over = middle, value
        self.pitch += rate * (self.t - t)

    def _entry(self, stage: Stage) -> Entry:
        aim = stage.aim or self.vehicle.orbit
        low, high = aim.perigee_km.value, aim.apogee_km.value
        return entry_of(low, high, aim.entry_km.value if aim.entry_km is not None else low)

    def _engines(self) -> Engines:
        burning = [block for block in self.blocks if block.burning]
        return Engines(
            sum(block.share * block.thrust for block in burning),
            sum(block.share * block.area for block in burning),
            sum(block.share * block.flow for block in burning),
        )

    def _advance(self, engines: Engines, dt: float, pitch: tuple[float, float] | None) -> None:
        """One step of `dt` with a pitch (rad, rad/s), or along the stream of the air."""
        mass = self._mass()
        self._knot(engines, mass, pitch[0] if pitch else None)
        x, y, z = self.state[:3]
        pull = pull_on(
            engines,
            self.normal,
            self.area_m2,
            (self.t, mass),
            pitch,
            sqrt(x * x + y * y + z * z),
        )
        self.state = step(pull, self.t, self.state, dt)
        self.t += dt
        for block in self.blocks:
            if block.burning:
                block.left -= block.share * block.flow * dt

    def _knot(self, engines: Engines, mass: float, pitch: float | None) -> None:
        self.knots.append(
            Knot(self.t, self.state, mass, engines.thrust, engines.area, engines.flow, pitch)
        )


def _block(stage: Stage) -> _Block:
    count = stage.count
    vacuum = stage.thrust_vac_n.value
    ground = stage.thrust_sl_n.value if stage.thrust_sl_n is not None else vacuum
    kept = stage.keeps_kg.value if stage.keeps_kg is not None else 0.0
    return _Block(
        stage=stage,
        dry=(stage.dry_kg.value + kept) * count,
        left=stage.propellant_kg.value * count,
        thrust=vacuum * count,
        area=(vacuum - ground) / air.SEA_LEVEL_PA * count,
        flow=vacuum / (stage.isp_vac_s.value * G0) * count,
    )


def _pad_seconds(vehicle: Vehicle) -> float:
    """How many seconds of full flow are burned before lift-off."""
    levels = vehicle.pad_thrust
    ends = (*(level.t_s for level in levels[1:]), 0.0)
    return sum(level.share * (end - level.t_s) for level, end in zip(levels, ends, strict=True))


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


def _toward(now: float, wanted: float, most: float) -> float:
    return min(max(wanted, now - most), now + most)
