"""The launch site as the film sees it: ground, trench, platform, masts, gantry, grass."""

from __future__ import annotations

from math import cos, radians, sin
from random import Random

import pygame

from ..lattice import truss
from ..light import shining
from ..paint import Colour, Palette, Point, View, bar, mix, paste, shape, supersampled
from .limb import across

AXIS = 1310.0
FOOT = 925.0
METRE = 14.4
HORIZON = 838.0
DECK = 846.0
TRENCH: Point = (1240.0, 968.0)
"""Where smoke leaves the trench, on the grid."""


def ground(picture: pygame.Surface, view: View, palette: Palette) -> None:
    """Paint the land from the horizon down, and a low hill over it."""
    width = picture.get_width()
    edge = round(view.y(HORIZON))
    top, low = mix(palette.colour("steppe_far"), (58, 44, 52), 0.6), palette.colour("steppe")
    column = pygame.Surface((1, 24), 0, 32)
    for i in range(24):
        column.set_at((0, i), mix(top, low, (i / 23) ** 0.6))
    rows = max(2, picture.get_height() - edge)
    picture.blit(pygame.transform.smoothscale(column, (width, rows)), (0, edge))
    far = mix(palette.colour("steppe_far"), palette.colour("night"), 0.35)
    xs = across(view, 40)
    hill = [view.at(x, HORIZON - 13 - 11 * cos((x - 330) / 700)) for x in xs]
    shape(picture, far, [*hill, view.at(xs[-1], HORIZON + 3), view.at(xs[0], HORIZON + 3)])


def trench(picture: pygame.Surface, view: View, palette: Palette) -> None:
    """Paint the flame trench, open to the left, and the wall of the pad."""
    low = (picture.get_height() - view.offset[1]) / view.scale + 2
    lit, pit = palette.colour("steppe_lit"), palette.colour("pit")
    ground_tone = mix(palette.colour("steppe"), lit, 0.12)
    wall = mix(palette.colour("steppe"), lit, 0.45)

    def plane(colour: Colour, *corners: Point) -> None:
        shape(picture, colour, [view.at(*corner) for corner in corners])

    plane(ground_tone, (540, 884), (1166, 872), (1166, low), (290, low), (330, 1040))
    steps = 22
    for step in range(steps):
        share = step / steps
        colour = mix(mix(ground_tone, pit, 0.35), pit, share**0.7)
        x = 700 + 620 * share
        plane(colour, (x, 884), (1476, 884), (1476, low), (x - 190, low))
    plane(wall, (1476, 884), (1476, low), (1090, low), (1120, 1070), (1352, 962))
    plane(mix(wall, pit, 0.35), (1476, 884), (1476, 1010), (1352, 962), (1430, 884))
    plane(mix(wall, lit, 0.18), (1476, 884), (1694, 878), (1790, low), (1476, low))
    plane(mix(wall, pit, 0.3), (1694, 878), (1740, 884), (1800, low), (1790, low))


def platform(view: View, palette: Palette) -> tuple[pygame.Surface, Point]:
    """The edge of the platform that hides the tails, and its place on the grid."""
    x0, y0 = 1140.0, DECK - 4
    lit, sand = palette.colour("steppe_lit"), palette.colour("sand")
    top = mix(lit, sand, 0.62)
    slab, under = mix(lit, palette.colour("steppe"), 0.35), mix(lit, palette.colour("pit"), 0.72)

    def draw(big: pygame.Surface, k: int) -> None:
        s = view.scale * k

        def shape(colour: Colour, *points: Point) -> None:
            pygame.draw.polygon(big, colour, [((x - x0) * s, (y - y0) * s) for x, y in points])

        shape(slab, (1152, 850), (1676, 850), (1676, 866), (1470, 880), (1168, 880))
        shape(under, (1168, 878), (1226, 878), (1216, 918), (1160, 914))
        shape(under, (1402, 878), (1462, 878), (1470, 914), (1410, 918))
        shape(top, (1150, 844), (1676, 844), (1676, 851), (1152, 851))

    return supersampled((545 * view.scale, 84 * view.scale), draw), (x0, y0)


def gantry(view: View, palette: Palette) -> tuple[pygame.Surface, Point]:
    """The carrier that brought the rocket, lowered again, on the right."""
    x0, y0 = 1530.0, 700.0
    colour = mix(palette.colour("night"), palette.colour("pit"), 0.4)

    def draw(big: pygame.Surface, k: int) -> None:
        s = view.scale * k

        def at(x: float, y: float) -> Point:
            return (x - x0) * s, (y - y0) * s

        truss(
            big,
            colour,
            (at(1556, 838), at(2560, 680)),
            (at(1546, 770), at(2560, 600)),
            11,
            5 * s,
            3.4 * s,
        )
        bar(big, colour, at(1546, 770), at(1556, 842), 5 * s)

    return supersampled((1030 * view.scale, 150 * view.scale), draw, 2), (x0, y0)


_TOWERS = (
    (900.0, 296.0, 862.0, 1.0),
    (1098.0, 584.0, 838.0, 0.7),
    (1621.0, 564.0, 840.0, 0.7),
    (1781.0, 250.0, 856.0, 1.05),
)
"""Light masts: x, lamp y, foot y and size, all on the grid."""


