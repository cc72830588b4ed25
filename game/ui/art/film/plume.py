"""The flame of a flying vehicle: it widens as the air thins, and pales to a veil.

Width over the nozzle grows with one over the root of the ambient pressure: 1 at the ground, 2 at
10 km, 4 at 20 km, at most `WIDEST`. Sprites hang from the middle of their upper edge.
"""

from __future__ import annotations

from math import sqrt

import pygame

from ..craft import Look
from ..light import flame
from ..paint import Palette, empty, mix, veil

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
    picture = empty((spread * 1.1 + 4, length + 2))
    middle = picture.get_width() / 2
    layers = 40
    for layer in range(layers):
        q = layer / (layers - 1)
        left: list[tuple[float, float]] = []
        right: list[tuple[float, float]] = []
        for row in range(13):
            s = row / 12
            half = (width * 0.42 + (spread / 2 - width * 0.42) * float(s**0.7)) * (1 - 0.75 * q)
            half *= float((1 - s**2.2) ** 0.8)
            y = s * length * (1 - 0.8 * q**0.8)
            left.append((middle - half, y))
            right.append((middle + half, y))
        tone = mix((40, 54, 150), tint, min(1.0, q * 1.4))
        pygame.draw.polygon(picture, (*veil(tone, 0.03 + 0.97 * q**1.5)[:3], 0), left + right[::-1])
    return picture


def thin_veil(width: float, step: int, scale: float, look: Look) -> pygame.Surface:
    """The transparent plume round a jet in thin air, to be added; a quarter of its size."""
    wide = _STEPS[step]
    reach = min(width * wide, 640 * scale) / _COARSE
    length = min(1.1 * width * wide + 170 * scale, 860 * scale) / _COARSE
    picture = empty((reach * 1.1 + 4, length + 2))
    middle = picture.get_width() / 2
    tint = mix(_PALE, look.flame, 0.12 if look.cold else 0.3)
    foot = width * 0.5 / _COARSE
    layers = 40
    for layer in range(layers):
        q = layer / (layers - 1)
        left: list[tuple[float, float]] = []
        right: list[tuple[float, float]] = []
        for row in range(15):
            s = row / 14
            half = (foot + (reach / 2 - foot) * float(s**0.62)) * (1 - 0.94 * q)
            left.append((middle - half, s * length))
            right.append((middle + half, s * length))
        tone = veil(mix((70, 90, 210), tint, q), 0.44 * q**1.7)
        pygame.draw.polygon(picture, (*tone[:3], 0), left + right[::-1])
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
