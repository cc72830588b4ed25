"""What a round's fuel carries into orbit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Payload = Literal["satellite", "cargo", "crew"]

CARGO_FROM = 0.55
CREW_FROM = 0.85


@dataclass(frozen=True, slots=True)
class Mission:
    """A payload and the orbit it is bound for: `station`, or a `low` one of its own."""

    payload: Payload
    orbit: Literal["low", "station"]


def fuel_for_payload(payload: Payload, best: int) -> int:
    """The fuel that a payload flies from; `best` is what all right answers would have filled."""
    share = {"satellite": 0.0, "cargo": CARGO_FROM, "crew": CREW_FROM}[payload]
    return round(share * best)


def mission_for(fuel_share: float) -> Mission:
    """The payload for a share (0 to 1) of the fuel that all right answers would have filled.

    Every finished round reaches orbit; the lightest payload needs nothing at all.
    """
    if fuel_share >= CREW_FROM:
        return Mission("crew", "station")
    if fuel_share >= CARGO_FROM:
        return Mission("cargo", "station")
    return Mission("satellite", "low")
