"""The four arms that hold the rocket by its waist, and the ring they close to.

Contract: `arms(px_per_m, angle, palette, reach)` gives two premultiplied sprites, the far pair
(behind the rocket) and the near one (before it), with the foot of the rocket's axis as their
anchor, like a rocket's sprite. `angle` is 0 closed to 40 degrees open.
"""

from __future__ import annotations

from functools import lru_cache
from math import cos, radians, sin

import pygame

from .lattice import truss
from .paint import Colour, Footed, Palette, Point, mix, supersampled

WAIST = 18.3
"""Height of the ring that the arms close to, in metres over the rocket's foot."""


def arms(
    px_per_m: float, angle: float, palette: Palette, reach: float = 1.0
) -> tuple[Footed, Footed]:
    """The far pair and the near pair at a scale in pixels a metre.

    `reach` draws their feet nearer to the rocket (0.7) where there is little room.
    """
    steel, far = palette.colour("rocket.steel"), palette.colour("rocket.steel_far")
    weight = palette.colour("steppe_lit")
    return (
        _pair(px_per_m, angle, far, far, None, reach),
        _pair(px_per_m, angle, steel, mix(steel, far, 0.72), mix(weight, steel, 0.18), reach),
    )


@lru_cache(maxsize=64)
def _pair(
    px_per_m: float,
    angle: float,
    left: Colour,
    right: Colour,
    weight: Colour | None,
    reach: float,
) -> Footed:
    near = weight is not None
    half = 12.2 * reach + (9.0 if angle else 0.6)
    head = WAIST + 1.2
    size = (half * 2 * px_per_m, (head + 1.2) * px_per_m)
    foot = (half * px_per_m, head * px_per_m)

    def draw(big: pygame.Surface, k: int) -> None:
        scale = px_per_m * k
        x, y = foot[0] * k, foot[1] * k
        for sign, colour in ((-1.0, left), (1.0, right)):
            _arm(big, scale, (x, y), sign, angle, colour, near, reach)
        if weight is not None and reach > 0.9:
            _weights(big, scale, (x, y), angle, weight)
        if near and angle == 0:
            ring = pygame.Rect(x - 2.55 * scale, 0, 5.1 * scale, 0.58 * scale)
            ring.top = round(y - (WAIST + 0.3) * scale)
            pygame.draw.rect(big, left, ring, border_radius=round(0.12 * scale))

    return Footed(supersampled(size, draw), foot, px_per_m)


def _turned(point: Point, pivot: Point, degrees: float) -> Point:
    turn = radians(degrees)
    dx, dy = point[0] - pivot[0], point[1] - pivot[1]
    return (
        pivot[0] + dx * cos(turn) + dy * sin(turn),
        pivot[1] - dx * sin(turn) + dy * cos(turn),
    )


def _arm(
    big: pygame.Surface,
    scale: float,
    foot: Point,
    sign: float,
    angle: float,
    colour: Colour,
    near: bool,
    reach: float,
) -> None:
    feet = (7.35, 9.2) if near else (9.2, 11.3)
    inner, outer = feet[0] * reach, feet[1] * reach
    pivot = ((inner + outer) / 2, 2.4)

    def place(point: Point) -> Point:
        x, height = _turned(point, pivot, angle)
        return foot[0] + sign * x * scale, foot[1] - height * scale

    thick, thin = (0.22, 0.12) if near else (0.14, 0.09)
    truss(
        big,
        colour,
        (place((inner, 1.9)), place((2.25, WAIST))),
        (place((outer, 1.9)), place((2.5, WAIST + 0.2))),
        16,
        thick * scale,
        thin * scale,
    )


def _weights(big: pygame.Surface, scale: float, foot: Point, angle: float, colour: Colour) -> None:
    drop = min(angle / 40, 1.0) * 1.2
    for sign in (-1.0, 1.0):
        shape = ((7.5, 2.0), (10.35, 2.0), (9.95, 3.6 - drop), (7.95, 4.35 - drop))
        shade = colour if sign < 0 else mix(colour, (40, 28, 60), 0.62)
        pygame.draw.polygon(
            big,
            shade,
            [(foot[0] + sign * x * scale, foot[1] - height * scale) for x, height in shape],
        )
