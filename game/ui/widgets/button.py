"""Buttons: one filled a screen, the others in outline or quiet on the ground."""

from __future__ import annotations

from typing import Literal

from game.ui.canvas import Canvas
from game.ui.geometry import RectLike
from game.ui.theme import TypeStyle, mix
from game.ui.widgets.base import Action, Widget

ButtonKind = Literal["primary", "amber", "secondary", "quiet"]


class Button(Widget):
    """A word to press. `sign` is "play" for the triangle of the first button, else nothing.

    `style` is how a word is set that must be like those of the buttons beside it.
    """

    def __init__(
        self,
        text: str,
        rect: RectLike,
        on_press: Action | None = None,
        kind: ButtonKind = "secondary",
        *,
        sign: Literal["", "play"] = "",
        style: TypeStyle | None = None,
    ) -> None:
        super().__init__(rect, on_press)
        self.style = style
        self.text = text
        self.kind = kind
        self.sign = sign

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        filled = self.kind in ("primary", "amber")
        if filled:
            ground = theme.colour("fuel" if self.kind == "primary" else "amber")
            ink = theme.colour("ink_dark")
        else:
            ground, ink = theme.colour("quiet"), theme.colour("ink")
        if not self.enabled:
            ground, ink = theme.colour("quiet"), theme.colour("ink_dim")
        if self.held:
            ground = mix(ground, theme.colour("night"), 0.22)
        elif self.hovered:
            ground = mix(ground, theme.colour("ink"), 0.12)
        canvas.box(self.rect, ground, self.radius)
        if not filled or not self.enabled:
            edge = theme.colour("hollow" if self.kind == "secondary" else "line")
            canvas.box(self.rect, edge, self.radius, 3 if self.kind == "secondary" else 2)
        self._words(canvas, "button" if filled else "button_second", ink)

    def _words(self, canvas: Canvas, style: str, ink: tuple[int, int, int]) -> None:
        area = self.rect.inset(28, 6)
        if self.style is not None:
            canvas.text(self.text, self.rect.centre, self.style, ink, "centre", fit=area.w + 32)
            return
        if not self.sign:
            canvas.paragraph(self.text, area, style, ink, "centre", "middle", 2)
            return
        y = self.rect.centre[1]
        left = self.rect.x + 52
        canvas.polygon([(left, y - 22), (left + 38, y), (left, y + 22)], ink)
        words = (left + 72, area.y, area.right - left - 72, area.h)
        canvas.paragraph(self.text, words, "button_first", ink, "left", "middle", 1)
