"""What a round's fuel carries into orbit: a payload of the vehicle that flies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from random import Random

from game import paths
from game.flight.load import load, names
from game.flight.vehicle import Payload, PayloadKind, Vehicle

VEHICLE = "soyuz-2-1a"
"""What is shown where no round is flown."""
LEAST = 0.4
"""The lightest payload flies with any fuel; those after it share the rest from here up to 1."""
_KINDS: tuple[PayloadKind, ...] = ("satellite", "probe", "cargo", "crew")
"""What is entrusted to a vehicle later stands later: a crew is last."""


@dataclass(frozen=True, slots=True)
class Mission:
    """What flies: a payload of a vehicle. `more` are those that more fuel would have carried.

    Each of them stands with the share (0 to 1) of the fuel that it flies from, the nearest first.
    """

    vehicle: Vehicle
    payload: Payload
    more: tuple[tuple[Payload, float], ...]


def ladder(vehicle: Vehicle) -> tuple[tuple[Payload, float], ...]:
    """Every payload with the share of the fuel that it flies from; the first needs none at all.

    They stand by kind and then by mass, the lightest first.
    """
    steps = sorted(vehicle.payloads, key=lambda one: (_KINDS.index(one.kind), one.mass_kg.value))
    count = len(steps)
    return tuple(
        (payload, LEAST + (1 - LEAST) * at / count if at else 0.0)
        for at, payload in enumerate(steps)
    )


def mission_for(vehicle: Vehicle, fuel_share: float) -> Mission:
    """The payload for a share (0 to 1) of the fuel that all right answers would have filled.

    Every finished round reaches orbit.
    """
    steps = ladder(vehicle)
    flies = max(at for at, (_, share) in enumerate(steps) if at == 0 or fuel_share >= share)
    return Mission(vehicle, steps[flies][0], steps[flies + 1 :])


def fuel_from(share: float, best: int) -> int:
    """The least fuel that is this share of what all right answers would have filled."""
    return ceil(round(share * best, 6))


def vehicles() -> tuple[Vehicle, ...]:
    """Every vehicle that there is, the lowest first."""
    every = (vehicle_called(name) for name in names(paths.assets() / "vehicles"))
    return tuple(sorted(every, key=lambda one: (one.height_m.value, one.id)))


@lru_cache(maxsize=16)
def vehicle_for(wanted: str, seed: str) -> Vehicle:
    """What a round flies from its beginning on: the vehicle that its pack wants.

    Where that is "", one of those that have flown, by the seed of the round's plan.
    """
    if wanted:
        return vehicle_called(wanted)
    every = list(names(paths.assets() / "vehicles"))
    Random(f"{seed}/vehicle").shuffle(every)
    flown = (vehicle for vehicle in map(vehicle_called, every) if vehicle.values == "flown")
    return next(flown, vehicle_called(""))


@lru_cache(maxsize=16)
def vehicle_called(name: str) -> Vehicle:
    """The vehicle of that id, the usual one for "". BadVehicle if there is none, or a bad one."""
    return load(paths.assets() / "vehicles" / f"{name or VEHICLE}.yaml")
