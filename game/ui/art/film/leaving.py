"""What falls behind a vehicle that has let it go: where it is, and how it turns.

Places are metres in the vehicle's frame: `ahead` along its axis, `aside` to its right. A piece
moves by what the vehicle's engines give the vehicle and not it, and by a push of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..craft import Block, Flown

GONE_S = 26.0
"""Mission seconds after which a piece is out of sight."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece at one moment. `part` tells the pieces of a block apart: -1 left, 1 right, 0
    whole."""

    block: Block
    part: int
    number: int
    ahead_m: float
    aside_m: float
    turn_deg: float
    age_s: float


def pieces(flown: Flown, t: float) -> Iterator[Piece]:
    """All that has left and is still seen, what left first coming first."""
    for block in flown.craft.blocks:
        leaves = block.leaves_s
        if leaves is None or not leaves < t < leaves + GONE_S or leaves < 0:
            continue
        yield from _of(flown, block, leaves, t - leaves)


def _of(flown: Flown, block: Block, leaves: float, age: float) -> Iterator[Piece]:
    middle = (block.body.foot_m + block.body.top_m) / 2
    if block.kind == "tower":
        yield Piece(block, 0, 0, middle + 18 * age + 9 * age * age, 3.4 * age * age, 5 * age, age)
        return
    behind = _behind(flown, leaves, age)
    if block.kind == "fairing" and block.body.top_m - block.body.foot_m < 2:
        yield Piece(block, 0, 0, middle + 2.2 * age, 1.1 * age, 24 * age, age)
    elif block.kind in ("fairing", "skirt"):
        small = block.kind == "skirt"
        push, spin = (2.4, 30.0) if small else (3.2, 15.0)
        for side in (-1, 1):
            aside = side * (0.5 * block.body.radius_m + push * age)
            back = behind + (0.8 if small else 0.25) * age * age
            yield Piece(block, side, side, middle - back, aside, side * spin * age, age)
    elif block.body.count == 1:
        yield Piece(block, 0, 0, middle - behind - 1.6 * age, 0.16 * age, 2.6 * age, age)
    else:
        out = (block.body.out_m + block.body.out_top_m) / 2
        spots = ((-1.0, -1), (0.3, 0), (-0.22, 2), (1.0, 1))
        for x, number in spots:
            aside = x * (out + 3.4 * age + 0.4 * age * age)
            back = behind + (1.5 + 0.6 * abs(number)) * age
            yield Piece(block, 0, number, middle - back, aside, x * 9 * age, age)


def _behind(flown: Flown, leaves: float, age: float) -> float:
    """How far the vehicle has flown ahead by its engines' push, in metres."""
    steps = 6
    way = speed = 0.0
    pace = age / steps
    for i in range(steps):
        pose = flown.at(leaves + 0.05 + (i + 0.5) * pace)
        pushed = pose.push_m_s2 * (1.0 if any(share > 0 for share in pose.throttle) else 0.0)
        way += speed * pace + 0.5 * pushed * pace * pace
        speed += pushed * pace
    return way
