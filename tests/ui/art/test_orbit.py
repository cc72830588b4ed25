"""Satellites of the film stand where their names do not cover each other or the payload."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.art.craft import Craft, Look
from game.ui.art.film.orbit import Orbit, places
from game.ui.art.paint import fitted
from game.ui.theme import load

LOOK = Look((255, 176, 74), (185, 178, 168), True)
CRAFT = Craft("made", "Made", 30.0, "table", (), LOOK, LOOK, "satellite", (20.0, 25.0, 1.0))
NAMES = st.lists(st.text("abcdefgh ", min_size=3, max_size=24), max_size=14)


def boxes(names: list[str]) -> list[tuple[float, float, float, float]]:
    orbit = Orbit(fitted((480, 270)), load("calm"), "test", names, CRAFT)
    found = []
    for label in orbit.labels(orbit.length()):
        half = 8.2 * len(label.name)
        x, y = label.centre
        found.append((x - half, y - 18, x + half, y + 18))
    return found


@given(NAMES)
def test_no_name_covers_another(names: list[str]) -> None:
    found = boxes(names)
    for index, (left, top, right, foot) in enumerate(found):
        for other in found[:index]:
            apart = right <= other[0] or other[2] <= left or foot <= other[1] or other[3] <= top
            assert apart


@given(NAMES)
def test_names_stay_in_the_picture_and_off_the_payload(names: list[str]) -> None:
    for left, top, right, _ in boxes(names):
        assert left >= 900 and right <= 1870
        assert top > 8


@pytest.mark.parametrize("count", (0, 1, 6, 12, 20))
def test_every_fact_has_a_satellite_up_to_twelve(count: int) -> None:
    found = places(["a fact of some length"] * count)
    assert len(found) == min(count, 12)
    assert len({(place.x, place.over) for place in found}) == len(found)
