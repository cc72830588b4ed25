"""Every vehicle stands as high as the others, on its own pad, and hoses reach its hull."""

from __future__ import annotations

import pygame
import pytest

from game import paths
from game.flight.load import names
from game.play.mission import vehicle_called
from game.screens.flown import standing
from game.ui.art.backdrop import SCREEN, TITLE, backdrop
from game.ui.art.berth import HEIGHT_M, HOSES, Berth, Stand, hoses
from game.ui.art.craft import Craft
from game.ui.art.paint import fitted
from game.ui.theme import load

EVERY = names(paths.assets() / "vehicles")
SIZE = (960, 540)


def craft(name: str) -> Craft:
    return standing(vehicle_called(name), fuelled=True)


def drawn(name: str | None) -> pygame.Surface:
    view, stands = fitted(SIZE), None if name is None else craft(name)
    return backdrop(SIZE, view.scale, view.offset, load("calm"), "fuel", stands)


@pytest.mark.parametrize("place", (SCREEN, TITLE))
@pytest.mark.parametrize("name", EVERY)
def test_the_tip_is_at_one_height_whatever_stands_there(name: str, place: Stand) -> None:
    berth = Berth(place, craft(name))
    tip = berth.foot - berth.metre * berth.craft.height_m
    assert tip == pytest.approx(place.foot - HEIGHT_M * place.metre)


@pytest.mark.parametrize("name", EVERY)
def test_hoses_leave_the_hull_where_it_is_seen(name: str) -> None:
    berth, (picture, bare) = Berth(SCREEN, craft(name)), (drawn(name), drawn(None))
    view = fitted(SIZE)
    for (x, y), height in zip(hoses(berth), HOSES, strict=True):
        assert y == height
        assert SCREEN.axis < x < 1711
        inside = round(view.x(x)) - 3, round(view.y(y))
        assert picture.get_at(inside) != bare.get_at(inside)


@pytest.mark.parametrize("name", EVERY)
def test_all_of_a_vehicle_has_room_beside_the_cards(name: str) -> None:
    berth = Berth(SCREEN, craft(name))
    half = max(block.span_m for block in berth.craft.blocks) / 2 * berth.metre
    assert half < SCREEN.axis - 1420


def test_tanks_are_white_with_frost_once_they_are_filled() -> None:
    vehicle = vehicle_called("soyuz-2-1a")
    dry, cold = standing(vehicle), standing(vehicle, fuelled=True)
    paints = [{band.colour for b in one.blocks for band in b.body.bands} for one in (dry, cold)]
    assert max(map(sum, paints[1] - paints[0])) > 600
