"""The plate of an option: a shape, a letter and words, in a colour of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from game.ui.canvas import Canvas
from game.ui.geometry import Rect, RectLike
from game.ui.shapes import TALLEST
from game.ui.theme import TypeStyle, mix
from game.ui.widgets.base import Action, Widget

ChoiceState = Literal["rest", "pulsing", "ruled_out", "dimmed"]

EDGE = 9.0
"""At least so far from the edge of its plate ends every sign."""


def words_room(plate: Rect, sign_size: float) -> tuple[float, float, float, float]:
    """Where the words stand on a plate with a sign so high, in grid units: x, y, width, height."""
    left = plate.x + _reach(sign_size) + sign_size * 0.98
    return (left, plate.y + 8, plate.right - 32 - left, plate.h - 16)


def _reach(sign_size: float) -> float:
    """From the edge of a plate to the middle of its sign."""
    return max(86.0, sign_size * 0.58 + 32)


class Choice(Widget):
    """An option. `ruled_out` stays in its place, dashed and struck; `pulsing` was just chosen.

    `figure` sets years and numbers a little larger. `sign_size` is the height of the
    shape, less where its tips would come near the edge of the plate.
    `beside` are the texts of all options: they are set as large as the longest can be, so that no
    size tells one from the others.
    """

    def __init__(
        self,
        letter: str,
        text: str,
        rect: RectLike,
        on_press: Action | None = None,
        *,
        figure: bool = False,
        sign_size: float = 92,
        style: str = "",
        beside: Sequence[str] = (),
    ) -> None:
        super().__init__(rect, on_press)
        self.beside = beside
        self.letter = letter
        self.text = text
        self.style = style or ("answer_figure" if figure else "answer")
        self.sign_size = min(sign_size, (self.rect.h - 2 * EDGE) / TALLEST)
        self.state: ChoiceState = "rest"
        self.pulse = 0.0  # 0 to 1, how bright; the scene moves it

    def press(self) -> None:
        if self.state != "ruled_out":
            super().press()

    def draw(self, canvas: Canvas) -> None:
        if self.state == "ruled_out":
            self._draw_ruled_out(canvas)
            return
        theme = canvas.theme
        own, shape = theme.answer(self.letter)
        ground = own if theme.filled_plates else theme.colour("paper")
        sign = theme.colour("ink_shape") if theme.filled_plates else own
        ink = theme.colour("ink_answer")
        letter_ink = own if theme.filled_plates else theme.colour("ink_shape")
        if self.held:
            ground = mix(ground, theme.colour("night"), 0.2)
        elif self.hovered and self.state == "rest":
            ground = mix(ground, theme.colour("ink"), 0.08)
        if self.state == "pulsing":
            ground = mix(ground, theme.colour("ink"), 0.3 * self.pulse)
        if self.state == "dimmed":
            behind = theme.colour("night")
            ground, sign = mix(ground, behind, 0.62), mix(sign, behind, 0.45)
            letter_ink, ink = mix(letter_ink, behind, 0.62), mix(ink, behind, 0.3)
        canvas.box(self.rect, ground, self.radius)
        if not theme.filled_plates:
            canvas.box(self.rect, own, self.radius, theme.number("edge"))
        centre = self._place()
        canvas.shape(shape, centre, self.sign_size, sign)
        self._letter(canvas, shape, centre, letter_ink)
        area = self._words()
        canvas.paragraph(self.text, area, self._kind(canvas, area), ink, valign="middle")

    def _draw_ruled_out(self, canvas: Canvas) -> None:
        theme = canvas.theme
        _, shape = theme.answer(self.letter)
        edge, ink = theme.colour("hollow"), theme.colour("ink_dim")
        canvas.box(self.rect, theme.colour("card"), self.radius)
        canvas.dashed_box(self.rect, edge, self.radius, 3)
        centre = self._place()
        canvas.shape(shape, centre, self.sign_size, edge, 3)
        self._letter(canvas, shape, centre, ink)
        area = self._words()
        kind = self._kind(canvas, area)
        layout = canvas.measure(self.text, (area[2], area[3]), kind)
        canvas.paragraph(self.text, area, kind, ink, valign="middle")
        top = area[1] + (area[3] - layout.height) / 2
        for index, width in enumerate(layout.widths):
            y = top + (index + 0.54) * layout.line_height
            canvas.line([(area[0] - 8, y), (area[0] + width + 8, y)], ink, 4)

    def _place(self) -> tuple[float, float]:
        return self.rect.x + _reach(self.sign_size), self.rect.centre[1]

    def _kind(self, canvas: Canvas, area: tuple[float, float, float, float]) -> TypeStyle:
        kind = canvas.theme.style(self.style)
        room = area[2:]
        size = min(canvas.measure(text, room, kind).size for text in (self.text, *self.beside))
        size /= canvas.text_scale
        return replace(kind, size=size, tracking=kind.tracking * size / kind.size)

    def _words(self) -> tuple[float, float, float, float]:
        return words_room(self.rect, self.sign_size)

    def _letter(
        self,
        canvas: Canvas,
        shape: str,
        centre: tuple[float, float],
        colour: tuple[int, int, int],
    ) -> None:
        style = canvas.theme.style("body_bold")
        lower = self.sign_size * (0.2 if shape == "triangle" else 0)
        size = max(28.0, self.sign_size * (0.38 if shape == "triangle" else 0.46))
        sized = type(style)(size=size / canvas.text_scale, weight=800, min_size=10)
        canvas.text(self.letter, (centre[0], centre[1] + lower), sized, colour, "centre")
