"""The key turns between hold and launch, and no further."""

from __future__ import annotations

import pygame

from game.ui.art import key
from tests.ui.drawing import canvas


def drawn(angle: float) -> bytes:
    board = canvas((960, 540))
    key.draw(board, angle)
    return pygame.image.tobytes(board.surface, "RGB")


def test_every_third_of_the_turn_looks_different() -> None:
    assert len({drawn(angle) for angle in (-60, -20, 20, 60)}) == 4


def test_it_stops_at_both_ends() -> None:
    assert drawn(-90) == drawn(-60)
    assert drawn(90) == drawn(60)
