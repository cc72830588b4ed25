"""The sky before dawn: flat ellipses round one sunrise, so fine that no band shows.

Contract: `sky(size_px, stops, sunrise)` gives an opaque picture of a whole window; `stars` puts
stars on one. Both give the same picture for the same arguments and the same `rng`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from random import Random

import pygame

from game.ui.ahead import give_way

from .paint import Colour, Point, along, stamp

# Half-axes of the rings in grid units: the innermost one's, the growth to the outermost, and the
# power by which it grows. Wide and flat at the sun, nearly round at the zenith.
_WIDE = (340.0, 1712.0, 2.25)
_HIGH = (12.0, 815.0, 2.1)
_COARSE, _FLAT = 8, 2


def _axes(far: float, scale: float, spread: float, core: float) -> tuple[float, float]:
    """Half-axes in pixels of the ring at `far` (0 at the sun, 1 at the zenith)."""
    wide = _WIDE[0] * core + _WIDE[1] * far ** _WIDE[2]
    high = _HIGH[0] * core + _HIGH[1] * far ** _HIGH[2]
    return wide * scale * spread, high * scale * spread


def _steps(stops: Sequence[Colour], rings: int) -> int:
    """Enough rings that two neighbours differ by about one level."""
    levels = sum(max(abs(x - y) for x, y in zip(a, b, strict=True)) for a, b in pairwise(stops))
    return max(rings, levels * 2 // 3)


def sky(
    size: tuple[int, int],
    stops: Sequence[Colour],
    sunrise: Point,
    *,
    scale: float,
    spread: float = 1.0,
    core: float = 1.0,
    rings: int = 84,
    grain: bool = True,
) -> pygame.Surface:
    """A window full of sky.

    `stops` run from the zenith to the sun, `sunrise` is the sun's place in pixels, `scale` the
    window's pixels a grid unit, `spread` widens the dawn, `core` its brightest
    part alone, `rings` is the least number of rings.
    The rings are flat, so they are drawn at an eighth of the width and half the height;
    scaling back softens their edges, and a grain of one level hides what steps are left.
    """
    low = (max(2, -(-size[0] // _COARSE)), max(2, -(-size[1] // _FLAT)))
    fx, fy = low[0] / size[0], low[1] / size[1]
    small = pygame.Surface(low, 0, 32)
    small.fill(stops[0])
    count = _steps(stops, rings)
    cx, cy = sunrise[0] * fx, sunrise[1] * fy
    for ring in range(1, count + 1):
        give_way()
        far = 1 - ring / count
        wide, high = _axes(far, scale, spread, core)
        box = pygame.Rect(
            round(cx - wide * fx), round(cy - high * fy), round(2 * wide * fx), round(2 * high * fy)
        )
        pygame.draw.ellipse(small, along(stops, ring / count), box)
    picture = pygame.transform.smoothscale(small, size)
    if grain:
        add_grain(picture)
    return picture


def add_grain(picture: pygame.Surface) -> None:
    """Move each pixel by at most one level, the same way each time."""
    for flag, tile in zip((pygame.BLEND_RGB_ADD, pygame.BLEND_RGB_SUB), _grain(), strict=True):
        side = tile.get_width()
        for y in range(0, picture.get_height(), side):
            for x in range(0, picture.get_width(), side):
                picture.blit(tile, (x, y), special_flags=flag)


@lru_cache(maxsize=1)
def _grain() -> tuple[pygame.Surface, pygame.Surface]:
    """What is added to each square of a picture, and what is taken off."""
    rng = Random("grain")
    side = 256
    tiles: list[pygame.Surface] = []
    for _ in range(2):
        speckle = rng.randbytes(side * side * 3).translate(bytes(b & 1 for b in range(256)))
        tile = pygame.Surface((side, side), 0, 32)
        tile.blit(pygame.image.frombuffer(speckle, (side, side), "RGB"), (0, 0))
        tiles.append(tile)
    return tiles[0], tiles[1]


def stars(
    picture: pygame.Surface,
    rng: Random,
    *,
    scale: float,
    below: float,
    count: int = 110,
    away_from: Sequence[pygame.Rect] = (),
) -> None:
    """Scatter stars over a sky, down to `below` (pixels), thinner where the sky is bright.

    `away_from` are the places of words, in pixels; stars keep 24 grid units from them.
    """
    closed = [rect.inflate(round(48 * scale), round(48 * scale)) for rect in away_from]
    sizes = {size: _star(size * scale) for size in (1.1, 1.5, 2.1, 3.0)}
    width = picture.get_width()
    for _ in range(count):
        x, y = rng.random() * width, rng.random() ** 1.5 * below
        size = rng.choice((1.1, 1.1, 1.1, 1.5, 1.5, 2.1, 3.0))
        light = rng.uniform(0.35, 0.95)
        if any(rect.collidepoint(x, y) for rect in closed):
            continue
        px = min(max(int(x), 0), width - 1), min(max(int(y), 0), picture.get_height() - 1)
        red, green, blue, _ = picture.get_at(px)
        if red > 90 or red + green + blue > 260:
            continue
        dot = sizes[size]
        dot.set_alpha(round(255 * light * (1 - red / 110)))
        picture.blit(dot, (round(x - dot.get_width() / 2), round(y - dot.get_height() / 2)))


@lru_cache(maxsize=16)
def _star(size: float) -> pygame.Surface:
    side = max(3, round(size * 2) + 1)
    middle = side * 2
    return stamp(
        (side, side),
        (251, 240, 222),
        lambda big, k, pen: _disc(big, pen.ink, middle, size * k),
    )


def _disc(
    big: pygame.Surface, ink: tuple[int, int, int, int], middle: float, radius: float
) -> None:
    pygame.draw.circle(big, ink, (middle, middle), max(1.5, radius))
