"""The mast fills from the ground up and says every state by shape."""

from __future__ import annotations

from itertools import pairwise

import pygame
import pytest

from game.ui import theme
from game.ui.art import mast, signs
from game.ui.art.mast import Cell
from tests.ui.drawing import canvas

STATES: tuple[Cell, ...] = ("full", "hollow", "recheck", "mended")


@pytest.mark.parametrize("count", (5, 10, 13, 20))
def test_cells_stand_in_the_mast_from_the_ground_up(count: int) -> None:
    boxes = mast.cell_boxes(count)
    x, y, wide, high = mast.MAST
    assert len(boxes) == count
    for left, top, across, tall in boxes:
        assert x < left and left + across < x + wide
        assert y < top and top + tall < y + high
        assert tall > 20
    for lower, upper in pairwise(boxes):
        assert upper[1] + upper[3] < lower[1]


def grey(state: Cell) -> bytes:
    """One cell without its colours: dark or light only."""
    board = canvas((960, 540))
    board.surface.fill(board.theme.colour("mast"))
    mast.cell(board, (100, 100, 94, 58), state)
    back = sum(board.theme.colour("mast"))
    part = board.surface.subsurface((46, 46, 60, 40))
    return bytes(sum(part.get_at((x, y))[:3]) > back + 120 for y in range(40) for x in range(60))


def test_every_state_has_its_own_shape() -> None:
    assert len({grey(state) for state in STATES}) == len(STATES)


def yellow(level: float) -> int:
    board = canvas((960, 540))
    mast.draw(board, ["full", "full"], levels=(1.0, level))
    return pygame.transform.threshold(
        None, board.surface, board.theme.colour("fuel"), (8, 8, 8, 255), set_behavior=0
    )


def test_a_filling_cell_rises() -> None:
    amounts = [yellow(level) for level in (0.0, 0.3, 0.6, 1.0)]
    assert amounts == sorted(amounts)
    assert amounts[0] < amounts[-1]


def test_the_small_forms_hold_every_cell() -> None:
    board = canvas()
    mast.two_rows(board, ["full"] * 15)
    mast.row(board, ["full"] * 15, (96, 414, 714, 42))
    box = pygame.mask.from_threshold(
        board.surface, board.theme.colour("fuel"), (8, 8, 8, 255)
    ).get_bounding_rects()
    assert len(box) >= 30


def test_lamps_differ_without_colour() -> None:
    shapes = set()
    states: tuple[signs.Lamp, ...] = ("lit", "unlit", "recheck")
    for state in states:
        board = canvas((960, 540))
        signs.lamp(board, (100, 100), state)
        part = board.surface.subsurface((36, 36, 30, 30))
        shapes.add(bytes(sum(part.get_at((x, y))[:3]) > 90 for y in range(30) for x in range(30)))
    assert len(shapes) == 3


def lightness(state: Cell, name: str, high: int) -> list[int]:
    """A cell of that height, a quarter of a window's, in greys."""
    board = canvas((1920, 1080), theme=name)
    mast.cell(board, (100, 100, 94, high), state)
    whole = pygame.transform.grayscale(board.surface)
    return [whole.get_at((x, y))[0] for x in range(100, 194) for y in range(100, 100 + high)]


@pytest.mark.parametrize("name", theme.names())
@pytest.mark.parametrize("high", [24, 41, 58])
def test_a_mended_cell_has_a_sign_that_is_seen_in_greys_from_afar(name: str, high: int) -> None:
    full, mended = (lightness(state, name, high) for state in ("full", "mended"))
    apart = sum(abs(a - b) > 60 for a, b in zip(full, mended, strict=True))
    assert apart > len(full) * 0.06
