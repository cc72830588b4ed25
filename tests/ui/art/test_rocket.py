"""Vehicles, arms and pads are drawn whole and stand on their foot."""

from __future__ import annotations

import pygame
import pytest

from game import paths
from game.flight.load import names
from game.play.mission import vehicle_called
from game.screens.flown import standing
from game.ui.art.arms import arms
from game.ui.art.craft_paint import Portrait, portrait
from game.ui.art.livery import dressed
from game.ui.art.steppe import pad
from game.ui.theme import load

EVERY = names(paths.assets() / "vehicles")


def drawn(name: str, metre: float = 8.0) -> Portrait:
    craft = standing(vehicle_called(name))
    return portrait(craft, craft.blocks, metre, dressed(load("calm")))


def touched(picture: pygame.Surface) -> pygame.Rect:
    return picture.get_bounding_rect(min_alpha=1)


@pytest.mark.parametrize("name", EVERY)
def test_no_part_of_a_vehicle_is_cut_off(name: str) -> None:
    picture = drawn(name).picture
    box = touched(picture)
    assert box.left > 0 and box.top > 0
    assert box.right < picture.get_width() and box.bottom < picture.get_height()


@pytest.mark.parametrize("name", EVERY)
def test_it_is_as_high_as_its_metres(name: str) -> None:
    sprite = drawn(name)
    head = sprite.foot()[1] - touched(sprite.picture).top
    assert head == pytest.approx(vehicle_called(name).height_m.value * 8, abs=5)


@pytest.mark.parametrize("name", EVERY)
def test_it_is_lit_from_the_left(name: str) -> None:
    sprite = drawn(name, 16)
    wide = touched(sprite.picture)
    y = round(wide.top + 0.3 * wide.height)
    row = [x for x in range(wide.left, wide.right) if sprite.picture.get_at((x, y))[3] > 250]
    left, right = (sprite.picture.get_at((row[round(len(row) * at)], y)) for at in (0.2, 0.85))
    assert sum(left[:3]) > sum(right[:3]) + 60


def test_arms_open_outwards() -> None:
    theme = load("calm")
    closed, opened = arms(8.0, 0.0, theme)[1], arms(8.0, 30.0, theme)[1]
    middle = round(opened.foot[0])
    waist = round(opened.foot[1] - 16.5 * 8)
    closed_middle = round(closed.foot[0])
    closed_waist = round(closed.foot[1] - 16.5 * 8)
    near = range(-26, 27)
    assert any(closed.picture.get_at((closed_middle + dx, closed_waist))[3] for dx in near)
    assert not any(opened.picture.get_at((middle + dx, waist))[3] for dx in near)


def test_a_narrow_pad_keeps_clear_of_its_neighbours() -> None:
    theme = load("calm")
    wide, narrow = pad(16.6, -0.5, theme), pad(16.6, -0.5, theme, 0.64)
    assert touched(narrow.picture).width < touched(wide.picture).width
