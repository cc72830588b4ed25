"""What the screen of the key shows first is drawn before it."""

from __future__ import annotations

import pygame
import pytest

from game.screens import soon
from game.ui import shapes
from game.ui.art import key
from game.ui.canvas import Canvas
from game.ui.theme import load


def test_the_plate_of_the_key_is_drawn_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    canvas = Canvas(pygame.Surface((960, 540)), load("calm"))
    for _ in soon.slices(canvas.apart(), ""):
        pass
    made: list[int] = []
    monkeypatch.setattr(shapes, "supersampled", lambda *_: made.append(1))
    key.draw(canvas, -key.TURN)
    key.counts(canvas, 0)
    assert not made


def test_drawing_apart_shows_nothing() -> None:
    surface = pygame.Surface((960, 540))
    Canvas(surface, load("calm")).apart().disc((960, 540), 200, (255, 255, 255))
    assert pygame.transform.average_color(surface)[:3] == (0, 0, 0)
