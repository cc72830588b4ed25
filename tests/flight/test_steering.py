"""Guidance and the pitch programme."""

from __future__ import annotations

from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.flight.orbit import entry_of, orbit_of
from game.flight.steering import Push, burn_time, pitch_between


def test_pitch_is_linear_between_knots_and_held_outside() -> None:
    knots = ((10.0, 80.0), (20.0, 60.0), (40.0, 0.0))
    assert [pitch_between(knots, t) for t in (0, 10, 15, 30, 99)] == [80, 80, 70, 30, 0]


@given(st.floats(10, 3000), st.floats(1e3, 1e5))
def test_a_burn_of_that_time_changes_the_speed_by_that_much(change: float, mass: float) -> None:
    push = Push(3e4, 3200.0)
    time = burn_time(change, mass, push)
    left = mass - push.thrust / push.exhaust * time
    assert push.exhaust * log(mass / left) == pytest.approx(change, rel=1e-9)
    assert left == pytest.approx(mass * exp(-change / push.exhaust))


@given(st.floats(150, 400), st.floats(0, 3000), st.floats(0, 1))
def test_an_orbit_entered_as_asked_is_that_orbit(low: float, more: float, share: float) -> None:
    entry = entry_of(low, low + more, low + share * more)
    found = orbit_of((entry.radius, 0.0, 0.0, entry.up, entry.across, 0.0))
    assert found.perigee_km == pytest.approx(low, abs=0.01)
    assert found.apogee_km == pytest.approx(low + more, abs=0.01)
    assert entry.up >= 0
