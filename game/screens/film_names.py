"""The names of satellites at the end of a launch."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from game.ui.art.film.orbit import Label
from game.ui.canvas import Canvas
from game.ui.geometry import Point, Rect
from game.ui.text import curled, line_width
from game.ui.theme import Theme, TypeStyle

_LEFT, _LEAST = 96.0, 28.0
_WEIGHT = 600
_SATELLITE = (26.0, 14.0)
"""Half of what a satellite itself covers."""


def draw_names(
    canvas: Canvas,
    labels: Sequence[Label],
    every: Sequence[Label],
    theme: Theme,
    *,
    size: float = 34,
    right: float = 1824,
) -> None:
    """Each name over or under its satellite; `every` are all that will show in the end.

    All stand in one size: the largest in which none covers another, down to 28 grid units. What has
    no place even then is left out.
    """
    if not labels:
        return
    larger, places = _settled(tuple(every), size, right, canvas.text_scale)
    style = TypeStyle(larger / canvas.text_scale, _WEIGHT)
    for label in labels:
        at = places.get(label.satellite)
        if at is not None:
            alpha = round(label.alpha * 5) * 51
            canvas.text(label.name, at, style, theme.colour("ink"), "centre", alpha=alpha)


@lru_cache(maxsize=4)
def _settled(
    every: tuple[Label, ...], size: float, right: float, text_scale: float
) -> tuple[float, dict[Point, Point]]:
    """The size of all names, and the middle of each by its satellite."""
    larger = size * min(1.3, text_scale)
    while True:
        style = TypeStyle(larger, _WEIGHT)
        wide = {label.name: line_width(curled(label.name), style, larger) for label in every}
        places = _places(every, wide, larger, right)
        if len(places) == len(every) or larger <= _LEAST:
            return larger, places
        larger = max(_LEAST, larger - 2)


def _places(
    labels: Sequence[Label], wide: dict[str, float], size: float, right: float
) -> dict[Point, Point]:
    """The middle of each name that has a place, by its satellite."""
    across, down = _SATELLITE
    taken = [
        Rect(label.satellite[0] - across, label.satellite[1] - down, 2 * across, 2 * down)
        for label in labels
    ]
    found: dict[Point, Point] = {}
    for label in labels:
        half = wide[label.name] / 2
        x, level = label.centre[0], label.satellite[1]
        over = max(level - label.centre[1], down + 0.52 * size + 2)
        for shift in (0.0, -0.5, 0.5, -0.9, 0.9):
            for middle in (level - over, level + over):
                at = min(right - half, max(_LEFT + half, x + shift * half))
                own = Rect(at - half - 8, middle - 0.52 * size, 2 * half + 16, 1.04 * size)
                if label.satellite not in found and not any(own.meets(one) for one in taken):
                    taken.append(own)
                    found[label.satellite] = (at, middle)
    return found
