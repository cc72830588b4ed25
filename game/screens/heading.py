"""The heading of a screen that stands beside the round: over a clear sky, without the rocket."""

from __future__ import annotations

from game.screens.scenery import draw_backdrop
from game.ui.canvas import Canvas
from game.ui.theme import TypeStyle


def draw_heading(canvas: Canvas, text: str, baseline: float, *, fit: float = 1700.0) -> None:
    """Fill the window and set the heading, at most `fit` wide. It does not grow with large text:
    what stands under it needs the room."""
    draw_backdrop(canvas, "rollout", None, horizon=1300)
    style = TypeStyle(88 * min(1.0, 1.25 / canvas.text_scale), 700)
    canvas.text(text, (96, baseline), style, canvas.theme.colour("ink"), "baseleft", fit=fit)
