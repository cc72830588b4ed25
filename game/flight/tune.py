"""Fits a pitch programme: the few numbers of a flight that nobody publishes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from game.flight.ascent import fly
from game.flight.motion import G0
from game.flight.steering import KICK_S, RATE
from game.flight.track import Flight
from game.flight.vehicle import Cell, Programme, Vehicle
from game.phrase import phrase

USUAL_MAX_Q_PA = 42_000.0
"""The dynamic pressure that a programme is kept under where a file gives none. An estimate."""

SPREAD: dict[Cell, float] = {"t_s": 0.01, "height_km": 0.01, "speed_m_s": 0.01}
"""A miss of this share of a published cell that is fitted counts as one."""

STEP_S = 1.0
"""Trials take longer steps; the last one is checked with those of a flight."""

Point = tuple[float, ...]


def tune(vehicle: Vehicle, say: Callable[[str], None] = lambda _: None) -> Programme:
    """The programme that brings the vehicle to its orbit, closest to the cells that are `fitted`.

    Kick and knots are found by the simplex of Nelder and Mead from several starts, the azimuth by
    the secant method, since the plane of the orbit hardly depends on the pitch.
    """
    first = vehicle.programme or starting(vehicle)
    programme = _aimed(vehicle, first)
    for round_ in range(2):
        cost = partial(_cost, vehicle, programme)
        best = min(
            (simplex(cost, start, size) for start, size in _starts(programme, wide=round_ == 0)),
            key=lambda found: found[1],
        )
        programme = _aimed(vehicle, _programme(programme, best[0]))
        say(
            phrase(
                "round {number}: {cost:.3f} (0 is a perfect fit)", number=round_ + 1, cost=best[1]
            )
        )
    return programme


def starting(vehicle: Vehicle) -> Programme:
    """A programme to begin with, from the times at which stages end if all runs dry."""
    ends: list[float] = []
    light = 0.0
    for stage in vehicle.stages:
        flow = stage.thrust_vac_n.value / (stage.isp_vac_s.value * G0)
        end = (0.0 if stage.lights == "pad" else light) + stage.propellant_kg.value / flow
        published = vehicle.published(f"{stage.id}-cut-off")
        if stage.ends == "timer" and published is not None and published.t_s is not None:
            end = published.t_s.value
        ends.append(end)
        light = max(light, end)
    last = ends[-2] if len(ends) > 1 and vehicle.stages[-1].lights != "pad" else ends[0] * 1.4
    turn = ends[0]
    guided = max(last + 10.0, turn + 40.0)
    knots = ((turn + 15.0, 30.0), (guided - 5.0, 15.0))
    return Programme(
        azimuth_deg=60.0,
        vertical_s=10.0,
        kick_deg=8.0,
        guided_from_s=round(guided, 1),
        knots=tuple((round(t, 1), pitch) for t, pitch in knots),
    )


def _programme(like: Programme, point: Sequence[float]) -> Programme:
    knots = tuple((t, round(pitch, 3)) for (t, _), pitch in zip(like.knots, point[1:], strict=True))
    return replace(like, kick_deg=round(point[0], 3), knots=knots)


def _starts(programme: Programme, *, wide: bool) -> list[tuple[Point, float]]:
    here = (programme.kick_deg, *(pitch for _, pitch in programme.knots))
    if not wide:
        return [(here, 1.0)]
    others = [
        (kick, *(max(2.0, steep - 8.0 * i) for i in range(len(programme.knots))))
        for kick, steep in ((5.0, 28.0), (9.0, 24.0), (14.0, 20.0))
    ]
    return [(here, 3.0), *((other, 3.0) for other in others)]


def _aimed(vehicle: Vehicle, programme: Programme) -> Programme:
    """The programme with the azimuth that gives the orbit its inclination (secant method)."""
    wanted = vehicle.orbit.inclination_deg.value

    def miss(azimuth: float) -> float:
        tried = replace(programme, azimuth_deg=azimuth)
        return fly(vehicle, tried, step_s=STEP_S).orbit.inclination_deg - wanted

    near, far = programme.azimuth_deg, programme.azimuth_deg + 1.0
    low, high = miss(near), miss(far)
    for _ in range(4):
        if abs(high) < 0.002 or high == low:
            break
        near, far, low = far, far - high * (far - near) / (high - low), high
        far = min(max(far, 0.0), 180.0)
        high = miss(far)
    return replace(programme, azimuth_deg=round(far, 3))


def _cost(vehicle: Vehicle, like: Programme, point: Point) -> float:
    return _misses(vehicle, _programme(like, point))


def _misses(vehicle: Vehicle, programme: Programme) -> float:
    """How far a programme is from what is wanted of it; 0 is perfect."""
    if not 0 <= programme.kick_deg <= 30 or any(not -30 <= p <= 70 for _, p in programme.knots):
        return 1e6
    flight = fly(vehicle, programme, step_s=STEP_S)
    if not flight.reached:
        reached = flight.at(flight.end_s)
        return 1e4 + 8000 - reached.inertial_m_s + abs(min(0.0, reached.height_km - 50)) * 10
    return (
        _missed_cells(vehicle, flight)
        + _over(*_pressed(vehicle, flight))
        + _over(1.0 - flight.left_percent(), 0.5)
        + _over(flight.left_percent() - 5.0, 0.5)
        + _roughness(flight, programme)
    )


def _missed_cells(vehicle: Vehicle, flight: Flight) -> float:
    total = 0.0
    for event in vehicle.events:
        happened = flight.event(event.name)
        for cell in event.fitted:
            figure = event.cell(cell)
            if happened is None or figure is None:
                total += 100.0
                continue
            sample = flight.at(happened.t_s)
            total += ((getattr(sample, cell) / figure.value - 1) / SPREAD[cell]) ** 2
    return total


def _pressed(vehicle: Vehicle, flight: Flight) -> tuple[float, float]:
    """By what share the greatest dynamic pressure lies too high, and what share counts as one.

    A published one is met from above as nearly as may be, one that is derived with less zeal; an
    estimate is a ceiling.
    """
    event = flight.event("max-q")
    hardest = flight.at(event.t_s).dynamic_pa if event is not None else 0.0
    figure = vehicle.max_q_pa
    if figure is None or figure.sure == "estimate":
        return hardest / (figure.value if figure else USUAL_MAX_Q_PA) - 1, 0.02
    return hardest / figure.value - 1.05, 0.1 if figure.sure == "derived" else 0.03


def _over(value: float, scale: float) -> float:
    return (value / scale) ** 2 if value > 0 else 0.0


def _roughness(flight: Flight, programme: Programme) -> float:
    """Small where the pitch turns slowly after the gravity turn, large where it turns hard."""
    turn = programme.vertical_s + KICK_S + 60
    legs = [leg for leg in flight.legs if leg.t > turn and leg.pitch is not None]
    ends = [*(leg.t for leg in legs[1:]), flight.end_s]
    hard = sum(
        (leg.rate / (0.5 * RATE)) ** 2 * (end - leg.t) for leg, end in zip(legs, ends, strict=True)
    )
    return 0.1 * hard


def simplex(
    cost: Callable[[Point], float], start: Point, size: float, most: int = 160
) -> tuple[Point, float]:
    """The point of the least cost near a start, and that cost.

    Nelder and Mead, A simplex method for function minimization, The Computer Journal 7 (1965),
    with their coefficients 1, 2, 1/2 and 1/2; at most `most` trials.
    """
    points = [start, *(_moved(start, i, size) for i in range(len(start)))]
    known = [(cost(point), point) for point in points]
    trials = len(known)
    while trials < most:
        known.sort()
        if known[-1][0] - known[0][0] < 1e-6:
            break
        worst = known[-1][1]
        centre = tuple(
            sum(point[i] for _, point in known[:-1]) / (len(known) - 1) for i in range(len(start))
        )

        def along(share: float, centre: Point = centre, worst: Point = worst) -> Point:
            return tuple(c + share * (c - w) for c, w in zip(centre, worst, strict=True))

        mirrored = along(1.0)
        value = cost(mirrored)
        trials += 1
        if value < known[0][0]:
            further = along(2.0)
            beyond = cost(further)
            trials += 1
            known[-1] = (beyond, further) if beyond < value else (value, mirrored)
        elif value < known[-2][0]:
            known[-1] = (value, mirrored)
        else:
            inner = along(0.5 if value < known[-1][0] else -0.5)
            inside = cost(inner)
            trials += 1
            if inside < min(value, known[-1][0]):
                known[-1] = (inside, inner)
            else:
                least = known[0][1]
                points = [
                    tuple((p + q) / 2 for p, q in zip(point, least, strict=True))
                    for _, point in known[1:]
                ]
                known[1:] = [(cost(point), point) for point in points]
                trials += len(points)
    known.sort()
    return known[0][1], known[0][0]


def _moved(point: Point, number: int, by: float) -> Point:
    return tuple(value + by * (i == number) for i, value in enumerate(point))
