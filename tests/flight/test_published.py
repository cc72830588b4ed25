"""Computed beside published, cell by cell, within what can honestly be promised."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from game.flight.report import Compared, lines
from tests.flight.test_ascent import SIX, flight, vehicle


@dataclass(frozen=True, slots=True)
class Promise:
    """The largest error in per cent of each sort of cell that is computed."""

    time: float
    run_dry: float
    speed: float
    height: float
    max_q_time: float = 5.0
    max_q: float = 10.0


PROMISES = {
    "r7-sputnik": Promise(time=3, run_dry=7, speed=3, height=12),
    "vostok-k": Promise(time=3, run_dry=7, speed=3, height=12),
    "soyuz-2-1a": Promise(time=3, run_dry=7, speed=3, height=12),
    "proton-m": Promise(time=3, run_dry=3, speed=7, height=15, max_q_time=7, max_q=30),
    "zenit-2": Promise(time=15, run_dry=15, speed=10, height=15),
}
"""For the R-7s times are those of commanded engines, or of tanks that run dry."""

FITTED_HEIGHT = {"r7-sputnik": 3.0, "soyuz-2-1a": 3.0, "proton-m": 8.0}


def cells(name: str) -> list[Compared]:
    return [cell for line in lines(flight(name)) for cell in line.cells]


COUNTED = [cell for name in PROMISES for cell in ((name, one) for one in cells(name))]


def promised(name: str, cell: Compared) -> float:
    own = PROMISES[name]
    if cell.cell == "height_km":
        return own.height
    if cell.cell == "speed_m_s":
        return own.speed
    if cell.event == "max-q":
        return own.max_q_time
    return own.run_dry if cell.event.startswith("strap-ons") else own.time


@pytest.mark.parametrize(
    ("name", "cell"),
    [(name, cell) for name, cell in COUNTED if cell.origin == "computed"],
    ids=lambda value: value if isinstance(value, str) else f"{value.event}-{value.cell}",
)
def test_a_computed_cell_is_as_near_as_promised(name: str, cell: Compared) -> None:
    assert abs(cell.error_percent) <= promised(name, cell)


@pytest.mark.parametrize("name", FITTED_HEIGHT)
def test_a_fitted_height_is_met(name: str) -> None:
    fitted = [one for one in cells(name) if one.origin == "fitted" and one.cell == "height_km"]
    assert fitted
    assert max(abs(one.error_percent) for one in fitted) <= FITTED_HEIGHT[name]


@pytest.mark.parametrize("name", ["soyuz-2-1a", "proton-m"])
def test_the_greatest_pressure_is_as_near_as_promised(name: str) -> None:
    own = flight(name)
    event, figure = own.event("max-q"), vehicle(name).max_q_pa
    assert event is not None and figure is not None
    error = 100 * (own.at(event.t_s).dynamic_pa / figure.value - 1)
    assert abs(error) <= PROMISES[name].max_q


@pytest.mark.parametrize("name", SIX)
def test_most_cells_test_something(name: str) -> None:
    """A table of fitted and commanded cells would prove nothing."""
    every = cells(name)
    counted = [cell for cell in every if cell.origin == "computed"]
    assert name == "soyuz-5" or len(counted) >= 2
    assert sum(cell.origin == "fitted" for cell in every) <= max(1, len(every) / 4)


def test_nothing_is_compared_with_a_vehicle_that_is_only_designed() -> None:
    assert vehicle("soyuz-5").values == "design"
    assert cells("soyuz-5") == []
