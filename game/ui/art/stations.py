"""The signs of the six stations: each has a shape of its own beside its colour."""

from __future__ import annotations

from math import cos, pi, sin

from game.ui.canvas import Canvas
from game.ui.theme import Colour

from .paint import Point

_STAR = 0.36


def draw_station(
    canvas: Canvas, name: str, centre: Point, size: float, colour: Colour | None = None
) -> None:
    """The sign of a station, `size` grid units high: flame, star, hexagon, canopy, bolt, cross."""
    ink = colour or canvas.theme.colour(f"team.{name}")
    half = size / 2
    if name == "recovery":
        canvas.polygon(_at(_CANOPY, centre, half), ink)
        for x in (-0.9, -0.3, 0.3, 0.9):
            start = (centre[0] + x * half, centre[1])
            canvas.line([start, (centre[0], centre[1] + half)], ink, max(2.0, size * 0.06))
        return
    canvas.polygon(_at(_SHAPES[name], centre, half), ink)


def _at(points: tuple[Point, ...], centre: Point, half: float) -> list[Point]:
    return [(centre[0] + x * half, centre[1] + y * half) for x, y in points]


def _star() -> tuple[Point, ...]:
    radii = (1.05, _STAR)
    return tuple(
        (radii[i % 2] * sin(i * pi / 4), -radii[i % 2] * cos(i * pi / 4)) for i in range(8)
    )


_CANOPY: tuple[Point, ...] = tuple(
    (-cos(i * pi / 24), 0.1 - 1.05 * sin(i * pi / 24)) for i in range(25)
)

_SHAPES: dict[str, tuple[Point, ...]] = {
    "propulsion": ((0.0, 1.0), (-0.62, 0.3), (-0.62, -0.95), (0.62, -0.95), (0.62, 0.3)),
    "guidance": _star(),
    "communications": tuple(
        (0.98 * cos(i * pi / 3), 0.98 * sin(i * pi / 3)) for i in range(6)
    ),
    "power": (
        (0.25, -1.0), (-0.65, 0.15), (-0.05, 0.15), (-0.25, 1.0), (0.65, -0.2), (0.05, -0.2),
    ),
    "weather": (
        (-0.32, -0.95), (0.32, -0.95), (0.32, -0.32), (0.95, -0.32), (0.95, 0.32), (0.32, 0.32),
        (0.32, 0.95), (-0.32, 0.95), (-0.32, 0.32), (-0.95, 0.32), (-0.95, -0.32), (-0.32, -0.32),
    ),
}  # fmt: skip
