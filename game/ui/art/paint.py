"""Colours, the view of the design grid, and sprites with smooth edges.

Sprites made here hold premultiplied alpha: `paste` is the way to put them on a picture. A sprite
made by `stamp` has one colour and straight alpha, so a plain `blit` serves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

import pygame

from game.ui.ahead import give_way
from game.ui.geometry import ABOVE

Colour = tuple[int, int, int]
Point = tuple[float, float]


class Palette(Protocol):
    """What the drawing asks of a theme; names are those of the theme file."""

    def colour(self, name: str) -> Colour:
        """One colour by its name, such as "night"."""

    def sky(self, stage: str) -> Sequence[Colour]:
        """The stops of one stage's sky, outermost first."""


@dataclass(frozen=True, slots=True)
class View:
    """Where the 1920x1080 grid lies in a window: its size, the scale, and the grid's corner."""

    size: tuple[int, int]
    scale: float
    offset: Point

    def x(self, grid: float) -> float:
        return self.offset[0] + grid * self.scale

    def y(self, grid: float) -> float:
        return self.offset[1] + grid * self.scale

    def at(self, x: float, y: float) -> Point:
        return self.x(x), self.y(y)


def fitted(size: tuple[int, int]) -> View:
    """The view that shows the whole grid in a window of this size, where a canvas has it."""
    scale = min(size[0] / 1920, size[1] / 1080)
    return View(size, scale, ((size[0] - 1920 * scale) / 2, (size[1] - 1080 * scale) * ABOVE))


@dataclass(frozen=True, slots=True)
class Footed:
    """A sprite, where its foot stands in it (pixels), and its pixels a metre."""

    picture: pygame.Surface
    foot: Point
    scale: float


def mix(a: Colour, b: Colour, share: float) -> Colour:
    """The colour that lies `share` (0 to 1) of the way from a to b."""
    return (
        round(a[0] + (b[0] - a[0]) * share),
        round(a[1] + (b[1] - a[1]) * share),
        round(a[2] + (b[2] - a[2]) * share),
    )


def along(stops: Sequence[Colour], share: float) -> Colour:
    """The colour at `share` (0 to 1) of a row of evenly spaced stops."""
    place = min(max(share, 0.0), 1.0) * (len(stops) - 1)
    first = min(int(place), len(stops) - 2)
    return mix(stops[first], stops[first + 1], place - first)


def is_light(palette: Palette) -> bool:
    """Whether the sky of a theme is light, so that things are drawn in line on it."""
    return sum(palette.colour("night")) > 3 * 128


def veil(colour: Colour, alpha: float) -> tuple[int, int, int, int]:
    """A premultiplied colour of this opacity (0 to 1)."""
    return (
        round(colour[0] * alpha),
        round(colour[1] * alpha),
        round(colour[2] * alpha),
        round(255 * alpha),
    )


def paste(target: pygame.Surface, sprite: pygame.Surface, topleft: Point) -> None:
    """Put a premultiplied sprite on a picture."""
    target.blit(
        sprite,
        (round(topleft[0]), round(topleft[1])),
        special_flags=pygame.BLEND_PREMULTIPLIED,
    )


def empty(size: tuple[float, float]) -> pygame.Surface:
    """A clear surface, at least one pixel each way."""
    return pygame.Surface((max(1, round(size[0])), max(1, round(size[1]))), pygame.SRCALPHA, 32)


def fineness(size: tuple[float, float], budget: float = 6e6) -> int:
    """How often to supersample a sprite of this size: 2 to 4, so that it stays in the budget."""
    area = max(1.0, size[0] * size[1])
    return max(2, min(4, int((budget / area) ** 0.5)))


def supersampled(
    size: tuple[float, float], draw: Callable[[pygame.Surface, int], None], times: int = 0
) -> pygame.Surface:
    """A sprite drawn `times` as large (0: what its size allows) and scaled down smoothly.

    `draw` paints opaque or premultiplied colours on a clear surface, in pixels times the factor.
    """
    small = (max(1, round(size[0])), max(1, round(size[1])))
    k = times or fineness(small)
    give_way()
    big = empty((small[0] * k, small[1] * k))
    draw(big, k)
    give_way()
    return pygame.transform.smoothscale(big, small)


