"""The ground: one straight horizon, an almost black steppe, and the pad with its flame pit.

Contract: `ground` paints the steppe over the lower part of a picture; `pad` gives a premultiplied
sprite whose anchor is the foot of the rocket's axis; `masts` and `beams` paint floodlights.
"""

from __future__ import annotations

from functools import lru_cache

import pygame

from game.ui.ahead import give_way

from .lattice import truss
from .light import speckle
from .paint import Colour, Footed, Palette, Point, View, is_light, mix, paste, supersampled, veil

DECK = 2.05
"""Height of the platform's upper edge over the rocket's foot, in metres."""


def ground(
    picture: pygame.Surface, view: View, horizon: float, glow_x: float, palette: Palette
) -> None:
    """Paint the steppe below `horizon` (grid y), warmest under the dawn at `glow_x` (grid x)."""
    top = round(view.y(horizon))
    width, height = picture.get_size()
    strip = max(2, round((4 if is_light(palette) else 18) * view.scale))
    picture.fill(palette.colour("steppe"), (0, top, width, height - top))
    far, warm = palette.colour("steppe_far"), palette.colour("coral")
    low = pygame.Surface((64, 1), 0, 32)
    for i in range(64):
        away = (width * (i + 0.5) / 64 - view.x(glow_x)) / (620 * view.scale)
        low.set_at((i, 0), mix(far, warm, 0.16 / (1 + away * away * 3)))
    picture.blit(pygame.transform.smoothscale(low, (width, 1)), (0, top))
    line = pygame.transform.smoothscale(low, (width, strip))
    picture.blit(line, (0, top))


def far_things(
    picture: pygame.Surface, view: View, horizon: float, left: float, palette: Palette
) -> None:
    """A hall and a few thin masts that stand on the horizon, from grid x `left` on."""
    dark = mix(palette.colour("steppe_far"), palette.colour("dusk"), 0.5)
    size = (320 * view.scale, 70 * view.scale)

    def draw(big: pygame.Surface, k: int) -> None:
        s = view.scale * k
        foot = 70 * s
        hall = [(0, 0), (10, 21), (26, 31), (104, 31), (104, 0)]
        pygame.draw.polygon(big, dark, [(x * s, foot - y * s) for x, y in hall])
        for x, high in ((164, 47), (200, 36)):
            truss(
                big,
                dark,
                ((x * s - 3 * s, foot), (x * s - 1 * s, foot - high * s)),
                ((x * s + 3 * s, foot), (x * s + 1 * s, foot - high * s)),
                6,
                1.5 * s,
                1.0 * s,
            )

    paste(picture, supersampled(size, draw), (view.x(left), round(view.y(horizon)) - size[1]))


@lru_cache(maxsize=8)
def _pad(
    px_per_m: float, drop: float, reach: float, lit: Colour, pit: Colour, lip: Colour
) -> Footed:
    half, high, deep = 19.8, 3.2, 4.6
    size = (half * 2 * px_per_m, (high + deep) * px_per_m)
    foot = (half * px_per_m, high * px_per_m)
    shade, dark = mix(lit, (20, 14, 46), 0.55), mix(lit, (24, 16, 56), 0.78)
    slab, under, edge = DECK - 1.15, DECK - 0.1, 12.5 * reach
    floor, wide, narrow = -2.85 if reach < 1 else -3.7, 11.4 * reach, 6.95 * reach
    inner = wide - 2.2 * reach

    def draw(big: pygame.Surface, k: int) -> None:
        s = px_per_m * k

        def shape(colour: Colour, *points: Point) -> None:
            pygame.draw.polygon(
                big, colour, [(foot[0] * k + x * s, foot[1] * k - h * s) for x, h in points]
            )

        for sign, near, wall in ((-1, lit, lit), (1, shade, dark)):
            back = sign * (edge + 6.9)
            shape(near, (sign * edge, under), (0, under), (0, drop), (back, drop))
            shape(wall, (sign * narrow, slab), (sign * wide, floor), (0, floor), (0, slab))
        shape(pit, (-narrow + 0.5, slab), (-inner, floor), (inner, floor), (narrow - 0.5, slab))
        for sign, near, wall in ((-1, lit, lit), (1, shade, dark)):
            column = sign * 3.75 * reach
            shape(
                wall,
                (column - 0.45, slab),
                (column + 0.45, slab),
                (column + 0.45, floor + 1.5),
                (column - 0.45, floor + 1.5),
            )
            shape(near, (sign * edge, under), (0, under), (0, slab), (sign * (edge - 0.5), slab))
        shape(lip, (-edge, DECK), (edge, DECK), (edge, DECK - 0.27), (-edge, DECK - 0.27))

    return Footed(supersampled(size, draw), foot, px_per_m)


