"""What a flight costs beside the same steps with gravity alone, and what its film costs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from time import process_time

from game import paths
from game.flight.ascent import fly
from game.flight.load import load, names
from game.flight.motion import State, gravity, step
from game.flight.track import Flight
from tests.bench import film_frames
from tests.bench.row import Row

FILMED = ("r7-sputnik", "soyuz-2-1a")
TURNS = 25


def rows() -> list[Row]:
    """Seconds are those of one core that were worked, the best of some turns."""
    folder = paths.assets() / "vehicles"
    found = []
    for name in names(folder):
        vehicle = load(folder / f"{name}.yaml")
        flight = fly(vehicle)
        lengths = step_lengths(flight)
        state = flight.knots[0][1]
        value, floor = _best(partial(fly, vehicle), partial(fall, state, lengths))
        found.append(
            Row(
                f"fly {name}, {len(lengths):,} steps",
                value * 1e3,
                "ms",
                "the same steps with gravity alone",
                floor * 1e3,
                value / floor,
            )
        )
    for name in FILMED:
        found += film_frames.rows(name)
    return found


def step_lengths(flight: Flight) -> list[float]:
    """The lengths of the steps that a flight took."""
    return [then[0] - now[0] for now, then in pairwise(flight.knots)]


def fall(state: State, lengths: list[float]) -> State:
    """These steps with gravity alone."""
    t = 0.0
    for dt in lengths:
        state = step(gravity, t, state, dt)
        t += dt
    return state


def _best(*runs: Callable[[], object]) -> tuple[float, ...]:
    best = [float("inf")] * len(runs)
    for _ in range(TURNS):
        for number, run in enumerate(runs):
            before = process_time()
            run()
            best[number] = min(best[number], process_time() - before)
    return tuple(best)