def towers(surface: pygame.Surface, view: View, palette: Palette) -> None:
    """Four light masts with their lamps, painted on a picture."""
    colour = mix(palette.colour("night"), palette.colour("pit"), 0.25)
    glow = shining(120 * view.scale, (255, 246, 228), 0.6, 2.6)
    core = shining(36 * view.scale, (255, 252, 244), 0.95, 1.5)
    for x, lamp, foot, size in _TOWERS:
        half, high = 22.0 * size, foot - lamp + 20

        def draw(
            big: pygame.Surface, k: int, mast: tuple[float, float, float] = (half, high, size)
        ) -> None:
            half, high, size = mast
            s = view.scale * k
            m = half * s
            truss(
                big,
                colour,
                (((half - 10 * size) * s, high * s), ((half - 6 * size) * s, 14 * s)),
                (((half + 10 * size) * s, high * s), ((half + 6 * size) * s, 14 * s)),
                round(high / 26),
                2.6 * s * size,
                1.7 * s * size,
            )
            box = pygame.Rect(0, 0, 32 * s * size, 20 * s * size)
            box.center = (round(m), round(14 * s))
            pygame.draw.rect(
                big, mix(colour, (255, 255, 255), 0.1), box, border_radius=round(3 * s)
            )
            for row in (-1, 1):
                for column in (-1, 0, 1):
                    centre = (m + column * 10 * s * size, 14 * s + row * 4.8 * s * size)
                    pygame.draw.circle(big, (255, 250, 238), centre, 4.4 * s * size)

        sprite = supersampled((half * 2 * view.scale, high * view.scale), draw)
        paste(surface, sprite, (view.x(x - half), view.y(lamp - 14)))
        for light in (glow, core):
            shown = light
            if size < 0.9:
                smaller = (round(light.get_width() * 0.62), round(light.get_height() * 0.62))
                shown = pygame.transform.smoothscale(light, smaller)
            paste(surface, shown, shown.get_rect(center=view.at(x, lamp)).topleft)


def cradle(view: View, palette: Palette, tall: float) -> tuple[pygame.Surface, pygame.Surface]:
    """The service mast, upright, and one of its arms, pointing left; both turn on their middle.

    The mast stands on the middle of its lower edge; the arm's hinge is its middle.
    """
    colour = mix(palette.colour("dusk"), palette.colour("steppe_lit"), 0.4)
    edge = mix(palette.colour("sand"), palette.colour("steppe_lit"), 0.2)
    s = view.scale

    def mast(big: pygame.Surface, k: int) -> None:
        t = s * k
        truss(
            big,
            colour,
            ((4 * t, tall * t), (6 * t, 6 * t)),
            ((24 * t, tall * t), (24 * t, 6 * t)),
            round(tall / 28),
            3 * t,
            2 * t,
        )
        bar(big, edge, (25 * t, tall * t), (24 * t, 2 * t), 4 * t)

    def reach(big: pygame.Surface, k: int) -> None:
        t = s * k
        truss(
            big,
            colour,
            ((160 * t, 14 * t), (6 * t, 9 * t)),
            ((160 * t, 5 * t), (6 * t, 5 * t)),
            10,
            1.6 * t,
            1.3 * t,
        )
        bar(big, edge, (160 * t, 5 * t), (2 * t, 4 * t), 3.4 * t)

    return supersampled((30 * s, tall * s), mast), supersampled((320 * s, 18 * s), reach)


def arm(view: View, colour: Colour, edge: Colour) -> pygame.Surface:
    """One holding arm, upright, its hinge in the sprite's middle."""
    wide, high = 64.0, 440.0

    def draw(big: pygame.Surface, k: int) -> None:
        s = view.scale * k
        m, foot = wide / 2, high / 2
        truss(
            big,
            colour,
            (((m - 15) * s, foot * s), ((m - 5) * s, 16 * s)),
            (((m + 15) * s, foot * s), ((m + 7) * s, 16 * s)),
            10,
            3.4 * s,
            2.4 * s,
        )
        bar(big, edge, ((m - 16) * s, foot * s), ((m - 6) * s, 14 * s), 4.2 * s)
        head = [(m - 10, 10), (m + 6, 4), (m + 13, 22), (m - 4, 28)]
        pygame.draw.polygon(big, edge, [(x * s, y * s) for x, y in head])

    return supersampled((wide * view.scale, high * view.scale), draw)


def hinged(
    surface: pygame.Surface, sprite: pygame.Surface, hinge: Point, arm_px: float, degrees: float
) -> None:
    """Paste a turned sprite so that what was `arm_px` below its middle stays at `hinge`."""
    turn = radians(degrees)
    middle = (hinge[0] + arm_px * sin(turn), hinge[1] - arm_px * cos(turn))
    size = sprite.get_size()
    paste(surface, sprite, (middle[0] - size[0] / 2, middle[1] - size[1] / 2))


def grass(view: View, palette: Palette, seed: str) -> pygame.Surface:
    """Blades of steppe grass along the foot of the window, 90 grid units high."""
    rng = Random(f"{seed}/grass")
    wide = view.size[0]
    colour = mix(palette.colour("pit"), palette.colour("night"), 0.2)

    def draw(big: pygame.Surface, k: int) -> None:
        s = view.scale * k
        foot = big.get_height()
        for _ in range(round(wide / view.scale / 5.2)):
            x = rng.uniform(-10, wide / view.scale + 10)
            tall = rng.uniform(16, 58)
            lean = rng.uniform(-0.7, 0.7) * tall * 0.6
            half = rng.uniform(1.0, 1.9)
            pygame.draw.polygon(
                big,
                colour,
                [
                    ((x - half) * s, foot),
                    ((x + lean * 0.35 - half * 0.6) * s, foot - tall * 0.6 * s),
                    ((x + lean) * s, foot - tall * s),
                    ((x + lean * 0.35 + half * 0.6) * s, foot - tall * 0.6 * s),
                    ((x + half) * s, foot),
                ],
            )

    return supersampled((wide, 90 * view.scale), draw, 2)
