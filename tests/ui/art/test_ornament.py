"""Horns roll in on themselves, stay in their corner, and the band reaches both edges."""

from __future__ import annotations

from math import dist

import pytest

from game.ui.art import ornament
from tests.ui.drawing import canvas


@pytest.mark.parametrize("hand", (-1, 1))
def test_a_horn_rolls_in_on_itself(hand: int) -> None:
    points = ornament.horn((0.0, 0.0), 270, hand, 10)
    assert points[0] == (0.0, 0.0)
    assert max(abs(x) for x, _ in points) < 22
    middle = (sum(x for x, _ in points[-20:]) / 20, sum(y for _, y in points[-20:]) / 20)
    assert dist(points[-1], middle) < 4
    assert all(x * hand >= -0.01 for x, _ in points)


def test_corners_stay_on_their_card() -> None:
    board = canvas((960, 540))
    ornament.corners(board, (200, 200, 800, 300), where="tl tr bl br")
    box = board.surface.get_bounding_rect()
    background = board.surface.get_at((0, 0))
    for x in range(0, 960, 3):
        for y in range(0, 540, 3):
            if board.surface.get_at((x, y)) != background:
                assert 100 <= x <= 500 and 100 <= y <= 250
    assert box


@pytest.mark.parametrize("size", ((960, 540), (1280, 540), (1024, 768)))
def test_the_border_reaches_both_edges(size: tuple[int, int]) -> None:
    board = canvas(size)
    ink = board.theme.colour("ornament")
    ornament.border(board, 1000, ink)
    row = round(1044 * board.scale + board.offset[1])
    for x in (0, size[0] - 1):
        assert any(board.surface.get_at((x, row + dy))[:3] == ink for dy in (-1, 0, 1))
