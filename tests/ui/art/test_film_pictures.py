"""Moments of launches beside their golden pictures."""

from __future__ import annotations

import pygame
import pytest

from game.screens.flown import flown
from game.ui.art.launch import LaunchFilm
from game.ui.theme import load
from tests.pictures import assert_like_golden

SIZE = (640, 360)
LIFT_OFF = {
    "r7-sputnik": 1.2,
    "vostok-k": 1.2,
    "soyuz-2-1a": 1.2,
    "proton-m": 0.8,
    "zenit-2": 0.8,
    "soyuz-5": 0.8,
}
"""Mission seconds at which the lift-off of each vehicle is held."""


def film(vehicle: str) -> LaunchFilm:
    return LaunchFilm(SIZE, load("calm"), flown(vehicle), names=("one", "two"), seed="golden")


def compare(made: LaunchFilm, seconds: float, name: str) -> None:
    made.seek(seconds)
    picture = pygame.Surface(SIZE, 0, 24)
    made.draw(picture)
    assert_like_golden(picture, f"launch/{name}")


@pytest.mark.parametrize("vehicle", LIFT_OFF)
def test_the_lift_off_looks_as_it_was_seen(vehicle: str) -> None:
    made = film(vehicle)
    compare(made, made.plan.film(LIFT_OFF[vehicle]), f"{vehicle}-lift-off")


def test_the_boosters_leave_as_a_cross() -> None:
    made = film("soyuz-2-1a")
    leaves = made.flown.when("boosters")[0]
    compare(made, made.plan.film(leaves) + 0.8, "soyuz-2-1a-boosters")


def test_a_stage_lights_behind_its_lattice() -> None:
    made = film("proton-m")
    compare(made, made.plan.film(made.flown.when("lights")[0]) + 0.3, "proton-m-lights")


def test_the_last_picture_is_the_orbit_with_what_was_carried() -> None:
    made = film("vostok-k")
    compare(made, made.length, "vostok-k-orbit")
