"""A card laid over another screen, which shows darkened behind it."""

from __future__ import annotations

from collections.abc import Sequence

from game.screens.game import Game
from game.screens.screen import Screen, Shortcuts
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.widgets import Button, Widget


class CardScreen(Screen):
    """A heading, something to read, and a way back by Esc, Enter or a press."""

    wide = 1312.0
    high = 760.0

    def __init__(self, game: Game, heading: str) -> None:
        super().__init__(game)
        self.heading = heading
        self._under = game.shared.stack.top

    @property
    def card(self) -> Rect:
        grow = min(1.3, 1 + (self.text_scale - 1) * 0.4)
        wide = min(1776.0, self.wide * grow)
        high = min(920.0, self.high * grow)
        return Rect((1920 - wide) / 2, (1048 - high) / 2, wide, high)

    def close(self) -> None:
        self.shared.stack.pop()

    def shortcuts(self) -> Shortcuts:
        return {"escape": self.close}

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        card = self.card
        wide = min(card.w - 128, 300 * self.text_scale)
        high = 84 * min(1.4, self.text_scale)
        back = Button(
            self.say("Go on"),
            (card.x + 64, card.bottom - 40 - high, wide, high),
            self.close,
            "primary",
        )
        return (back,), back

    @property
    def body(self) -> Rect:
        """Where there is room to read, between the heading and the button."""
        card = self.card
        top = card.y + 64 + 96 * min(1.5, self.text_scale)
        foot = card.bottom - 72 - 84 * min(1.4, self.text_scale)
        return Rect(card.x + 64, top, card.w - 128, foot - top)

    def paint(self, canvas: Canvas) -> None:
        if self._under is not None:
            self._under.draw(canvas)
        canvas.box(canvas.visible, canvas.theme.colour("night"), 0, alpha=200)
        card = self.card
        canvas.box(card, canvas.theme.colour("card"))
        canvas.box(card, canvas.theme.colour("ornament"), width=2)
        canvas.paragraph(
            self.heading,
            (card.x + 64, card.y + 40, card.w - 128, 96 * min(1.5, self.text_scale)),
            "title",
            canvas.theme.colour("ink"),
            max_lines=1,
        )
        self.paint_card(canvas, self.body)

    def paint_card(self, canvas: Canvas, area: Rect) -> None:
        """Draw what there is to read."""
