"""The equations of motion beside what is known in closed form."""

from __future__ import annotations

from math import log, pi, sqrt

import pytest

from game.flight import drag
from game.flight.air import air_at
from game.flight.forces import Engines, Knot, Leg, travel
from game.flight.motion import EARTH_M, G0, MU, TURN, State, gravity, step
from game.flight.orbit import energy, orbit_of

OFF = Engines(0.0, 0.0, 0.0)
AXIS = (0.0, 0.0, 1.0)


def leg(engines: Engines = OFF, mass: float = 1000.0, pitch: float | None = 0.0) -> Leg:
    return Leg(0.0, mass, engines, pitch, 0.0, 10.0, AXIS)


def size(state: State) -> float:
    return sqrt(sum(value * value for value in state[3:]))


def test_far_from_everything_the_rocket_equation_holds() -> None:
    flow, exhaust = 2.0, 3000.0
    far: State = (1e12, 0.0, 0.0, 0.0, 0.0, 0.0)
    knots: list[Knot] = [(0.0, far)]
    travel(leg(Engines(flow * exhaust, 0.0, flow), pitch=pi / 2), knots, 400.0, 0.5)
    # Tsiolkovsky: 800 of 1000 kg are burned.
    assert size(knots[-1][1]) == pytest.approx(exhaust * log(1000 / 200), rel=1e-6)


def test_at_circular_speed_a_circle_closes() -> None:
    radius = EARTH_M + 200_000
    around = 2 * pi * sqrt(radius**3 / MU)
    knots: list[Knot] = [(0.0, (radius, 0.0, 0.0, 0.0, sqrt(MU / radius), 0.0))]
    travel(leg(), knots, around, 5.0)
    assert knots[-1][1][:3] == pytest.approx((radius, 0, 0), abs=20.0)


def test_coasting_keeps_energy() -> None:
    radius = EARTH_M + 200_000
    state: State = (radius, 0.0, 0.0, 200.0, 8500.0, 100.0)
    knots: list[Knot] = [(0.0, state)]
    travel(leg(), knots, 3000.0, 1.0)
    assert energy(knots[-1][1]) == pytest.approx(energy(state), rel=1e-10)


def test_what_falls_through_air_comes_to_its_terminal_speed() -> None:
    # Over the pole, where the turning Earth does not carry it aside.
    knots: list[Knot] = [(0.0, (0.0, 0.0, EARTH_M + 8000, 0.0, 0.0, -100.0))]
    while knots[-1][1][2] > EARTH_M + 2000:
        travel(leg(pitch=pi / 2), knots, knots[-1][0] + 0.5, 0.25)
    height = knots[-1][1][2] - EARTH_M
    weight = 1000.0 * MU / (EARTH_M + height) ** 2
    expected = sqrt(2 * weight / (air_at(height).density * 10.0 * drag.coefficient(0.1)))
    # It still slows a little as the air thickens.
    assert -knots[-1][1][5] == pytest.approx(expected, rel=0.025)


def test_thrust_grows_with_height_by_the_pressure_of_the_air() -> None:
    engines = Engines(1e6, 2.0, 0.0)
    low: list[Knot] = [(0.0, (EARTH_M, 0.0, 0.0, 0.0, TURN * EARTH_M, 0.0))]
    travel(leg(engines, 50_000.0, pi / 2), low, 0.01, 0.01)
    pull = MU / EARTH_M**2 - TURN**2 * EARTH_M
    push = (1e6 - 2.0 * 101_325) / 50_000
    # The Earth's turning carries the pad along, so a hundredth of a second shows the rest.
    assert (low[-1][1][3] / 0.01 + TURN**2 * EARTH_M) == pytest.approx(push - pull, rel=2e-3)


def test_above_the_air_a_step_without_thrust_is_gravitys_own() -> None:
    state: State = (7e6, 1e5, 2e5, 300.0, 7000.0, 500.0)
    knots: list[Knot] = [(0.0, state)]
    travel(leg(), knots, 2.0, 2.0)
    assert knots[-1][1] == pytest.approx(step(gravity, 0.0, state, 2.0), rel=1e-12)


def test_half_the_step_makes_a_sixteenth_of_the_error() -> None:
    def end(dt: float) -> State:
        state: State = (EARTH_M + 150_000, 0.0, 0.0, 500.0, 1500.0, 100.0)
        knots: list[Knot] = [(0.0, state)]
        burning = Leg(0.0, 2000.0, Engines(4e4, 0.2, 12.0), 0.3, -0.01, 10.0, AXIS)
        travel(burning, knots, 96.0, dt)
        return knots[-1][1]

    exact = end(0.25)
    errors = [abs(end(dt)[0] - exact[0]) for dt in (8.0, 4.0)]
    assert errors[1] < errors[0] / 12


@pytest.mark.parametrize("pitch", [0.3, None], ids=["by pitch", "along the stream"])
def test_half_the_step_changes_little_in_the_air(pitch: float | None) -> None:
    def end(dt: float) -> State:
        knots: list[Knot] = [(0.0, (EARTH_M + 30_000, 0.0, 0.0, 500.0, 1500.0, 100.0))]
        travel(leg(Engines(4e4, 0.2, 12.0), 2000.0, pitch), knots, 24.0, dt)
        return knots[-1][1]

    assert end(0.5)[:3] == pytest.approx(end(0.25)[:3], abs=0.1)


def test_an_orbit_is_named_by_what_it_is() -> None:
    low, high = EARTH_M + 200e3, EARTH_M + 1000e3
    speed = sqrt(2 * MU * high / (low * (low + high)))
    found = orbit_of((low, 0.0, 0.0, 0.0, speed * 0.5, speed * sqrt(0.75)))
    assert found.perigee_km == pytest.approx(200, abs=1e-3)
    assert found.apogee_km == pytest.approx(1000, abs=1e-3)
    assert found.inclination_deg == pytest.approx(60)


def test_what_is_too_fast_never_comes_back() -> None:
    assert orbit_of((7e6, 0.0, 0.0, 0.0, 12_000.0, 0.0)).apogee_km == float("inf")


def test_standard_gravity_and_the_pull_at_the_ground_agree() -> None:
    assert pytest.approx(G0, rel=3e-3) == MU / EARTH_M**2
