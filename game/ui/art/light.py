"""Soft light: halos, wisps of vapour, and the flame of the engines.

Halos and wisps have one colour and straight alpha, so that `set_alpha` dims them in a frame.
Flames are premultiplied; paste them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import sin
from random import Random

import pygame

from .paint import Colour, along, empty, veil


def soft_ellipse(
    size: tuple[float, float], colour: Colour, strength: float, power: float = 2.0
) -> pygame.Surface:
    """An ellipse of one colour whose alpha falls from `strength` (0 to 1) to nothing."""
    wide, high = max(4, round(size[0])), max(4, round(size[1]))
    low = (min(wide, 160), min(high, 160))
    small = pygame.Surface(low, pygame.SRCALPHA, 32)
    small.fill((*colour, 0))
    steps = 72
    for step in range(steps):
        share = 1 - step / steps
        alpha = round(255 * strength * (1 - share) ** power)
        box = pygame.Rect(0, 0, max(1, round(low[0] * share)), max(1, round(low[1] * share)))
        box.center = (low[0] // 2, low[1] // 2)
        pygame.draw.ellipse(small, (*colour, alpha), box)
    picture = pygame.transform.smoothscale(small, (wide, high))
    _grain_alpha(picture)
    return picture


def shining(radius: float, colour: Colour, strength: float, power: float = 2.0) -> pygame.Surface:
    """A round soft light with premultiplied alpha, for pasting on a clear sprite."""
    picture = halo(radius, colour, strength, power)
    return picture.premul_alpha()


def halo(radius: float, colour: Colour, strength: float, power: float = 2.0) -> pygame.Surface:
    """A round soft light."""
    return soft_ellipse((radius * 2, radius * 2), colour, strength, power)


def wisp(size: tuple[float, float], colour: Colour, strength: float) -> pygame.Surface:
    """Vapour that drifts to the left from its right end: a long soft tongue."""
    wide, high = max(8, round(size[0])), max(6, round(size[1]))
    low = (160, 48)
    small = pygame.Surface(low, pygame.SRCALPHA, 32)
    small.fill((*colour, 0))
    steps = 40
    for step in range(steps):
        share = 1 - step / steps
        alpha = round(255 * strength * (1 - share) ** 1.7)
        box = pygame.Rect(0, 0, round(low[0] * share), max(1, round(low[1] * share)))
        box.center = (round(low[0] * (0.5 + 0.26 * (1 - share))), low[1] // 2)
        pygame.draw.ellipse(small, (*colour, alpha), box)
    picture = pygame.transform.smoothscale(small, (wide, high))
    _grain_alpha(picture)
    return picture


def speckle(picture: pygame.Surface) -> None:
    """Break up the steps of a faint premultiplied gradient, the same way each time."""
    side = 128
    raw = Random("speckle").randbytes(side * side)
    grain = bytearray(side * side * 4)
    for channel in range(4):
        grain[channel::4] = raw.translate(bytes(b & 1 for b in range(256)))
    tile = pygame.image.frombuffer(bytes(grain), (side, side), "RGBA")
    for y in range(0, picture.get_height(), side):
        for x in range(0, picture.get_width(), side):
            picture.blit(tile, (x, y), special_flags=pygame.BLEND_RGBA_SUB)


def _grain_alpha(picture: pygame.Surface) -> None:
    """Break up the steps of a faint gradient by moving alpha up to two levels down."""
    tile = _alpha_grain()
    side = tile.get_width()
    for y in range(0, picture.get_height(), side):
        for x in range(0, picture.get_width(), side):
            picture.blit(tile, (x, y), special_flags=pygame.BLEND_RGBA_SUB)


@lru_cache(maxsize=1)
def _alpha_grain() -> pygame.Surface:
    side = 128
    raw = Random("alpha").randbytes(side * side)
    table = bytes((b & 3) % 3 for b in range(256))
    noise = bytearray(side * side * 4)
    noise[3::4] = raw.translate(table)
    return pygame.image.frombuffer(bytes(noise), (side, side), "RGBA")


def flame(
    width: float,
    length: float,
    stops: Sequence[Colour],
    phase: float,
    *,
    flare: float = 1.15,
    opacity: float = 1.0,
) -> pygame.Surface:
    """A flame that points down, its nozzle end at the top middle; sizes in pixels.

    `stops` run from the edge to the heart, `phase` chooses one of its shapes, `flare` is how much
    wider than at the nozzle it grows.
    """
    size = (round(width * flare * 1.5) + 2, round(length) + 2)
    low = (max(24, round(size[0] * 0.6)), max(24, round(size[1] * 0.6)))
    small = empty(low)
    fx, fy = low[0] / size[0], low[1] / size[1]
    middle = low[0] / 2
    rows, layers = 22, 30
    for layer in range(layers):
        q = layer / (layers - 1)
        reach = length * fy * (1 - 0.42 * q)
        left: list[tuple[float, float]] = []
        right: list[tuple[float, float]] = []
        for row in range(rows + 1):
            s = row / rows
            swell = 1 + (flare - 1) * min(1.0, s * 3)
            taper = (1 - s**2.6) ** 0.8 if s < 1 else 0.0
            wave = sin(s * 9 + phase * 6.283) * 0.05 * s + sin(s * 17 - phase * 12.566) * 0.03 * s
            half = width * fx / 2 * swell * taper * (1 - 0.78 * q**0.8) * (1 + 0.25 * (1 - q) * s)
            x = middle + wave * width * fx
            left.append((x - half, s * reach))
            right.append((x + half, s * reach))
        alpha = min(1.0, q * 1.9) * opacity
        pygame.draw.polygon(small, veil(along(stops, q), alpha), left + right[::-1])
    return pygame.transform.smoothscale(small, size)
