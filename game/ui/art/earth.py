"""The Earth from orbit behind the results and a learner's home: space, thin air over a dark limb.

Contract: `earth(size_px, scale, offset, palette)` gives an opaque picture of the whole window; it
takes some 50 ms, so keep it. `orbit_y` says where an orbit over the Earth of the results runs on
the grid, and `Globe.orbit_y` over any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, sqrt
from random import Random

import pygame

from .paint import Colour, Palette, Point, View, along, is_light, mix, paste, supersampled
from .sky import add_grain, stars


@dataclass(frozen=True, slots=True)
class Globe:
    """Where on the grid an Earth has its middle, and how large it is."""

    centre: Point
    radius: float

    def orbit_y(self, x: float, over: float) -> float:
        """Grid y at grid x of the orbit that runs `over` units above the limb."""
        return self.centre[1] - sqrt((self.radius + over) ** 2 - (x - self.centre[0]) ** 2)


RESULTS = Globe((1380.0, 2960.0), 2200.0)
CENTRE, RADIUS = RESULTS.centre, RESULTS.radius
_FAR = 1500.0
_RINGS = 250
_WORDS: tuple[tuple[Point, float, float], ...] = (((60.0, 60.0), 780.0, 900.0),)


def orbit_y(x: float, over: float) -> float:
    """Grid y at grid x of the orbit that runs `over` units above the limb of the results."""
    return RESULTS.orbit_y(x, over)


def earth(
    size: tuple[int, int],
    scale: float,
    offset: Point,
    palette: Palette,
    words: Sequence[tuple[Point, float, float]] = _WORDS,
    globe: Globe = RESULTS,
) -> pygame.Surface:
    """The picture of a window; stars keep away from `words` ((x, y), width, height on the grid)."""
    view = View(size, scale, offset)
    light = is_light(palette)
    stops = _stops(palette, light)
    # Soft and flat, so a quarter of the width is enough.
    air = pygame.Surface((max(2, size[0] // 4), size[1]), 0, 32)
    air.fill(stops[0])
    for over, share in _rings():
        _disc(air, view, globe, over, along(stops, share), view.offset)
    whole = pygame.transform.smoothscale(air, size)
    add_grain(whole)
    boxes = [pygame.Rect(view.at(*place), (w * scale, h * scale)) for place, w, h in words]
    stars(whole, Random("earth"), scale=scale, below=view.y(700), count=80, away_from=boxes)
    _ground(whole, view, globe, palette, light)
    return whole


def _ground(whole: pygame.Surface, view: View, globe: Globe, palette: Palette, light: bool) -> None:
    """The dark limb with its bright edge, smooth at any size."""
    rim = mix(palette.colour("amber"), palette.colour("sand"), 0.0 if light else 0.25)
    near = mix(palette.colour("pit"), palette.colour("steppe_far"), 0.5)
    deep = mix(palette.colour("pit"), palette.colour("night"), 0.12)
    if light:
        near = deep = palette.colour("steppe")
    top = round(view.y(globe.centre[1] - globe.radius - 8))
    size = (view.size[0], view.size[1] - top)

    def draw(big: pygame.Surface, _times: int) -> None:
        place = (view.offset[0], view.offset[1] - top)
        _disc(big, view, globe, 4.5, rim, place)
        for step in range(12):
            share = step / 11
            _disc(big, view, globe, -38 * share, mix(near, deep, share**0.5), place)

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


def _disc(
    picture: pygame.Surface, view: View, globe: Globe, over: float, colour: Colour, offset: Point
) -> None:
    """A disc round the Earth's middle on a picture that holds the window from `offset` on."""
    fx = picture.get_width() / view.size[0]
    fy = max(1.0, round(fx))
    radius = (globe.radius + over) * view.scale
    x, y = (origin + place * view.scale for origin, place in zip(offset, globe.centre, strict=True))
    box = pygame.Rect(
        round((x - radius) * fx),
        round((y - radius) * fy),
        round(radius * 2 * fx),
        round(radius * 2 * fy),
    )
    pygame.draw.ellipse(picture, colour, box)
