"""The names of satellites at the end of a launch."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.art.film.orbit import Label
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import Theme, TypeStyle

_LEFT = 96.0


def draw_names(
    canvas: Canvas, labels: Sequence[Label], theme: Theme, *, size: float = 34, right: float = 1824
) -> None:
    """Each name at its satellite, moved in from the edges; one that would cover another waits."""
    larger = size * min(1.3, canvas.text_scale)
    style = TypeStyle(larger / canvas.text_scale, 600)
    taken: list[Rect] = []
    for label in labels:
        half = canvas.text_width(label.name, style) / 2
        x = min(right - half, max(_LEFT + half, label.centre[0]))
        own = Rect(x - half - 12, label.centre[1] - 0.65 * larger, 2 * half + 24, 1.3 * larger)
        if any(own.meets(other) for other in taken):
            continue
        taken.append(own)
        alpha = round(label.alpha * 5) * 51
        at = (x, label.centre[1])
        canvas.text(label.name, at, style, theme.colour("ink"), "centre", alpha=alpha)
