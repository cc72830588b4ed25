"""Antialiased shapes as small pictures: drawn several times too large, then reduced once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import ceil, cos, floor, inf, radians, sin

import pygame

from game.ui.theme import Colour

Painter = Callable[[pygame.Surface, int], None]

_TIMES: tuple[tuple[float, int], ...] = ((20_000, 8), (120_000, 4), (300_000, 3), (inf, 2))
"""How many times too large pictures of up to so many pixels are drawn: large ones cost most."""


def supersampled(
    width: int, height: int, colour: Colour, alpha: int, paint: Painter
) -> pygame.Surface:
    """A picture of `width` x `height` pixels, painted by `paint(surface, factor)` in white alpha.

    The painter draws with `(*colour, alpha)`; the surface carries the colour already, so that
    edges fade to it and not to black.
    """
    area = width * height
    factor = next(times for most, times in _TIMES if area <= most)
    large = pygame.Surface((width * factor, height * factor), pygame.SRCALPHA)
    large.fill((*colour, 0))
    paint(large, factor)
    small = pygame.transform.smoothscale(large, (width, height))
    if alpha < 255:
        small.fill((255, 255, 255, alpha), special_flags=pygame.BLEND_RGBA_MULT)
    return small


def corner_disc(radius: float, colour: Colour, ring: float) -> pygame.Surface:
    """A disc whose four quarters are a rounded box's corners; `ring` > 0 leaves a ring so wide."""
    side = max(2, 2 * ceil(radius))

    def paint(surface: pygame.Surface, factor: int) -> None:
        middle = (side * factor // 2, side * factor // 2)
        pygame.draw.circle(surface, (*colour, 255), middle, round(radius * factor))
        if ring > 0 and radius > ring:
            hole = round((radius - ring) * factor)
            pygame.draw.circle(surface, (*colour, 0), middle, hole)

    return supersampled(side, side, colour, 255, paint)


def thick_line(
    surface: pygame.Surface,
    points: Sequence[tuple[float, float]],
    colour: tuple[int, int, int, int],
    width: float,
    *,
    closed: bool = False,
) -> None:
    """A line with round joins and ends; `pygame.draw.line` cuts its ends slantwise."""
    half = width / 2
    pairs = list(pairwise(points))
    if closed and len(points) > 2:
        pairs.append((points[-1], points[0]))
    for (x1, y1), (x2, y2) in pairs:
        dx, dy = x2 - x1, y2 - y1
        length = (dx * dx + dy * dy) ** 0.5
        if length == 0:
            continue
        nx, ny = -dy / length * half, dx / length * half
        corners = [(x1 + nx, y1 + ny), (x2 + nx, y2 + ny), (x2 - nx, y2 - ny), (x1 - nx, y1 - ny)]
        pygame.draw.polygon(surface, colour, corners)
    for x, y in points:
        pygame.draw.circle(surface, colour, (round(x), round(y)), max(1, round(half)))


@lru_cache(maxsize=2048)
def placed(
    points: tuple[tuple[float, float], ...], scale: float, offset: tuple[float, float], reach: int
) -> tuple[tuple[int, int, int, int], tuple[tuple[int, int], ...]]:
    """The box in pixels round a shape with `reach` about it, and its points in eighths within."""
    scaled = [(x * scale + offset[0], y * scale + offset[1]) for x, y in points]
    left = floor(min(x for x, _ in scaled)) - reach
    top = floor(min(y for _, y in scaled)) - reach
    width = ceil(max(x for x, _ in scaled)) + reach - left
    height = ceil(max(y for _, y in scaled)) + reach - top
    local = tuple((round((x - left) * 8), round((y - top) * 8)) for x, y in scaled)
    return (left, top, width, height), local


@lru_cache(maxsize=512)
def arc_points(
    centre: tuple[float, float], radius: float, start: float, end: float
) -> tuple[tuple[float, float], ...]:
    """Points along an arc; angles in degrees clockwise from the top."""
    steps = max(2, ceil(abs(end - start) / 3))
    points = []
    for step in range(steps + 1):
        angle = radians(start + (end - start) * step / steps)
        points.append((centre[0] + radius * sin(angle), centre[1] - radius * cos(angle)))
    return tuple(points)


TALLEST = 1.2
"""How much higher than its size the tallest sign is, the diamond."""


def sign_points(name: str, centre: tuple[float, float], size: float) -> list[tuple[float, float]]:
    """The corners of an answer's sign, `size` high; a circle has many."""
    x, y = centre
    half = size / 2
    if name == "triangle":
        side = half * 1.24
        return [(x, y - half * 1.04), (x + side, y + half * 1.04), (x - side, y + half * 1.04)]
    if name == "diamond":
        reach = half * TALLEST
        return [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]
    if name == "square":
        side = half * 0.92
        return [
            (x - side, y - side),
            (x + side, y - side),
            (x + side, y + side),
            (x - side, y + side),
        ]
    return list(arc_points(centre, half * 1.02, 0, 357))


def dashes(
    size: tuple[int, int], colour: Colour, radius: float, width: float, scale: float
) -> pygame.Surface:
    """The dashed edge of a rounded box of `size` pixels; dashes of 18 grid units, gaps of 12."""
    around = _outline(size, min(radius, size[0] / 2, size[1] / 2), width / 2)
    dash, gap = 18 * scale, 12 * scale

    def paint(surface: pygame.Surface, factor: int) -> None:
        piece: list[tuple[float, float]] = []
        walked = 0.0
        for (x1, y1), (x2, y2) in pairwise(around):
            if walked % (dash + gap) < dash:
                piece = piece or [(x1 * factor, y1 * factor)]
                piece.append((x2 * factor, y2 * factor))
            elif piece:
                thick_line(surface, piece, (*colour, 255), width * factor)
                piece = []
            walked += ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        if piece:
            thick_line(surface, piece, (*colour, 255), width * factor)

    return supersampled(size[0], size[1], colour, 255, paint)


def _outline(size: tuple[int, int], radius: float, inset: float) -> list[tuple[float, float]]:
    right, bottom = size[0] - radius, size[1] - radius
    corners = [
        ((right, radius), 0.0),
        ((right, bottom), 90.0),
        ((radius, bottom), 180.0),
        ((radius, radius), 270.0),
    ]
    coarse: list[tuple[float, float]] = []
    for centre, start in corners:
        coarse += arc_points(centre, radius - inset, start, start + 90)
    coarse.append(coarse[0])
    fine: list[tuple[float, float]] = [coarse[0]]
    for (x1, y1), (x2, y2) in pairwise(coarse):
        steps = max(1, ceil(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5))
        fine += [
            (x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps)
            for step in range(1, steps + 1)
        ]
    return fine
