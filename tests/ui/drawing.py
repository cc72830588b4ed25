"""A canvas to draw on in tests, without a window."""

from __future__ import annotations

import pygame

from game.ui.canvas import Canvas
from game.ui.theme import load


def canvas(size: tuple[int, int] = (1920, 1080), theme: str = "calm") -> Canvas:
    return Canvas(pygame.Surface(size), load(theme))
