"""The sky is the same each time, fills the window, shows no bands, and keeps stars off words."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pygame
import pytest

from game.ui.art.sky import sky, stars
from game.ui.theme import load

STAGES = ("rollout", "fuel", "check", "hold", "launch")


def picture(stage: str = "fuel", size: tuple[int, int] = (960, 540)) -> pygame.Surface:
    stops = load("calm").sky(stage)
    scale = size[0] / 1920
    return sky(size, stops, (1560 * scale, 908 * scale), scale=scale)


def test_the_same_sky_twice_is_the_same_picture() -> None:
    first, second = picture(), picture()
    assert pygame.image.tobytes(first, "RGB") == pygame.image.tobytes(second, "RGB")


@pytest.mark.parametrize("stage", STAGES)
def test_no_band_shows_over_the_words(stage: str) -> None:
    drawn = picture(stage)
    for x in (100, 400, 700):
        column = [drawn.get_at((x, y)) for y in range(360)]
        steps = [max(abs(a[i] - b[i]) for i in range(3)) for a, b in pairwise(column)]
        assert max(steps) <= 5


@pytest.mark.parametrize("stage", STAGES)
def test_it_is_darkest_far_from_the_sun(stage: str) -> None:
    drawn = picture(stage)
    assert sum(drawn.get_at((5, 5))[:3]) < sum(drawn.get_at((780, 440))[:3])


def test_stars_keep_away_from_words() -> None:
    words = pygame.Rect(100, 60, 300, 120)
    plain, starry = picture(), picture()
    stars(starry, Random("x"), scale=0.5, below=400, count=400, away_from=[words])
    changed = [
        (x, y)
        for x in range(960)
        for y in range(400)
        if plain.get_at((x, y)) != starry.get_at((x, y))
    ]
    assert changed
    near = words.inflate(20, 20)
    assert not [place for place in changed if near.collidepoint(place)]
