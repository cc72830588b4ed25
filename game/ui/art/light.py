"""Soft light: halos, wisps of vapour, and the flame of the engines.

Halos and wisps have one colour and straight alpha, so that `set_alpha` dims them in a frame.
Flames are premultiplied; paste them. Each is one small picture, made once, coloured and scaled.
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
    return _coloured(_round_fall(power), size, colour, strength)


def shining(radius: float, colour: Colour, strength: float, power: float = 2.0) -> pygame.Surface:
    """A round soft light with premultiplied alpha, for pasting on a clear sprite."""
    picture = halo(radius, colour, strength, power)
    return picture.premul_alpha()


def halo(radius: float, colour: Colour, strength: float, power: float = 2.0) -> pygame.Surface:
    """A round soft light."""
    return soft_ellipse((radius * 2, radius * 2), colour, strength, power)


def wisp(size: tuple[float, float], colour: Colour, strength: float) -> pygame.Surface:
    """Vapour that drifts to the left from its right end: a long soft tongue."""
    return _coloured(_tongue(), (max(8, size[0]), max(6, size[1])), colour, strength)


def _coloured(
    fall: pygame.Surface, size: tuple[float, float], colour: Colour, strength: float
) -> pygame.Surface:
    wide, high = max(4, round(size[0])), max(4, round(size[1]))
    small = fall.copy()
    small.fill((*colour, round(255 * strength)), special_flags=pygame.BLEND_RGBA_MULT)
    picture = pygame.transform.smoothscale(small, (wide, high))
    if max(wide, high) > 510 * strength:
        # Steps are wider than a pixel: their edges would show.
        _grain_alpha(picture)
    return picture


@lru_cache(maxsize=16)
def _round_fall(power: float) -> pygame.Surface:
    """White whose alpha falls from 1 in the middle to nothing at the edge."""
    side, steps = 160, 72
    mask = pygame.Surface((side, side), pygame.SRCALPHA, 32)
    mask.fill((255, 255, 255, 0))
    for step in range(steps):
        share = 1 - step / steps
        alpha = round(255 * (1 - share) ** power)
        pygame.draw.circle(mask, (255, 255, 255, alpha), (side / 2, side / 2), side / 2 * share)
    return mask


@lru_cache(maxsize=1)
def _tongue() -> pygame.Surface:
    wide, high, steps = 160, 48, 40
    mask = pygame.Surface((wide, high), pygame.SRCALPHA, 32)
    mask.fill((255, 255, 255, 0))
    for step in range(steps):
        share = 1 - step / steps
        alpha = round(255 * (1 - share) ** 1.7)
        box = pygame.Rect(0, 0, round(wide * share), max(1, round(high * share)))
        box.center = (round(wide * (0.5 + 0.26 * (1 - share))), high // 2)
        pygame.draw.ellipse(mask, (255, 255, 255, alpha), box)
    return mask


def speckle(picture: pygame.Surface) -> None:
    """Break up the steps of a faint premultiplied gradient, the same way each time."""
    _tiled(picture, _grain("speckle", (1, 1, 1, 1)))


def _grain_alpha(picture: pygame.Surface) -> None:
    """Break up the steps of a faint gradient by moving alpha up to two levels down."""
    _tiled(picture, _grain("alpha", (0, 0, 0, 2)))


def _tiled(picture: pygame.Surface, tile: pygame.Surface) -> None:
    side = tile.get_width()
    for y in range(0, picture.get_height(), side):
        for x in range(0, picture.get_width(), side):
            picture.blit(tile, (x, y), special_flags=pygame.BLEND_RGBA_SUB)


@lru_cache(maxsize=2)
def _grain(seed: str, most: tuple[int, int, int, int]) -> pygame.Surface:
    """Noise of at most so many levels a channel."""
    side = 256
    raw = Random(seed).randbytes(side * side)
    noise = bytearray(side * side * 4)
    for channel, level in enumerate(most):
        noise[channel::4] = raw.translate(bytes((b & 3) % (level + 1) for b in range(256)))
    tile = empty((side, side))
    # In a sprite's own order of channels it is taken off ten times faster.
    read = pygame.image.frombuffer(bytes(noise), (side, side), "RGBA")
    tile.blit(read, (0, 0), special_flags=pygame.BLEND_RGBA_ADD)
    return tile


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
    picture = pygame.transform.smoothscale(_flame(tuple(stops), phase, flare), size)
    if opacity < 1:
        picture.fill((round(255 * opacity),) * 4, special_flags=pygame.BLEND_RGBA_MULT)
    return picture


@lru_cache(maxsize=24)
def _flame(stops: tuple[Colour, ...], phase: float, flare: float) -> pygame.Surface:
    """The flame's shape, which is the same at every size."""
    picture = empty((112, 256))
    wide, high = picture.get_size()
    unit, middle = wide / (flare * 1.5), wide / 2
    rows, layers = 22, 30
    shape: list[tuple[float, float, float]] = []
    for row in range(rows + 1):
        s = row / rows
        swell = 1 + (flare - 1) * min(1.0, s * 3)
        taper = (1 - s**2.6) ** 0.8 if s < 1 else 0.0
        wave = sin(s * 9 + phase * 6.283) * 0.05 * s + sin(s * 17 - phase * 12.566) * 0.03 * s
        shape.append((s, unit / 2 * swell * taper, middle + wave * unit))
    for layer in range(layers):
        q = layer / (layers - 1)
        reach, narrow, fuller = high * (1 - 0.42 * q), 1 - 0.78 * q**0.8, 0.25 * (1 - q)
        left: list[tuple[float, float]] = []
        right: list[tuple[float, float]] = []
        for s, half, x in shape:
            away = half * narrow * (1 + fuller * s)
            left.append((x - away, s * reach))
            right.append((x + away, s * reach))
        right.reverse()
        pygame.draw.polygon(picture, veil(along(stops, q), min(1.0, q * 1.9)), left + right)
    return picture
