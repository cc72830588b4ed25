"""The canvas: one grid at every size, filled to the edge, with crisp shapes."""

from __future__ import annotations

import pygame
import pytest

from game.ui.canvas import Canvas
from game.ui.geometry import GRID, Rect
from game.ui.theme import load
from tests.ui.drawing import canvas

RED = (200, 30, 40)
SIZES = [(960, 540), (1366, 768), (1920, 1080), (1024, 768), (2560, 1080), (3840, 2160)]


@pytest.mark.parametrize("size", SIZES)
def test_the_grid_is_whole_and_what_is_spare_is_sky(size: tuple[int, int]) -> None:
    board = canvas(size)
    assert board.visible.x <= 0.01
    assert board.visible.y <= 0.01
    assert board.visible.right >= GRID.right - 0.01
    assert board.visible.bottom >= GRID.bottom - 0.01
    assert board.to_pixels(GRID.centre)[0] == round(size[0] / 2)
    over, under = -board.visible.y, board.visible.bottom - GRID.bottom
    assert over >= 2 * under - 0.01


@pytest.mark.parametrize("size", SIZES)
def test_what_fills_the_visible_part_leaves_no_bars(size: tuple[int, int]) -> None:
    board = canvas(size)
    board.fill((0, 0, 0))
    board.box(board.visible, RED, radius=0)
    for corner in ((0, 0), (size[0] - 1, 0), (0, size[1] - 1), (size[0] - 1, size[1] - 1)):
        assert board.surface.get_at(corner)[:3] == RED


@pytest.mark.parametrize("size", SIZES)
def test_a_place_survives_the_way_to_pixels_and_back(size: tuple[int, int]) -> None:
    board = canvas(size)
    x, y = board.to_grid(board.to_pixels((700, 300)))
    assert abs(x - 700) <= 1.1
    assert abs(y - 300) <= 1.1


@pytest.mark.parametrize("size", [(960, 540), (1920, 1080), (2560, 1440)])
def test_a_box_covers_its_rectangle_and_no_more(size: tuple[int, int]) -> None:
    board = canvas(size)
    board.fill((0, 0, 0))
    board.box((96, 176, 1312, 300), RED, radius=20)
    scale = board.scale
    inside = board.surface.get_at((round(700 * scale), round(180 * scale)))[:3]
    above = board.surface.get_at((round(700 * scale), round(176 * scale) - 1))[:3]
    corner = board.surface.get_at((round(96 * scale), round(176 * scale)))[:3]
    assert inside == RED
    assert above == (0, 0, 0)
    assert corner == (0, 0, 0)


def test_round_corners_are_smooth() -> None:
    board = canvas()
    board.fill((0, 0, 0))
    board.box((100, 100, 200, 200), (255, 255, 255), radius=40)
    greys = {board.surface.get_at((x, y))[0] for x in range(100, 140) for y in range(100, 140)}
    assert len(greys) > 20


def test_an_edge_fades_to_its_own_colour_and_not_to_black() -> None:
    board = canvas()
    board.fill((255, 255, 255))
    board.disc((200, 200), 60, (255, 255, 255))
    darkest = min(board.surface.get_at((x, 200))[0] for x in range(130, 270))
    assert darkest >= 250


def test_alpha_lets_the_ground_through() -> None:
    board = canvas()
    board.fill((0, 0, 0))
    board.box((100, 100, 200, 200), (200, 200, 200), alpha=128)
    assert 90 <= board.surface.get_at((200, 200))[0] <= 110


@pytest.mark.parametrize("shape", ["triangle", "diamond", "circle", "square"])
def test_a_sign_stands_round_its_centre(shape: str) -> None:
    board = canvas()
    board.fill((0, 0, 0))
    board.shape(shape, (300, 300), 92, RED)
    assert board.surface.get_at((300, 300))[:3] == RED
    assert board.surface.get_at((300, 370))[:3] == (0, 0, 0)


@pytest.mark.parametrize("anchor", ["topleft", "centre", "midright", "baseleft", "bottomright"])
def test_text_covers_the_rectangle_that_it_says(anchor: str) -> None:
    board = canvas()
    board.fill((0, 0, 0))
    covered = board.text("Hxg", (800, 500), "title", (255, 255, 255), anchor)  # type: ignore[arg-type]
    drawn = pygame.mask.from_threshold(board.surface, (255, 255, 255), (120, 120, 120))
    box = drawn.get_bounding_rects()
    left, right = min(r.left for r in box), max(r.right for r in box)
    assert covered.x - 2 <= left
    assert right <= covered.right + 2
    assert covered.y - 2 <= min(r.top for r in box)
    assert max(r.bottom for r in box) <= covered.bottom + 2


def test_capitals_stand_in_the_middle_of_a_mid_anchor() -> None:
    board = canvas()
    board.fill((0, 0, 0))
    board.text("H", (800, 500), "title", (255, 255, 255), "centre")
    drawn = pygame.mask.from_threshold(board.surface, (255, 255, 255), (120, 120, 120))
    box = drawn.get_bounding_rects()[0]
    assert abs(box.centery - 500) <= 1
    assert abs(box.centerx - 800) <= 2


def test_a_paragraph_returns_what_it_covers_within_its_box() -> None:
    area = Rect(100, 100, 600, 300)
    covered = canvas().paragraph(
        "One two three four five six", area, "body", RED, "centre", "middle"
    )
    assert covered.x >= area.x
    assert covered.right <= area.right
    assert covered.y >= area.y
    assert covered.bottom <= area.bottom


def test_a_picture_is_painted_once_for_a_scale() -> None:
    board = canvas()
    painted: list[float] = []

    def paint(part: Canvas) -> None:
        painted.append(part.scale)
        part.box((0, 0, 50, 50), RED)

    for _ in range(3):
        board.picture(board.cached("horn", (50, 50), paint), (10, 10))
    assert painted == [1.0]
    assert board.surface.get_at((35, 35))[:3] == RED


def test_nothing_is_drawn_outside_a_tiny_window() -> None:
    board = Canvas(pygame.Surface((1, 1)), load())
    board.box((0, 0, 10, 10), RED)
    board.text("Word", (0, 0), "body", RED)
    board.line([(0, 0), (100, 100)], RED, 4)
