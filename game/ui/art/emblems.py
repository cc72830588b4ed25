"""The pictures by which learners know themselves: each a few flat shapes on a disc.

Contract: `draw(canvas, name, centre, radius)` draws on a Canvas in grid units; an unknown name is
drawn as the first one, so that a record of another version still has a face.
"""

from __future__ import annotations

from collections.abc import Callable
from math import cos, radians, sin

from game.ui.canvas import Canvas
from game.ui.geometry import Point
from game.ui.shapes import arc_points
from game.ui.theme import Colour

_NIGHT: Colour = (24, 32, 84)
_PLUM: Colour = (84, 52, 112)
_PINE: Colour = (14, 84, 84)
_RUST: Colour = (132, 60, 52)
_PAPER: Colour = (255, 246, 227)
_SAND: Colour = (251, 227, 181)
_GOLD: Colour = (255, 200, 87)
_AMBER: Colour = (242, 163, 58)
_CORAL: Colour = (232, 106, 74)
_SKY: Colour = (150, 176, 240)
_SHADE: Colour = (139, 131, 163)
_LEAF: Colour = (96, 186, 150)


class _Brush:
    """Shapes in a square from -1 to 1, y downwards."""

    def __init__(self, canvas: Canvas, centre: Point, radius: float) -> None:
        self._canvas, self._centre, self._radius = canvas, centre, radius

    def at(self, x: float, y: float) -> Point:
        return self._centre[0] + x * self._radius, self._centre[1] + y * self._radius

    def disc(self, x: float, y: float, radius: float, colour: Colour, width: float = 0) -> None:
        r = self._radius
        self._canvas.disc(self.at(x, y), radius * r, colour, width * r)

    def polygon(self, points: list[Point], colour: Colour) -> None:
        self._canvas.polygon([self.at(x, y) for x, y in points], colour)

    def line(self, points: list[Point], colour: Colour, width: float) -> None:
        self._canvas.line([self.at(x, y) for x, y in points], colour, width * self._radius)


def _rocket(brush: _Brush) -> None:
    brush.polygon([(-0.34, 0.5), (-0.2, 0.0), (-0.2, 0.5)], _CORAL)
    brush.polygon([(0.34, 0.5), (0.2, 0.0), (0.2, 0.5)], _CORAL)
    nose = [(0.21 * cos(radians(a)), -0.3 - 0.42 * sin(radians(a))) for a in range(0, 181, 12)]
    brush.polygon([(0.21, 0.46), *nose, (-0.21, 0.46)], _PAPER)
    brush.polygon([(0.21, 0.46), *nose[:8], (0.06, 0.46)], _SHADE)
    brush.disc(-0.03, -0.24, 0.1, _NIGHT)
    brush.polygon([(-0.12, 0.5), (0.12, 0.5), (0.0, 0.84)], _GOLD)


def _sputnik(brush: _Brush) -> None:
    for turn in (-40, -16, 16, 40):
        x, y = -cos(radians(turn)), sin(radians(turn))
        brush.line([(0.3 + x * 0.2, y * 0.2), (0.3 + x * 1.06, y * 1.06)], _SAND, 0.05)
    brush.disc(0.3, 0.0, 0.36, _SHADE)
    brush.disc(0.26, -0.05, 0.3, _PAPER)


def _comet(brush: _Brush) -> None:
    brush.polygon([(-0.78, -0.62), (0.5, 0.08), (0.2, 0.44)], _SKY)
    brush.polygon([(-0.5, -0.3), (0.46, 0.16), (0.26, 0.4)], _PAPER)
    brush.disc(0.36, 0.28, 0.27, _GOLD)


def _planet(brush: _Brush) -> None:
    brush.disc(0.0, 0.0, 0.46, _AMBER)
    brush.polygon([*_arc(0.46, 100, 200, 12)], _CORAL)
    ring = [(0.86 * cos(radians(a)), 0.2 * sin(radians(a))) for a in range(-20, 201, 10)]
    turned = [(x * 0.94 + y * 0.34, y * 0.94 - x * 0.34) for x, y in ring]
    brush.line(turned, _SAND, 0.085)


def _moon(brush: _Brush) -> None:
    brush.disc(0.0, 0.0, 0.62, _SAND)
    brush.disc(0.28, -0.12, 0.52, _PLUM)
    for x, y, radius in ((-0.38, 0.16, 0.08), (-0.2, 0.42, 0.06), (-0.44, -0.14, 0.05)):
        brush.disc(x, y, radius, _AMBER)


def _sun(brush: _Brush) -> None:
    for turn in range(0, 360, 30):
        x, y = cos(radians(turn)), sin(radians(turn))
        brush.line([(x * 0.56, y * 0.56), (x * 0.76, y * 0.76)], _GOLD, 0.09)
    brush.disc(0.0, 0.0, 0.42, _GOLD)


