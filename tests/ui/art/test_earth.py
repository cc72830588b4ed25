"""The Earth fills the window, its edge is where the orbits are measured from."""

from __future__ import annotations

import pytest

from game.ui.art.earth import CENTRE, RADIUS, earth, orbit_y
from game.ui.art.paint import fitted
from game.ui.theme import load


@pytest.mark.parametrize("size", ((960, 540), (1024, 768), (1280, 540)))
@pytest.mark.parametrize("theme", ("calm", "light_aaa"))
def test_it_fills_the_window(size: tuple[int, int], theme: str) -> None:
    view = fitted(size)
    picture = earth(size, view.scale, view.offset, load(theme))
    assert picture.get_size() == size
    assert all(picture.get_at((x, 0))[:3] != (0, 0, 0) for x in (0, size[0] - 1))


def test_the_limb_is_brightest_just_over_the_ground() -> None:
    view = fitted((960, 540))
    picture = earth((960, 540), view.scale, view.offset, load("calm"))
    for x in (600, 1000, 1380, 1800):
        edge = orbit_y(x, 0)
        rows = [round(view.y(edge + dy)) for dy in (-400, -2, 60)]
        light = [sum(picture.get_at((x // 2, row))[:3]) for row in rows]
        assert light[1] > light[0] + 150
        assert light[1] > light[2] + 250


def test_orbits_run_round_the_middle_of_the_earth() -> None:
    for x in (900.0, 1380.0, 1900.0):
        y = orbit_y(x, 260)
        away = ((x - CENTRE[0]) ** 2 + (y - CENTRE[1]) ** 2) ** 0.5
        assert away == pytest.approx(RADIUS + 260)
