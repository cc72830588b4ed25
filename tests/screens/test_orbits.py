"""Where satellites stand: on the screen, higher the better they are remembered, all in reach."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.play.constellation import Constellation, Orbit, Satellite
from game.screens.orbits import FOOT, LEFT, RIGHT, Chart, chart, sunk

DAY = date(2026, 9, 7)
counts = st.lists(st.integers(0, 160), min_size=1, max_size=14)


def made(sizes: list[int]) -> Constellation:
    return Constellation(
        tuple(
            Orbit(
                f"topic {at}",
                f"Topic {at}",
                tuple(
                    Satellite(f"{at}/{one}", "name", "ask", 0.9, False, DAY, 1)
                    for one in range(size)
                ),
                size,
            )
            for at, size in enumerate(sizes)
        )
    )


def reached(plan: Chart) -> set[tuple[int, int]]:
    """Every satellite that arrows lead to from where one comes to from below."""
    found: set[tuple[int, int]] = set()
    todo: list[tuple[int, int] | None] = [plan.lowest]
    while todo:
        at = todo.pop()
        if at is None or at in found:
            continue
        found.add(at)
        todo += [plan.beside(*at, 1), plan.beside(*at, -1)]
        todo += [plan.across(*at, 1), plan.across(*at, -1)]
    return found


@given(counts)
def test_every_satellite_has_one_place_on_the_screen(sizes: list[int]) -> None:
    plan = chart(made(sizes))
    assert len(plan.lanes) <= 8
    assert sum(len(lane.satellites) for lane in plan.lanes) == sum(sizes)
    for number, lane in enumerate(plan.lanes):
        for at in range(len(lane.satellites)):
            x, y = plan.place(number, at, 1.0)
            assert LEFT <= x <= RIGHT
            assert 300 < y <= FOOT + 1


@pytest.mark.slow
@given(counts)
def test_arrows_lead_to_every_satellite(sizes: list[int]) -> None:
    plan = chart(made(sizes))
    assert len(reached(plan)) == sum(sizes)


@given(st.floats(0, 1), st.floats(0, 1))
def test_what_is_remembered_better_stands_no_lower(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert sunk(high, 100.0) <= sunk(low, 100.0)
    assert 0.0 == sunk(1.0, 100.0) <= sunk(high, 100.0) <= sunk(0.0, 100.0) == 100.0


def test_what_has_become_due_has_visibly_sunk() -> None:
    assert sunk(0.9, 100.0) > 20


def test_a_crowded_topic_takes_several_lanes_and_its_name_stands_once() -> None:
    plan = chart(made([200, 10, 10]))
    assert [lane.name for lane in plan.lanes].count("Topic 0") == 1
    assert len(plan.lanes) > 3
