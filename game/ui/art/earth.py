"""The Earth from orbit behind the results: space, thin air over a dark limb.

Contract: `earth(size_px, scale, offset, palette)` gives an opaque picture of the whole window; it
takes some 50 ms, so keep it. `orbit_y` says where an orbit over this Earth runs on the grid.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from random import Random

import pygame

from .paint import Colour, Palette, Point, View, along, is_light, mix
from .sky import add_grain, stars

CENTRE: Point = (1380.0, 2960.0)
RADIUS = 2200.0
_AIR = 96.0
_FAR = 1500.0
_WORDS: tuple[tuple[Point, float, float], ...] = (((60.0, 60.0), 780.0, 900.0),)


def orbit_y(x: float, over: float) -> float:
    """Grid y at grid x of the orbit that runs `over` units above the limb."""
    return CENTRE[1] - sqrt((RADIUS + over) ** 2 - (x - CENTRE[0]) ** 2)


def earth(
    size: tuple[int, int],
    scale: float,
    offset: Point,
    palette: Palette,
    words: Sequence[tuple[Point, float, float]] = _WORDS,
) -> pygame.Surface:
    """The picture of a window; stars keep away from `words` ((x, y), width, height on the grid)."""
    view = View(size, scale, offset)
    light = is_light(palette)
    # The rings are flat: a quarter of the width and twice the height draw them finely enough.
    picture = pygame.Surface((max(2, size[0] // 4), size[1] * 2), 0, 32)
    stops = _stops(palette, light)
    picture.fill(stops[0])
    for over, share in _rings():
        _disc(picture, view, over, along(stops, share))
    rim = mix(palette.colour("amber"), palette.colour("sand"), 0.0 if light else 0.25)
    _disc(picture, view, 4.5, rim)
    near = mix(palette.colour("pit"), palette.colour("steppe_far"), 0.5)
    deep = mix(palette.colour("pit"), palette.colour("night"), 0.0 if light else 0.12)
    if light:
        near = deep = palette.colour("steppe")
    for step in range(24):
        share = step / 23
        _disc(picture, view, -38 * share, mix(near, deep, share**0.5))
    whole = pygame.transform.smoothscale(picture, size)
    add_grain(whole)
    boxes = [pygame.Rect(view.at(*place), (w * scale, h * scale)) for place, w, h in words]
    stars(whole, Random("earth"), scale=scale, below=view.y(700), count=80, away_from=boxes)
    return whole


def _stops(palette: Palette, light: bool) -> list[Colour]:
    if light:
        return list(palette.sky("rollout"))
    night, indigo, dusk, coral = (
        palette.colour(name) for name in ("night", "indigo", "dusk", "coral")
    )
    return [
        night,
        mix(night, indigo, 0.55),
        indigo,
        mix(indigo, dusk, 0.7),
        mix(dusk, coral, 0.34),
        mix(dusk, coral, 0.8),
        coral,
    ]


def _rings() -> list[tuple[float, float]]:
    """(height over the limb, place along the stops): faint far out, the air itself bright."""
    far = [(_AIR + (_FAR - _AIR) * (1 - i / 160) ** 1.7, i / 160 * 0.55) for i in range(160)]
    air = [(_AIR * (1 - i / 110), 0.55 + 0.45 * (i / 110) ** 1.6) for i in range(110)]
    return far + air


def _disc(picture: pygame.Surface, view: View, over: float, colour: Colour) -> None:
    """The part of a disc round the Earth's middle that the window shows, squeezed to fit."""
    centre, radius = view.at(*CENTRE), (RADIUS + over) * view.scale
    width, height = picture.get_size()
    fx, fy = width / view.size[0], height / view.size[1]
    points: list[Point] = []
    for i in range(49):
        x = view.size[0] * i / 48
        root = radius**2 - (x - centre[0]) ** 2
        points.append((x * fx, (centre[1] - sqrt(max(0.0, root))) * fy))
    pygame.draw.polygon(picture, colour, [*points, (width, height + 4), (0, height + 4)])
