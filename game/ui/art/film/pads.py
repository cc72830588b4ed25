"""The pads that are no tulip: supports over flat flame channels, and a table that stands alone."""

from __future__ import annotations

import pygame

from ..craft import PadKind
from ..lattice import truss
from ..paint import Colour, Palette, Point, View, bar, mix, shape, supersampled
from . import site

STAND: dict[PadKind, float] = {"tulip": site.FOOT, "supports": 858.0, "table": 850.0}
"""Grid y of the vehicle's lowest point."""
_TALLEST = 660.0


def metre(kind: PadKind, height_m: float) -> float:
    """Grid units a metre. Tulips are of one size, so that vehicles on them compare."""
    return site.METRE if kind == "tulip" else min(12.6, _TALLEST / height_m)


def floor(picture: pygame.Surface, view: View, palette: Palette, kind: PadKind) -> None:
    """Paint the concrete of a pad, with its channels or its trench."""
    low = (picture.get_height() - view.offset[1]) / view.scale + 2
    lit, pit, sand = (palette.colour(name) for name in ("steppe_lit", "pit", "sand"))
    slab = mix(palette.colour("steppe"), lit, 0.55)

    def plane(colour: Colour, *corners: Point) -> None:
        shape(picture, colour, [view.at(*corner) for corner in corners])

    plane(mix(slab, pit, 0.3), (640, 884), (1800, 872), (1916, low), (430, low))
    if kind == "supports":
        for side in (-1, 1):
            inner, outer = 1310 + side * 40, 1310 + side * 400
            for step in range(12):
                share = step / 12
                near = inner + (outer - inner) * (1 - share)
                colour = mix(mix(slab, pit, 0.3), pit, 0.25 + 0.75 * share)
                tilt = side * 60
                plane(colour, (inner, 908), (near, 908), (near + tilt, 962), (inner + tilt, 962))
        plane(mix(slab, sand, 0.16), (1130, 902), (1490, 902), (1506, 912), (1114, 912))
    else:
        steps = 18
        for step in range(steps):
            share = step / steps
            colour = mix(mix(slab, pit, 0.4), pit, share**0.7)
            x = 760 + 480 * share
            plane(colour, (x, 900), (1386, 900), (1386, low), (x - 170, low))
        plane(slab, (1386, 900), (1386, low), (1150, low), (1180, 1080), (1330, 982))
        plane(mix(slab, lit, 0.2), (1386, 900), (1640, 890), (1720, low), (1386, low))
        plane(mix(slab, sand, 0.2), (1240, 894), (1650, 884), (1650, 892), (1240, 904))


def stand(view: View, palette: Palette, kind: PadKind, unit: float) -> tuple[pygame.Surface, Point]:
    """What the vehicle stands on, seen before its foot, with its place on the grid."""
    high, over = 106.0, 32.0
    y0 = STAND[kind] - 6 - over
    lit, sand, night = (palette.colour(name) for name in ("steppe_lit", "sand", "night"))
    steel, dark = mix(lit, sand, 0.5), mix(lit, night, 0.55)
    half = 190.0

    def draw(big: pygame.Surface, k: int) -> None:
        s = view.scale * k

        def at(x: float, y: float) -> Point:
            return (x + half) * s, (y + over) * s

        if kind == "supports":
            for side, foot, head in ((-1, 6.0, 3.5), (1, 6.0, 3.5), (-1, 3.2, 1.9), (1, 3.2, 1.9)):
                shade = mix(steel, dark, 0.25) if side < 0 else dark
                bar(big, shade, at(side * foot * unit, 58), at(side * head * unit, 2), 7 * s)
                bar(big, shade, at(side * head * unit, 2), at(side * head * unit, 14), 12 * s)
            bar(big, dark, at(-6.6 * unit, 57), at(6.6 * unit, 57), 8 * s)
            bar(big, steel, at(-6.6 * unit, 54), at(6.6 * unit, 54), 2.4 * s)
            return
        wide = 2.9 * unit
        for side in (-1, 1):
            for x in (wide * 0.9, wide * 2.2):
                bar(big, dark, at(side * x, 24), at(side * x * 1.1, 62), 10 * s)
        ring = [at(-wide, 4), at(wide, 4), at(wide * 1.16, 16), at(-wide * 1.16, 16)]
        pygame.draw.polygon(big, mix(steel, dark, 0.2), ring)
        deck = [at(-wide * 2.4, 16), at(wide * 2.4, 16), at(wide * 2.4, 27), at(-wide * 2.4, 27)]
        pygame.draw.polygon(big, mix(steel, dark, 0.45), deck)
        bar(big, mix(steel, sand, 0.5), at(-wide * 2.4, 17), at(wide * 2.4, 17), 3 * s)
        for side in (-1, 1):
            shade = steel if side < 0 else mix(steel, dark, 0.6)
            claw = ((1.22, 16), (1.5, 16), (1.02, -24), (0.72, -30), (0.72, -20))
            pygame.draw.polygon(big, shade, [at(side * wide * x, y) for x, y in claw])

    return supersampled((2 * half * view.scale, high * view.scale), draw), (1310 - half, y0)


def service_tower(view: View, palette: Palette) -> tuple[pygame.Surface, Point]:
    """Proton's tower, rolled far away, and two slender masts."""
    x0, y0 = 940.0, 330.0
    colour = mix(palette.colour("night"), palette.colour("pit"), 0.35)
    side = mix(colour, palette.colour("dusk"), 0.35)
    floor_tone = mix(side, palette.colour("coral"), 0.12)

    def draw(big: pygame.Surface, k: int) -> None:
        s = view.scale * k

        def at(x: float, y: float) -> Point:
            return (x - x0) * s, (y - y0) * s

        body = [at(1664, 846), at(1678, 500), at(1746, 500), at(1758, 846)]
        pygame.draw.polygon(big, colour, body)
        lit = [at(1664, 846), at(1678, 500), at(1706, 500), at(1704, 846)]
        pygame.draw.polygon(big, side, lit)
        for index in range(8):
            y = 540 + index * 38
            bar(big, floor_tone, at(1664, y), at(1758, y), 4 * s)
        truss(big, colour, (at(1690, 500), at(1694, 430)), (at(1704, 500), at(1700, 430)), 4, 3 * s,
              2 * s)  # fmt: skip
        for x, top in ((1004, 470), (1570, 360)):
            truss(big, colour, (at(x - 8, 846), at(x - 4, top)), (at(x + 8, 846), at(x + 4, top)),
                  18, 2.6 * s, 1.8 * s)  # fmt: skip

    return supersampled((840 * view.scale, 520 * view.scale), draw, 2), (x0, y0)
