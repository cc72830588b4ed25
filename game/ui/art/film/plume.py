"""The flame of a flying vehicle: it widens as the air thins, and pales to a veil.

Width over the nozzle grows with one over the root of the ambient pressure: 1 at the ground, 2 at
10 km, 4 at 20 km, at most `WIDEST`. Sprites hang from the middle of their upper edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import sqrt

import pygame

from ..craft import Look
from ..light import flame
from ..paint import Colour, Palette, empty, mix, veil

SEA_LEVEL_PA = 101325.0
WIDEST = 12.0
_STEPS = (1.0, 1.4, 2.0, 2.8, 4.0, 5.6, 8.0, 12.0)
THIN = 4
"""The step from which on a jet is light alone."""
_PALE = (206, 222, 255)
_COARSE = 4


def widening(ambient_pa: float) -> float:
    """How many times wider than at the ground the plume is."""
    return min(WIDEST, max(1.0, sqrt(SEA_LEVEL_PA / max(ambient_pa, 1.0))))


def step_of(wide: float) -> int:
    """The prepared width that is nearest."""
    return min(range(len(_STEPS)), key=lambda i: abs(_STEPS[i] - wide))


def jet(
    palette: Palette, look: Look, width: float, step: int, phase: float, scale: float
) -> pygame.Surface:
    """The bright body of a flame of `width` pixels at the nozzle; from `THIN` on to be added."""
    wide = _STEPS[step]
    if step >= THIN:
        return _pale_jet(look, width, wide, phase, scale)
    coral, amber, sand = (palette.colour(name) for name in ("coral", "amber", "sand"))
    thin = min(1.0, (wide - 1) / 4)
    edge, heart = mix(coral, look.flame, 0.3), (255, 252, 232)
    stops = [mix(edge, (120, 130, 220), thin * 0.5), mix(mix(amber, look.flame, 0.5), _PALE, thin)]
    stops += [mix(mix(look.flame, sand, 0.5), _PALE, thin), heart, heart]
    clear = (1.0 if look.cold else 0.76) * (1 - 0.4 * thin)
    length = (64 * scale + 2.1 * width) * (1 - 0.2 * thin)
    return flame(
        width * min(wide, 2.6) ** 0.5,
        length,
        stops,
        phase,
        flare=1.15 + 0.25 * min(wide - 1, 3.0),
        opacity=clear,
    )


def _pale_jet(look: Look, width: float, wide: float, phase: float, scale: float) -> pygame.Surface:
    """What still glows of a flame in thin air: white at the nozzle, blue and faint behind it."""
    length = 120 * scale + (1.9 + 0.1 * phase) * width
    spread = width * (1.0 + 0.16 * wide)
    tint = mix(_PALE, look.flame, 0.1 if look.cold else 0.4)
    size = (max(1, round(spread * 1.1 + 4)), max(1, round(length + 2)))
    return pygame.transform.smoothscale(_pale(tint, wide), size)


@lru_cache(maxsize=8)
def _pale(tint: Colour, wide: float) -> pygame.Surface:
    """Its shape, which is the same at every size."""
    picture = empty((96, 200))
    length, middle = float(picture.get_height()), picture.get_width() / 2
    spread = picture.get_width() / 1.1
    width = spread / (1.0 + 0.16 * wide)
    shape: list[tuple[float, float]] = []
    for row in range(13):
        s = row / 12
        half = width * 0.42 + (spread / 2 - width * 0.42) * float(s**0.7)
        shape.append((s * length, half * float((1 - s**2.2) ** 0.8)))
    layers = 40
    for layer in range(layers):
        q = layer / (layers - 1)
        narrow, short = 1 - 0.75 * q, 1 - 0.8 * q**0.8
        tone = mix((40, 54, 150), tint, min(1.0, q * 1.4))
        _layer(picture, veil(tone, 0.03 + 0.97 * q**1.5), shape, middle, narrow, short)
    return picture


def _layer(
    picture: pygame.Surface,
    tone: tuple[int, int, int, int],
    shape: Sequence[tuple[float, float]],
    middle: float,
    narrow: float,
    short: float,
) -> None:
    """A shape of (y, half width), made narrower and shorter, as light alone."""
    left = [(middle - half * narrow, y * short) for y, half in shape]
    right = [(middle + half * narrow, y * short) for y, half in reversed(shape)]
    pygame.draw.polygon(picture, (*tone[:3], 0), left + right)


def thin_veil(width: float, step: int, scale: float, look: Look) -> pygame.Surface:
    """The transparent plume round a jet in thin air, to be added; a quarter of its size."""
    wide = _STEPS[step]
    reach = min(width * wide, 640 * scale) / _COARSE
    length = min(1.1 * width * wide + 170 * scale, 860 * scale) / _COARSE
    tint = mix(_PALE, look.flame, 0.12 if look.cold else 0.3)
    foot = round(0.5 * width / _COARSE / reach, 2)
    size = (max(1, round(reach * 1.1 + 4)), max(1, round(length + 2)))
    return pygame.transform.smoothscale(_thin(tint, foot), size)


@lru_cache(maxsize=12)
def _thin(tint: Colour, foot: float) -> pygame.Surface:
    """Its shape, which begins `foot` of its width wide on each side."""
    picture = empty((120, 200))
    length, middle = float(picture.get_height()), picture.get_width() / 2
    reach = picture.get_width() / 1.1
    shape: list[tuple[float, float]] = []
    for row in range(15):
        s = row / 14
        shape.append((s * length, reach * (foot + (0.5 - foot) * float(s**0.62))))
    layers = 40
    for layer in range(layers):
        q = layer / (layers - 1)
        tone = veil(mix((70, 90, 210), tint, q), 0.44 * q**1.7)
        _layer(picture, tone, shape, middle, 1 - 0.94 * q, 1.0)
    fade = pygame.Surface((1, 32), 0, 32)
    for row in range(32):
        level = round(255 * (1 - row / 31) ** 1.5)
        fade.set_at((0, row), (level, level, level))
    shade = pygame.transform.smoothscale(fade, picture.get_size())
    picture.blit(shade, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
    return picture


def grown(picture: pygame.Surface) -> pygame.Surface:
    """A quarter-size plume at its full size."""
    size = (picture.get_width() * _COARSE, picture.get_height() * _COARSE)
    return pygame.transform.smoothscale(picture, size)
