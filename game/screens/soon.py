"""What the coming screens of a round show first, made behind the game while the player reads."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from game.play.mission import vehicle_called
from game.ui.ahead import Ahead
from game.ui.art import key
from game.ui.canvas import Canvas
from game.ui.focus import draw_ring

_SCREENS = ("go", "call", "explanation", "hold", "key")


def make_ready(canvas: Canvas, vehicle: str) -> None:
    """Begin to read these screens and the vehicle, and to draw what is large on the key's plate.

    What goes wrong here is met again, and told of, by the screen that needs it.
    """
    Ahead(slices(canvas.apart(), vehicle))


def slices(canvas: Canvas, vehicle: str) -> Iterator[None]:
    """The same work bit by bit, on a canvas that stands apart."""
    for name in _SCREENS:
        import_module(f"game.screens.{name}")
        yield
    vehicle_called(vehicle)
    yield
    key.draw(canvas, -key.TURN)
    key.counts(canvas, 0)
    draw_ring(canvas, key.PLATE, key.RADIUS)
    yield
