"""The faces of Inter at any size, and how wide their words are."""

from __future__ import annotations

from functools import cache
from threading import RLock

import pygame

from game.paths import assets

WEIGHTS = (500, 600, 700, 800)
CAP_HEIGHT = 1490 / 2048  # of Inter, in sizes, as is all below
ASCENT = 1984 / 2048
DESCENT = 494 / 2048

# Words are measured large, once, and scaled: so lines break alike at every window size and with
# every pygame, whose text is rounded to whole pixels in different places.
_MEASURED_AT = 256


lock = RLock()
"""Held by whoever measures or sets type: a face serves one thread at a time."""


def font(weight: int, pixels: int) -> pygame.font.Font:
    """A face at a size in pixels. The nearest weight there is stands in for another."""
    with lock:
        if not pygame.font.get_init():
            # Fonts do not outlive pygame.quit().
            _open.cache_clear()
            pygame.font.init()
        return _open(weight, pixels)


@cache
def _open(weight: int, pixels: int) -> pygame.font.Font:
    nearest = min(WEIGHTS, key=lambda known: abs(known - weight))
    return pygame.font.Font(str(assets() / "fonts" / f"inter-{nearest}.ttf"), pixels)


@cache
def width(text: str, weight: int) -> float:
    """How wide a text is set without tracking, in sizes."""
    with lock:
        return font(weight, _MEASURED_AT).size(text)[0] / _MEASURED_AT


@cache
def digit_width(weight: int) -> float:
    """The cell that holds any digit, in sizes."""
    return max(width(digit, weight) for digit in "0123456789")
