"""The names of sheets, and buttons that show the key which does the same."""

from __future__ import annotations

from collections.abc import Callable

from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Button, ButtonKind

_CAP = 44.0
_BESIDE = 190.0
"""Room that a word needs before there is any for a cap behind it."""


class Tab(Button):
    """A sheet's name, with a bar under the one that shows."""

    def __init__(
        self, text: str, rect: Rect, on_press: Callable[[], None], style: TypeStyle, shown: bool
    ) -> None:
        super().__init__(text, rect, on_press, "quiet", style=style)
        self.shown = shown

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        ink = theme.colour("ink" if self.shown or self.hovered else "ink_dim")
        style = self.style or theme.style("body")
        canvas.text(self.text, self.rect.centre, style, ink, "centre", fit=self.rect.w)
        bar = Rect(self.rect.x, self.rect.bottom - 6, self.rect.w, 6)
        canvas.box(bar, theme.colour("fuel" if self.shown else "line"), 3)


class KeyedButton(Button):
    """A button with a key cap at its right end, "" for none."""

    def __init__(
        self,
        text: str,
        rect: Rect,
        on_press: Callable[[], None],
        kind: ButtonKind,
        *,
        style: TypeStyle,
        cap: str = "",
    ) -> None:
        super().__init__(text, rect, on_press, kind, style=style)
        self.cap = cap

    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        if not self.cap or self.rect.w < _BESIDE:
            return
        theme = canvas.theme
        filled = self.kind == "primary" and self.enabled
        ink = theme.colour("ink_dark" if filled else "ink_dim")
        wide = max(_CAP, canvas.text_width(self.cap, "hint_bold") + 20)
        x, y = self.rect.right - 16 - wide, self.rect.centre[1] - _CAP / 2
        cap = Rect(x, y, wide, _CAP)
        canvas.box(cap, ink, 10, 3)
        canvas.text(self.cap, cap.centre, "hint_bold", ink, "centre", fit=wide - 12)
