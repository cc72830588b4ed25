"""The figures of the game on paper: the same drawings, in vectors."""

from __future__ import annotations

from collections.abc import Sequence

from game.packs.model import Picture
from game.ui.art.figures import bodies_of, draw_figure
from game.ui.canvas import Anchor
from game.ui.geometry import Point, Rect
from game.ui.shapes import sign_points
from game.ui.theme import Colour, mix
from game.workshop.printed.paper import POINT, Face, Paper

_UNIT = 0.11
"""Millimetres of a unit of the game's grid."""

_THINNER = 0.7
"""Lines are for a projector in the game; paper is looked at from nearer."""

_TYPE = 9.0


class _Sheet:
    """A part of a page, with the grid of the game laid over it."""

    text_scale = 1.0

    def __init__(self, paper: Paper, corner: Point) -> None:
        self.theme = paper.theme
        self._paper = paper
        self._corner = corner

    def _at(self, point: Point) -> Point:
        return self._corner[0] + point[0] * _UNIT, self._corner[1] + point[1] * _UNIT

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        self._paper.polygon([self._at(point) for point in points], fill=colour)

    def line(self, points: Sequence[Point], colour: Colour, width: float) -> None:
        self._paper.rule([self._at(p) for p in points], colour, width * _UNIT * _THINNER)

    def disc(self, centre: Point, radius: float, colour: Colour, width: float = 0) -> None:
        thick = width * _UNIT
        if width:
            self._paper.disc(self._at(centre), radius * _UNIT - thick / 2, colour, None, thick)
        else:
            self._paper.disc(self._at(centre), radius * _UNIT, fill=colour)

    def shape(self, name: str, centre: Point, size: float, colour: Colour) -> None:
        self.polygon(sign_points(name, centre, size), colour)

    def text(
        self,
        string: str,
        position: Point,
        style: str,
        colour: Colour,
        anchor: Anchor = "topleft",
        *,
        fit: float = 0,
    ) -> None:
        x, y = self._at(position)
        face = Face(_TYPE, 700 if style.endswith("bold") else 500)
        face = self._paper.fitted(string, face, fit * _UNIT) if fit else face
        if anchor == "midright":
            self._paper.line_of(string, (x, y), face, colour, "right")
        else:
            self._paper.line_of(string, (x, y + face.size * POINT / 2), face, colour, "centre")


def draw_picture(paper: Paper, picture: Picture, area: Rect) -> None:
    """Draw what a question is asked with into an area, with a fine edge round it."""
    paper.box(area, paper.colour("ornament"), None, 0.2, 1.5)
    inside = Rect(0, 0, area.w / _UNIT, area.h / _UNIT).inset(28)
    sheet = _Sheet(paper, (area.x, area.y))
    draw_figure(sheet, picture.draw, picture.of, inside, picture.within)


def draw_rocket(paper: Paper, of: str, foot: Point, high: float) -> None:
    """A rocket in line, its right side shaded, `high` millimetres over the point at its foot."""
    bodies = bodies_of(of)
    top = max(y for _tone, points in bodies for _x, y in points)
    scale = high / top
    light, shade = paper.colour("rocket.light"), paper.colour("rocket.shade")
    edge = paper.colour("outline")
    tones = {"core": light, "side": mix(light, shade, 0.45), "front": light, "lattice": shade}
    for tone, outline in bodies:
        points = [(foot[0] + x * scale, foot[1] - y * scale) for x, y in outline]
        paper.polygon(points, edge, tones[tone], 0.2)
        half = len(points) // 2
        pairs = list(zip(points[:half], reversed(points[half:]), strict=True))
        dark = [(a[0] + (b[0] - a[0]) * 0.62, a[1]) for a, b in pairs]
        paper.polygon([*dark, *(b for _a, b in reversed(pairs))], fill=mix(light, shade, 0.8))
        paper.polygon(points, edge, None, 0.2)