def _star(brush: _Brush) -> None:
    points = [
        (r * sin(radians(36 * i)), -r * cos(radians(36 * i))) for i, r in enumerate((0.72, 0.3) * 5)
    ]
    brush.polygon(points, _GOLD)


def _tulip(brush: _Brush) -> None:
    brush.line([(0.0, 0.1), (0.0, 0.76)], _LEAF, 0.1)
    brush.polygon([(0.0, 0.72), (0.46, 0.16), (0.3, 0.62)], _LEAF)
    brush.polygon([(0.0, 0.76), (-0.44, 0.26), (-0.28, 0.66)], _LEAF)
    brush.polygon([(-0.4, -0.62), (-0.1, -0.36), (0.1, 0.2), (-0.3, 0.1)], _CORAL)
    brush.polygon([(0.4, -0.62), (0.1, -0.36), (-0.1, 0.2), (0.3, 0.1)], _CORAL)
    brush.polygon([(0.0, -0.74), (0.22, -0.2), (0.12, 0.2), (-0.12, 0.2), (-0.22, -0.2)], _AMBER)


def _yurt(brush: _Brush) -> None:
    roof = [(0.7 * cos(radians(a)), -0.02 - 0.5 * sin(radians(a))) for a in range(0, 181, 12)]
    brush.polygon(roof, _PAPER)
    brush.polygon([(-0.7, -0.02), (0.7, -0.02), (0.62, 0.56), (-0.62, 0.56)], _SAND)
    brush.polygon([(-0.7, -0.02), (0.7, -0.02), (0.68, 0.12), (-0.68, 0.12)], _CORAL)
    brush.polygon([(-0.17, 0.14), (0.17, 0.14), (0.17, 0.56), (-0.17, 0.56)], _PINE)
    brush.polygon([(-0.13, -0.5), (0.13, -0.5), (0.09, -0.64), (-0.09, -0.64)], _AMBER)


def _apple(brush: _Brush) -> None:
    brush.disc(-0.2, 0.12, 0.42, _CORAL)
    brush.disc(0.2, 0.12, 0.42, _CORAL)
    brush.disc(-0.26, -0.02, 0.12, _SAND)
    brush.line([(0.0, -0.2), (0.08, -0.58)], _SAND, 0.08)
    brush.polygon([(0.08, -0.4), (0.28, -0.66), (0.56, -0.62), (0.36, -0.4)], _LEAF)


def _mountain(brush: _Brush) -> None:
    brush.polygon([(-0.2, 0.5), (0.3, -0.42), (0.82, 0.5)], _SHADE)
    brush.polygon([(-0.82, 0.5), (-0.2, -0.6), (0.44, 0.5)], _SKY)
    brush.polygon(
        [(-0.2, -0.6), (0.0, -0.24), (-0.14, -0.14), (-0.28, -0.26), (-0.4, -0.22)], _PAPER
    )
    brush.disc(0.5, -0.56, 0.13, _GOLD)


def _kite(brush: _Brush) -> None:
    brush.polygon([(0.16, -0.72), (0.58, -0.12), (-0.14, 0.36), (-0.36, -0.36)], _GOLD)
    brush.polygon([(0.16, -0.72), (0.58, -0.12), (0.12, -0.2)], _CORAL)
    brush.polygon([(-0.14, 0.36), (-0.36, -0.36), (0.12, -0.2)], _CORAL)
    tail = [(-0.14 - 0.09 * i + 0.08 * (i % 2), 0.36 + 0.1 * i) for i in range(5)]
    brush.line(tail, _PAPER, 0.05)


_DRAWN: dict[str, tuple[Callable[[_Brush], None], Colour]] = {
    "rocket": (_rocket, _NIGHT),
    "sputnik": (_sputnik, _PLUM),
    "comet": (_comet, _NIGHT),
    "planet": (_planet, _PINE),
    "moon": (_moon, _PLUM),
    "sun": (_sun, _RUST),
    "star": (_star, _NIGHT),
    "tulip": (_tulip, _NIGHT),
    "yurt": (_yurt, _PLUM),
    "apple": (_apple, _PINE),
    "mountain": (_mountain, _RUST),
    "kite": (_kite, _PINE),
}

NAMES: tuple[str, ...] = tuple(_DRAWN)
"""Every picture, in the order in which they are offered."""


def draw(canvas: Canvas, name: str, centre: Point, radius: float) -> None:
    """The picture of that name on its disc."""
    paint, ground = _DRAWN.get(name) or _DRAWN[NAMES[0]]

    def painter(part: Canvas, middle: Point) -> None:
        part.disc(middle, radius, ground)
        paint(_Brush(part, middle, radius * 0.94))

    canvas.stamp(("emblem", name, radius), centre, radius, painter)


def _arc(radius: float, start: float, end: float, tilt: float) -> list[Point]:
    return [(x, y) for x, y in arc_points((0.0, 0.0), radius, start + tilt, end + tilt)]
