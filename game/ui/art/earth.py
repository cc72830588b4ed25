"""The Earth from orbit behind the results: space, thin air over a dark limb.

Contract: `earth(size_px, scale, offset, palette)` gives an opaque picture of the whole window; it
takes some 50 ms, so keep it. `orbit_y` says where an orbit over this Earth runs on the grid.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, sqrt
from random import Random

import pygame

from .paint import Colour, Palette, Point, View, along, is_light, mix, paste, supersampled
from .sky import add_grain, stars

CENTRE: Point = (1380.0, 2960.0)
RADIUS = 2200.0
_FAR = 1500.0
_RINGS = 250
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
    stops = _stops(palette, light)
    # Soft and flat, so a quarter of the width is enough.
    air = pygame.Surface((max(2, size[0] // 4), size[1]), 0, 32)
    air.fill(stops[0])
    for over, share in _rings():
        _disc(air, view, over, along(stops, share), view.offset)
    whole = pygame.transform.smoothscale(air, size)
    add_grain(whole)
    boxes = [pygame.Rect(view.at(*place), (w * scale, h * scale)) for place, w, h in words]
    stars(whole, Random("earth"), scale=scale, below=view.y(700), count=80, away_from=boxes)
    _globe(whole, view, palette, light)
    return whole


def _globe(whole: pygame.Surface, view: View, palette: Palette, light: bool) -> None:
    """The dark limb with its bright edge, smooth at any size."""
    rim = mix(palette.colour("amber"), palette.colour("sand"), 0.0 if light else 0.25)
    near = mix(palette.colour("pit"), palette.colour("steppe_far"), 0.5)
    deep = mix(palette.colour("pit"), palette.colour("night"), 0.12)
    if light:
        near = deep = palette.colour("steppe")
    top = round(view.y(CENTRE[1] - RADIUS - 8))
    size = (view.size[0], view.size[1] - top)

    def draw(big: pygame.Surface, _times: int) -> None:
        place = (view.offset[0], view.offset[1] - top)
        _disc(big, view, 4.5, rim, place)
        for step in range(12):
            share = step / 11
            _disc(big, view, -38 * share, mix(near, deep, share**0.5), place)

    if size[1] > 0:
        paste(whole, supersampled(size, draw, 2), (0, top))


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
    heights = [_FAR * (1 - step / _RINGS) ** 2.2 for step in range(_RINGS + 1)]
    return [(over, 0.6 * exp(-over / 300) + 0.4 * exp(-over / 24)) for over in heights]


def _disc(picture: pygame.Surface, view: View, over: float, colour: Colour, offset: Point) -> None:
    """A disc round the Earth's middle on a picture that holds the window from `offset` on."""
    fx = picture.get_width() / view.size[0]
    fy = max(1.0, round(fx))
    radius = (RADIUS + over) * view.scale
    x, y = offset[0] + CENTRE[0] * view.scale, offset[1] + CENTRE[1] * view.scale
    box = pygame.Rect(
        round((x - radius) * fx),
        round((y - radius) * fy),
        round(radius * 2 * fx),
        round(radius * 2 * fy),
    )
    pygame.draw.ellipse(picture, colour, box)
