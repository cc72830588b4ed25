"""Tiles of which one is chosen: a picture or a large figure over a word."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.screens.pick import Stepper, draw_ground
from game.ui.art import signs
from game.ui.canvas import Canvas
from game.ui.geometry import Point, Rect, RectLike
from game.ui.theme import Colour, TypeStyle, mix
from game.ui.widgets import Action, Widget

Painter = Callable[[Canvas, Point, float, Colour], None]
"""Draws a sign round a centre, so high, in a colour."""

_SIGN = 0.42
"""Share of a tile's height that its picture takes."""
_WIDEST = 3.3
"""How many heights wide the widest picture is, with room at both sides."""


class Tile(Widget):
    """One of a row. The chosen one is filled, has a bright edge, and a tick in its corner."""

    def __init__(
        self,
        text: str,
        rect: RectLike,
        on_press: Action,
        *,
        on: bool,
        figure: str = "",
        sign: Painter | None = None,
    ) -> None:
        super().__init__(rect, on_press)
        self.text = text
        self.on = on
        self.figure = figure
        self.sign = sign

    @property
    def label(self) -> str:
        """What it is called in the trace."""
        return f"{self.figure} {self.text}".strip()

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        draw_ground(canvas, self, on=self.on)
        edge = theme.colour("hollow" if self.on else "ornament")
        canvas.box(self.rect, edge, width=5 if self.on else 3)
        ink = theme.colour("ink")
        area = self.rect.inset(20, 10)
        if self.sign is not None:
            # A row of five is the widest of the signs.
            high = min(self.rect.h * _SIGN, self.rect.w / _WIDEST)
            centre = (self.rect.centre[0], self.rect.y + self.rect.h * 0.36)
            self.sign(canvas, centre, high, theme.colour("fuel") if self.on else ink)
            area = Rect(area.x, area.y + self.rect.h * 0.52, area.w, self.rect.h * 0.48 - 14)
        if self.figure:
            whole = TypeStyle(64, 700, line=1.1, min_size=44)
            top = (area.x, area.y, area.w, area.h * 0.6)
            canvas.paragraph(self.figure, top, whole, ink, "centre", "middle", 1)
            # The word below is set small already: it may come nearer to the edges.
            area = Rect(area.x - 12, area.y + area.h * 0.58, area.w + 24, area.h * 0.42)
        style = "hint" if self.figure else "body_bold"
        dim = ink if self.on or not self.figure else theme.colour("ink_dim")
        canvas.paragraph(self.text, area, style, dim, "centre", "middle", 1)
        if self.on:
            self._draw_tick(canvas)

    def _draw_tick(self, canvas: Canvas) -> None:
        theme = canvas.theme
        radius = 17.0
        centre = (self.rect.right - radius - 12, self.rect.y + radius + 12)
        ground = "ink_dark" if theme.filled_plates else "paper"
        signs.check_disc(canvas, centre, radius, theme.colour("fuel"), theme.colour(ground))


class Turner(Stepper):
    """A value between two arrows, with no label beside it; `text` names it all the same."""

    def __init__(
        self,
        text: str,
        values: Sequence[str],
        at: int,
        rect: RectLike,
        on_change: Callable[[int], None],
    ) -> None:
        super().__init__("", values, at, rect, on_change)
        self.text = text

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        canvas.box(self.rect, theme.colour("card"))
        super().draw(canvas)
        canvas.box(self.rect, theme.colour("ornament"), width=3)

    def _places(self) -> tuple[float, float, float]:
        return self.rect.x + 8, self.rect.x + 80, self.rect.right - 8


def one(canvas: Canvas, centre: Point, high: float, colour: Colour) -> None:
    """One head and shoulders."""
    _bust(canvas, centre, high, colour)


def many(canvas: Canvas, centre: Point, high: float, colour: Colour) -> None:
    """A class: a row of five, the middle ones nearer."""
    behind = mix(colour, canvas.theme.colour("card"), 0.35)
    for aside, share in ((1.08, 0.68), (0.6, 0.82)):
        for x in (centre[0] - aside * high, centre[0] + aside * high):
            _bust(canvas, (x, centre[1] + high * (1 - share) / 2), high * share, behind)
    _bust(canvas, centre, high, colour)


def teams(canvas: Canvas, centre: Point, high: float, colour: Colour) -> None:
    """Three pairs side by side, each under a pennant of its own shape."""
    behind = mix(colour, canvas.theme.colour("card"), 0.35)
    for shape, aside in (("triangle", -0.84), ("circle", 0.0), ("square", 0.84)):
        x = centre[0] + aside * high
        canvas.shape(shape, (x, centre[1] - high * 0.38), high * 0.3, colour)
        low = centre[1] + high * 0.22
        _bust(canvas, (x - high * 0.2, low), high * 0.48, behind)
        _bust(canvas, (x + high * 0.2, low), high * 0.48, colour)


def _bust(canvas: Canvas, centre: Point, high: float, colour: Colour) -> None:
    x, y = centre
    canvas.disc((x, y - high * 0.26), high * 0.22, colour)
    wide = high * 0.78
    top, low = y + high * 0.04, y + high * 0.5
    canvas.box((x - wide / 2, top, wide, low - top), colour, radius=wide * 0.36)
    canvas.box((x - wide / 2, low - high * 0.2, wide, high * 0.2), colour, radius=high * 0.05)


def phones(canvas: Canvas, centre: Point, high: float, colour: Colour) -> None:
    """A live class: three phones, the middle one nearer, each with a shape to press."""
    behind = mix(colour, canvas.theme.colour("card"), 0.35)
    for aside, share, ink in ((-0.82, 0.78, behind), (0.82, 0.78, behind), (0.0, 1.0, colour)):
        tall, wide = high * share * 1.1, high * share * 0.6
        x, y = centre[0] + aside * high, centre[1] + high * (1 - share) / 2
        canvas.box((x - wide / 2, y - tall / 2, wide, tall), ink, wide * 0.18)
        shape = "circle" if aside == 0 else "triangle" if aside < 0 else "square"
        canvas.shape(shape, (x, y), wide * 0.5, canvas.theme.colour("card"))
