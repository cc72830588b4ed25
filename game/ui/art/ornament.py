"""Qoshqar muyiz, the ram's horns of Kazakh felt: corners of cards, borders, one sign.

Contract: `corners` puts horns into a card's corners, `border` lays a band across the window,
`horns` draws the pair alone. One stroke everywhere, never behind text.
"""

from __future__ import annotations

from functools import lru_cache
from math import cos, pi, radians, sin

from game.ui.canvas import Canvas
from game.ui.theme import Colour

from .paint import Point

_TURNS = 1.32
_SHRINK = 0.72


@lru_cache(maxsize=64)
def horn(start: Point, heading: float, hand: int, radius: float) -> tuple[Point, ...]:
    """A line that rolls into a horn: from `start`, heading in degrees (0 east, 90 south).

    `hand` 1 rolls clockwise, -1 the other way; `radius` is the outermost turn's, in the caller's
    unit.
    """
    x, y = start
    course = radians(heading)
    points = [start]
    steps = 64
    turn = 2 * pi * _TURNS / steps
    for step in range(steps):
        reach = radius * (1 - _SHRINK * (step + 0.5) / steps)
        course += hand * turn / 2
        x += 2 * reach * sin(turn / 2) * cos(course)
        y += 2 * reach * sin(turn / 2) * sin(course)
        course += hand * turn / 2
        points.append((x, y))
    return tuple(points)


def corners(
    canvas: Canvas,
    rect: tuple[float, float, float, float],
    *,
    where: str = "tr bl",
    colour: Colour | None = None,
    length: float = 190,
) -> None:
    """Horns in the named corners ("tl tr bl br") of a card, 15 grid units inside its edge.

    `length` is how far the longer line runs along the card's upper or lower edge.
    """
    ink = colour or canvas.theme.colour("ornament")
    stroke = canvas.theme.number("ornament_stroke")
    x, y, wide, high = rect
    inset, tall = 15.0, min(80.0, high * 0.42)
    long = min(length, wide * 0.4)
    for corner in where.split():
        right, low = corner.endswith("r"), corner.startswith("b")
        fx, fy = (-1 if right else 1), (-1 if low else 1)
        cx = x + wide - inset if right else x + inset
        cy = y + high - inset if low else y + inset

        def at(
            points: list[Point], cx: float = cx, cy: float = cy, fx: int = fx, fy: int = fy
        ) -> list[Point]:
            return [(cx + fx * px, cy + fy * py) for px, py in points]

        radius = 15.5
        first = [(long, 0.0), *horn((36.0, 0.0), 180, -1, radius)]
        second = [(0.0, tall), *horn((0.0, 34.0), 270, 1, radius)]
        canvas.line(at(first), ink, stroke)
        canvas.line(at(second), ink, stroke)


def horns(
    canvas: Canvas, foot: Point, height: float, colour: Colour, stroke: float, gap: float = 15
) -> None:
    """A pair of horns on two stems, standing on `foot`, `height` grid units high."""
    radius = height * 0.29
    for side in (-1, 1):
        start = (foot[0] + side * gap / 2, foot[1] - height + radius)
        path = [(start[0], foot[1]), *horn(start, 270, side, radius)]
        canvas.line(path, colour, stroke)


def border(canvas: Canvas, top: float, colour: Colour, *, fine: bool = False) -> None:
    """A band of horns and diamonds from edge to edge of the window, standing on a line.

    44 grid units high, or 30 for the `fine` band over a caption.
    """
    step, high, stroke = (72.0, 30.0, 2.4) if fine else (96.0, 44.0, 2.5)

    def unit(part: Canvas) -> None:
        middle = step / 2
        horns(part, (middle, high - 2), high - 7, colour, stroke, 6)
        wide, tall = (5.0, 7.5) if fine else (8.0, 11.5)
        y = high * 0.6
        for x in (0.0, step):
            diamond = [(x, y - tall), (x + wide, y), (x, y + tall), (x - wide, y), (x, y - tall)]
            part.line(diamond, colour, stroke)

    tile = canvas.cached(("border", colour, fine), (step, high), unit)
    seen = canvas.visible
    first = int(seen.x // step) - 1
    for index in range(first, int((seen.x + seen.w) // step) + 2):
        canvas.picture(tile, (index * step, top))
    canvas.line([(seen.x, top + high), (seen.x + seen.w, top + high)], colour, 2)