def pad(px_per_m: float, drop: float, palette: Palette, reach: float = 1.0) -> Footed:
    """The pad; `drop` is the height of the horizon over the rocket's foot in metres, mostly < 0.

    `reach` below 1 draws it narrower.
    """
    return _pad(
        px_per_m,
        drop,
        reach,
        palette.colour("steppe_lit"),
        palette.colour("pit"),
        palette.colour("sand"),
    )


def masts(
    picture: pygame.Surface,
    foot: Point,
    px_per_m: float,
    ground_y: float,
    palette: Palette,
    away: float = 15.6,
) -> None:
    """Two light masts `away` metres either side of the rocket's foot (pixels)."""
    near = mix(palette.colour("rocket.steel_far"), palette.colour("steppe_lit"), 0.35)
    far = mix(near, palette.colour("dusk"), 0.6)
    high, half = 29.0, 1.6
    for sign, colour in ((-1, near), (1, far)):
        size = (half * 2 * px_per_m, high * px_per_m + ground_y - foot[1])

        def draw(big: pygame.Surface, k: int, colour: Colour = colour) -> None:
            s, w, h = px_per_m * k, big.get_width(), big.get_height()
            m = w / 2
            truss(
                big,
                colour,
                ((m - 0.78 * s, h), (m - 0.4 * s, 0.7 * s)),
                ((m + 0.78 * s, h), (m + 0.4 * s, 0.7 * s)),
                17,
                0.2 * s,
                0.12 * s,
                crossed=True,
            )
            lamp = pygame.Rect(m - 1.3 * s, 0, 2.6 * s, 0.62 * s)
            pygame.draw.rect(big, palette.colour("sand"), lamp, border_radius=round(0.14 * s))

        x = foot[0] + sign * away * px_per_m - size[0] / 2
        paste(picture, supersampled(size, draw), (x, foot[1] - high * px_per_m))


def beam(
    picture: pygame.Surface,
    lamp: Point,
    near: Point,
    far: Point,
    colour: Colour,
    strength: float,
) -> None:
    """A flat wedge of light from a lamp to two far corners (pixels), fading along its way."""
    xs, ys = zip(lamp, near, far, strict=True)
    left, top = min(xs), min(ys)
    size = (max(xs) - left + 2, max(ys) - top + 2)
    # More steps than levels of light are not seen.
    steps = max(10, min(36, round(255 * strength)))

    def draw(big: pygame.Surface, k: int) -> None:
        def at(corner: Point, share: float) -> Point:
            x = lamp[0] + (corner[0] - lamp[0]) * share
            y = lamp[1] + (corner[1] - lamp[1]) * share
            return (x - left) * k, (y - top) * k

        for step in range(steps):
            give_way()
            a, b = step / steps, 1.0
            shade = veil(colour, strength * (1 - a) ** 0.9)
            pygame.draw.polygon(big, shade, [at(near, a), at(near, b), at(far, b), at(far, a)])

    wedge = supersampled(size, draw, 2)
    speckle(wedge)
    paste(picture, wedge, (left, top))
