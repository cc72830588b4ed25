"""What the first question stands before is painted while the title is looked at."""

from __future__ import annotations

import time

import pygame
import pytest

from game.screens import flow, scenery
from game.screens.first_sky import FirstSky
from game.screens.studio import Studio
from game.ui.canvas import Canvas
from game.ui.theme import load

SIZE = (480, 270)


def test_the_first_question_finds_its_sky_and_its_vehicle_painted(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    game = studio.game()
    game.shared.looks_ahead = True
    canvas = Canvas(pygame.Surface(SIZE), load("calm"))
    ahead = FirstSky(game)
    while not ahead.ready:
        ahead.make(canvas)
        time.sleep(0.002)
    flow.start(game, game.chosen_flight())
    monkeypatch.setattr(scenery, "preparation", None)
    question = game.shared.stack.top
    assert question is not None
    question.draw(canvas)


def test_nothing_is_painted_ahead_where_nothing_looks_ahead(studio: Studio) -> None:
    assert FirstSky(studio.game()).ready
