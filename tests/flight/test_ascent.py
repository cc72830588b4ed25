"""How the six vehicles climb."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import paths
from game.flight.ascent import fly
from game.flight.load import happenings, load, names
from game.flight.track import Flight
from game.flight.vehicle import Vehicle
from tests.flight.made import write_made

FOLDER = paths.assets() / "vehicles"
SIX = ("proton-m", "r7-sputnik", "soyuz-2-1a", "soyuz-5", "vostok-k", "zenit-2")
every = pytest.mark.parametrize("name", SIX)


@cache
def vehicle(name: str) -> Vehicle:
    return load(FOLDER / f"{name}.yaml")


@cache
def flight(name: str) -> Flight:
    return fly(vehicle(name))


def test_there_are_six_vehicles() -> None:
    assert names(FOLDER) == SIX


@every
def test_it_reaches_the_orbit_aimed_at(name: str) -> None:
    aim, found = vehicle(name).orbit, flight(name).orbit
    assert flight(name).reached
    assert found.perigee_km == pytest.approx(aim.perigee_km.value, abs=2)
    assert found.apogee_km == pytest.approx(aim.apogee_km.value, abs=2)
    assert found.inclination_deg == pytest.approx(aim.inclination_deg.value, abs=0.05)


@every
def test_a_little_propellant_is_left(name: str) -> None:
    assert 0 < flight(name).left_percent() < 6


@every
def test_half_the_step_changes_no_event_by_half_a_percent(name: str) -> None:
    fine = fly(vehicle(name), step_s=0.25)
    for event in flight(name).events:
        other = fine.event(event.name)
        assert other is not None
        assert other.t_s == pytest.approx(event.t_s, rel=5e-3)
        now, then = flight(name).at(event.t_s), fine.at(other.t_s)
        assert then.height_km == pytest.approx(now.height_km, rel=5e-3, abs=0.05)
        assert then.speed_m_s == pytest.approx(now.speed_m_s, rel=5e-3, abs=1)


@every
def test_it_stands_still_on_its_pad_until_it_lifts_off(name: str) -> None:
    own = flight(name)
    assert own.begin_s < 0
    for share in (1.0, 0.5, 0.01):
        still = own.at(share * own.begin_s)
        assert (still.height_km, still.downrange_km) == pytest.approx((0, 0), abs=1e-6)
        assert still.speed_m_s == pytest.approx(0, abs=1e-6)
    lifting = own.at(0.0)
    assert 1.1 < lifting.thrust_n / (lifting.mass_kg * 9.81) < 1.8


@every
def test_its_mass_is_that_of_all_that_is_on_it(name: str) -> None:
    own = vehicle(name)
    stages = sum(
        stage.count * (stage.dry_kg.value + (stage.keeps_kg.value if stage.keeps_kg else 0))
        for stage in own.stages
    )
    rest = sum(part.mass_kg.value for part in own.parts) + own.payload.mass_kg.value
    first = flight(name).at(0.0)
    assert first.mass_kg == pytest.approx(stages + rest + sum(first.left_kg))
    assert first.mass_kg == pytest.approx(own.liftoff_mass_kg.value, rel=0.025)


@every
def test_events_come_in_time_and_are_all_of_the_vehicle(name: str) -> None:
    events = flight(name).events
    assert [event.t_s for event in events] == sorted(event.t_s for event in events)
    assert {event.name for event in events} == set(happenings(vehicle(name)))
    assert events[0].name == "lift-off"


@every
def test_what_has_been_dropped_weighs_no_more(name: str) -> None:
    own = flight(name)
    for stage in vehicle(name).stages:
        gone = own.event(f"{stage.id}-separation")
        if gone is not None and gone.t_s < own.end_s:
            before, after = own.at(gone.t_s - 1e-3), own.at(gone.t_s + 1e-3)
            assert before.mass_kg - after.mass_kg > 0.9 * stage.dry_kg.value * stage.count


@given(st.sampled_from(SIX), st.floats(-100, 3000))
def test_a_sample_can_be_had_of_any_time(name: str, t: float) -> None:
    own = flight(name)
    sample = own.at(t)
    assert own.begin_s <= sample.t_s <= own.end_s
    assert sample.height_km > -0.01
    assert 0 < sample.mass_kg < vehicle(name).liftoff_mass_kg.value * 1.03
    assert sample.thrust_n >= 0
    assert len(sample.throttle) == len(sample.left_kg) == len(vehicle(name).stages)
    assert all(0 <= share <= 1.0001 for share in sample.throttle)
    assert all(left >= 0 for left in sample.left_kg)


@given(st.sampled_from(SIX), st.floats(0, 1))
def test_nothing_jumps_from_one_moment_to_the_next(name: str, share: float) -> None:
    own = flight(name)
    t = share * (own.end_s - 0.02)
    now, then = own.at(t), own.at(t + 0.01)
    assert then.height_km - now.height_km == pytest.approx(0, abs=0.1)
    assert then.speed_m_s - now.speed_m_s == pytest.approx(0, abs=2)


@every
def test_a_lighter_payload_reaches_the_same_orbit_with_more_left(name: str) -> None:
    own = vehicle(name)
    mass = replace(own.payload.mass_kg, value=own.payload.mass_kg.value * 0.8)
    light = fly(own, payload=replace(own.payload, mass_kg=mass))
    assert light.reached
    assert light.orbit.perigee_km == pytest.approx(own.orbit.perigee_km.value, abs=5)
    if name != "r7-sputnik":
        assert sum(light.at(light.end_s).left_kg) > sum(flight(name).at(1e9).left_kg)


def test_protons_own_stages_end_below_orbit_and_briz_goes_on() -> None:
    own = flight("proton-m")
    third, briz = own.event("stage-3-separation"), own.event("briz-m-ignition")
    assert third is not None and briz is not None and briz.t_s > third.t_s
    # Slower than a circle at that height, by far.
    assert own.at(third.t_s).inertial_m_s < 7700
    assert own.at(briz.t_s + 1).throttle == (0, 0, 0, 1)


def test_a_made_vehicle_flies_from_its_file_alone(tmp_path: Path) -> None:
    own = fly(load(write_made(tmp_path)))
    assert own.reached
    assert own.orbit.perigee_km == pytest.approx(200, abs=5)


def test_a_payload_that_is_too_heavy_never_gets_there(tmp_path: Path) -> None:
    own = load(write_made(tmp_path))
    mass = replace(own.payload.mass_kg, value=9000.0)
    heavy = fly(own, payload=replace(own.payload, mass_kg=mass))
    assert not heavy.reached
    assert heavy.event("orbit") is None


def test_a_vehicle_that_cannot_lift_itself_comes_to_an_end(tmp_path: Path) -> None:
    text = (Path(write_made(tmp_path)).read_text()).replace("1500000", "500000")
    text = text.replace("1350000", "400000")
    stuck = fly(load(write_made(tmp_path, text)))
    assert not stuck.reached


def test_the_same_file_gives_the_same_flight() -> None:
    own = vehicle("soyuz-2-1a")
    assert fly(own).knots == flight("soyuz-2-1a").knots
