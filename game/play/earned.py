"""Which vehicles stand in a player's hangar: one more for every ten facts that stay known."""

from __future__ import annotations

from collections.abc import Sequence

from game.flight.vehicle import Vehicle
from game.play.mission import VEHICLE

EACH = 10
"""So many facts remembered for three weeks or longer bring another vehicle."""


def earned(vehicles: Sequence[Vehicle], mature: int) -> tuple[Vehicle, ...]:
    """The vehicles of a player with so many facts, in the order given.

    The usual one is there from the beginning; the others come from the lowest to the highest.
    """
    coming = sorted(vehicles, key=lambda one: (one.id != VEHICLE, one.height_m.value, one.id))
    there = {one.id for one in coming[: 1 + mature // EACH]}
    return tuple(one for one in vehicles if one.id in there)


def facts_to_next(vehicles: Sequence[Vehicle], mature: int) -> int:
    """How many more facts bring the next vehicle, 0 where all are there."""
    return 0 if 1 + mature // EACH >= len(vehicles) else EACH - mature % EACH
