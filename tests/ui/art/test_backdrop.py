"""Backdrops fill any window, are made in slices, and leave words on a dark sky."""

from __future__ import annotations

from functools import partial

import pygame
import pytest

from game.play.mission import vehicle_called
from game.screens.flown import standing
from game.ui.art.backdrop import backdrop, preparation
from game.ui.art.paint import fitted
from game.ui.theme import contrast, load

SOYUZ = standing(vehicle_called("soyuz-2-1a"))
SIZES = ((960, 540), (1024, 768), (1280, 720), (1280, 540))


def drawn(stage: str, size: tuple[int, int], horizon: float = 908.0) -> pygame.Surface:
    view = fitted(size)
    return backdrop(size, view.scale, view.offset, load("calm"), stage, SOYUZ, horizon=horizon)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("horizon", (812.0, 908.0))
def test_a_backdrop_fills_the_window(size: tuple[int, int], horizon: float) -> None:
    picture = drawn("fuel", size, horizon)
    assert picture.get_size() == size
    edges = [(0, 0), (size[0] - 1, 0), (0, size[1] - 1), (size[0] - 1, size[1] - 1)]
    assert all(picture.get_at(place)[:3] != (0, 0, 0) for place in edges)


@pytest.mark.parametrize("size", SIZES)
def test_the_horizon_runs_straight_from_edge_to_edge(size: tuple[int, int]) -> None:
    picture = drawn("fuel", size)
    view = fitted(size)
    top = round(view.y(908))
    ground = load("calm").colour("steppe")
    low = round(view.y(1060))
    for x in (0, size[0] // 3, size[0] - 1):
        assert picture.get_at((x, low))[:3] == ground
        assert picture.get_at((x, top - 3))[:3] != picture.get_at((x, top + 1))[:3]


def test_the_last_slice_is_the_whole_backdrop() -> None:
    view = fitted((960, 540))
    theme = load("calm")
    whole = partial(preparation, (960, 540), view.scale, view.offset, theme, "hold")
    slices = list(whole(lambda: SOYUZ))
    assert len(slices) > 3
    expected = drawn("hold", (960, 540))
    assert pygame.image.tobytes(slices[-1], "RGB") == pygame.image.tobytes(expected, "RGB")


@pytest.mark.parametrize("stage", ("rollout", "fuel", "check", "hold"))
def test_the_heading_stands_on_a_dark_sky(stage: str) -> None:
    picture, theme = drawn(stage, (960, 540)), load("calm")
    ink = theme.colour("ink_dim")
    for x in range(46, 940, 8):
        for y in range(30, 66, 6):
            red, green, blue, _ = picture.get_at((x, y))
            assert contrast(ink, (red, green, blue)) >= 4.5


def test_the_name_of_the_game_stands_on_a_dark_sky() -> None:
    picture, theme = drawn("check", (960, 540), 812.0), load("calm")
    ink = theme.colour("ink")
    for x in range(44, 510, 6):
        for y in range(75, 225, 6):
            red, green, blue, _ = picture.get_at((x, y))
            assert contrast(ink, (red, green, blue)) >= 7


def test_the_light_theme_has_a_light_sky() -> None:
    view = fitted((960, 540))
    picture = backdrop((960, 540), view.scale, view.offset, load("light_aaa"), "fuel", SOYUZ)
    assert min(picture.get_at((20, 20))[:3]) > 220
