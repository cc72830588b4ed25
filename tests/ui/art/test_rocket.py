"""The rocket and its arms are drawn whole, stand on their foot, and are made once."""

from __future__ import annotations

import pygame
import pytest

from game.ui.art.arms import arms
from game.ui.art.rocket import RocketSprite, flat_livery, rocket
from game.ui.art.steppe import pad
from game.ui.art.vehicle import CARGO
from game.ui.theme import load


def drawn(metre: float = 8.0) -> RocketSprite:
    return rocket(CARGO, metre, flat_livery(load("calm")))


def touched(picture: pygame.Surface) -> pygame.Rect:
    return picture.get_bounding_rect(min_alpha=1)


def test_no_part_of_the_rocket_is_cut_off() -> None:
    picture = drawn().picture
    box = touched(picture)
    assert box.left > 0 and box.top > 0
    assert box.right < picture.get_width() and box.bottom < picture.get_height()


def test_it_is_as_high_as_its_metres() -> None:
    sprite = drawn()
    head = sprite.foot[1] - touched(sprite.picture).top
    assert head == pytest.approx(CARGO.height * 8, abs=4)


def test_it_is_lit_from_the_left() -> None:
    sprite = drawn(16)
    y = round(sprite.foot[1] - 24.5 * 16)
    left = sprite.picture.get_at((round(sprite.foot[0] - 14), y))
    right = sprite.picture.get_at((round(sprite.foot[0] + 14), y))
    assert sum(left[:3]) > sum(right[:3]) + 60


def test_a_sprite_is_made_once() -> None:
    assert drawn().picture is drawn().picture


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