def stamp(
    size: tuple[float, float], colour: Colour, draw: Callable[[pygame.Surface, int, Pen], None]
) -> pygame.Surface:
    """A sprite of one colour with straight alpha.

    `draw` gets the enlarged surface, its factor and a pen of two colours: to paint and to erase.
    """
    small = (max(1, round(size[0])), max(1, round(size[1])))
    big = empty((small[0] * 4, small[1] * 4))
    clear = (*colour, 0)
    big.fill(clear)
    draw(big, 4, Pen((*colour, 255), clear))
    return pygame.transform.smoothscale(big, small)


@dataclass(frozen=True, slots=True)
class Pen:
    """The two colours of a stamp."""

    ink: tuple[int, int, int, int]
    clear: tuple[int, int, int, int]


def polyline(
    surface: pygame.Surface,
    colour: Sequence[int],
    points: Sequence[Point],
    width: float,
    closed: bool = False,
) -> None:
    """A line of even width with round joints and ends."""
    radius = width / 2
    pairs = list(pairwise(points))
    if closed:
        pairs.append((points[-1], points[0]))
    for a, b in pairs:
        bar(surface, colour, a, b, width)
    if width >= 3:
        for x, y in points:
            pygame.draw.circle(surface, colour, (x, y), radius)


def bar(surface: pygame.Surface, colour: Sequence[int], a: Point, b: Point, width: float) -> None:
    """A straight bar of even width; pygame's own thick lines are uneven when they slant."""
    give_way()
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = (dx * dx + dy * dy) ** 0.5
    if length == 0:
        return
    nx, ny = -dy / length * width / 2, dx / length * width / 2
    pygame.draw.polygon(
        surface,
        colour,
        [
            (a[0] + nx, a[1] + ny),
            (b[0] + nx, b[1] + ny),
            (b[0] - nx, b[1] - ny),
            (a[0] - nx, a[1] - ny),
        ],
    )


def shape(surface: pygame.Surface, colour: Colour, points: Sequence[Point]) -> None:
    """A flat shape with smooth edges, for a picture that is too large to draw larger."""
    xs, ys = zip(*points, strict=True)
    middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    # What is filled ends a little within the edges, or it would cover their smooth side.
    inner = [(_towards(x, middle[0]), _towards(y, middle[1])) for x, y in points]
    pygame.draw.polygon(surface, colour, inner)
    pygame.draw.aalines(surface, colour, True, points)


def _towards(place: float, middle: float) -> float:
    """A quarter of a pixel nearer to the middle, with what rounding down takes off added."""
    return place + (0.75 if place < middle else 0.25)


def ribbon(surface: pygame.Surface, colour: Colour, points: Sequence[Point], width: float) -> None:
    """A line that runs from left to right and stays flat, so that it is as wide as it is high."""
    # The smooth edges reach half a pixel outwards.
    half = max(0.2, width / 2 - 0.5)
    upper = [(x, y - half) for x, y in points]
    lower = [(x, y + half) for x, y in reversed(points)]
    outline = upper + lower
    # Corners are cut down to whole pixels, which would leave a gap below the smooth edge.
    pygame.draw.polygon(surface, colour, [(x + 0.5, y + 0.5) for x, y in outline])
    pygame.draw.aalines(surface, colour, True, outline)


def scaled(points: Iterable[Point], k: float) -> list[Point]:
    """Points enlarged from the corner."""
    return [(x * k, y * k) for x, y in points]


def glow(radius: float, colour: Colour, strength: float, steps: int = 40) -> pygame.Surface:
    """A round additive glow that falls off to nothing at `radius`; strength 0 to 1.

    Its alpha is zero, so that pasting it only adds light.
    """
    side = max(2, round(radius * 2))
    low = min(side, 256)
    surface = empty((low, low))
    for step in range(steps):
        share = 1 - step / steps
        light = strength * (1 - share) ** 2.2
        shade = mix((0, 0, 0), colour, light)
        pygame.draw.circle(surface, (*shade, 0), (low / 2, low / 2), share * low / 2)
    return surface if low == side else pygame.transform.smoothscale(surface, (side, side))
