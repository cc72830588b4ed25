"""The flame of a flying vehicle: it widens as the air thins, and pales to a veil.

Width over the nozzle grows with one over the root of the ambient pressure: 1 at the ground, 2 at
10 km, 4 at 20 km, at most `WIDEST`. Sprites hang from the middle of their upper edge.
"""

from __future__ import annotations

from math import sqrt

import pygame

from ..craft import Look
from ..light import flame, speckle
from ..paint import Palette, empty, mix, veil

SEA_LEVEL_PA = 101325.0
WIDEST = 12.0
_STEPS = (1.0, 1.4, 2.0, 2.8, 4.0, 5.6, 8.0, 12.0)
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
    """The bright body of a flame of `width` pixels at the nozzle."""
    wide = _STEPS[step]
    coral, amber, sand = (palette.colour(name) for name in ("coral", "amber", "sand"))
    thin = min(1.0, (wide - 1) / 4)
    edge, heart = mix(coral, look.flame, 0.3), (255, 252, 232)
    stops = [mix(edge, (120, 130, 220), thin * 0.7), mix(mix(amber, look.flame, 0.5), _PALE, thin)]
    stops += [mix(mix(look.flame, sand, 0.5), _PALE, thin), heart, heart]
    clear = (1.0 if look.cold else 0.76) * (1 - 0.42 * thin)
    length = (110 * scale + 3.9 * width) * (1 + 0.12 * min(wide, 4.0)) * (1 - 0.3 * thin)
    return flame(
        width * min(wide, 2.6) ** 0.5,
        length,
        stops,
        phase,
        flare=1.15 + 0.25 * min(wide - 1, 3.0),
        opacity=clear,
    )


def thin_veil(width: float, step: int, scale: float, look: Look) -> pygame.Surface:
    """The transparent plume round a jet in thin air, to be added; a quarter of its size."""
    wide = _STEPS[step]
    reach = min(width * wide, 700 * scale) / _COARSE
    length = min(1.25 * width * wide + 160 * scale, 900 * scale) / _COARSE
    picture = empty((reach * 1.3 + 4, length + 2))
    middle = picture.get_width() / 2
    colour = mix(_PALE, look.flame, 0.12 if look.cold else 0.3)
    foot = width * 0.5 / _COARSE
    layers = 34
    for layer in range(layers):
        q = layer / (layers - 1)
        left: list[tuple[float, float]] = []
        right: list[tuple[float, float]] = []
        for row in range(15):
            s = row / 14
            half = foot + (reach / 2 - foot) * float(s**0.55)
            half *= (1 - 0.86 * q) * float((1 - s**3.2) ** 0.7)
            y = s * length * (1 - 0.36 * q)
            left.append((middle - half, y))
            right.append((middle + half, y))
        tone = veil(mix((96, 112, 220), colour, min(1.0, q * 1.5)), 0.02 + 0.34 * q**1.6)
        pygame.draw.polygon(picture, (*tone[:3], 0), left + right[::-1])
    return picture


def grown(picture: pygame.Surface) -> pygame.Surface:
    """A quarter-size plume at its full size."""
    size = (picture.get_width() * _COARSE, picture.get_height() * _COARSE)
    full = pygame.transform.smoothscale(picture, size)
    speckle(full)
    return full
