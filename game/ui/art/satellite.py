"""Spacecraft: what the film brings to orbit, and small satellites.

Contract: every function gives a premultiplied sprite; paste it by its middle.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from math import cos, pi

import pygame

from .craft import Spacecraft
from .paint import Colour, Palette, Point, bar, mix, supersampled

_LIGHT = ((98, 92, 122), (168, 158, 166), (232, 220, 204), (214, 198, 178), (128, 112, 116))
"""Across a hull from the top down: space above, the lit Earth below."""


def _tone(stops: Sequence[Colour], place: float) -> Colour:
    at = place * (len(stops) - 1)
    first = min(int(at), len(stops) - 2)
    return mix(stops[first], stops[first + 1], at - first)


def _hull(
    big: pygame.Surface, rows: Sequence[Point], middle: Point, unit: float, paint: Colour
) -> None:
    """A body of (x, half width) rows lying along x, shaded across."""
    count = 22
    for index in range(count):
        low = -1 + 2 * index / count
        light = _tone(_LIGHT, (index + 0.5) / count)
        shade = (
            light[0] * paint[0] // 255,
            light[1] * paint[1] // 255,
            light[2] * paint[2] // 255,
        )
        upper = [(middle[0] + x * unit, middle[1] + low * half * unit) for x, half in rows]
        foot = [(middle[0] + x * unit, middle[1] + half * unit) for x, half in reversed(rows)]
        pygame.draw.polygon(big, shade, upper + foot)


def ship(scale: float, palette: Palette) -> pygame.Surface:
    """A crewed ship with its panels out, nose to the right, 330 by 420 grid units."""
    panel, seam = (58, 84, 176), (30, 44, 110)

    def draw(big: pygame.Surface, k: int) -> None:
        u = scale * k
        middle = (165 * u, 210 * u)
        for sign in (-1, 1):
            near, far = 46 * sign, 186 * sign
            bar(big, (150, 140, 150), (118 * u, 210 * u), (118 * u, (210 + near) * u), 5 * u)
            y0, y1 = sorted(((210 + near) * u, (210 + far) * u))
            pygame.draw.rect(big, panel, (98 * u, y0, 42 * u, y1 - y0))
            glint = mix(panel, (150, 176, 255), 0.35)
            pygame.draw.rect(big, glint, (98 * u, y0, 42 * u, (y1 - y0) * 0.3))
            for cut in range(1, 5):
                y = y0 + (y1 - y0) * cut / 5
                bar(big, seam, (98 * u, y), (140 * u, y), 2.4 * u)
            bar(big, seam, (119 * u, y0), (119 * u, y1), 2.4 * u)
        white, drab = (255, 250, 240), (196, 184, 176)
        _hull(big, ((-92, 46), (-84, 46), (-18, 41)), middle, u, white)
        _hull(big, ((-18, 40), (4, 38), (34, 28), (46, 20)), middle, u, drab)
        ball = [
            (44 + 38 * (1 - cos(pi * i / 20)), 38 * (1 - (cos(pi * i / 20)) ** 2) ** 0.5)
            for i in range(21)
        ]
        _hull(big, ball, middle, u, white)
        _hull(big, ((116, 13), (138, 11)), middle, u, drab)
        seams = ((-62, 44, (96, 88, 104)), (-18, 41, (96, 88, 104)), (82, 38, (96, 88, 104)))
        for x, half, colour in (*seams, (-90, 45, palette.colour("rocket.rim"))):
            across = middle[0] + x * u
            ends = (across, middle[1] - half * u), (across, middle[1] + half * u)
            bar(big, colour, *ends, 2.2 * u)

    return supersampled((330 * scale, 420 * scale), draw)


def sphere(scale: float, palette: Palette) -> pygame.Surface:
    """A ball with four antennas swept back to the left: the smallest payload, 230 by 170."""
    sand = palette.colour("sand")

    def draw(big: pygame.Surface, k: int) -> None:
        u = scale * k
        x, y = 170 * u, 85 * u
        for dx, dy in ((-158, -60), (-166, -24), (-166, 24), (-158, 60)):
            bar(big, mix(sand, (150, 140, 160), 0.35), (x, y), (x + dx * u, y + dy * u), 3 * u)
        for step in range(24):
            share = step / 23
            shade = mix((96, 88, 118), (255, 246, 226), share**0.8)
            offset = 13 * share * u
            radius = 40 * (1 - 0.82 * share) * u
            pygame.draw.circle(big, shade, (x + offset * 0.4, y + offset), radius)

    return supersampled((230 * scale, 170 * scale), draw)


def capsule(scale: float, palette: Palette) -> pygame.Surface:
    """A globe with crew on its double cone, nose to the right, 330 by 200 grid units."""
    rim = palette.colour("rocket.rim")

    def draw(big: pygame.Surface, k: int) -> None:
        u = scale * k
        middle = (165 * u, 100 * u)
        for y in (-52, 52):
            ends = (middle[0] - 40 * u, middle[1]), (middle[0] - 112 * u, middle[1] + y * u)
            bar(big, (168, 160, 164), *ends, 3 * u)
        _hull(big, ((-104, 16), (-52, 52), (-34, 52), (-2, 30)), middle, u, (206, 200, 196))
        for x, half in ((-52, 52), (-34, 52)):
            across = middle[0] + x * u
            ends = (across, middle[1] - half * u), (across, middle[1] + half * u)
            bar(big, mix(rim, (110, 100, 110), 0.4), *ends, 2.4 * u)
        ball = [
            (-12 + 56 * (1 - cos(pi * i / 24)), 56 * (1 - (cos(pi * i / 24)) ** 2) ** 0.5)
            for i in range(25)
        ]
        _hull(big, ball, middle, u, (255, 250, 240))
        for y in (-26, 0, 26):
            ends = (middle[0] + 8 * u, middle[1] + y * u), (middle[0] + 78 * u, middle[1] + y * u)
            bar(big, (198, 188, 184), *ends, 1.6 * u)

    return supersampled((330 * scale, 200 * scale), draw)


def probe(scale: float, palette: Palette) -> pygame.Surface:
    """A satellite with two long wings and a dish, 330 by 420 grid units."""
    panel, seam = (58, 84, 176), (30, 44, 110)

    def draw(big: pygame.Surface, k: int) -> None:
        u = scale * k
        middle = (150 * u, 210 * u)
        for sign in (-1, 1):
            y0, y1 = sorted(((210 + 58 * sign) * u, (210 + 200 * sign) * u))
            bar(big, (150, 140, 150), middle, (middle[0], (210 + 70 * sign) * u), 5 * u)
            pygame.draw.rect(big, panel, (124 * u, y0, 52 * u, y1 - y0))
            pygame.draw.rect(big, mix(panel, (150, 176, 255), 0.35), (124 * u, y0, 52 * u, 44 * u))
            for cut in range(1, 5):
                y = y0 + (y1 - y0) * cut / 5
                bar(big, seam, (124 * u, y), (176 * u, y), 2.4 * u)
        _hull(
            big, ((-70, 44), (58, 44)), middle, u, mix((236, 186, 96), palette.colour("sand"), 0.3)
        )
        for x in (-34, 10):
            across = middle[0] + x * u
            ends = (across, middle[1] - 44 * u), (across, middle[1] + 44 * u)
            bar(big, (120, 92, 66), *ends, 2 * u)
        _hull(big, ((-96, 22), (-70, 30)), middle, u, (150, 146, 150))
        dish = [(58 + 34 * (i / 12) ** 0.6, 8 + 46 * i / 12) for i in range(13)]
        _hull(big, dish, middle, u, (250, 248, 244))
        _hull(big, ((92, 3), (122, 3)), middle, u, (196, 190, 190))

    return supersampled((330 * scale, 420 * scale), draw)


DRAWN: dict[Spacecraft, Callable[[float, Palette], pygame.Surface]] = {
    "ship": ship,
    "capsule": capsule,
    "ball": sphere,
    "probe": probe,
}
"""The spacecraft that arrives, by how it is drawn: scale (pixels a grid unit) and palette."""


@lru_cache(maxsize=64)
def small(scale: float, angle: float) -> pygame.Surface:
    """A satellite with two panels, turned clockwise by `angle`, 76 grid units across."""

    def draw(big: pygame.Surface, k: int) -> None:
        u = scale * k
        m = 38 * u
        bar(big, (214, 218, 240), (m - 32 * u, m), (m + 32 * u, m), 2.4 * u)
        for sign in (-1, 1):
            for part in (0, 1):
                box = pygame.Rect(0, 0, round(9.5 * u), round(11 * u))
                box.center = (round(m + sign * (17 + part * 11) * u), round(m))
                pygame.draw.rect(big, (132, 150, 232), box)
        pygame.draw.circle(big, (198, 190, 190), (m, m), 10.5 * u)
        pygame.draw.circle(big, (255, 250, 240), (m - 1.6 * u, m - 1.6 * u), 8.8 * u)

    upright = supersampled((76 * scale, 76 * scale), draw, 4)
    return pygame.transform.rotozoom(upright, -angle, 1.0)
