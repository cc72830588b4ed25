"""A vehicle on its own pad, as it stands beside the questions: every one as high as the others.

Contract: `Berth` says at which scale a craft stands on a `Stand` of a backdrop and where its hull
is; `stand` paints it there in slices, with the arms of a tulip, the supports or the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import pi, sin

import pygame

from . import steppe
from .arms import arms
from .craft import Body, Craft, PadKind
from .craft_paint import portrait
from .livery import dressed
from .paint import Colour, Palette, Point, View, bar, mix, paste, supersampled

HEIGHT_M = 38.4
"""A vehicle of so many metres stands at the scale of its stand; others are made as high."""
_RAISED: dict[PadKind, float] = {"tulip": 0.0, "supports": 60.0, "table": 48.0}
"""Grid units that a vehicle's foot is higher than on a tulip, which lets its tails down."""
_UNIT = 16.6
"""The metre, in grid units, at which what stands on the deck is measured."""
HOSES = (493.0, 748.0)
"""Grid y at which hoses leave a vehicle on the screens' stand."""
_CLOSEST = 0.65
"""How near to the axis the feet of the arms may come: tails stand between them."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the rocket stands on the grid: axis, foot, pixels a metre.

    `arm` and `pad` say how far the feet of the arms and the pad reach, 1 being the full width;
    `core` how wide the brightest dawn is; `words` is where text stands, free of stars.
    """

    axis: float
    foot: float
    metre: float
    floodlit: bool
    arm: float
    pad: float
    core: float
    words: tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Berth:
    """A craft on a stand."""

    place: Stand
    craft: Craft

    @property
    def foot(self) -> float:
        """Grid y of the vehicle's lowest point."""
        return self.place.foot - _RAISED[self.craft.pad] * self.place.metre / _UNIT

    @property
    def metre(self) -> float:
        """Grid units a metre of the vehicle."""
        tall = HEIGHT_M * self.place.metre - (self.place.foot - self.foot)
        return tall / self.craft.height_m

    @property
    def reach(self) -> float:
        """How far the feet of the arms are from the axis, 1 being those of a drawn-out tulip."""
        return min(1.0, max(_CLOSEST, self.place.arm * self.place.metre / self.metre))

    def edge(self, y: float) -> float:
        """Grid x of the hull's right edge at a grid y."""
        height = (self.foot - y) / self.metre
        bodies = [
            body for block in self.craft.blocks for body in (block.body, block.around) if body
        ]
        return self.place.axis + self.metre * max(
            (_half(body, height) for body in bodies), default=0.0
        )


def _half(body: Body, height: float) -> float:
    """How far from the vehicle's axis a body reaches at a height, 0 where it is not."""
    low, high = body.foot_m, body.top_m
    if not low <= height <= high:
        return 0.0
    share = (height - low) / (high - low)
    # As drawn: four stand at the sides, before and behind; others evenly, two of them in front.
    first = pi / 2 if body.count in (1, 4) else pi / body.count
    aside = max(sin(first + 2 * pi * i / body.count) for i in range(body.count))
    axis = aside * (body.out_m + (body.out_top_m - body.out_m) * share) if body.count > 1 else 0.0
    for band in body.bands:
        if height <= body.base_m + band.top_m:
            up = (height - body.base_m - band.bottom_m) / (band.top_m - band.bottom_m)
            return axis + band.bottom_radius_m + (band.top_radius_m - band.bottom_radius_m) * up
    return axis


def stand(
    picture: pygame.Surface, view: View, berth: Berth, horizon: float, palette: Palette
) -> Iterator[None]:
    """Paint the vehicle and its pad in slices."""
    place, craft = berth.place, berth.craft
    metre, site = berth.metre * view.scale, place.metre * view.scale
    ship = portrait(craft, craft.blocks, metre, dressed(palette))
    yield
    foot = view.at(place.axis, berth.foot)
    anchor = ship.foot()
    hull = (foot[0] - anchor[0], foot[1] - anchor[1])
    reach = place.pad
    if craft.pad == "tulip":
        far, near = arms(metre, 0.0, palette, berth.reach)
        yield
        paste(picture, far.picture, (foot[0] - far.foot[0], foot[1] - far.foot[1]))
        paste(picture, ship.picture, hull)
        paste(picture, near.picture, (foot[0] - near.foot[0], foot[1] - near.foot[1]))
        reach *= max(1.0, berth.reach * berth.metre / (place.arm * place.metre))
    else:
        paste(picture, ship.picture, hull)
        sprite, rise = _stool(craft, berth, site / _UNIT, palette)
        deck = view.y(place.foot - steppe.DECK * place.metre)
        paste(picture, sprite, (foot[0] - sprite.get_width() / 2, deck - rise))
    base = steppe.pad(site, (place.foot - horizon) / place.metre, palette, reach)
    low = view.at(place.axis, place.foot)
    paste(picture, base.picture, (low[0] - base.foot[0], low[1] - base.foot[1]))
    yield


def _stool(
    craft: Craft, berth: Berth, unit: float, palette: Palette
) -> tuple[pygame.Surface, float]:
    """What stands on the deck under a vehicle, and how many pixels it reaches over the deck."""
    lit, sand = palette.colour("steppe_lit"), palette.colour("sand")
    steel = mix(lit, sand, 0.55)
    dark = mix(lit, palette.colour("night"), 0.5)
    shade = mix(steel, dark, 0.55)
    stage = next(block for block in craft.blocks if block.kind == "stage")
    # In units of the deck, which grows with the stand and not with the vehicle.
    r = stage.span_m / 2 * berth.metre * _UNIT / berth.place.metre
    high, half = 62.0, 2.3 * r + 30

    def draw(big: pygame.Surface, k: int) -> None:
        s = unit * k

        def shape(colour: Colour, *points: Point) -> None:
            pygame.draw.polygon(big, colour, [((half + x) * s, (high + y) * s) for x, y in points])

        def beam(colour: Colour, a: Point, b: Point, width: float) -> None:
            ends = [((half + x) * s, (high + y) * s) for x, y in (a, b)]
            bar(big, colour, ends[0], ends[1], width * s)

        if craft.pad == "supports":
            for sign, colour in ((-1, steel), (1, shade)):
                beam(mix(colour, dark, 0.5), (sign * r * 0.7, 2), (sign * r * 0.4, -30), 6)
                beam(colour, (sign * r * 1.62, 2), (sign * r * 0.9, -32), 8)
                beam(colour, (sign * r * 0.98, -32), (sign * r * 0.72, -32), 8)
            beam(dark, (-r * 1.5, -2.5), (r * 1.5, -2.5), 5)
            return
        wide = r * 1.7
        shape(shade, (-wide, -9), (wide, -9), (wide + 8, 1), (-wide - 8, 1))
        shape(steel, (-wide, -9), (0, -9), (0, 1), (-wide - 8, 1))
        shape(mix(steel, dark, 0.3), (-r * 1.1, -15), (r * 1.1, -15), (r * 1.3, -9), (-r * 1.3, -9))
        for sign, colour in ((-1, steel), (1, shade)):
            shape(
                colour,
                (sign * (r + 15), -8),
                (sign * (r + 27), -8),
                (sign * (r + 12), -50),
                (sign * (r + 1), -56),
                (sign * (r + 1), -44),
            )

    return supersampled((2 * half * unit, (high + 4) * unit), draw), high * unit


@lru_cache(maxsize=8)
def hoses(berth: Berth) -> tuple[Point, ...]:
    """Where hoses leave the hull: the upper one, and one to the tanks below."""
    return tuple((berth.edge(y) - 2, y) for y in HOSES)
